"""Pages around an article in further manners of sites, written before the reader was tried on them."""

from __future__ import annotations

import json
from functools import cache
from html import escape
from importlib import import_module
from typing import TYPE_CHECKING

from tests.page_text import NAVIGATION, Article

if TYPE_CHECKING:
    from collections.abc import Callable


def _page(head: str, body: str, declared: str = '<meta charset="utf-8">') -> str:
    return f"<!DOCTYPE html>\n<html>\n<head>\n{declared}\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>"


def _paragraphs(article: Article, opening: str = "<p>", closing: str = "</p>") -> str:
    return "\n".join(f"{opening}　　{escape(text)}{closing}" for text in article.paragraphs)


def _dated_links(titles) -> str:
    return "".join(
        f'<li><span>2024-11-{n + 10}</span><a href="t{n}.html" title="{t}">{t}</a></li>'
        for n, t in enumerate(titles)
    )


def _menu(*more: str) -> str:
    return (
        "<ul>"
        + "".join(f'<li><a href="/{n}/">{t}</a></li>' for n, t in enumerate((*NAVIGATION, *more)))
        + "</ul>"
    )


def county_portal(article: Article) -> str:
    """A county's portal built with a common system: facts in the cells of one table, a count by script."""
    body = f"""<div class="top"><span id="tq">今天是2024年12月1日 星期日 晴 3℃~12℃</span><a>设为首页</a><a>加入收藏</a></div>
<div class="logo"><img src="logo.png" alt="{article.place}人民政府"></div><div class="daohang">{_menu()}</div>
<div class="weizhi">您的位置：<a href="/">首页</a>&nbsp;&gt;&gt;&nbsp;<a>政务动态</a>&nbsp;&gt;&gt;&nbsp;<a>今日动态</a></div>
<table id="article" width="100%"><tr><td class="title" align="center">{article.title}</td></tr>
<tr><td><table width="100%"><tr><td align="center">发布日期：{article.iso} 17:02</td><td>信息来源：{article.source}</td>
<td>访问次数：<script>document.write("21")</script></td><td>字号：[ <a>大</a> <a>中</a> <a>小</a> ]</td></tr></table></td></tr>
<tr><td class="bt_content"><div id="zoom">{_paragraphs(article)}</div></td></tr>
<tr><td align="right">信息来源：{article.source}</td></tr><tr><td align="right"><a>打印本页</a> <a>关闭窗口</a></td></tr></table>
<div class="xiangguan"><b>相关信息</b><ul>{_dated_links(article.others[:5])}</ul></div>
<div class="di"><p>{article.place}人民政府主办　{article.place}政务服务数据管理局承办</p><p>备案序号：某ICP备05000000号　网站标识码：3600000001</p></div>"""
    return _page(f"<title>{article.place}人民政府 今日动态 {article.title}</title>", body)


def ministry(article: Article) -> str:
    """A ministry's site: the day alone, the source behind a label, the size of type in brackets."""
    year, month, day = article.year, article.month, article.day
    head = f"""<title>{article.title}_{article.place}生态环境厅</title><meta name="SiteName" content="{article.place}生态环境厅"/>
<meta name="ColumnName" content="要闻动态"/><meta name="keywords" content="{article.title}"/>"""
    body = f"""<div class="header"><a>{article.place}生态环境厅</a><form><input value="请输入关键字"/><a>高级搜索</a></form>{_menu()}</div>
<div class="box_bread"><div class="bread_nav">当前位置：<a>首页</a> &gt; <a>要闻动态</a></div></div>
<div class="neiright_Box"><h2 class="neiright_Title">{article.title}</h2>
<div class="wjkFontBox"><em>{year}-{month:02}-{day:02}</em><em class="xl">来源：{article.source}</em>
<em>分享到：<a></a><a></a></em><em>[<a>打印</a>]</em><em>字号：[<a>大</a>] [<a>中</a>] [<a>小</a>]</em></div>
<div class="neiright_JPZ_GK_CP"><div class="TRS_Editor"><div class="Custom_UnionStyle">{_paragraphs(article)}</div></div></div>
<ul class="pageNews"><li>上一篇：<a>{article.others[0]}</a></li><li>下一篇：<a>{article.others[1]}</a></li></ul></div>
<div class="tail"><a>网站声明</a>|<a>网站地图</a>|<a>联系我们</a><p>版权所有：{article.place}生态环境厅 | ICP备案编号: 某ICP备05009132号</p></div>"""
    return _page(head, body)


