"""Pages around an article in the manner of the sites that publish such reports; each function is one manner."""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import TYPE_CHECKING

from tests.page_text import DISCLAIMER, NAVIGATION, Article

if TYPE_CHECKING:
    from collections.abc import Callable


def _links(titles, day="") -> str:
    return "".join(f'<li><a href="/a/{n}.html">{escape(t)}</a>{day}</li>' for n, t in enumerate(titles))


def _nav() -> str:
    return f'<div class="nav"><ul>{_links(NAVIGATION)}</ul></div>'


def _foot(article: Article) -> str:
    return (
        f'<div class="footer"><p>主办单位：{article.place}人民政府办公室　承办单位：{article.place}大数据中心</p>'
        "<p>网站标识码：1234567890　某ICP备12345678号　某公网安备12345678901234号</p>"
        "<p>建议使用1024*768以上分辨率浏览本站。地址：人民路1号　邮编：123456</p></div>"
    )


def _share() -> str:
    return (
        '<div class="share">分享到：<a>微信</a><a>新浪微博</a><a>QQ空间</a>'
        '<div class="qr"><p>扫一扫在手机打开当前页</p></div></div><div class="tool">【打印】【关闭】</div>'
    )


def _paragraphs(article: Article, style: str = "text-indent: 2em") -> str:
    return "".join(f'<p style="{style}">{escape(text)}</p>\n' for text in article.paragraphs)


def _page(head: str, body: str) -> str:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def portal_of_government(article: Article) -> str:
    """The meta tags that the national standard for government sites asks for; breadcrumbs; size of type."""
    head = (
        f'<title>{article.title}_{article.place}人民政府</title><meta name="SiteName" content="{article.place}人民政府">'
        f'<meta name="ArticleTitle" content="{article.title}"><meta name="PubDate" content="{article.iso} 09:30">'
        f'<meta name="ContentSource" content="{article.source}"><meta name="ColumnName" content="政务要闻">'
    )
    body = (
        f"{_nav()}<div class='crumb'>当前位置：<a>首页</a> &gt; <a>新闻中心</a> &gt; <a>政务要闻</a></div>"
        f'<div class="article"><h1>{article.title}</h1><div class="info"><span>发布时间：{article.iso} 09:30</span>'
        f"<span>来源：{article.source}</span><span>浏览次数：<i>512</i></span><span>字体：[ <a>大</a> <a>中</a> <a>小</a> ]</span></div>"
        f'<div id="zoom">{_paragraphs(article)}</div>{_share()}</div>'
        f'<div class="related"><h3>相关文档</h3><ul>{_links(article.others[:5])}</ul></div>{_foot(article)}'
    )
    return _page(head, body)


def catalogue_of_disclosure(article: Article) -> str:
    """A page of the catalogue of open government: a table of facts stands above the text."""
    facts = (
        f"<tr><td>索 引 号：</td><td>01234567-8/{article.year}-00123</td><td>主题分类：</td><td>环境监测、保护与治理</td></tr>"
        f"<tr><td>发布机构：</td><td>{article.source}</td><td>发布日期：</td><td>{article.year}年{article.month}月{article.day}日</td></tr>"
        f"<tr><td>名　　称：</td><td colspan=3>{article.title}</td></tr>"
    )
    body = (
        f"{_nav()}<div class='left'><h3>信息公开目录</h3><ul>{_links(('机构职能', '政策文件', '规划计划', '统计数据', '应急管理'))}</ul></div>"
        f"<table class='facts'>{facts}</table><h2 class='title'>{article.title}</h2>"
        f'<div class="TRS_Editor">{_paragraphs(article, "font-family: 仿宋; font-size: 16pt")}</div>'
        f"<p>【字体：大 中 小】</p><p>【打印本页】【关闭窗口】</p>{_foot(article)}"
    )
    return _page(f"<title>{article.title}</title>", body)


