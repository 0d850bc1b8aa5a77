"""Lists of cases: a row counts when words, days, places and numbers are those of the row."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

import pytest

from ecoledger.errors import GoldError
from ecoledger.evaluate.case import Readers, has_cases, score_cases

HEADS = {
    "time": "id,text,context,reference_date,start,end,certainty,alt_end,kind",
    "regions": "id,text,province,city,county,kind",
    "quantities": "id,text,surface,low,high,unit,comparator,kind,note",
}


@dataclass
class Found:
    text: str
    begin: dt.date | None = None
    due: dt.date | None = None
    value: Decimal = Decimal(0)
    unit: str = "%"
    op: str = "="


def wrong(tmp_path, name, row, found):
    (tmp_path / f"{name}.csv").write_text(f"{HEADS[name]}\n{row}\n", encoding="utf-8")
    readers = Readers(lambda *_: found, lambda _: found, lambda _: found)
    (score,) = score_cases(tmp_path, readers)
    assert (score.name, score.rows) == (name, 1)
    return bool(score.wrong)


DAY = dt.date(2023, 9, 30)


@pytest.mark.parametrize(
    ("row", "found", "is_wrong"),
    [
        ("1,国庆前,国庆前完成,2023-09-05,,2023-09-30,exact,2023-10-01,d", [Found("国庆前", due=DAY)], False),
        (
            "1,国庆前,国庆前完成,2023-09-05,,2023-10-01,exact,2023-09-30;2023-09-29,d",
            [Found("国庆前", due=DAY)],
            False,
        ),
        ("1,国庆前,国庆前完成,2023-09-05,,2023-10-01,exact,,d", [Found("国庆前", due=DAY)], True),
        ("1,国庆前,国庆前完成,2023-09-05,2023-09-05,2023-09-30,exact,,d", [Found("国庆前", due=DAY)], True),
        ("1,国庆前,国庆前完成,2023-09-05,,2023-09-30,exact,,d", [], True),
        ("1,国庆前,国庆前完成,2023-09-05,,2023-09-30,exact,,d", [Found("国庆前", due=DAY)] * 2, True),
        ("1,近期,近期开展,2023-09-05,,,none,,none", [], False),
        ("1,近期,近期开展,2023-09-05,,,none,,none", [Found("近期")], False),
        ("1,近期,近期开展,2023-09-05,,,none,,none", [Found("近期", due=DAY)], True),
    ],
)
def test_times(tmp_path, row, found, is_wrong):
    assert wrong(tmp_path, "time", row, found) == is_wrong


@pytest.mark.parametrize(
    ("row", "found", "is_wrong"),
    [
        ("1,贵池区,安徽省,池州市,贵池区,single", ["安徽省池州市贵池区"], False),
        ("1,金山区,上海市,上海市,金山区,single", ["上海市金山区"], False),
        ("1,贵池区,安徽省,池州市,贵池区,single", ["安徽省池州市"], True),
        ("1,贵池区,安徽省,池州市,贵池区,single", [], True),
        ("1,天下大同,,,,none", [], False),
        ("1,天下大同,,,,none", ["山西省大同市"], True),
        ("1,鼓楼区,,,鼓楼区,ambiguous", ["江苏省南京市鼓楼区", "福建省福州市鼓楼区"], False),
        ("1,鼓楼区,,,鼓楼区,ambiguous", ["江苏省南京市鼓楼区"], True),
    ],
)
def test_places(tmp_path, row, found, is_wrong):
    assert wrong(tmp_path, "regions", row, found) == is_wrong


@pytest.mark.parametrize(
    ("row", "found", "is_wrong"),
    [
        ("1,95%以上,95%,95,,%,>=,pct,", [Found("95%", value=Decimal(95), op=">=")], False),
        ("1,不超过5%,5%,,5,%,<=,pct,", [Found("5%", value=Decimal("5.0"), op="<=")], False),
        ("1,95%以上,95%,95,,%,>=,pct,", [Found("95%", value=Decimal(95))], True),
        ("1,95%以上,95%,95,,%,>=,pct,", [Found("95%", value=Decimal(9), op=">=")], True),
        ("1,95%以上,95%,95,,%,>=,pct,", [Found("95%", value=Decimal(95), op=">=", unit="个")], True),
        ("1,95%以上,95%,95,,%,>=,pct,", [], True),
        (
            "1,3%和5%,3%;5%,3,5,%,list,pct,",
            [Found("3%", value=Decimal(3)), Found("5%", value=Decimal(5))],
            False,
        ),
        (
            "1,3%和5%,3%;5%,3,5,%,list,pct,",
            [Found("3%", value=Decimal(3)), Found("5%", value=Decimal(3))],
            True,
        ),
    ],
)
def test_quantities(tmp_path, row, found, is_wrong):
    assert wrong(tmp_path, "quantities", row, found) == is_wrong


def test_a_broken_list_is_named(tmp_path):
    with pytest.raises(GoldError, match=r"time\.csv"):
        wrong(tmp_path, "time", "1,国庆前,国庆前完成,昨天,,2023-09-30,exact,,d", [])
    (tmp_path / "time.csv").write_bytes(b"\xff\xfe")
    with pytest.raises(GoldError, match="无法读取"):
        score_cases(tmp_path, Readers(lambda *_: (), lambda _: (), lambda _: ()))


def test_a_folder_without_lists_has_no_cases(tmp_path):
    assert not has_cases(tmp_path)
    assert score_cases(tmp_path, Readers(lambda *_: (), lambda _: (), lambda _: ())) == ()
