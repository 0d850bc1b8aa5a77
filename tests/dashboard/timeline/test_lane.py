import numpy as np
import pandas as pd

from dashboard.timeline.kind import MOST as MOST_KINDS
from dashboard.timeline.kind import OTHER, number_kinds
from dashboard.timeline.lane import MOST, lay_lanes

ANHUI, CHIZHOU, GUICHI = ("340000", "安徽省"), ("341700", "池州市"), ("341702", "贵池区")
JINSHAN, SHANGHAI = ("310116", "金山区"), ("310000", "上海市")
NONE = (None, None)


def reports(*places) -> pd.DataFrame:
    """Reports filed under (province, prefecture, county), each a code and a name."""
    rows = [[part for place in levels for part in place] for levels in places]
    columns = [f"{level}{end}" for level in ("province", "prefecture", "county") for end in ("", "_name")]
    frame = pd.DataFrame(rows, columns=columns, dtype=object)
    return frame.astype(dict.fromkeys(("province", "prefecture", "county"), "category"))


def many(counties: int):
    return [(ANHUI, CHIZHOU, (f"3417{number:02}", f"第{number}县")) for number in range(1, counties + 1)]


def test_each_place_has_a_lane_until_there_are_too_many():
    lanes = lay_lanes(reports(*many(MOST)))
    assert len(lanes.lanes) == MOST
    assert lanes.lanes[0].name == "池州市第1县"
    lanes = lay_lanes(reports(*many(MOST + 1), (SHANGHAI, NONE, JINSHAN)))
    assert [(lane.code, lane.name) for lane in lanes.lanes] == [
        ("310116", "上海市金山区"),
        ("341700", "池州市"),
    ]
    assert lanes.of.tolist() == [1] * (MOST + 1) + [0]


def test_a_place_beside_those_below_it_stands_for_itself_alone():
    lanes = lay_lanes(reports((ANHUI, NONE, NONE), (ANHUI, CHIZHOU, NONE), (ANHUI, CHIZHOU, GUICHI)))
    assert [(lane.name, lane.own) for lane in lanes.lanes] == [
        ("安徽省本级", True),
        ("池州市本级", True),
        ("池州市贵池区", False),
    ]
    assert lanes.of.tolist() == [0, 1, 2]


def test_what_has_no_place_comes_last():
    lanes = lay_lanes(reports((NONE, NONE, NONE), (ANHUI, NONE, NONE)))
    assert [lane.name for lane in lanes.lanes] == ["安徽省", "全国性或地区不详"]
    assert lanes.of.tolist() == [1, 0]


def test_no_reports_have_no_lanes():
    assert lay_lanes(reports()).lanes == ()


def test_the_commonest_kinds_have_a_sign_of_their_own():
    names = [f"第{min(at, MOST_KINDS)}种" for at in range(MOST_KINDS + 3)] + [None]
    kinds, of = number_kinds(pd.Series(pd.Categorical(names)))
    assert len(kinds) == MOST_KINDS + 1
    assert kinds[0] == f"第{MOST_KINDS}种"
    assert kinds[-1] == OTHER
    assert np.array_equal(of[-4:-1], [0, 0, 0])


def test_few_kinds_leave_none_over():
    kinds, of = number_kinds(pd.Series(pd.Categorical(["大会", "调研", "大会"])))
    assert kinds == ("大会", "调研")
    assert of.tolist() == [0, 1, 0]
