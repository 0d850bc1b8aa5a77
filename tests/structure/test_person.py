"""People with their posts as written."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecoledger.structure.person import find_mentions, find_people

SEEDS = Path(__file__).parents[2] / "data" / "gold" / "seeds"

CASES = [
    ("市委常委、区委书记马胜利出席。", [("马胜利", "市委常委、区委书记")]),
    ("金山区领导邱运理、周俭、何冬宾出席会议。",
     [("邱运理", "金山区领导"), ("周俭", "金山区领导"), ("何冬宾", "金山区领导")]),
    ("区人大常委会主任吴波、区政协主席鲍胜利等区四大班子领导出席会议。",
     [("吴波", "区人大常委会主任"), ("鲍胜利", "区政协主席")]),
    ("会议由区委副书记、区长钱松主持。", [("钱松", "区委副书记、区长")]),
    ("市长李刚和副市长赵勇参加。", [("李刚", "市长"), ("赵勇", "副市长")]),
    ("李刚、赵勇等市领导参加调研。", [("李刚", "市领导"), ("赵勇", "市领导")]),
    ("自治区主席雪克来提·扎克尔出席会议。", [("雪克来提·扎克尔", "自治区主席")]),
    ("州长欧阳明强调，要治水。", [("欧阳明", "州长")]),
    ("5月6日下午市长李刚主持会议。", [("李刚", "市长")]),
    ("栗战书委员长主持会议。", [("栗战书", "委员长")]),
    ("夏先鹏、田红旗等6位委员，围绕治水发言。", [("夏先鹏", "委员"), ("田红旗", "委员")]),
    ("学习习近平总书记重要讲话精神。", []),
    ("各部门主要负责人参加会议，张伟发言。", []),
    ("区长办公会召开，由市委书记任组长。", []),
    ("河长制办公室主任会议强调，局长向大会报告。", []),
    ("区委书记张伟一同调研。", [("张伟", "区委书记")]),
    ("全国政协委员云治厚、胡达古拉、石磊等参加。",
     [("云治厚", "全国政协委员"), ("胡达古拉", "全国政协委员"), ("石磊", "全国政协委员")]),
    ("旗委常委、政法委书记哈斯布和，副旗长徐卫奇陪同。",
     [("哈斯布和", "旗委常委、政法委书记"), ("徐卫奇", "副旗长")]),
    ("市人大、市纪委等单位领导应邀参加会议。", []),
    ("市长周例会召开。", []),
    ("受市长唐良智的委托，副市长赵勇致辞。", [("唐良智", "市长"), ("赵勇", "副市长")]),
    ("市政府张君毅副市长代表市政府汇报工作。", [("张君毅", "副市长")]),
    ("县领导靳军、张会革、张彦法出席。", [("靳军", "县领导"), ("张会革", "县领导"), ("张彦法", "县领导")]),
    ("市领导杨素卿、孟维君出席。孟维君部署工作。", [("杨素卿", "市领导"), ("孟维君", "市领导")]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_people_are_found_with_their_posts(text, expected):
    assert [(p.name, p.role) for p in find_people(text)] == expected


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_people_of_a_report_are_listed_exactly(number):
    gold = json.loads((SEEDS / f"{number}.json").read_text(encoding="utf-8"))
    text = (SEEDS / f"{number}.clean.txt").read_text(encoding="utf-8")
    body = text.split("\n", 1)[1] if gold["title"] else text
    assert [(p.name, p.role) for p in find_people(body)] == [(p["name"], p["role"]) for p in gold["people"]]


WORDS = st.sampled_from(
    ["市长", "副书记", "、", "张伟", "李刚", "和", "等市领导", "主持", "，", "。", "·", "由", "阿里", "\n"]
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=25).map("".join)))
def test_mentions_are_words_of_the_text(text):
    for mention in find_mentions(text):
        assert text[mention.start : mention.end] == mention.name
        assert mention.begin <= mention.start
        assert mention.role in text
