"""Requests as they should not be: bytes, types, sizes and paths that no honest client sends. Seeded, so always the same."""

import json
import random
from collections.abc import Iterator
from urllib.parse import quote, quote_from_bytes

WRONG = [None, True, False, 0, -1, 1.5, 10**400, [], {}, [[]], {"a": 1}, "", "x" * 5000, "\x00", "\ud800", "\udfff\ud800", "\u202e",
         "😀" * 50, [None], ["x"] * 500]
QUESTIONS = ["\x00", "' OR 1=1 --", "'; DROP TABLE company; --", "{{7*7}}", "%s%n", "../../etc/passwd", "<script>alert(1)</script>",
             "x" * 50_000, "(" * 5000, "?" * 999, "\u202e\u0000\ufeff", "🙂" * 3000, "How much " * 400, "\n\r\t",
             "SELECT * FROM read_text('/etc/passwd')", "$1 $2 $amount", "NaN", "1e999"]
FIELDS = ["question", "after", "today", "snapshot", "id", "more", "__proto__"]
TYPES = ["application/json"] * 6 + ["text/plain", "multipart/form-data", "application/xml", "", "a/b; charset=\x7f"]
NUMBERS = ["-1", "1e9", "99999999999999999999", "NaN", "0x10", "١", "%00", "%ed%a0%80", "..%2f..%2fetc%2fpasswd", "%2e%2e/", "//",
           "%", "4", ""]


def bodies(count: int = 400) -> Iterator[tuple[bytes, str]]:
    """Bodies of a POST with their content type."""
    chance = random.Random(5)
    fixed = [b"", b"null", b"[]", b'"x"', b"1", b"{", b"NaN", b"{}", b'{"question": NaN}', b'{"question": Infinity}',
             b'{"question": "\\ud800"}', b'{"question": "\xff"}', b"\xff\xfe{\x00}\x00", b"[" * 50_000, b'{"question":' * 5000,
             b'{"question": "x", "snapshot": 1e400}',
             b'{"question": "x", "snapshot": ' + b"9" * 6000 + b"}", b'{"question": "a", "question": 3}', b"x" * 300_000,
             b'{"question": "' + b"x" * 70_000 + b'"}', b'{"question": "x", "today": "2024-13-45"}',
             b'{"question": "x", "today": 99999999999999}']
    yield from ((body, "application/json") for body in fixed)
    yield from ((json.dumps({"question": question}).encode(), "application/json") for question in QUESTIONS)
    for _ in range(count):
        yield _body(chance), chance.choice(TYPES)


def _body(chance: random.Random) -> bytes:
    kind = chance.random()
    if kind < 0.2:
        return chance.randbytes(chance.randrange(200))
    asked = {"question": "How much?", **{chance.choice(FIELDS): chance.choice(WRONG) for _ in range(chance.randrange(1, 4))}}
    whole = json.dumps(asked).encode()
    return whole if kind < 0.8 else whole[: chance.randrange(len(whole))]


def paths(base: str, parameters: list[str], count: int = 300) -> Iterator[str]:
    """Addresses under `base` with malformed ids and parameters."""
    chance = random.Random(base)
    for _ in range(count):
        tail = _piece(chance) if base.endswith("/") else ""
        named = [f"{chance.choice([*parameters, 'more'])}={_piece(chance)}" for _ in range(chance.randrange(4))]
        yield base + tail + ("?" + "&".join(named) if named else "")


def _piece(chance: random.Random) -> str:
    return chance.choice([
        lambda: quote_from_bytes(chance.randbytes(chance.randrange(40))),
        lambda: quote(chance.choice(QUESTIONS)[:2000]),
        lambda: chance.choice(NUMBERS),
        lambda: "a" * chance.randrange(3000),
    ])()