def fused_media(article: Article) -> str:
    """What a county's fused media shares from its app: medium and moment side by side, no label."""
    cards = "".join(
        f"<div class='item'><img><div class='t'>{t}</div><div class='d'>{article.place}融媒 11-{n + 10}</div></div>"
        for n, t in enumerate(article.others)
    )
    body = f"""<div class="download-bar"><img src="icon.png"><div><b>爱{article.place}</b><i>新闻资讯 便民服务</i></div><a>立即打开</a></div>
<div id="app"><div class="detail"><div class="detail-title">{article.title}</div>
<div class="detail-info"><span>{article.iso} 18:22:07</span>&nbsp;&nbsp;<span>{article.source}</span><span class="r">1.2万阅读</span></div>
<div class="audio"><span>听新闻</span><span>00:00 / 03:12</span></div><div class="detail-content">
{"".join(f"<p style='text-align: justify'><span>{escape(p)}</span></p><p><br></p>" for p in article.paragraphs)}
<p style="text-align:center"><img src="1.jpg"></p><p>责编：小文　二审：小武　三审：小全</p></div></div>
<div class="zan">点赞 <i>25</i></div><div class="about"><div class="h">相关推荐</div>{cards}</div>
<div class="empty">暂无评论，快来抢沙发吧~</div></div><div class="open-app">打开爱{article.place}，参与互动</div>"""
    return _page(f"<title>{article.title}</title>", body)


def disclosure_record(article: Article) -> str:
    """A record of open government: names of facts in cells of their own without colons; the day of signing differs."""
    rows = (
        ("索引号", f"11500000MB1{article.year}/2-0031", "主题分类", "生态环境"),
        ("发布机构", article.source, "文号", "无"),
        (
            "成文日期",
            f"{article.year - 1}年12月30日",
            "发布日期",
            f"{article.year}年{article.month}月{article.day}日",
        ),
        ("标题", article.title, "有效性", "有效"),
    )
    facts = "".join(
        "<tr>" + "".join(f"<th>{a}</th><td>{b}</td>" for a, b in (r[:2], r[2:])) + "</tr>" for r in rows
    )
    body = f"""<div class="head">{_menu("政府信息公开年报", "依申请公开")}</div><div class="mianbao">首页&gt;政务公开&gt;法定主动公开内容</div>
<div class="wrap"><div class="fl"><ul><li>政府信息公开指南</li><li>政府信息公开制度</li><li>法定主动公开内容</li></ul></div>
<div class="fr"><table class="xxgk-table">{facts}</table><div class="zwxl-title">{article.title}</div>
<div class="zwxl-tools">【字体：<a>大</a> <a>中</a> <a>小</a>】 <a>打印</a> <a>下载</a> 分享：</div>
<div class="zwxl-article">{_paragraphs(article)}</div><div class="fujian"></div></div></div>
<div class="bottom"><p>主办：{article.place}人民政府办公室</p><p>地址：{article.place}人民大道100号</p><p>您是第 1234567 位访客</p></div>"""
    return _page(f"<title>{article.title}_{article.place}人民政府网</title>", body)


