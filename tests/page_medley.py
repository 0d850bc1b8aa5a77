"""Pages around an article in ten more manners: bars between facts, labels in lists, days in pieces, years left out."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tests.page_text import NAVIGATION, Article, whole_page, whole_text

if TYPE_CHECKING:
    from collections.abc import Callable


def _links(titles) -> str:
    return "".join(f"<li><a href='{n}.shtml'>{escape(t)}</a></li>" for n, t in enumerate(titles))


def bars_between_facts(article: Article) -> str:
    """A portal drawn by a program: each fact an element, label and value parted by a bar."""
    return whole_page(
        f"<title>{article.title}</title>",
        f"""<div id="app"><header><div class="logo">{article.place}人民政府</div><ul>{_links(NAVIGATION)}</ul></header>
<main><div class="bread"><span>首页</span><i>/</i><span>要闻动态</span><i>/</i><span>正文</span></div>
<div class="headline">{article.title}</div>
<div class="meta"><span>来源 | {article.source}</span><span>时间 | {article.iso} 09:30</span><span>编辑 | 小王</span><span>阅读 | 1024</span></div>
<div class="content">{whole_text(article)}</div><div class="ops"><button>打印</button><button>收藏</button></div></main>
<footer><p>版权所有：{article.place}人民政府　主办：{article.place}人民政府办公室</p><p>网站地图　联系我们</p></footer></div>""",
    )


def account_with_calls(article: Article) -> str:
    """An account's article, saved: calls to follow above and below, all who worked on it in one line with bars."""
    return whole_page(
        f'<title>{article.title}</title><meta property="og:title" content="{article.title}"><meta property="og:site_name" content="微信公众平台">',
        f"""<div id="js_article"><h1 id="activity-name">{article.title}</h1>
<div id="meta_content"><a id="js_name">{article.source}</a> <em id="publish_time">{article.year}年{article.month}月{article.day}日 18:05</em> <em>江西</em></div>
<div id="js_content"><section><section><p>点击上方蓝字</p><p>关注我们</p></section></section>
{whole_text(article, "<section><span style='font-size: 16px'>", "</span></section>")}
<section><p>— END —</p></section><section><p>来源丨{article.source}</p><p>编辑丨小王　责编丨小李　审核丨老张　监制丨老赵</p></section>
<section><p>往期推荐</p><p>▶ {article.others[0]}</p><p>▶ {article.others[1]}</p></section><section><p>点个“在看”，让更多人看到</p></section></div>
<div class="bar"><span>阅读 1289</span><span>赞 12</span><span>在看 9</span><span>写留言</span></div></div>""",
    )


def official_account_of_headlines(article: Article) -> str:
    """A platform of headlines: moment, a dot, and the account; what else the account wrote stands beside."""
    return whole_page(
        f"<title>{article.title}-今日头条</title>",
        f"""<div class="top"><a>下载客户端</a><a>添加到桌面</a><a>登录</a></div><div class="main"><div class="left">
<h1>{article.title}</h1><div class="article-meta"><span>{article.iso} 10:12</span><span>·</span><span class="name"><a>{article.source}官方账号</a></span></div>
<article>{whole_text(article)}</article><div class="do"><span>12</span><span>评论</span><span>收藏</span><span>举报</span></div>
<div class="comment"><div>评论 2</div><div>请先登录后发表评论</div><div><p>青山绿水</p><p>家乡的水越来越清了，点赞。</p><p>2天前·回复</p></div></div></div>
<div class="right"><div>{article.source}</div><button>关注</button><div>热门视频</div><ul>{_links(article.others[:4])}</ul></div></div>""",
    )


