"""Makes many reports, imports them, stops half way and goes on, and prints what that took.

    python -m tests.bench.bench_import [COUNT]

The reports are of other counties and days, in sentences put together by chance with some that all of them have; some
are damaged, some are pages, some are copies of others, one in five hundred cannot be read.
"""

from __future__ import annotations

import datetime as dt
import io
import resource
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from random import Random

from ecoledger.command.source import list_sources, open_source
from ecoledger.export.outcome import write_outcomes_csv
from ecoledger.gazetteer.gazetteer import load_gazetteer
from ecoledger.ingest import Ingested, ingest
from ecoledger.ledger.store import Ledger, open_ledger
from ecoledger.progress import Progress, time_text
from tests.restore.garbler import garble, random_table

COUNT = 5_000
_STEP = 500
_WHO = ("会议强调", "会议指出", "会议要求", "县委书记在讲话中强调")
_DO = (
    "加快推进",
    "深入实施",
    "持续抓好",
    "扎实开展",
    "全面落实",
    "着力提升",
    "统筹谋划",
    "严格管控",
    "切实加强",
    "尽快完成",
)
_WHAT = ("污水处理厂提标改造", "河道清淤疏浚", "秸秆综合利用", "散煤治理", "湿地修复", "国土绿化", "扬尘管控", "畜禽粪污资源化利用",
         "入河排污口整治", "矿山生态修复", "农村黑臭水体治理", "挥发性有机物治理", "垃圾分类", "饮用水源地保护", "土壤污染风险管控")  # fmt: skip
_WHERE = (
    "沿江地带",
    "工业园区",
    "城郊结合部",
    "库区周边",
    "集镇驻地",
    "中心城区",
    "重点流域",
    "国省干线两侧",
    "自然保护地",
    "产业集聚区",
)
_WHOSE = (
    "生态环境局",
    "水利局",
    "住房和城乡建设局",
    "农业农村局",
    "林业局",
    "交通运输局",
    "发展和改革委员会",
)
_SHARED = (
    "会议传达学习了全国生态环境保护大会精神，听取了有关工作情况汇报，研究部署下一阶段重点任务。",
    "要坚持以人民为中心，牢固树立绿水青山就是金山银山的理念，坚定不移走生态优先、绿色发展之路。",
    "各级各部门要提高政治站位，压紧压实责任，加强协作配合，形成工作合力，确保各项任务落到实处。",
)


def write_reports(folder: Path, count: int) -> None:
    """Write `count` reports into `folder`; the same each time."""
    gazetteer = load_gazetteer()
    counties = [
        county
        for province in gazetteer.children(None)
        for city in gazetteer.children(province.adcode)
        for county in gazetteer.children(city.adcode)
    ]
    chance = Random(11)  # noqa: S311 - the same reports each time is the aim
    for number in range(count):
        county = chance.choice(counties)
        above = gazetteer.division(county.parent) if county.parent else None
        page = _write_page(chance, f"{above.name if above else ''}{county.name}", county.name)
        place = folder / f"{number // 1000}" / f"{number:05}"
        place.parent.mkdir(exist_ok=True)
        for name, data in _publish(chance, page, number):
            place.with_name(f"{place.name}{name}").write_bytes(data)


def _write_page(chance: Random, place: str, name: str) -> str:
    day = dt.date(2014, 1, 1) + dt.timedelta(chance.randrange(4000))
    sentences = [_write_sentence(chance, name, day.year) for _ in range(chance.randint(8, 24))]
    for shared in _SHARED:
        sentences.insert(chance.randrange(len(sentences)), shared)
    cut = chance.randrange(3, len(sentences) - 2)
    return "\n".join(
        (
            f"{name}召开{chance.choice(('生态环境保护', '污染防治攻坚', '河湖长制', '环保督察整改'))}工作会议",
            f"{day.isoformat()}  来源：{name}融媒体中心",
            f"{day.month}月{day.day}日，{place}召开会议，{chance.choice(('县长', '副县长', '县委书记'))}出席并讲话。",
            "".join(sentences[:cut]),
            "".join(sentences[cut:]),
        )
    )