def wechat(article: Article, style: str = "visibility: visible;") -> str:
    """An article of a public account as a browser saves it: sections in sections, words cut into spans."""
    text = "".join(
        f'<section style="margin: 0 8px"><section><p style="line-height: 1.75em">'
        f'<span style="font-size: 15px">{escape(p[: len(p) // 2])}</span>'
        f'<span style="font-size: 15px; color: rgb(62, 62, 62)">{escape(p[len(p) // 2 :])}</span></p></section></section>'
        for p in article.paragraphs
    )
    moment = dt.datetime(article.year, article.month, article.day, 1, tzinfo=dt.UTC)
    shown = f"{article.year}年{article.month}月{article.day}日 09:00" if "hidden" not in style else ""
    head = (
        f'<title></title><meta property="og:title" content="{article.title}"><meta property="og:site_name" content="微信公众平台">'
        f'<meta name="author" content="{article.author}"><meta property="og:article:author" content="{article.author}">'
    )
    body = (
        f'<div id="img-content"><h1 class="rich_media_title" id="activity-name">\n{article.title}\n</h1>'
        f'<div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">{article.author}</span>'
        f'<span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a href="javascript:void(0);" id="js_name">\n{article.source}\n</a></span>'
        f'<em id="publish_time" class="rich_media_meta rich_media_meta_text">{shown}</em></div>'
        f'<div class="rich_media_content" id="js_content" style="{style}">'
        f'<section><p><span>点击上方蓝字关注我们</span></p></section>{text}<p><img data-src="x.jpg"></p>'
        "<section><p><span>END</span></p><p><span>长按二维码关注我们</span></p></section></div></div>"
        '<div id="js_pc_qr_code"><p>微信扫一扫<br>关注该公众号</p></div><div class="weui-dialog"><p>继续滑动看下一个</p>'
        "<p>轻触阅读原文</p><p>向上滑动看下一个</p></div><div><span>，</span><span>选择留言身份</span></div>"
        f'<script>var ct = "{int(moment.timestamp())}"; var nickname = htmlDecode("{article.source}");</script>'
    )
    return _page(head, body)


def wechat_fetched(article: Article) -> str:
    """The same as a program fetches it: the body is still hidden, the day stands only in the script."""
    return wechat(article, "visibility: hidden; opacity: 0; ")


def tables_and_fonts(article: Article) -> str:
    """A site of two decades ago, in GBK: everything in tables, lines with BR and hard blanks."""
    text = "".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{escape(p)}<BR>\n<BR>\n" for p in article.paragraphs)
    side = "".join(f"<TR><TD>·<A HREF='{n}.asp'>{t}</A></TD></TR>" for n, t in enumerate(article.others))
    return (
        f'<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312"><TITLE>{article.place}环保网</TITLE>'
        "</HEAD><BODY BGCOLOR=#FFFFFF><TABLE WIDTH=778 ALIGN=center><TR>"
        + "".join(f"<TD><FONT SIZE=2>{word}</FONT></TD>" for word in NAVIGATION)
        + f"</TR></TABLE><TABLE WIDTH=778><TR><TD WIDTH=180 VALIGN=top><TABLE><TR><TD><B>热点新闻</B></TD></TR>{side}</TABLE></TD>"
        f"<TD><TABLE><TR><TD ALIGN=center><FONT SIZE=5 COLOR=red><B>{article.title}</B></FONT></TD></TR>"
        f"<TR><TD ALIGN=center><FONT SIZE=2>发布时间：{article.year}-{article.month}-{article.day}&nbsp;&nbsp;作者：{article.author}"
        f"&nbsp;&nbsp;来源：{article.source}&nbsp;&nbsp;点击数：123</FONT></TD></TR><TR><TD><FONT SIZE=3>{text}</FONT></TD></TR>"
        "<TR><TD ALIGN=right>【<A>发表评论</A>】【<A>告诉好友</A>】【<A>打印此文</A>】【<A>关闭窗口</A>】</TD></TR></TABLE></TD></TR></TABLE>"
        f"<CENTER><FONT SIZE=2>版权所有：{article.place}环境保护局 技术支持：某某网络公司<BR>Copyright 2006 All Rights Reserved"
        "</FONT></CENTER></BODY></HTML>"
    )