def three_facts_in_a_cell(article: Article) -> str:
    """An old page of tables in GBK: hour and seconds, no zeros, the source called that of the article."""
    return f"""<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>{article.place}环境保护网--新闻中心</TITLE></HEAD>
<BODY bgColor=#ffffff><TABLE width=778 align=center><TR><TD><IMG src=top.jpg></TD></TR><TR><TD>{"｜".join(f"<A href=#>{w}</A>" for w in NAVIGATION)}</TD></TR></TABLE>
<TABLE width=778 align=center><TR><TD width=180 vAlign=top><TABLE><TR><TD>栏目导航</TD></TR>{"".join(f"<TR><TD><A href=#>{w}</A></TD></TR>" for w in ("环保要闻", "通知公告", "环境监测", "污染防治"))}</TABLE></TD>
<TD vAlign=top><TABLE width="100%"><TR><TD align=center><FONT size=4><B>{article.title}</B></FONT></TD></TR>
<TR><TD align=center>发布时间:{article.year}-{article.month}-{article.day} 9:30:05&nbsp;&nbsp;文章来源:{article.source}&nbsp;&nbsp;点击次数:132</TD></TR><TR><TD><HR></TD></TR>
<TR><TD>{whole_text(article, "　　", "<BR>")}</TD></TR><TR><TD align=right>【<A href=#>打印此页</A>】【<A href=#>关闭窗口</A>】</TD></TR>
<TR><TD>上一篇：<A href=#>{article.others[0]}</A></TD></TR><TR><TD>下一篇：<A href=#>{article.others[1]}</A></TD></TR></TABLE></TD></TR></TABLE>
<TABLE width=778 align=center><TR><TD align=center>Copyright 2006 {article.place}环境保护局 All Rights Reserved</TD></TR></TABLE></BODY></HTML>"""


def facts_in_brackets(article: Article) -> str:
    """A city's site: every fact in a bracket of its own, the size of type among them."""
    return whole_page(
        f"<title>{article.title}-{article.place}门户网站</title>",
        f"""<div class="head"><ul>{_links(NAVIGATION)}</ul></div><div class="pos">您的位置：<a>网站首页</a>-&gt;<a>今日{article.place[:2]}</a>-&gt;<a>部门动态</a></div>
<div class="bt">{article.title}</div><div class="sx">【发布日期：{article.year}年{article.month:02}月{article.day:02}日】【信息来源：{article.source}】【阅读次数：<span>89</span>】【字号 <a>大</a> <a>中</a> <a>小</a>】【我要打印】</div>
<div class="nr">{whole_text(article, "<div>　　", "</div>")}</div><div class="xg"><b>相关信息</b><ul>{_links(article.others[:4])}</ul></div>
<div class="ft">{article.place}人民政府主办　技术支持：某某科技有限公司　更新日期：2025-01-06</div>""",
    )


def labels_in_a_list(article: Article) -> str:
    """A catalogue whose facts are terms and descriptions of a list, the term without a colon."""
    facts = (
        ("索引号", "01400023-4/2020-00021"),
        ("信息分类", "工作动态"),
        ("信息来源", article.source),
        ("发布时间", f"{article.iso}"),
        ("有效性", "有效"),
    )
    rows = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in facts)
    return whole_page(
        f"<title>{article.title}</title>",
        f"""<nav><ul>{_links(NAVIGATION)}</ul></nav><section><dl class="card">{rows}</dl><h2>{article.title}</h2>
<div class="txt">{whole_text(article)}</div><p>附件：无</p><p>分享</p></section><footer><p>{article.place}政务服务和大数据局运维</p></footer>""",
    )