def edition_of_paper(article: Article) -> str:
    """A newspaper's digital edition: a line above the title and one below it, the other pages of the day beside."""
    pages = "".join(
        f"<li><a>第0{n}版：{w}</a></li>" for n, w in enumerate(("要闻", "综合", "民生", "广告"), 1)
    )
    head = f"<title>{article.source}数字报·{article.title}</title>"
    body = f"""<div class="paper-head"><b>{article.source}</b><span>{article.year}年{article.month:02}月{article.day:02}日 星期五</span>
<a>往期回顾</a><a>返回首页</a></div><div class="left"><ul class="pages">{pages}</ul><div>本版新闻列表</div><ul>{_dated_links(article.others[:4])}</ul></div>
<div class="right"><div class="bar">第01版：要闻 <a>上一版</a> <a>下一版</a></div>
<p class="yinti">凝心聚力 真抓实干</p><h1>{article.title}</h1><p class="futi">——以高水平保护支撑高质量发展</p>
<p class="author">{article.author}</p><p class="date">{article.source} {article.year}年{article.month:02}月{article.day:02}日</p>
<div id="ozoom"><founder-content>{_paragraphs(article, "<P>", "</P>")}</founder-content></div>
<div class="bar2"><a>上一篇</a><a>下一篇</a><a>放大</a><a>缩小</a><a>默认</a></div></div>
<div class="end">{article.source}版权所有 未经许可不得转载或镜像</div>"""
    return _page(head, body)


def nested_tables(article: Article) -> str:
    """A site of the nineties in GBK: tables within tables, a day in brackets under the title, no ends of cells."""
    side = "".join(
        f"<tr><td height=22><img src=dot.gif>{t}<font color=gray>(11/{n})</font>"
        for n, t in enumerate(article.others, 1)
    )
    lines = "<br>\r\n".join(f"　　{escape(p)}" for p in article.paragraphs)
    body = f"""<table width=760 border=0><tr><td><img src=banner.jpg><tr><td background=bg.gif>
{" | ".join(f"<a href={n}.asp>{w}</a>" for n, w in enumerate(NAVIGATION))}</table>
<table width=760><tr><td width=170 valign=top><table><tr><td bgcolor=green><font color=white>站内搜索</font><tr><td><form><input size=10><input type=submit value=搜索></form>
<tr><td bgcolor=green><font color=white>最新更新</font>{side}</table>
<td valign=top><table width=100%><tr><td align=center><br><font size=4 color=#CC0000><b>{article.title}</b></font>
<tr><td align=center>（{article.iso}）<tr><td><hr size=1><tr><td style="line-height:180%">{lines}
<tr><td align=right>文章来源：{article.source}&nbsp;&nbsp;&nbsp;<tr><td align=center><a href=javascript:history.back()>[返回]</a></table></table>
<table width=760><tr><td align=center>{article.place}环境保护局 主办　电话：0000-1234567<br>您是本站第 <img src=count.asp> 位访问者　最后更新：2013-07-08</table>"""
    return _page(
        f"<title>::{article.place}环境保护信息网::</title>",
        body,
        '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">',
    )


def news_channel(article: Article) -> str:
    """A local channel of a national news site: captions, a note of who edited, hot lists and a form for comments."""
    hot = "".join(f"<li><i>{n}</i><a>{t}</a></li>" for n, t in enumerate(article.others, 1))
    first, *rest = article.paragraphs
    body = f"""<div class="clear top_nav">{_menu("人事", "强国社区", "报刊")}</div>
<div class="path"><a>地方频道</a>&gt;&gt;<a>环保</a>&gt;&gt;正文</div><h3 class="pre"></h3><h1>{article.title}</h1><h4 class="sub"></h4>
<div class="channel"><div>{article.year}年{article.month:02}月{article.day:02}日08:15 | 来源：<a href="/">{article.source}</a> <span>小字号</span> </div></div>
<div class="rm_txt_con"><div class="otitle"></div><p>　　{escape(first)}</p>
<p style="text-align: center"><img src="a.jpg"></p><p style="text-align: center"><span style="color:#4d4f53">图为会议现场。</span></p>
{"".join(f"<p>　　{escape(p)}</p>" for p in rest)}
<p style="text-align: center"><img src="b.jpg"></p><p class="pictext" align="center">（资料图）</p>
<div class="edit clearfix">(责编：小文、小武)</div></div>
<div class="share-word">分享让更多人看到</div><div class="relation"><b>相关新闻</b><ul>{_dated_links(article.others[3:])}</ul></div>
<div class="pinglun"><b>我要留言</b><form>用户名<input> 密码<input> <textarea></textarea></form></div>
<div class="phb"><h2>热门排行</h2><ol>{hot}</ol></div>
<div class="copy">某某日报社概况 | 关于某某网 | 报社招聘 | 广告服务 | 网站声明<br>Copyright &copy; 1997-2024 by www.example.com.cn. all rights reserved</div>"""
    return _page(f"<title>{article.title}--地方频道--某某网</title>", body)