def news_site(article: Article) -> str:
    """A news site: captions of pictures, a box of other news in the middle, digests and a disclaimer below."""
    half = len(article.paragraphs) // 2 + 1
    texts = [f"<p>　　{escape(text)}</p>" for text in article.paragraphs]
    box = f'<div class="recommend"><h4>推荐阅读</h4><ul>{_links(article.others[:3])}</ul></div>'
    digests = "".join(
        f"<li><h5><a>{t}</a></h5><p>{d}</p></li>"
        for t, d in zip(article.others[3:6], article.digests, strict=True)
    )
    body = (
        f'<div class="top"><span>欢迎您！请 <a>登录</a> | <a>注册</a></span></div>{_nav()}<h1>{article.title}</h1>'
        f'<p class="date-source"><span class="date">{article.year}年{article.month:02}月{article.day:02}日 08:15</span>'
        f'<span class="source">来源：<a>{article.source}</a></span></p><div class="article-content">'
        f"{''.join(texts[:half])}<p align=center><img src=a.jpg></p><p align=center><font color=#999>会议现场。（资料图）</font></p>"
        f"{box}{''.join(texts[half:])}<p class='editor'>（责任编辑：小文）</p></div>"
        f"<div class='disclaimer'>{''.join(f'<p>{line}</p>' for line in DISCLAIMER)}</div>"
        f'<div class="more"><h3>相关新闻</h3><ul>{digests}</ul></div><div class="rank"><h3>热点排行</h3><ol>{_links(article.others)}</ol></div>'
        f"{_foot(article)}"
    )
    return _page(f"<title>{article.title}-地方频道-某某网</title>", body)


def divisions_and_breaks(article: Article) -> str:
    """No paragraphs at all: a division with line breaks, the share box within it."""
    text = "<br><br>".join(f"&emsp;&emsp;{escape(text)}" for text in article.paragraphs)
    body = (
        f"{_nav()}<div class='path'>您现在的位置：首页 &gt;&gt; 工作动态 &gt;&gt; 正文</div><div class=bt>{article.title}</div>"
        f"<div class=sj>日期：{article.year}/{article.month}/{article.day} 10:20:00 信息来源：{article.source} 阅读：88次</div>"
        f"<div class=con>{text}{_share()}</div><div>上一篇：<a>{article.others[0]}</a></div><div>下一篇：<a>{article.others[1]}</a></div>"
        f"{_foot(article)}"
    )
    return _page(f"<title>{article.title}-{article.place}生态环境局</title>", body)


def sidebar_first(article: Article) -> str:
    """The column beside the text comes first in the source and holds sentences of other news."""
    side = "".join(
        f"<dt><a>{t}</a></dt><dd>{d}<a>[详细]</a></dd>"
        for t, d in zip(article.others, article.digests, strict=False)
    )
    body = (
        f'{_nav()}<div class="side"><h3>图片新闻</h3><dl>{side}</dl><h3>最新动态</h3><ul>{_links(article.others, "<span>03-08</span>")}</ul></div>'
        f'<div class="main"><article><header><h1>{article.title}</h1><p>{article.iso} | {article.source} | 作者：{article.author}</p></header>'
        f"{_paragraphs(article)}</article></div>{_foot(article)}"
    )
    return _page(f"<title>{article.title} - {article.place}融媒</title>", body)


