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
    ("市长张明康和副市长王娟参加。", [("张明康", "市长"), ("王娟", "副市长")]),
    ("杨素卿、张海兵等市领导参加调研。", [("杨素卿", "市领导"), ("张海兵", "市领导")]),
    ("自治区主席阿沛·阿旺晋美出席会议。", [("阿沛·阿旺晋美", "自治区主席")]),
    ("省委书记欧阳钦强调，要治水。", [("欧阳钦", "省委书记")]),
    ("5月6日下午市长张强主持会议。", [("张强", "市长")]),
    ("吴邦国委员长主持座谈。", [("吴邦国", "委员长")]),
    ("梁思成、沈从文等5位委员，就古城保护发言。", [("梁思成", "委员"), ("沈从文", "委员")]),
    ("学习习近平总书记重要讲话精神。", []),
    ("各部门主要负责人参加会议，张伟发言。", []),
    ("区长办公会召开，由市委书记任组长。", []),
    ("河长制办公室主任会议强调，局长向大会报告。", []),
    ("区长张伟一同调研。", [("张伟", "区长")]),
    ("自治区领导布赫、巴图巴根、云布龙等参加。",
     [("布赫", "自治区领导"), ("巴图巴根", "自治区领导"), ("云布龙", "自治区领导")]),
    ("自治区人大常委会主任巴图巴根，自治区主席布赫出席。",
     [("巴图巴根", "自治区人大常委会主任"), ("布赫", "自治区主席")]),
    ("市人大、市纪委等单位领导应邀参加会议。", []),
    ("市长周例会召开。", []),
    ("受市长张明康的委托，副市长王娟致辞。", [("张明康", "市长"), ("王娟", "副市长")]),
    ("市政府王连春副市长代表市政府汇报工作。", [("王连春", "副市长")]),
    ("金山区领导翟金国、李士权、周俭出席。", [("翟金国", "金山区领导"), ("李士权", "金山区领导"), ("周俭", "金山区领导")]),
    ("市领导杨素卿、孟维君出席。孟维君部署工作。", [("杨素卿", "市领导"), ("孟维君", "市领导")]),
    ("副主席翦伯赞出席会议。", [("翦伯赞", "副主席")]),
    ("市领导齐聚一堂，为植树活动启动。", []),
    ("县委书记和我先后到村里看了污水管网。", []),
    ("县委书记张*强调，要治水。市长王（某）主持。", []),
    ("副县长（提名人选）张伟宣读方案，副市长（挂职）王娟致辞。",
     [("张伟", "副县长（提名人选）"), ("王娟", "副市长（挂职）")]),
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
    ["市长", "副书记", "、", "张伟", "张强", "和", "等市领导", "主持", "，", "。", "·", "由", "阿里", "\n"]
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=25).map("".join)))
def test_mentions_are_words_of_the_text(text):
    for mention in find_mentions(text):
        assert text[mention.start : mention.end] == mention.name
        assert mention.begin <= mention.start
        assert mention.role in text
