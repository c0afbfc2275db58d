"""Cases through an engine, and what is wrong with those that were accepted."""

import random
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from shared.news.blocks import Inline, Span, joined, plain
from shared.translation.markup import Damaged, Line, decode, encode
from shared.translation.ports import Pair
from shared.translation.shield import Shielded, shield, unshield
from shared.translation.styles import BRACKETS, HTML, TAGS, WORDS, Style
from tests.fuzz.behaviours import BEHAVIOURS
from tests.fuzz.cases import NAMES, TERMS, Case, case

EN_ES = Pair("en", "es")
STYLES = {"words": WORDS, "brackets": BRACKETS, "tags": TAGS, "html": HTML}
CASES = 10_000
Engine = Callable[[Sequence[str]], Sequence[str]]


@dataclass
class Tally:
    """What became of the cases of one engine; `wrong` has what is wrong, by seed."""

    cases: int = 0
    accepted: int = 0
    marks: int = 0
    astray: int = 0
    wrong: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sent:
    """A case as it goes to an engine."""

    seed: int
    case: Case
    line: Line
    shielded: Shielded
    style: Style

    @property
    def text(self) -> str:
        return self.style.write(self.shielded.text)


def sent(seed: int) -> Sent:
    """A case in one of the styles that can carry it."""
    made = case(seed)
    line = encode(made.run)
    shielded = shield(line.text, EN_ES, TERMS)
    style = random.Random(seed).choice(list(STYLES.values()))
    return Sent(seed, made, line, shielded, style if style.carries(shielded.text) else WORDS)


def behaving(name: str, first: int = 0) -> Engine:
    """One of BEHAVIOURS, as an engine."""

    def engine(lines: Sequence[str]) -> list[str]:
        seeds = (zlib.crc32(f"{name} {first + at}".encode()) for at in range(len(lines)))
        return [
            BEHAVIOURS[name](line, random.Random(seed))
            for line, seed in zip(lines, seeds, strict=True)
        ]

    return engine


def campaign(engine: Engine, cases: int, first: int = 0) -> Tally:
    """So many cases through an engine."""
    tally = Tally()
    all_sent = [sent(seed) for seed in range(first, first + cases)]
    for one, answer in zip(all_sent, engine([one.text for one in all_sent]), strict=True):
        tally.cases += 1
        if not answer.strip():
            continue
        try:
            said = decode(unshield(one.style.read(answer), one.shielded), one.line)
        except Damaged:
            continue
        tally.accepted += 1
        _count_marks(one.case, said, tally)
        if wrong := "; ".join(faults(one.case, said)):
            tally.wrong[one.seed] = f"{wrong}\n  {one.text}\n  {answer}\n  {plain(said)}"
    return tally


def _count_marks(asked: Case, said: Inline, tally: Tally) -> None:
    """How many marks share no word with what they stood around; engines here do not translate."""
    after = {_style(span): set(re.findall(r"\w+", span.text.casefold())) for span in said}
    for span in asked.run:
        words = set(re.findall(r"\w+", span.text.casefold()))
        if _style(span) != Span(text="") and words:
            tally.marks += 1
            tally.astray += not words & after.get(_style(span), set())


def faults(asked: Case, said: Inline) -> Iterator[str]:
    """What a reader of the published sentence would find lost, doubled, or in another mark."""
    wanted = Counter(_style(span) for span in joined(asked.run) if span.text.strip())
    marks = Counter(_style(span) for span in said if span.text.strip())
    for mark in {*wanted, *marks} - {Span(text="")}:
        if wanted[mark] != marks[mark]:
            yield f"a mark is there {marks[mark]} times instead of {wanted[mark]}"
    for text, around in asked.kept.items():
        places = _places(said, text)
        if places != [around or Span(text="")]:
            yield f"{text} stands {len(places)} times, or in another mark"
    for name, around in asked.names.items():
        places = _places(said, name)
        if len(places) == 1 and places[0] != (around or Span(text="")):
            yield f"the name {name} has changed its mark"
    if re.search(r"XP[AZH]\d", _rest(said, asked), re.IGNORECASE):
        yield "part of a code is left"
    if asked.plain and re.search(r"[\[\]<>]", plain(said)):
        yield "part of a bracket or tag is left"
    for span in said:
        if _style(span) != Span(text="") and not span.text.strip():
            yield "a mark is empty"


def _places(said: Inline, text: str) -> list[Span]:
    """The marks in which a text stands on its own, once for each time."""
    before, after = r"(?<![\w@#/\u202f])", r"(?![\w/\u202f])"
    if "." in text or text[0] in "@#":
        before, after = rf"{before}(?<!\w\.)", rf"{after}(?!\.\w)"
    spelling = re.IGNORECASE if text in NAMES else re.NOFLAG
    whole = re.compile(before + re.escape(text) + after, spelling)
    return [_style(span) for span in said for _ in whole.findall(span.text)]


def _rest(said: Inline, asked: Case) -> str:
    rest = plain(said)
    for text in sorted(asked.kept, key=len, reverse=True):
        rest = rest.replace(text, " ")
    return rest


def _style(span: Span) -> Span:
    return span.model_copy(update={"text": ""})