def edition_with_leads(article: Article) -> str:
    """A paper's page on the net: day of the week and edition above, a line that leads, the writers, 本报讯."""
    day = f"{article.year}年{article.month:02}月{article.day:02}日"
    first, *rest = article.paragraphs
    return whole_page(
        f"<title>{article.place[:2]}日报数字报-{article.title}</title>",
        f"""<div class="h"><span>{day} 星期三</span><span>上一期</span><span>下一期</span></div><div class="l"><div>第01版：要闻</div><div>上一版</div><div>下一版</div>
<ul>{_links(article.others[:4])}</ul></div><div class="r"><div class="ops">放大 缩小 默认</div><div class="t2">以更高标准守护绿水青山</div><h1>{article.title}</h1><div class="t3">——各地各部门负责人参加</div>
<div class="by">{article.source}　{day}</div><div class="by">通讯员　小王</div><founder-content><p>　　本报讯 {escape(first)}</p>{"".join(f"<p>　　{escape(p)}</p>" for p in rest)}</founder-content></div>
<div class="f">版权所有 {article.place[:2]}日报社 未经许可不得转载</div>""",
    )


def day_in_pieces(article: Article) -> str:
    """A large agency's page: year, day and hour in elements of their own, stacked."""
    return whole_page(
        f'<title>{article.title}-{article.place[:2]}网</title><meta name="keywords" content="生态,环保">',
        f"""<div class="header"><div class="header-time"><span class="year">{article.year}</span><span class="day"><em>{article.month:02}</em>/<em>{article.day:02}</em></span><span class="time">11:20:35</span></div>
<div class="source">来源：{article.source}</div><h1><span class="title">{article.title}</span></h1><div>字体：小 中 大</div><div>分享到：</div></div>
<div class="main"><div id="detail">{whole_text(article, "<p>　　")}</div><div class="editor"><span>【纠错】</span><span>【责任编辑:小王】</span></div></div>
<div class="more"><div>深度观察</div><ul>{_links(article.others[:3])}</ul><div>新闻热评</div><ul>{_links(article.others[3:6])}</ul></div><div class="foot">Copyright © 2000 - 2024 {article.place[:2]}网</div>""",
    )


def bar_behind_the_hour(article: Article) -> str:
    """A party paper's page: day and hour run together, a bar, the source; editors in brackets behind the text."""
    return whole_page(
        f"<title>{article.title}--{article.place}频道--{article.place[:2]}网</title>",
        f"""<div class="path"><a>{article.place[:2]}网</a>&gt;&gt;<a>{article.place}频道</a></div><div class="col"><h4>绿水青山</h4><h1>{article.title}</h1>
<div class="channel"><div class="l">{article.year}年{article.month:02}月{article.day:02}日09:30 | 来源：<a>{article.source}</a></div><div class="r">小字号</div></div>
<div class="rm">{whole_text(article, "<p style='text-indent: 2em'>　　")}<div class="edit">(责编：小王、小李)</div></div>
<div class="share">分享让更多人看到</div><div class="rec"><h3>推荐阅读</h3><ul>{_links(article.others[:4])}</ul></div></div><div class="cr">{article.place[:2]} 网 版 权 所 有 ，未 经 书 面 授 权 禁 止 使 用</div>""",
    )


def year_left_to_the_head(article: Article) -> str:
    """An app's page to share: month and day alone on the page, the whole day in the head."""
    return whole_page(
        f'<title>{article.title}</title><meta property="article:published_time" content="{article.iso}T08:15:00+08:00"><meta name="viewport" content="width=device-width">',
        f"""<div class="bar"><span>打开客户端，体验更流畅</span><button>打开</button></div><div class="art"><h1>{article.title}</h1>
<div class="info"><img><div><b>{article.source}</b><small>{article.month:02}-{article.day:02} 08:15</small></div><div>+关注</div></div>
{whole_text(article)}<div class="fold">展开全文</div></div><div class="c"><p>热门评论</p><p>暂无评论，快来抢沙发</p></div><div class="n"><p>为你推荐</p><ul>{_links(article.others[:4])}</ul></div>""",
    )


MEDLEY: tuple[Callable[[Article], str], ...] = (
    bars_between_facts,
    account_with_calls,
    official_account_of_headlines,
    three_facts_in_a_cell,
    facts_in_brackets,
    labels_in_a_list,
    edition_with_leads,
    day_in_pieces,
    bar_behind_the_hour,
    year_left_to_the_head,
)
