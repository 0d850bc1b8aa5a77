"""Reports of any shape, for properties."""

import datetime as dt
from dataclasses import replace
from itertools import count
from typing import get_args

from hypothesis import strategies as st

from ecoledger import model

CHARACTERS = "污水治理河长制=%_'\"*(:a1ＡPM2.5，　 𠮷é"
text = st.text(st.one_of(st.sampled_from(CHARACTERS), st.characters(exclude_categories=["Cs"])), max_size=12)
words = text.filter(bool)
maybe = st.none() | text
dates = st.dates(dt.date(1980, 1, 1), dt.date(2060, 12, 31))
decimals = st.decimals(allow_nan=False, allow_infinity=False)
PLACES = [
    ("340000", "安徽省"),
    ("341700", "池州市"),
    ("341702", "贵池区"),
    ("110000", "北京市"),
    ("110105", "朝阳区"),
    ("429004", "仙桃市"),
    ("441900001", "东城街道"),
    ("100000", "全国"),
]


def choice(kind):
    return st.sampled_from(get_args(kind))


def many(strategy, most=3):
    return st.lists(strategy, max_size=most).map(tuple)


@st.composite
def spans(draw, record, /, **parts):
    start = draw(st.integers(0, 10_000))
    body = draw(words)
    return record(start, start + len(body), body, **{name: draw(part) for name, part in parts.items()})


reasons = st.none() | many(
    st.builds(model.Reason, value=words, rule=words, text=text, start=st.none() | st.integers(0, 99))
)
targets = spans(
    model.Target,
    kind=choice(model.TargetKind),
    rule=words,
    indicator=maybe,
    indicator_code=maybe,
    value=st.none() | decimals,
    value2=st.none() | decimals,
    unit=maybe,
    op=st.none() | choice(model.Comparator),
    change=st.none() | choice(model.Change),
    baseline=maybe,
    reasons=reasons,
)
deadlines = spans(
    model.Deadline,
    kind=choice(model.DeadlineKind),
    certainty=choice(model.Certainty),
    rule=words,
    begin=st.none() | dates,
    due=st.none() | dates,
    reasons=reasons,
)
bodies = spans(model.Body, name=words, organ=maybe, role=choice(model.Role), rule=words, reasons=reasons)
places = st.sampled_from([model.Place(*place) for place in PLACES])
regions = st.builds(
    model.Region,
    adcode=st.sampled_from([place[0] for place in PLACES]),
    name=words,
    level=choice(model.Level),
    path=many(places),
    evidence=many(text),
    reasons=reasons,
)
meetings = st.builds(
    model.Meeting,
    name=maybe,
    date=st.none() | dates,
    date_text=maybe,
    form=st.none() | choice(model.Form),
    chair=maybe,
    speakers=many(text),
    reasons=reasons,
)
commitments = spans(
    model.Commitment,
    id=st.just(""),
    source_start=st.integers(0, 10_000),
    source_end=st.integers(0, 10_000),
    label=choice(model.Label),
    speaker=maybe,
    themes=st.lists(st.sampled_from(["air", "water", "soil"]), max_size=3, unique=True).map(tuple),
    targets=many(targets, 2),
    deadlines=many(deadlines, 2),
    bodies=many(bodies, 2),
    rules=many(text),
    reasons=reasons,
)
_ids = count()


def identified(report):
    """Give the report and its commitments ids that no example had before."""
    items = tuple(replace(item, id=f"commitment {next(_ids)}") for item in report.commitments)
    return replace(report, id=f"report {next(_ids)}", commitments=items)


reports = st.builds(
    model.Report,
    file=text,
    id=st.just(""),
    title=maybe,
    published=st.none() | dates,
    source=maybe,
    script=choice(model.Script),
    damage=many(
        st.builds(model.Damage, kind=words, count=st.integers(0, 99), repaired=st.integers(0, 99), note=text)
    ),
    reliable=st.booleans(),
    text=text,
    region=st.none() | regions,
    meeting=st.none() | meetings,
    people=many(st.builds(model.Person, name=text, role=text)),
    original=text,
    offsets=many(st.tuples(st.integers(0, 9999), st.integers(0, 9999)), 9),
    statements=many(
        spans(
            model.Statement,
            kind=st.sampled_from(["achieved", "demand"]),
            targets=many(targets, 2),
            reasons=reasons,
        )
    ),
    commitments=many(commitments),
    issues=many(
        st.builds(
            model.Issue,
            kind=words,
            message=text,
            start=st.none() | st.integers(0, 99),
            end=st.none() | st.integers(0, 99),
        )
    ),
    losses=many(
        spans(
            model.Loss,
            source_start=st.integers(0, 10_000),
            source_end=st.integers(0, 10_000),
            certainty=st.none() | st.floats(0, 1),
        )
    ),
    rules_version=words,
    url=maybe,
    author=maybe,
).map(identified)
