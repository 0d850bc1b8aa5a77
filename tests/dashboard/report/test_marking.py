"""Report text is shown as text, with marks at the right words of the restored and of the published text."""

import re
import time
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.report.marking import Mark, mark_clean, mark_commitment, mark_original, mark_text
from dashboard.report.reader import write_reader
from ecoledger.pipeline import parse
from ecoledger.restore.restoration import restore_words
from tests.conftest import ROOT, SEEDS
from tests.restore.garbler import garble, random_table
from tests.test_pipeline import plain

SAMPLES = sorted((ROOT / "data" / "reports").iterdir())
CLEAN = sorted(SEEDS.glob("*.clean.txt"))
READINGS = {
    "环": "huán",
    "境": "jìng",
    "态": "tài",
    "护": "hù",
    "发": "fā",
    "进": "jìn",
    "设": "shè",
    "要": "yào",
}
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;</mark></s>"

CASES = [
    ("确保年底前完成", [Mark(2, 5, "deadline")], '确保<mark class="deadline">年底前</mark>完成'),
    ("年底前", [Mark(0, 3, "action", 1)], '<sup>1\u2060</sup><mark class="action">年底前</mark>'),
    (
        "一二三四",
        [Mark(0, 3, "action", 7), Mark(1, 4, "target")],
        '<sup>7\u2060</sup><mark class="action">一<mark class="target">二三</mark></mark><mark class="target">四</mark>',
    ),
    (
        "一二三",
        [Mark(1, 3, "target"), Mark(0, 3, "action"), Mark(1, 3, "body")],
        '<mark class="action">一<mark class="target"><mark class="body">二三</mark></mark></mark>',
    ),
    ("境(jìng)", [Mark(1, 7, "reading")], "境<s>(jìng)</s>"),
    ("首页", [Mark(0, 2, "out")], '<s class="out">首页</s>'),
    (
        "一",
        [Mark(0, 1, "action", item="3", note='"&')],
        '<mark class="action" data-item="3" data-note="&quot;&amp;">一</mark>',
    ),
    ("<b>&\"'", [], "&lt;b&gt;&amp;&quot;&#x27;"),
    ("<i>", [Mark(0, 3, "target")], '<mark class="target">&lt;i&gt;</mark>'),
    ("短", [Mark(0, 2, "target")], "短"),
    ("", [], ""),
]


@pytest.mark.parametrize(("text", "marks", "expected"), CASES)
def test_marks_stand_at_their_words(text, marks, expected):
    assert mark_text(text, marks) == expected


class Elements(HTMLParser):
    """The words under each look and item, and whether every element is closed in its turn."""

    def __init__(self, html):
        super().__init__()
        self.open, self.words, self.nested = [], {}, True
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        self.open.append((tag, f"#{named['data-item']}" if "data-item" in named else named.get("class", tag)))

    def handle_endtag(self, tag):
        self.nested = self.nested and bool(self.open) and self.open.pop()[0] == tag

    def handle_data(self, data):
        if not any(tag == "sup" for tag, _ in self.open):
            for look in {look for _, look in self.open}:
                self.words[look] = self.words.get(look, "") + data


marks = st.lists(
    st.builds(Mark, st.integers(0, 12), st.integers(0, 12), st.sampled_from(["action", "target", "out"]))
)


@given(st.text(alphabet="甲乙<&>\"'\n", max_size=12), marks)
def test_each_word_is_shown_under_its_marks_and_none_is_lost(text, marks):
    html = mark_text(text, marks)
    assert unescape(re.sub(r"<[^>]+>", "", html)) == text
    elements = Elements(html)
    assert elements.nested
    assert not elements.open
    for look in ("action", "target", "out"):
        own = [mark for mark in marks if mark.look == look and 0 <= mark.start < mark.end <= len(text)]
        wanted = "".join(c for at, c in enumerate(text) if any(m.start <= at < m.end for m in own))
        assert elements.words.get(look, "") == wanted


def assert_chosen_words_are_right(report):
    """What a choice frames in either text are the words chosen: those published, put right, are the same."""
    clean = Elements(mark_clean(report)).words
    original = Elements(mark_original(report)).words
    items = [(str(n), one) for n, one in enumerate(report.commitments, 1)]
    items += [(f"s{n}", one) for n, one in enumerate(report.statements, 1)]
    for item, one in items:
        assert clean[f"#{item}"] == one.text.replace("\n", "")
        published = original[f"#{item}"]
        spans = report.offsets[one.start : one.end]
        assert published == report.original[min(s for s, _ in spans) : max(e for _, e in spans)]
        if not any(loss.start < one.end and one.start < loss.end for loss in report.losses):
            assert plain(restore_words(published)) == plain(one.text)
    return len(items)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name[:3])
