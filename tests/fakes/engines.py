"""Engines that behave and engines that do not, and a memory of what was paid for."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from shared.clock import Clock
from shared.errors import Unavailable
from shared.translation.ports import Order, PaidKey, Pair, Refusal, StyleName
from shared.translation.pseudo import pseudo
from tests.builders import MORNING
from tests.fakes.moments import Moments


@dataclass
class PaidMemory:
    """What was paid for, in memory: the first good text stays, the others have an end."""

    kept: dict[PaidKey, str] = field(default_factory=dict)
    refused: dict[PaidKey, tuple[str | Refusal, datetime]] = field(default_factory=dict)
    clock: Clock = lambda: MORNING
    moments: Moments = field(default_factory=Moments)

    def recall(self, keys: Sequence[PaidKey]) -> Mapping[PaidKey, str | Refusal]:
        self.moments.passing("memory.recall")
        refused = {
            key: answer for key, (answer, until) in self.refused.items() if until > self.clock()
        }
        return {key: one for key in keys if (one := self.kept.get(key, refused.get(key)))}

    def remember(self, key: PaidKey, answer: str | Refusal, *, refused: bool = False) -> None:
        self.moments.passing("memory.remember")
        if refused:
            self.refused[key] = answer, self.clock() + timedelta(days=1)
        elif isinstance(answer, str):
            self.kept.setdefault(key, answer)
        self.moments.passing("memory.did remember")


@dataclass
class FakeEngine:
    """Answers each sentence by `behave`; without it, like a decent translator would."""

    name: str = "google"
    paid: bool = True
    behave: Callable[[str, Pair], str | Refusal | None] | None = None
    asked: list[str] = field(default_factory=list)
    styles: tuple[StyleName, ...] = ("words", "brackets")

    def translate(self, order: Order) -> list[str | Refusal]:
        self.asked += order.sentences
        behave = self.behave or pseudo
        return [behave(sentence, order.pair) for sentence in order.sentences]  # type: ignore[misc]


def _raise(_sentence: str, _pair: Pair) -> str:
    raise Unavailable("no route to the engine")


def _decent(sentence: str, pair: Pair) -> str:
    return pseudo(sentence, pair)


_CODE = re.compile(r"XP[AZH]\d+X")

HOSTILE: dict[str, Callable[[str, Pair], str | Refusal | None]] = {
    "raises": _raise,
    "none": lambda _sentence, _pair: None,
    "empty": lambda _sentence, _pair: "",
    "blank": lambda _sentence, _pair: " \u200b ",
    "echo": lambda sentence, _pair: sentence,
    "refuses": lambda _sentence, _pair: Refusal("unavailable"),
    "quota": lambda sentence, _pair: (
        "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY. "
        + "".join(_CODE.findall(sentence))
    ),
    "error": lambda sentence, _pair: (
        "Error 500 (Server Error)!!1500.That’s an error. " + "".join(_CODE.findall(sentence))
    ),
    "page": lambda sentence, pair: f"<html><body>{_decent(sentence, pair)}</body></html>",
    "captcha": lambda _sentence, _pair: "Our systems have detected unusual traffic",
    "other script": lambda sentence, pair: _decent(
        sentence, Pair(pair.source, "en" if pair.target == "ar" else "ar")
    ),
    "loop": lambda sentence, pair: f"{_decent(sentence, pair)} " * 9,
    "same words": lambda sentence, pair: " ".join(
        ["كلمة" if pair.target == "ar" else "palabra"] * max(5, len(sentence) // 6)
    ),
    "stump": lambda sentence, pair: _decent(sentence, pair)[: len(sentence) // 5],
}
"""Each of these answers nonsense to every sentence."""

MARK_DAMAGE: dict[str, Callable[[str], str]] = {
    "drops the first code": lambda text: _CODE.sub("", text, count=1),
    "drops all codes": lambda text: _CODE.sub("", text),
    "doubles a code": lambda text: _CODE.sub(lambda code: code[0] * 2, text, count=1),
    "invents a code": lambda text: f"{text} XPH97X",
    "empties marks": lambda text: re.sub(
        r"(XPA(\d+)X).*?(XPZ\2X)", r"\1 \3", text, flags=re.DOTALL
    ),
    "crosses marks": lambda text: (
        text.replace("XPA", "XP?").replace("XPZ", "XPA").replace("XP?", "XPZ")
    ),
    "breaks codes": lambda text: text.replace("XP", "X P"),
    "renames codes": lambda text: re.sub(r"XPA0X", "XPA8X", text),
    "truncates codes": lambda text: re.sub(r"(XP[AZH]\d+)X", r"\1", text),
}
"""Ways to lose a mark; each changes every line that has a pair of codes."""
