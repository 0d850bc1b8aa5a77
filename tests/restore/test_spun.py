"""Text that a thesaurus rewrote is noticed; other forms of the same phrases are not."""

import time

import pytest

from ecoledger.lexicon.loader import load_table
from ecoledger.restore.restoration import restore
from ecoledger.restore.set_phrase import distorted_forms, list_gaps
from ecoledger.restore.spun import find_spun
from tests.conftest import gold_folders

TEXTS = [path for folder in gold_folders() for path in sorted(folder.glob("*.txt"))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("建设秀好意思中国，深入打好羞辱防治攻坚战。", {"秀好意思中国": "美丽中国", "羞辱防治": "污染防治"}),
        ("建设俏丽中国，推进玷污防治。", {"俏丽中国": "美丽中国", "玷污防治": "污染防治"}),
        ("加快建设秀好意思中国，守护绿水青山。", {"秀好意思中国": "美丽中国"}),
        ("落实诡计经营，推动绿色成长。", {"诡计经营": "规划目标", "绿色成长": "绿色发展"}),
        ("深入学习习近平生态文雅思想。", {"习近平生态文雅思想": "习近平生态文明思想"}),
        ("绿水青山便是金山银山。", {"绿水青山便是金山银山": "绿水青山就是金山银山"}),
        ("坚持人与天然和谐共生，发展中国特色社群主义。", {"人与天然和谐共生": "人与自然和谐共生", "中国特色社群主义": "中国特色社会主义"}),
        ("打赢蓝天守护战、碧水捍卫战。", {"蓝天守护战": "蓝天保卫战", "碧水捍卫战": "碧水保卫战"}),
        ("集会夸大，要对峙题目导向。", {"集会夸大": "会议强调", "对峙题目导向": "坚持问题导向"}),
        ("传达天下人大精神，市当局作了事情摆设。", {"天下人大": "全国人大", "市当局": "市政府", "事情摆设": "工作部署"}),
        ("森林笼罩率提高，渣滓分类全覆盖。", {"森林笼罩率": "森林覆盖率", "渣滓分类": "垃圾分类"}),
        ("某市东说念主民政府办公室印发通知。", {"东说念主民政府": "人民政府"}),
        ("要作念好秋冬季大气管控。", {"作念好": "做好"}),
        ("让家园更好意思丽，各街说念都要行动。", {"好意思丽": "美丽", "街说念": "街道"}),
        ("县正府分管副县长到会，镇當卫、正府汇报。", {"县正府": "县政府", "镇當卫": "镇党委", "、正府": "、政府"}),
        ("县正协主席带队视察河湖。", {"县正协主席": "县政协主席"}),
        ("建设漂亮中国，走绿色进展之路。", {"漂亮中国": "美丽中国", "绿色进展": "绿色发展"}),
        ("大气混浊防治要压实连累，负责同道到会。", {"大气混浊防治": "大气污染防治", "压实连累": "压实责任", "负责同道": "负责同志"}),
    ],
)  # fmt: skip
def test_spun_words_are_noticed_and_said_what_they_stand_for(text, found):
    assert {word.text: word.meant for word in find_spun(text)} == found
    restored = restore(text)
    assert not restored.reliable
    assert [damage.kind for damage in restored.damage] == ["spun"]
    said = " ".join(issue.message for issue in restored.issues if issue.kind == "spun")
    assert all(word in said and meant in said for word, meant in found.items())
    assert restored.mapped.text == text


@pytest.mark.parametrize(
    "text",
    [
        "建设美丽河南、美丽乡村、美丽海湾，打造美丽中国先行区。",
        "加强大气污染防治、水污染防治、土壤污染防治、噪声污染防治和病虫害防治。",
        "弘扬生态文化，繁荣生态文学，发展生态经济，保障生态安全。",
        "优化产业布局和能源布局，推动产业转型、能源转型。",
        "建设健康中国、数字中国、平安中国、法治中国。",
        "推动绿水青山变成金山银山，促进人与自然的和谐共生，构建人与自然生命共同体。",
        "打好蓝天保卫战、黄河保卫战、城市黑臭水体攻坚战。",
        "开展传染病防治，净化空气，切断水传染途径。",
        "取得突出成绩，带领干部群众履行工作义务，营造浓厚氛围。",
        "建设美丽中国，有人误作秀好意思中国。",
        "市当局回应了群众关切。",
        "生产情况、生活情况、生态景观都有改善，情况通报如下。",
        "学习习近平新时代中国特色社会主义思想、习近平法治思想、习近平生态文明思想，实现中华民族伟大复兴。",
        "国民经济和社会发展第十四个五年规划",
        "企业成长、人才成长、科学成长，作物生长良好。",
        "修好县城公正府第旁的河道，双方正协商搬迁，干好工作念好经。",
        "不好意思开口，真好意思观望，听他说念书有用。",
        "项目取得高质量进展和可持续进展，水混浊时停止取水，受到连累。",
        "规划计划目标任务，保持绿色底色，坚持问题导向，聚焦重点难点。",
    ],
)
def test_words_of_their_own_are_not_spun(text):
    assert find_spun(text) == ()
    assert restore(text).reliable


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "要聚焦点突显难题，勤奋工作，产生可拷贝的做法，三年行動完美收官。",
            {"聚焦点": "聚焦", "突显": "突出", "难题": "问题", "勤奋": "努力", "拷贝": "复制", "行動": "行动", "完美收官": "圆满收官"},
        ),
        ("对环境进行检查。企业的工作。并对改善和改善情况作了探讨。", {"企业的工作": "", "改善和改善": ""}),
        ("中央生态环境检查办公室通报情况。", {"中央生态环境检查": "中央生态环境督察"}),
    ],
)  # fmt: skip
def test_a_text_put_into_other_words_is_noticed(text, found):
    restored = restore(text)
    assert {word.text: word.meant for word in find_spun(text)} == found
    assert not restored.reliable
    assert restored.mapped.text == text


@pytest.mark.parametrize(
    "text",
    [
        "破解难题，突出问题导向，村落和村庄状况良好，情况属实，努力勤奋。",
        "针对难题难题，抓好整改。",
        "企业的工作。改善生活状况。",
        "研究难题，情况属实，科学研究要抓紧。",
    ],
)
def test_a_few_near_words_or_one_slip_are_none(text):
    assert find_spun(text) == ()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_no_clean_text_is_spun(path):
    assert find_spun(path.read_text(encoding="utf-8")) == ()


def test_a_long_text_of_spun_words_takes_no_longer_for_each():
    began = time.process_time()
    assert len(find_spun("建设俏丽中国，推进玷污防治。" * 30_000)) == 60_000
    assert time.process_time() - began < 3


def test_every_set_phrase_is_noticed_in_some_form_and_never_itself():
    forms = distorted_forms()
    known = {row["word"] for row in load_table("spun_synonym", ("word", "substitutes"))}
    for row in load_table("set_phrase", ("phrase", "ordinary", "note")):
        own = row["phrase"].split("/")
        assert known & set(own), row["phrase"]
        assert "".join(own) in forms.values()
        assert find_spun("".join(own) * 3) == ()
    for gap in list_gaps():
        assert find_spun(f"{gap.phrase}，{gap.phrase}") == ()


def test_every_listed_word_is_noticed():
    for row in load_table("spun_word", ("spun", "meant"), "spun"):
        assert find_spun(f"会上，{row['spun']}，{row['spun']}。"), row["spun"]
        assert find_spun(row["meant"] * 2) == ()
