"""Pages around an article in ten further manners: labels in English or tables, facts below the text, texts in pieces."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tests.page_text import NAVIGATION, Article, whole_page, whole_text

if TYPE_CHECKING:
    from collections.abc import Callable


def _links(titles) -> str:
    return "".join(
        f"<li><a href='{n}.jhtml' title='{escape(t)}'>{escape(t)}</a></li>" for n, t in enumerate(titles)
    )


def facts_below_the_text(article: Article) -> str:
    """A town's page: nothing but the title above, who sent it in and when in the last lines."""
    return whole_page(
        f"<title>{article.place}·{article.title}</title>",
        f"""<div class="menu">{"".join(f"<a>{w}</a>" for w in NAVIGATION)}</div><div class="box"><p class="tt">{article.title}</p>
<div class="cc">{whole_text(article)}</div><p style="text-align:right">（{article.source}供稿）</p><p style="text-align:right">{article.year}年{article.month}月{article.day}日</p></div>
<div class="b">地址：{article.place}解放路8号 邮政编码：330000 技术支持：某某网络</div>""",
    )


def table_with_two_columns(article: Article) -> str:
    """Disclosure: a table whose labels have no colon, two facts a row, the source last."""
    rows = (
        ("标题", article.title, "发文字号", ""),
        ("索引号", f"K{article.year}0101-2000-00011", "生成日期", article.iso),
        ("公开方式", "主动公开", "公开时限", "常年公开"),
        ("发布机构", article.source, "文件下载", "无"),
    )
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return whole_page(
        f"<title>{article.place}政府信息公开</title>",
        f"""<h2>政府信息公开</h2><ul>{_links(("公开指南", "公开制度", "法定主动公开内容", "依申请公开"))}</ul>
<table border="1">{table}</table><div id="content">{whole_text(article)}</div><div><a>【打印】</a><a>【关闭】</a></div>""",
    )


def heading_in_the_text(article: Article) -> str:
    """The title is the first paragraph in the editor's own type, and not a heading; facts stand behind it."""
    return whole_page(
        "<title>查看信息</title>",
        f"""<div id="nav">{"|".join(f"<a>{w}</a>" for w in NAVIGATION)}</div><div id="view"><p align="center"><strong><span style="font-size:22pt">{article.title}</span></strong></p>
<p align="center"><span>{article.source}</span>&nbsp;&nbsp;<span>{article.iso}</span></p>{whole_text(article, '<p class="MsoNormal" style="text-indent:32pt"><span lang="EN-US">', "</span></p>")}</div>
<div id="pn">上一条：{article.others[0]}<br>下一条：{article.others[1]}</div>""",
    )


def list_beside_in_the_middle(article: Article) -> str:
    """A news site: facts in a list, a box of other news in the middle of the text, tags and editors behind it."""
    half = len(article.paragraphs) // 2
    parts = [f"<p>{escape(p)}</p>" for p in article.paragraphs]
    box = f"<div class='hot-news'><h4>今日热点</h4><ul>{_links(article.others[:4])}</ul></div>"
    return whole_page(
        f'<title>{article.title}_{article.place}_新闻中心</title><meta name="description" content="{article.paragraphs[0][:60]}">',
        f"""<h1>{article.title}</h1><ul class="inf"><li>{article.iso} 14:05:10</li><li>来源: <a>{article.source}</a></li><li>评论 <b>0</b> 条</li><li><a>投稿</a></li><li>字号：<a>小</a> <a>中</a> <a>大</a></li></ul>
<div class="txt">{"".join(parts[:half])}{box}{"".join(parts[half:])}</div><p>标签：<a>环保</a> <a>会议</a></p><p>责编：小王 审核：小李</p><p>{article.place}新闻热线：0791-12345678</p>""",
    )


def english_labels(article: Article) -> str:
    """A theme of a weblog not translated: Published, By, Category."""
    return whole_page(
        f"<title>{article.title} – {article.source}</title>",
        f"""<header><a>{article.source}</a><nav>{"".join(f"<a>{w}</a>" for w in NAVIGATION[:5])}</nav></header><article><h1 class="entry-title">{article.title}</h1>
<div class="entry-meta">Published <time datetime="{article.iso}T08:00:00+08:00">{article.iso}</time> | By <span>{article.source}</span> | Category <a>新闻</a></div>
<div class="entry-content">{whole_text(article)}</div></article><aside><h3>Recent Posts</h3><ul>{_links(article.others[:5])}</ul></aside><footer>Powered by WordPress</footer>""",
    )


