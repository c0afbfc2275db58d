"""Engines that do to a line what engines do, and leave its words in English."""

import random
import re
from collections.abc import Callable

Behaviour = Callable[[str, random.Random], str]
_PIECES = re.compile(r"\s+|\w+|<[^<>]*>|\[+\d+\]+|[^\w\s]")
_CODE = re.compile(r"XP[AZH]\d+X|<[^<>]*>|\[+\d+\]+")


def echo(line: str, _rng: random.Random) -> str:
    return line


def reorder(line: str, rng: random.Random) -> str:
    """Words, clauses, codes or what stands between them change places."""
    words = line.split()
    match rng.randrange(6):
        case 0:
            rng.shuffle(words)
        case 1:
            at = rng.randrange(len(words))
            words = words[at:] + words[:at]
        case 2:
            for at in range(0, len(words) - 1, rng.randint(1, 5)):
                words[at], words[at + 1] = words[at + 1], words[at]
        case 3:
            start, end = sorted(rng.choices(range(len(words) + 1), k=2))
            words[start:end] = words[start:end][::-1]
        case 4:
            between = _CODE.split(line)
            rng.shuffle(between)
            codes = _CODE.findall(line)
            return "".join(a + b for a, b in zip(between, [*codes, ""], strict=True))
        case _:
            codes = rng.sample(found := _CODE.findall(line), len(found))
            return _CODE.sub(lambda _: codes.pop(), line)
    return " ".join(words)


def drop(line: str, rng: random.Random) -> str:
    """Words, codes or parts of them are gone."""
    return _some(line, rng, lambda piece: rng.choice(("", "", piece[1:], piece[:-1])))


def duplicate(line: str, rng: random.Random) -> str:
    """Words or codes come twice, or somewhere else once more."""
    if rng.random() < 0.3:
        pieces = _PIECES.findall(line)
        pieces.insert(rng.randrange(len(pieces)), rng.choice(pieces))
        return "".join(pieces)
    return _some(line, rng, lambda piece: rng.choice((piece * 2, f"{piece} {piece}")))


def recase(line: str, rng: random.Random) -> str:
    change = rng.choice((str.lower, str.upper, str.title, str.capitalize, str.swapcase))
    if rng.random() < 0.5:
        return change(line)
    return _some(line, rng, change)


def eat_tags(line: str, rng: random.Random) -> str:
    """What looks like markup is stripped, broken, spaced out or escaped."""
    eaten = rng.choice(
        (
            lambda _code: "",
            lambda code: re.sub(r"[\[\]<>]", "", code),
            lambda code: re.sub(r"\D", "", code),
            lambda code: re.sub(r"(\d+)", r" \1 ", code),
            lambda code: code.replace("<", "&lt;").replace("[", "("),
            lambda code: re.sub(r"id=\S+", "", code),
            lambda code: code.replace('"', "'").replace("/>", " />").replace("[", "[ "),
            lambda code: code[:-1],
            lambda code: code.replace("</", "<").replace("XPZ", "XPA"),
            lambda code: re.sub(r"\d", "0", code),
        )
    )
    often = rng.choice((1.0, 0.5, 0.1))
    return _CODE.sub(lambda code: eaten(code[0]) if rng.random() < often else code[0], line)


def _some(line: str, rng: random.Random, change: Callable[[str], str]) -> str:
    """The line with one to three of its words or codes changed."""
    pieces = _PIECES.findall(line)
    words = [at for at, piece in enumerate(pieces) if not piece.isspace()]
    for at in rng.sample(words, min(len(words), rng.randint(1, 3))):
        pieces[at] = change(pieces[at])
    return "".join(pieces)


BEHAVIOURS: dict[str, Behaviour] = {
    "echo": echo, "reorder": reorder, "drop": drop, "duplicate": duplicate,
    "case change": recase, "tag eating": eat_tags,
}  # fmt: skip
