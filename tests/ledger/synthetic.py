"""Many rows at once, for questions of speed: made straight in the tables, the same each time."""

import datetime as dt
from random import Random

from sqlalchemy import insert

from ecoledger.ledger import schema
from ecoledger.ledger.dialect import add_words

PHRASES = ("推进城市生活污水治理", "打好蓝天保卫战", "落实河长制", "压实属地责任", "整治黑臭水体", "完成造林")
THEMES = ("air", "water", "soil", "nature", "governance")
PER_REPORT = 20


def fill(ledger, commitments, *, words=False):
    """Put in reports of 20 commitments each; one report in ten has no date, one in twenty no place."""
    random = Random(7)  # noqa: S311 - the same rows each time is the aim
    reports, items, themes, bodies, deadlines = [], [], [], [], []
    for number in range(1, commitments // PER_REPORT + 1):
        filing = _filing(random)
        reports.append(_report(number, filing))
        for position in range(PER_REPORT):
            key = (number - 1) * PER_REPORT + position + 1
            listed = random.sample(THEMES, random.randint(1, 2))
            due = (
                dt.date(2024, 1, 1) + dt.timedelta(random.randint(0, 3000)) if random.random() < 0.2 else None
            )
            named = random.random() < 0.3
            items.append(
                _item(key, number, position, filing, themes=listed, due=due, named=named, random=random)
            )
            themes += [{"commitment": key, "position": i, "theme": t} for i, t in enumerate(listed)]
            if named:
                name = f"{filing['county'] or ''}{random.choice(('生态环境局', '水利局', '各级各部门'))}"
                bodies.append(_span(key) | {"name": name, "role": "lead", "rule": "r"})
            if due:
                deadlines.append(
                    _span(key) | {"kind": "date", "certainty": "explicit", "rule": "r", "due": due}
                )
    with ledger.write() as connection:
        for table, rows in (
            (schema.report, reports),
            (schema.commitment, items),
            (schema.theme, themes),
            (schema.body, bodies),
            (schema.deadline, deadlines),
        ):
            connection.execute(insert(table), rows)
        if words:
            add_words(connection, [(item["number"], item["text"]) for item in items])


def _filing(random):
    date = dt.date(2012, 1, 1) + dt.timedelta(random.randint(0, 5000)) if random.random() < 0.9 else None
    if random.random() < 0.05:
        return {"province": None, "prefecture": None, "county": None, "date": date}
    province = random.randint(11, 65)
    prefecture = random.randint(1, 12)
    return {
        "province": f"{province}0000",
        "prefecture": f"{province}{prefecture:02}00",
        "county": f"{province}{prefecture:02}{random.randint(1, 10):02}",
        "date": date,
    }


def _report(number, filing):
    return {
        "number": number,
        "id": f"report {number}",
        "file": "x.txt",
        "script": "hans",
        "reliable": True,
        "rules_version": "1",
        "adcode": filing["county"],
        "place_name": filing["county"],
        "date_source": "meeting" if filing["date"] else "unknown",
        **filing,
    }


def _item(key, report, position, filing, *, themes, due, named, random):
    text = "，".join(random.choices(PHRASES, k=5))
    return {
        "number": key,
        "id": f"commitment {key}",
        "report": report,
        "position": position,
        "start": position * 60,
        "end": position * 60 + len(text),
        "text": text,
        "source_start": 0,
        "source_end": 1,
        "label": random.choice(("action", "action", "principle")),
        "rules": [],
        "themes": ";".join(themes),
        "kinds": "date" if due else "absent",
        "due": due,
        "has_target": random.random() < 0.3,
        "has_deadline": due is not None,
        "has_body": named,
        **filing,
    }


def _span(key):
    return {"commitment": key, "position": 0, "start": 0, "end": 2, "text": "年底"}