def wechat_reprint(article: Article) -> str:
    """An article of WeChat that another account took over: the first publisher and the editors stand at the end."""
    text = "".join(
        f'<section data-role="paragraph"><p style="text-align: justify;"><span leaf="">{escape(p)}</span></p></section>'
        f'<p style="text-align: center;"><span leaf=""><br></span></p>'
        for p in article.paragraphs
    )
    shown = f"{article.year}年{article.month:02}月{article.day:02}日 20:31"
    body = f"""<div id="js_article" class="rich_media"><div class="rich_media_area_primary"><div id="page-content"><div id="img-content">
<h1 class="rich_media_title" id="activity-name"><span class="js_title_inner">{article.title}</span></h1>
<div id="meta_content"><span id="copyright_logo">转载自</span><span class="rich_media_meta rich_media_meta_text"></span>
<span class="rich_media_meta_nickname" id="profileBt"><a id="js_name">美丽{article.place}</a></span>
<span id="publish_time">{shown}</span><em id="js_ip_wording_wrp">发表于<span>江西</span></em></div>
<div class="rich_media_content" id="js_content" style=""><section><p>↑点击蓝字 关注我们</p></section>{text}
<section><p><span>来源丨{article.source}</span></p><p><span>编辑丨小文</span></p><p><span>审核丨小武</span></p></section>
<p style="text-align:center"><span>往期推荐</span></p><p><span>● {article.others[0]}</span></p><p><span>● {article.others[1]}</span></p>
<p><span>点个</span><span>在看</span><span>再走吧</span></p></div></div></div></div></div>
<div id="js_tags_preview_toast">预览时标签不可点</div><div class="qr_code_pc"><p>微信扫一扫<br>关注该公众号</p></div>
<div>知道了</div><div>微信扫一扫<br>使用小程序</div><div><a>取消</a> <a>允许</a></div><div>× 分析</div>"""
    head = f'<title></title><meta property="og:title" content="{article.title}"/><meta property="og:site_name" content="微信公众平台"/>'
    return _page(head, body)


def small_agency(article: Article) -> str:
    """A small agency's site built with a free system: labels in an element of their own, an abstract, a digg box."""
    body = f"""<div class="header_top"><div class="w960"><a>RSS</a> <a>TAG</a> <a>网站地图</a></div></div>{_menu()}
<div class="place"><strong>当前位置:</strong> <a>主页</a> &gt; <a>工作动态</a> &gt; </div>
<div class="viewbox"><div class="title"><h2>{article.title}</h2></div>
<div class="info"><small>时间:</small>{article.iso} 10:20<small>来源:</small>{article.source} <small>作者:</small>admin <small>点击:</small>132 次</div>
<div class="intro">{escape(article.paragraphs[0][:60])}...</div>
<div class="content"><table width="100%"><tr><td>{"".join(f"<div>　　{escape(p)}</div><div>&nbsp;</div>" for p in article.paragraphs)}
(责任编辑：admin)</td></tr></table></div>
<div class="newdigg"><div>顶一下</div><div>(3)</div><div>100%</div><div>踩一下</div><div>(0)</div></div>
<div class="context"><ul><li>上一篇：<a>{article.others[0]}</a> </li><li>下一篇：没有了 </li></ul></div></div>
<div class="pright"><dl><dt>栏目列表</dt><dd>{_menu()}</dd></dl><dl class="hot"><dt>热点内容</dt><dd><ul>{_dated_links(article.others)}</ul></dd></dl></div>
<div class="footer"><p>Powered by DedeCMS</p></div>"""
    return _page(f"<title>{article.title}_{article.place}环保局</title>", body)