def page_with_comments(article: Article) -> str:
    """Comments with sentences of their own stand below the text, and a notice above it."""
    comments = "".join(
        f"<div class='comment'><b>网友{n}</b><p>{words}</p><span>{n}小时前 回复 点赞</span></div>"
        for n, words in enumerate(
            ("支持！环境越来越好了。", "希望把我家门口的臭水沟也治一治。", "说到做到才是真本事。"), 1
        )
    )
    body = (
        "<div class=notice>您的浏览器版本过低，为了更好的浏览体验，请升级浏览器后访问。</div>"
        f'{_nav()}<div class="post"><h1 class="entry-title">{article.title}</h1><div class="meta">'
        f'<time datetime="{article.iso}T08:00:00+08:00">{article.iso}</time> 来源：{article.source}</div>'
        f'<div class="entry">{_paragraphs(article)}</div><div class="tags">标签：<a>环保</a><a>会议</a></div></div>'
        f"<div class=comments><h3>全部评论（3）</h3>{comments}</div>{_foot(article)}"
    )
    head = f'<title>{article.title}</title><meta property="article:published_time" content="{article.iso}T08:00:00+08:00">'
    return _page(head, body)


def newspaper(article: Article) -> str:
    """The electronic edition of a newspaper: the other articles of the page are listed, the text in cells."""
    text = "".join(f"<P>　　{escape(text)}</P>" for text in article.paragraphs)
    body = (
        f"<table><tr><td>{article.iso} 星期三</td><td>第A01版：要闻</td><td>上一版 下一版</td></tr></table>"
        f"<table><tr><td><ul>{_links(article.others)}</ul></td><td><table><tr><td>标题导航</td></tr><tr><td>"
        f"<strong>{article.title}</strong></td></tr><tr><td>来源：{article.source}　{article.year}年{article.month}月{article.day}日</td></tr>"
        f"<tr><td><founder-content>{text}</founder-content></td></tr><tr><td>放大 缩小 默认 朗读</td></tr></table></td></tr></table>"
        f"<div>{article.place}日报社版权所有，未经书面授权不得复制或建立镜像。</div>"
    )
    return _page(f"<title>{article.place}日报数字报-{article.title}</title>", body)


def page_for_phones(article: Article) -> str:
    """A page for phones: invitations to an app around and within the text."""
    body = (
        f"<header><a>打开APP</a><a>返回</a></header><h1>{article.title}</h1><div class=info><span>{article.source}</span> "
        f"<span>{article.iso} 07:45</span> <span>关注</span></div><div class=content>{_paragraphs(article, '')}<div>展开全文</div></div>"
        f"<div class=open><p>打开APP，查看更多精彩内容</p></div><div class=list><h3>大家都在看</h3>"
        + "".join(
            f"<div class=card><p>{t}</p><span>{p}次阅读</span></div>"
            for p, t in enumerate(article.others, 100)
        )
        + "</div>"
    )
    return _page(f"<title>{article.title}</title>", body)


def words_in_pieces(article: Article) -> str:
    """Text pasted from Word: every word in a font of its own, paragraphs of Word's own kind, an unclosed tag."""

    def cut(text: str) -> str:
        return "".join(
            f'<span lang="EN-US"><font face="仿宋">{escape(text[n : n + 7])}</font></span>'
            for n in range(0, len(text), 7)
        )

    text = "".join(
        f'<p class="MsoNormal" style="text-indent:32.0pt">{cut(p)}<o:p></o:p></p>' for p in article.paragraphs
    )
    body = (
        f"{_nav()}<center><b><span>{article.title}</span></b><br>（{article.iso}）</center><div class=con><div><div>{text}</div></div>"
        f"<p>信息来源：{article.source}</p><p>审核：小文</p>{_share()}<ul>{_links(article.others[:4])}</ul>{_foot(article)}"
    )
    return _page(f"<title>{article.title}</title>", body)


LAYOUTS: tuple[Callable[[Article], str], ...] = (
    portal_of_government, catalogue_of_disclosure, wechat, wechat_fetched, tables_and_fonts, news_site,
    divisions_and_breaks, sidebar_first, page_with_comments, newspaper, page_for_phones, words_in_pieces,
)  # fmt: skip
ENCODINGS = {"tables_and_fonts": "gb18030", "newspaper": "gb18030", "nested_tables": "gb18030"}


