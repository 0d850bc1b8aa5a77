"""A page is read as it is seen, and what stands beside the report comes after it."""

import pytest

from ecoledger.errors import UnreadableError
from ecoledger.intake.html import REST, looks_like_html, read_html
from ecoledger.intake.limit import MAX_TAGS

PROSE = "会议强调，要持续改善湖泊水质，加快补齐短板。"


def lines(body: str) -> list[str]:
    return read_html(f"<html><body>{body}</body></html>", "页")[0].split("\n")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<td>发布机构：</td><td>某市生态环境局</td>", ["发布机构：某市生态环境局"]),
        ("<table><tr><td>序号</td><td>任务</td></tr></table>", ["序号", "任务"]),
        ("<th>发布机构</th><td>某市水务局</td>", ["发布机构：某市水务局"]),
        ("<dl><dt>来源</dt><dd>某报</dd></dl>", ["来源：某报"]),
        ("<li><span>發佈日期</span><span>2024-03-05</span></li>", ["發佈日期：2024-03-05"]),
        ("<tr><td>来源</td></tr><tr><td>去向</td></tr>", ["来源", "去向"]),
        ("<span>要加</span><span>强治理</span>", ["要加强治理"]),
        ("<p>发布：<span>2024-03-05</span><span>来源：某报</span></p>", ["发布：2024-03-05 来源：某报"]),
        ("<p>一<br>二</p>三", ["一", "二", "三"]),
        ("<h1>某市召开<br>推进大会</h1>", ["某市召开 推进大会"]),
        ("<pre>一\n二</pre>", ["一", "二"]),
        ("<p hidden>暗</p><p style='visibility:hidden'>暗</p><p>明</p>", ["明"]),
        ("<div id=js_content style='visibility: hidden; opacity: 0;'><p>明</p></div>", ["明"]),
    ],
)
def test_what_is_seen_is_read(body, expected):
    assert lines(body) == expected


def test_a_hidden_menu_stays_hidden():
    menu = "<ul><li><a>甲地会议</a></li><li><a>乙地会议</a></li><li><a>丙地会议</a></li></ul>"
    assert lines(f"<p>{PROSE}</p><div style='display: none'>{menu}</div><noscript>{menu}</noscript>") == [
        PROSE
    ]


@pytest.mark.parametrize(
    "box",
    [
        "<div class='recommend-box'><p>推荐</p></div>",
        "<nav>推荐</nav>",
        "<div><div class=c><h5>推荐</h5><p>甲地开展活动，很受欢迎。</p></div>"
        "<div class=c><h5>推荐</h5><p>乙地开展活动，很受欢迎。</p></div>"
        "<div class=c><h5>推荐</h5><p>丙地开展活动，很受欢迎。</p></div></div>",
        "<aside><p>推荐</p></aside>",
        "<div><h4>推荐</h4></div>".replace(
            "</div>", "<a>甲地召开会议</a><a>乙地召开会议</a><a>丙地召开会议</a></div>"
        ),
    ],
)
def test_what_stands_beside_comes_last(box):
    found = lines(f"<p>{PROSE}</p>{box}<p>{PROSE}</p><div class=footer>主办单位：某某</div>")
    assert found[:2] == [PROSE, PROSE]
    assert "推荐" in "".join(found[2:])


def test_a_column_before_the_report_comes_behind_the_foot():
    found = lines(
        f"<div class=side>{PROSE[:12]}</div><p>{PROSE}</p><p>{PROSE}</p><div class=footer>主办单位：某某</div>"
    )
    assert found == [PROSE, PROSE, REST, "主办单位：某某", PROSE[:12]]


def test_a_box_that_holds_the_report_is_the_report():
    assert lines(f"<p>头</p><div class=sidebar><p>{PROSE}</p></div><p>尾</p>") == ["头", PROSE, "尾"]