def test_a_choice_frames_the_same_words_in_both_texts(path):
    assert assert_chosen_words_are_right(parse(path.read_bytes(), path.name)) > 10


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.name[:3])
def test_it_does_so_in_garbled_copies(path, seed):
    clean = path.read_text(encoding="utf-8")
    garbled = garble(clean, random_table(clean, f"{path.name}{seed}")).text
    lines = garbled.split("\n")
    lines.insert(3, "澳门新葡京娱乐场官网注册送彩金")
    report = parse("\n".join(lines).encode(), path.name)
    assert assert_chosen_words_are_right(report) > 10
    shown = Elements(mark_clean(report)).words
    for loss in report.losses:
        assert loss.text.replace("\n", "") in shown[loss.outcome]


def test_what_was_not_taken_over_is_grey_in_the_published_text():
    path = SAMPLES[1]
    report = parse(path.read_bytes(), path.name)
    grey = Elements(mark_original(report)).words
    assert grey["s"].count("(") >= 160  # its readings
    assert "掃一掃" in grey["out"]
    kept = mark_original(report).replace("\n", "")
    kept = unescape(re.sub(r"<sup>.*?</sup>|<s[ >].*?</s>|<[^>]+>", "", kept))
    assert plain(restore_words(kept)).startswith(plain(report.text[:400]))


def test_words_put_back_tell_what_was_published_and_how_sure_they_are():
    path = SAMPLES[1]
    report = parse(path.read_bytes(), path.name)
    published = report.original[report.losses[0].source_start : report.losses[0].source_end]
    html = mark_clean(report)
    assert (
        f'<mark class="likely" data-note="复原，较有把握（把握 99%）；来源页面作“{published}”" tabindex="0">'
        in html
    )
    assert "复原为" not in html
    touched = next(c for c in report.commitments if report.losses[0].start in range(c.start, c.end))
    assert "保基础" in Elements(mark_commitment(touched, report)).words["likely"]
    assert 'class="likely"' not in mark_commitment(report.commitments[0], report)
    unsure = replace(report, losses=(replace(report.losses[0], certainty=0.6),))
    assert 'class="doubtful"' in mark_original(unsure)
    assert 'class="lost"' in mark_original(
        replace(report, losses=(replace(report.losses[0], certainty=None),))
    )


def test_words_that_were_exchanged_are_marked_in_both_texts():
    said = "会议要求，要建设秀好意思中国，確保水質(zhì)達標。\n秀好意思中国要人人共建、人人共享。"
    report = parse(said.encode(), "x.txt")
    assert not report.reliable
    for html in (mark_clean(report), mark_original(report)):
        assert Elements(html).words["spun"] == "秀好意思中国" * 2
        assert "“秀好意思中国”疑为" in unescape(html)
    assert '<i class="spun">同义词替换</i>' in write_reader(report)


def test_a_hostile_report_is_shown_as_text():
    words = f"会议要求，年底前完成{HOSTILE}的治理，确保水质达标。"
    report = parse(f"全市召开大会{HOSTILE}\n2024年3月1日\n{words}\n{HOSTILE}".encode(), "x.txt")
    html = write_reader(report)
    tags = {tag.split()[0] for tag in re.findall(r"<(/?[a-zA-Z][^>]*)>", html)}
    assert not {tag for tag in tags if tag.strip("/") in ("script", "img")}
    assert Elements(mark_original(report)).nested
    assert unescape(re.sub(r"<sup>.*?</sup>|<[^>]+>", "", mark_original(report))) == report.original


def test_the_longest_report_is_drawn_at_once_and_is_small():
    lines = [line for path in CLEAN for line in path.read_text(encoding="utf-8").splitlines()] * 4
    text = "\n".join(f"{line.rstrip('。')}，完成{number}项任务。" for number, line in enumerate(lines))[
        :20_000
    ]
    for char, reading in READINGS.items():
        text = text.replace(char, f"{char}({reading})")
    report = parse(text.encode(), "long.txt")
    assert len(report.commitments) > 150
    assert len(report.original) > len(report.text) + 7_000
    began = time.process_time()
    html = write_reader(report)
    assert time.process_time() - began < 1
    assert len(html.encode()) < 550_000