def linked_data(article: Article) -> str:
    """Facts stand in a script of linked data alone."""
    facts = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "某某网"},
            {
                "@type": "NewsArticle",
                "headline": article.title,
                "datePublished": f"{article.iso}T07:30:00+08:00",
                "dateModified": "2024-12-01T10:00:00+08:00",
                "author": [{"@type": "Person", "name": article.author}],
                "publisher": {"@type": "Organization", "name": article.source},
            },
        ],
    }
    body = f"""<div class="masthead">{_menu()}</div><div class="story"><h1>{article.title}</h1>
{_paragraphs(article)}</div><div class="nextup"><h3>接下来阅读</h3>{_dated_links(article.others)}</div>"""
    script = f'<script type="application/ld+json">{json.dumps(facts, ensure_ascii=False)}</script>'
    return _page(f"<title>{article.title} | 某某网</title>{script}", body)


def dublin_core(article: Article) -> str:
    """Facts stand in the elements of Dublin Core alone, the name of the element in any case."""
    head = f"""<title>{article.place}人民政府</title><meta name="DC.Title" content="{article.title}">
<meta name="DC.Date.Issued" content="{article.iso}"><meta name="DC.Creator" content="{article.author}">
<meta name="DC.Publisher" content="{article.source}"><meta name="DCTERMS.modified" content="2024-11-30">"""
    body = f"""<div id="nav">{_menu()}</div><div id="main">{_paragraphs(article)}</div>
<div id="foot">最后更新日期：2024年11月30日　本站支持IPv6　{article.place}人民政府 版权所有</div>"""
    return _page(head, body)


def government_meta(article: Article) -> str:
    """The meta tags of the standard for government sites alone; the visible page shows only the text."""
    head = f"""<title>{article.title}-{article.place}人民政府</title><meta name="SiteName" content="{article.place}人民政府">
<meta name="SiteDomain" content="www.example.gov.cn"><meta name="ColumnName" content="政务要闻"><meta name="ColumnType" content="工作动态">
<meta name="ArticleTitle" content="{article.title}"><meta name="PubDate" content="{article.iso} 16:48">
<meta name="ContentSource" content="{article.source}"><meta name="Author" content="{article.author}">
<meta name="Keywords" content="环保,会议"><meta name="Description" content="{article.paragraphs[0][:40]}">"""
    body = f"""<div class="m-header">{_menu()}</div><div class="m-text">{_paragraphs(article)}</div>
<div class="m-foot">更新时间：2024-11-30 08:00</div>"""
    return _page(head, body)


@cache
def _converter():
    return import_module("opencc").OpenCC("s2t")


def to_traditional(text: str) -> str:
    """Return `text` in Traditional characters."""
    return str(_converter().convert(text))


def traditional_page(article: Article) -> str:
    """A site's page in Traditional characters, with the labels of such pages."""
    body = f"""<div class="header">{_menu("簡體版", "English")}</div><div class="now">您現在的位置：首頁 &gt; 新聞動態</div>
<div class="art"><h1>{article.title}</h1><div class="tips">發佈日期：{article.iso}　來源：{article.source}　作者：{article.author}　瀏覽次數：12</div>
<div class="txt">{_paragraphs(article)}</div><div class="tools">【打印】【關閉】</div><div>相關鏈接</div><ul>{_dated_links(article.others)}</ul></div>
<div class="footer">版權所有：{article.place}人民政府　更新日期：2024-11-30</div>"""
    return to_traditional(_page(f"<title>{article.title}</title>", body))


MANNERS: tuple[Callable[[Article], str], ...] = (
    county_portal, ministry, fused_media, disclosure_record, edition_of_paper, nested_tables, news_channel,
    wechat_reprint, small_agency, linked_data, dublin_core, government_meta, traditional_page,
)  # fmt: skip