@pytest.mark.parametrize(
    ("head", "body", "meta"),
    [
        ("<meta name=ArticleTitle content=全市大会><title>站</title>", "", {"title": "全市大会"}),
        ("<title>某日报数字报-某市召开推进大会</title>", "<b>某市召开推进大会</b>", {"title": "某市召开推进大会", "site": "某日报"}),
        ("<title>某市召开推进大会-某网</title>", "<b>某市召开推进大会</b>", {"title": "某市召开推进大会"}),
        ("<title>某市召开推进大会_要闻_某市新闻网</title>", "<b>某市召开推进大会</b>", {"title": "某市召开推进大会", "site": "某市新闻网"}),
        ("<title>某市召开推进大会-某网</title>", "", {"title": "某市召开推进大会-某网"}),
        ("<title>某市政府 某市召开推进大会</title>", "<p>某市政府</p><p>某市召开推进大会</p>", {"title": "某市召开推进大会"}),
        ("<title>某市召开推进大会_某网</title>", "<h1>某市召开<br>推进大会</h1>", {"title": "某市召开推进大会"}),
        ("<title>打印文章</title>", "<h1>某市召开推进大会</h1>", {"title": "某市召开推进大会"}),
        ("<meta name=ArticleTitle content=某市召开推进大会><title>某网</title>", "<h1>某市政务公开平台</h1>", {"title": "某市召开推进大会"}),
        ("<meta property='og:site_name' content='微信公众平台'>", "", {}),
        ("", "<div id=js_content>字</div><a id=js_name> 某地发布 </a><script>var ct = \"1709654400\";</script>",
         {"source": "某地发布", "date": "2024-03-06"}),
        ("", "<script>var ct = \"1709654400\";</script>", {}),
    ],
)  # fmt: skip
def test_the_page_states_its_facts(head, body, meta):
    assert read_html(f"<html><head>{head}</head><body><p>字</p>{body}</body></html>", "页")[1] == meta


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        ("<meta name='DC.Date.Issued' content=2024-03-05><meta name='DC.Publisher' content=某报>",
         {"date": "2024-03-05", "source": "某报"}),
        ("<meta name=Pubdate content='2024-03-05 08:00'><meta name=Source content='http://a.example.cn'>",
         {"date": "2024-03-05 08:00"}),
        ("<meta itemprop=datePublished content=2024-03-05><meta property='og:site_name' content=某网>",
         {"date": "2024-03-05", "site": "某网"}),
        ("<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"WebSite\", \"name\": \"某网\"}, {\"headline\": \"某市大会\","
         "\"datePublished\": \"2024-03-05\", \"author\": [{\"name\": \"某某\"}], \"publisher\": {\"name\": \"某报\"}}]}</script>",
         {"title": "某市大会", "date": "2024-03-05", "author": "某某", "source": "某报"}),
        ("<script type='application/ld+json'>{\"title\": \"某市大会\", \"pubDate\": \"2024-03-05T08:00:01\"}</script>",
         {"title": "某市大会", "date": "2024-03-05T08:00:01"}),
        ("<script type='application/ld+json'>{\"datePublished\": [</script>", {}),
        (f"<script type='application/ld+json'>{'[' * 100_000}</script>", {}),
        ("<script type='application/ld+json'>{\"datePublished\": {}, \"author\": [[1]], \"headline\": 7}</script>", {}),
    ],
)  # fmt: skip
def test_the_head_states_facts_in_many_vocabularies(head, facts):
    assert read_html(f"<html><head>{head}</head><body><p>字</p></body></html>", "页")[1] == facts


@pytest.mark.parametrize(
    ("text", "page"),
    [
        (f"某市召开大会<br>\n{PROSE}\n{PROSE}\n{PROSE}\n{PROSE}", False),
        (f"<p>某市召开大会\n{PROSE}\n{PROSE}\n{PROSE}\n{PROSE}\n{PROSE}", False),
        (f"{PROSE}\n" * 40 + "<b>重点</b>" * 4, False),
        (f"a<b 且 c>d\n{PROSE}", False),
        (f"<p>{PROSE}</p>", True),
        (f"<div>某市召开大会</div>\n<p>{PROSE}\n{PROSE}\n{PROSE}\n{PROSE}</p>", True),
        (f"某市召开大会<br>{PROSE}<br>{PROSE}<br>{PROSE}", True),
        (f"<!-- 页 -->\n<html><body>{PROSE}", True),
        (f"{PROSE}<br>\n" * 9, True),
    ],
)
def test_a_stray_tag_makes_no_page_and_a_piece_of_one_is_one(text, page):
    assert looks_like_html(text) == page


def test_boxes_of_content_are_no_cards():
    box = f"<section class=c><h3>亮点</h3><p>{PROSE}</p></section>"
    assert (
        lines(f"<div id=js_content><p>{PROSE}</p><p>{PROSE}</p>{box * 3}</div>")
        == [PROSE] * 2 + ["亮点", PROSE] * 3
    )


def test_deep_and_wide_pages_are_read():
    for depth in (2_000, 20_000):
        assert (
            "".join(lines("头" + "<div>" * depth + "底" + "</div>" * depth + "尾")).replace("\n", "")
            == "头底尾"
        )
    assert len(lines("<p>字</p>" * 50_000)) == 50_000


def test_a_page_of_nothing_but_tags_is_refused():
    with pytest.raises(UnreadableError, match="“页”的网页标签超过"):
        lines("<b>" * (MAX_TAGS + 1))
