"""Makes hostile documents out of real ones; the same random source makes the same documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "gb18030",
    "big5hkscs",
    "latin-1",
)
MOST = 60_000
"""Characters of a document made of one thing over and over."""

# What a rule may try to read as a number, a date, a name, a list, a mark, a reading or a lost place.
PIECES = (
    "9" * 400, "9" * 5000 + ".5%", "1,111,", "1.5.", "2025年", "年", "0年0月0日", "99999年13月32日", "十", "百分之", "万亿",
    "2025年底前", "“十四五”", "2020年至2025年", "比2020年下降10%", "（记者 张三）", "10月12日讯", "市委书记张三",
    "市委书记", "张三强调，", "会议强调，要", "一是推进治理；二是", "①", "生态环境局、", "和平区鼓楼区", "县", "局",
    "，", "。", "；", "？", "、，", "?", "汉?;", "保護?,基礎", "環(huán)", "?huán)", "\ufffd", "(", "（汉", ")", "《", "”",
    " ", "\u3000", "\t", "\r", "\n", "\x0b", "\x00", "\x1f", "\u200b", "\u202e", "\u0301", "\ufeff", "\U0001f600", "\ue000",
    "x", "www.", "https://a.b/", "a:/", "&amp;", "&#12345;", "&#xD800;", "<p ", "<div>", "</p>", "<!--", "<script>",
    "<table><tr><td>", "=", "-", "—", "Ａ１", "PM2.5", "𠀀", "㎡", "[", "[[", "【",
)  # fmt: skip


def mutate(rng: random.Random, documents: list[bytes]) -> bytes:
    """Return a document of random bytes or characters, or one of `documents` changed some times over."""
    chance = rng.random()
    if chance < 0.1:
        return rng.randbytes(rng.randint(0, 3000))
    if chance < 0.2:
        return _characters(rng, rng.randint(0, 3000)).encode("utf-8", "surrogatepass")
    data = rng.choice(documents)
    for _ in range(rng.randint(1, 4)):
        data = rng.choice(MUTATIONS)(rng, data)
    return data


def _characters(rng: random.Random, count: int) -> str:
    tops = (0x80, 0x3000, 0x9FFF, 0xFFFF, 0x10FFFF)
    return "".join(chr(rng.randint(0, rng.choice(tops))) for _ in range(count))


def _cut(rng: random.Random, data: bytes) -> bytes:
    start, end = sorted(rng.randint(0, len(data)) for _ in range(2))
    return rng.choice((data[start:end], data[:end], data[start:], data[:start] + data[end:]))


def _shuffle(rng: random.Random, data: bytes) -> bytes:
    start = rng.randint(0, len(data))
    part = bytearray(data[start : start + rng.randint(0, 400)])
    rng.shuffle(part)
    return data[:start] + bytes(part) + data[start + len(part) :]


def _flip(rng: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.randint(1, 30) if changed else 0):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _double(rng: random.Random, data: bytes) -> bytes:
    return (data * rng.randint(2, 5))[: 4 * MOST]


def _insert(rng: random.Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    for _ in range(rng.randint(1, 12)):
        at = rng.randint(0, len(text))
        text = text[:at] + rng.choice(PIECES) + text[at:]
    return text.encode("utf-8", "surrogatepass")


def _repeat(rng: random.Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    at = rng.randint(0, len(text))
    pieces = "".join(rng.choice(PIECES) for _ in range(rng.randint(1, 3)))
    return (text[:at] + pieces * (rng.randint(1, MOST) // len(pieces)) + text[at:]).encode()


def _one_line(rng: random.Random, data: bytes) -> bytes:
    return data.replace(b"\n", rng.choice((b"", b" ", b"\r", b"\r\n", b"\n\n\n")))


def _encode(rng: random.Random, data: bytes) -> bytes:
    return data.decode("utf-8", "replace").encode(rng.choice(ENCODINGS), "replace")


def _misread(rng: random.Random, data: bytes) -> bytes:
    return data.decode(rng.choice(("latin-1", "gb18030", "cp1252", "big5hkscs")), "replace").encode()


def _wrap(rng: random.Random, data: bytes) -> bytes:
    depth = rng.randint(1, 3000)
    tag = rng.choice(("div", "b", "span", "table", "p"))
    name = rng.choice(ENCODINGS).encode()
    return b"<html><meta charset=" + name + b"><body>" + f"<{tag}>".encode() * depth + data


def _splice(rng: random.Random, data: bytes) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + rng.randbytes(rng.randint(1, 60)) + data[at:]


MUTATIONS: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    _cut, _shuffle, _flip, _double, _insert, _insert, _repeat, _one_line, _encode, _misread, _wrap, _splice,
)  # fmt: skip
