"""Pages around an article in ten plain manners: few marks of their own, facts in lines and sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.page_text import NAVIGATION, Article, whole_page, whole_text

if TYPE_CHECKING:
    from collections.abc import Callable


def _links(titles) -> str:
    return "".join(f"<li><a href='{n}.html'>{t}</a></li>" for n, t in enumerate(titles))


def printed_page(article: Article) -> str:
    """A paper's page: a line above the title, the writer, the paper's name in angle marks with day and edition."""
    return whole_page(
        f"<title>{article.title}</title>",
        f"<div>{_links(NAVIGATION)}</div><h3>守护一江清水</h3><h1>{article.title}</h1><h2></h2><p class=sec>本报记者 小王 《{article.source}》（ {article.year}年{article.month:02}月{article.day:02}日 第 01 版）</p><div id=ozoom>{whole_text(article, '<p>　　')}</div><div>{_links(article.others[:4])}</div>",
    )


def page_of_an_app(article: Article) -> str:
    """An app's page: facts in one line, the writer in brackets and the editor behind the text."""
    return whole_page(
        f"<title>{article.title}</title>",
        f"<div class=t>{article.title}</div><div class=i>来源：{article.source} 时间：{article.iso} 阅读：1万+</div>{whole_text(article)}<p>（记者：小王）</p><p>编审：小李</p><div>相关推荐<ul>{_links(article.others[:3])}</ul></div>",
    )


def labels_in_english(article: Article) -> str:
    """A portal for foreigners: Updated and Source."""
    return whole_page(
        f"<title>{article.title} - Government Portal</title>",
        f"<ul><li><a>Home</a></li><li><a>News</a></li><li><a>Services</a></li></ul><h1>{article.title}</h1><div>Updated: {article.iso} &nbsp; Source: {article.source}</div>{whole_text(article)}<div>Copyright © All rights reserved</div>",
    )


def line_of_four_facts(article: Article) -> str:
    """An old page: hour, writer, source and count in one line, no heading of its own."""
    return whole_page(
        "<title>新闻详情</title>",
        f"<table><tr><td>{'</td><td>'.join(NAVIGATION)}</td></tr></table><center><h3>{article.title}</h3>时间：{article.iso} 作者：admin 来源：{article.source} 浏览：34</center>{whole_text(article, '<br>&nbsp;&nbsp;&nbsp;&nbsp;', '')}<br><center>[返回顶部] [关闭]</center>",
    )


def who_put_it_there(article: Article) -> str:
    """A site that names who put it there, when, and who looked it over."""
    return whole_page(
        f"<title>{article.title}</title>",
        f"<div>{_links(NAVIGATION)}</div><h2>{article.title}</h2><p><span>信息发布：{article.source}</span><span>发布时间：{article.year}-{article.month:02}-{article.day:02} 10:33</span><span>信息审核：小王</span></p>{whole_text(article)}<p>扫一扫手机浏览</p>",
    )


def brackets_with_gaps(article: Article) -> str:
    """Every fact in a bracket, one of them empty."""
    return whole_page(
        f"<title>{article.title}</title>",
        f"<h1>{article.title}</h1><div>【来源：{article.source}】【作者：】【日期：{article.iso}】【点击：77】</div>{whole_text(article)}<div>{_links(article.others[:5])}</div>",
    )


def page_of_a_word_processor(article: Article) -> str:
    """A page that a word processor wrote: title, organ and day in lines of their own, no head."""
    return whole_page(
        "<title></title>",
        f"<p class=MsoNormal align=center><b>{article.title}</b></p><p class=MsoNormal align=center>{article.source}</p><p class=MsoNormal align=center>（{article.year}年{article.month}月{article.day}日）</p>{whole_text(article, '<p class=MsoNormal>')}",
    )


def dots_between_facts(article: Article) -> str:
    """A weblog of a platform: source, day and minutes of reading parted by dots."""
    return whole_page(
        f"<title>{article.title}｜{article.source}</title>",
        f"<h1>{article.title}</h1><div><a>{article.source}</a> · {article.year}/{article.month}/{article.day} · 阅读约3分钟</div>{whole_text(article)}<div>喜欢此内容的人还喜欢</div><ul>{_links(article.others[:3])}</ul>",
    )


def labels_above_values(article: Article) -> str:
    """Labels and values in lines of their own."""
    return whole_page(
        f"<title>{article.title}</title>",
        f"<h1>{article.title}</h1><div>发布单位</div><div>{article.source}</div><div>发布时间</div><div>{article.iso}</div>{whole_text(article)}<div>相关附件</div>",
    )


def day_in_a_sentence(article: Article) -> str:
    """Who published it on which day, in a sentence."""
    return whole_page(
        f"<title>{article.title}</title>",
        f"<h1>{article.title}</h1><p>{article.source} 于 {article.iso} 发布　共 52 人阅读</p>{whole_text(article)}",
    )


PLAIN: tuple[Callable[[Article], str], ...] = (
    printed_page,
    page_of_an_app,
    labels_in_english,
    line_of_four_facts,
    who_put_it_there,
    brackets_with_gaps,
    page_of_a_word_processor,
    dots_between_facts,
    labels_above_values,
    day_in_a_sentence,
)