def _write_sentence(chance: Random, name: str, year: int) -> str:
    what, other = chance.sample(_WHAT, 2)
    ends = (
        f"，{year + chance.randint(0, 3)}年底前完成{chance.randint(2, 98)}个项目。",
        f"，由{name}{chance.choice(_WHOSE)}牵头，{chance.randint(2, 12)}月底前完成。",
        f"，力争{chance.choice(_WHERE)}{other}完成率达到{chance.randint(60, 99)}%。",
        f"，新增{other}面积{chance.randint(3, 900) / 10}万亩。",
        "，做到问题不解决不放过。",
    )
    return f"{chance.choice(_WHO)}，要{chance.choice(_DO)}{chance.choice(_WHERE)}{what}{chance.choice(ends)}"


def _publish(chance: Random, page: str, number: int) -> list[tuple[str, bytes]]:
    if number % 500 == 499:
        return [(".doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + str(number).encode())]
    kind = chance.random()
    if kind < 0.03:
        return [(".txt", garble(page, random_table(page, str(number))).text.encode())]
    if kind < 0.2:
        lines = "".join(f"<p>{line}</p>" for line in page.split("\n"))
        return [
            (
                ".html",
                f"<html><head><title>{page.partition(chr(10))[0]}</title></head><body>{lines}</body></html>".encode(
                    "gbk", "replace"
                ),
            )
        ]
    if kind < 0.25:
        copy = page.replace("融媒体中心", "人民政府网", 1) + "\n责任编辑：某某"
        return [(".txt", page.encode()), ("b.txt", copy.encode())]
    return [(".txt", page.encode())]


def run(count: int = COUNT) -> None:
    """Import `count` reports and print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder, place = Path(name, "reports"), Path(name, "ledger.sqlite")
        folder.mkdir()
        write_reports(folder, count)
        sources = list_sources([str(folder)])
        _say(f"{len(sources):,} files, {sum(Path(s.name).stat().st_size for s in sources) / 1e6:.1f} MB")
        ledger = open_ledger(f"sqlite:///{place}")
        began = time.perf_counter()
        first = _import(ledger, sources, len(sources) // 2)
        stopped = time.perf_counter()
        _say(f"stopped after {len(first):,} in {stopped - began:.0f} s")
        done = _import(open_ledger(f"sqlite:///{place}"), sources, len(sources))
        ended = time.perf_counter()
        table = io.BytesIO()
        write_outcomes_csv(done, table)
        _say(f"gone on to the end in {ended - stopped:.0f} s, {ended - began:.0f} s in all")
        _say(f"table of what happened: {len(table.getvalue().decode('utf-8-sig').splitlines()) - 1:,} rows")
        _say(f"ledger {place.stat().st_size / 1e6:.0f} MB, most memory {_peak():.0f} MB")
        counts = {
            outcome: sum(one.outcome == outcome for one in (*first, *done))
            for outcome in ("new", "copy", "changed", "unchanged", "failed")
        }
        for one in done:
            if one.outcome == "failed" and not one.file.endswith(".doc"):
                _say(f"failed: {one.message}")
        _say(", ".join(f"{outcome} {number:,}" for outcome, number in counts.items()))


def _import(ledger: Ledger, sources: list, most: int) -> list[Ingested]:
    """Import until `most` documents are done, and say every so often how far it is."""
    progress = Progress(len(sources))
    documents = (member for source in sources for member in open_source(source))
    done: list[Ingested] = []
    began = last = time.perf_counter()
    guesses: list[tuple[float, float]] = []
    for one in islice(ingest(ledger, documents), most):
        done.append(one)
        now = time.perf_counter()
        progress, last = progress.after(one, now - last), now
        if len(done) % _STEP == 0:
            left = progress.left
            guesses.append((now, left or 0.0))
            _say(
                f"{len(done):6,} in {now - began:5.0f} s, time left {time_text(left)}, memory {_peak():.0f} MB"
            )
    if most == len(sources):
        off = [abs(now + left - last) / max(last - began, 1) for now, left in guesses]
        _say(f"the time left was off by at most {max(off, default=0):.0%} of the time it took")
    return done


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    run(*map(int, sys.argv[1:]))