def calendar_leaf(article: Article) -> str:
    """A leaf of a calendar beside the title: the day large, year and month below it; the source with an icon."""
    return whole_page(
        f"<title>{article.title} - {article.place}林业局</title>",
        f"""<div class="top">{"".join(f"<a>{w}</a>" for w in NAVIGATION)}</div><div class="hd"><div class="date"><b>{article.day:02}</b><i>{article.year}-{article.month:02}</i></div><h1>{article.title}</h1>
<p><i class="icon-from"></i>信息来源：{article.source} <i class="icon-eye"></i>浏览量：<span id="hits">56</span>次</p></div><div class="con">{whole_text(article)}</div><div class="bdsharebuttonbox"><a>分享</a></div>""",
    )


def notice_of_reprint(article: Article) -> str:
    """A trade's site: 日期 and 来源 in a grey line, what it asks of readers, a notice of reprint in many words."""
    return whole_page(
        f"<title>{article.title}-行业资讯-某某环保设备网</title>",
        f"""<div class="crumbs">当前位置：首页 &gt; 资讯中心 &gt; 行业资讯 &gt; 正文</div><h1>{article.title}</h1><div class="grey">日期：{article.iso} 来源：{article.source} 评论：0 点击：318</div>
<div class="ad">某某环保设备，品质保障，欢迎来电咨询</div><div class="intro">核心提示：{article.paragraphs[0][:40]}</div><div class="body">{whole_text(article)}</div>
<div class="dec">免责声明：本网转载自其它媒体的文章，目的在于弘扬科技创新精神，传递更多科技创新信息，并不代表本网赞同其观点和对其真实性负责。如涉及作品内容、版权和其它问题，请在30日内与本网联系。</div>
<div>[ 资讯搜索 ] [ 加入收藏 ] [ 告诉好友 ] [ 打印本文 ] [ 关闭窗口 ]</div><div class="rel"><b>同类资讯</b><ul>{_links(article.others[:5])}</ul></div>""",
    )


def lines_of_one_block(article: Article) -> str:
    """All in one block parted by line breaks: title, facts, paragraphs, editor; spaces for indents."""
    text = "<br><br>".join(f"&emsp;&emsp;{escape(p)}" for p in article.paragraphs)
    return whole_page(
        f"<title>{article.title}</title>",
        f"""<div>{"&nbsp;&nbsp;".join(NAVIGATION)}<br><br><b>{article.title}</b><br><br>{article.source}&emsp;{article.year}.{article.month:02}.{article.day:02}<br><br>{text}<br><br>编辑：小王<br>返回列表</div>""",
    )


def time_before_the_title(article: Article) -> str:
    """A stream: moment and account stand above the title; counts and other pieces of the stream below."""
    return whole_page(
        f"<title>{article.title}</title>",
        f"""<div class="stream"><div class="who"><img><div>{article.source}</div><div>{article.iso} 17:20 来自 微博网页版</div></div><div class="t">【{article.title}】</div>
{whole_text(article, "<div>", "</div>")}<div class="n"><span>转发 12</span><span>评论 3</span><span>赞 45</span></div></div><div class="stream"><div>{article.others[0]}</div></div><div class="stream"><div>{article.others[1]}</div></div>""",
    )


def words_of_the_office(article: Article) -> str:
    """An office's system: number of the issue, the office that prepares it and the day in one line; recipients below."""
    return whole_page(
        "<title>工作简报</title>",
        f"""<h1>环保工作简报</h1><p align=center>第 12 期（总第 85 期）</p><p><span>{article.source}编</span>　　　<span>{article.year}年{article.month}月{article.day}日</span></p><hr>
<h2>{article.title}</h2>{whole_text(article)}<hr><p>报：市委办公室，市政府办公室。</p><p>送：各县（市、区）人民政府。</p>""",
    )


VARIETY: tuple[Callable[[Article], str], ...] = (
    facts_below_the_text,
    table_with_two_columns,
    heading_in_the_text,
    list_beside_in_the_middle,
    english_labels,
    calendar_leaf,
    notice_of_reprint,
    lines_of_one_block,
    time_before_the_title,
    words_of_the_office,
)
