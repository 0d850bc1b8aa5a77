"""A page is read as it is seen, and what stands beside the report comes after it."""

import pytest

from ecoledger.errors import UnreadableError
from ecoledger.intake.html import read_html
from ecoledger.intake.limit import MAX_TAGS

PROSE = "会议强调，要持续改善湖泊水质，加快补齐短板。"


def lines(body: str) -> list[str]:
    return read_html(f"<html><body>{body}</body></html>", "页")[0].split("\n")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<td>发布机构：</td><td>某市生态环境局</td>", ["发布机构：某市生态环境局"]),
        ("<table><tr><td>序号</td><td>任务</td></tr></table>", ["序号", "任务"]),
        ("<span>要加</span><span>强治理</span>", ["要加强治理"]),
        ("<p>发布：<span>2024-03-05</span><span>来源：某报</span></p>", ["发布：2024-03-05 来源：某报"]),
        ("<p>一<br>二</p>三", ["一", "二", "三"]),
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
    assert found == [PROSE, PROSE, "主办单位：某某", PROSE[:12]]


def test_a_box_that_holds_the_report_is_the_report():
    assert lines(f"<p>头</p><div class=sidebar><p>{PROSE}</p></div><p>尾</p>") == ["头", PROSE, "尾"]


@pytest.mark.parametrize(
    ("head", "body", "meta"),
    [
        ("<meta name=ArticleTitle content=全市大会><title>站</title>", "", {"title": "全市大会"}),
        ("<title>某日报数字报-某市召开推进大会</title>", "<b>某市召开推进大会</b>", {"title": "某市召开推进大会"}),
        ("<title>某市召开推进大会-某网</title>", "<b>某市召开推进大会</b>", {"title": "某市召开推进大会-某网"}),
        ("<meta property='og:site_name' content='微信公众平台'>", "", {}),
        ("", "<div id=js_content>字</div><a id=js_name> 某地发布 </a><script>var ct = \"1709654400\";</script>",
         {"source": "某地发布", "date": "2024-03-06"}),
        ("", "<script>var ct = \"1709654400\";</script>", {}),
    ],
)  # fmt: skip
def test_the_page_states_its_facts(head, body, meta):
    assert read_html(f"<html><head>{head}</head><body><p>字</p>{body}</body></html>", "页")[1] == meta


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