def forum(article: Article) -> str:
    """A report posted in a forum: the poster's card beside it, signatures and replies below."""
    text = "<br />\r\n<br />\r\n".join(f"　　{escape(text)}" for text in article.paragraphs)
    replies = "".join(
        "<table class=plhin><tr><td>网友甲<br>积分 35</td><td>顶，说得好，关键要看落实。</td></tr></table>"
        for _ in range(3)
    )
    body = (
        f"<div id=hd><h2>某某论坛</h2><ul>{_links(NAVIGATION)}</ul></div><div id=pt>论坛 › 时政 › 查看内容</div>"
        f"<table class=plhin><tr><td><p>管理员</p><p>主题 12 | 帖子 340 | 积分 999</p></td><td><h1><span>{article.title}</span></h1>"
        f"<em>发表于 {article.year}-{article.month}-{article.day} 08:30:12</em> | 只看该作者<div class=t_f>{text}<br />（来源：{article.source}）</div>"
        f"<div class=sign>本帖由系统自动整理，不代表本站立场。</div></td></tr></table>{replies}<div>高级模式 B Color Image 发表回复</div>"
    )
    return _page(f"<title>{article.title} - 时政 - 某某论坛 - Powered by Discuz!</title>", body)


def stream_of_news(article: Article) -> str:
    """A page of an aggregator: classes without meaning, a stream of other articles with sentences behind."""
    stream = "".join(
        f"<div class=x9><div class=k2>{t}</div><div class=k3>{d}</div><div>某号 · 3评论</div></div>"
        for t, d in zip(article.others, article.digests, strict=False)
    )
    body = (
        f"<div class=x1><div class=x2>{article.title}</div><div class=x3><span>{article.iso} 11:02</span><span> · </span><span>{article.source}</span></div>"
        f"<article class=x4>{''.join(f'<p class=q>{escape(p)}</p>' for p in article.paragraphs)}</article><div class=x5>举报 收藏 评论 0</div></div>"
        f"<div class=x8>{stream}</div><div>© 某某网 违法和不良信息举报</div>"
    )
    return _page(f"<title>{article.title}</title>", body)


def page_of_a_department(article: Article) -> str:
    """A page of a department built on lists of definitions; facts stand below the text."""
    body = (
        f"<div id=header><a>{article.place}生态环境局</a></div><div id=main-menu>{_links(NAVIGATION)}</div><div class=location>首页 / 环保要闻</div>"
        f"<dl><dt class=headline>{article.title}</dt><dd class=text>{''.join(f'<div>{escape(p)}</div>' for p in article.paragraphs)}</dd>"
        f"<dd class=facts>信息来源：{article.source}</dd><dd class=facts>发布时间：{article.iso}</dd></dl>"
        f"<div>【我要纠错】【返回顶部】</div><div id=bottom>Copyright {article.place}生态环境局 All Rights Reserved</div>"
    )
    return _page(f"<title>{article.place}生态环境局 {article.title}</title>", body)


def printable(article: Article) -> str:
    """The version for printing: hardly any frame; address and day of printing below."""
    body = (
        f"<p align=center><b>{article.title}</b></p><p align=center>{article.year}年{article.month}月{article.day}日　{article.source}</p><hr>"
        f"{''.join(f'<p>{escape(p)}' for p in article.paragraphs)}<hr><p>原文链接：http://www.example.gov.cn/art/1.html</p>"
        "<p><a href=javascript:print()>打印</a></p>"
    )
    return _page("<title>打印文章</title>", body)


HELD_OUT: tuple[Callable[[Article], str], ...] = (forum, stream_of_news, page_of_a_department, printable)
"""Written after the reader was done, and used to better it later."""
