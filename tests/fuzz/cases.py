"""Sentences with everything in them that has to come through an engine, by seed."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from shared.news.blocks import Inline, Span

NAMES = (
    "Madrid", "Lima", "Reuters", "Okafor", "Alder", "Quito", "Garonne", "Bilbao", "Tanaka", "Oslo",
    "Rosario", "Delnar", "Haddad",
)  # fmt: skip
TERMS = {"Azimuth": "Azimuth", "River Treaty": "Tratado del Agua", "High Bench": "High Bench"}
WORDS = re.findall(
    r"\w+",
    """
    the river a court of in spring says that villages and old mills will rise for farmers who ask
    whether water from this valley is clean but not free under new rules after long talks with
    engineers near our city many people have seen how boats carry bread to a small school
    """,
)
LIKE_CODES = (
    "XPA0X", "XPZ0X", "XPH1X", "xph12x", "AXPZ9X", "XPA٣X", "[0]", "[[0]", "[0]]", "[1]",
    '<g id="0">', "</g>", '<x id="1"/>', "<span translate=no>", "{{0}}", "%s", "&lt;g&gt;", "\\0",
)  # fmt: skip
PUNCTUATION = (",", ";", ":", " –", ".", "?", "…", ")", "»")


@dataclass
class Case:
    """A sentence, what is in it once, and in which mark (None: in none).

    `kept` is what has to come back as the value says; `names` may be translated, or come back.
    """

    run: Inline = ()
    kept: dict[str, Span | None] = field(default_factory=dict)
    names: dict[str, Span | None] = field(default_factory=dict)
    plain: bool = True


def case(seed: int) -> Case:
    """One of them; the same seed makes the same."""
    return _Maker(random.Random(seed)).case()


class _Maker:
    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.made = Case()
        self.names = rng.sample(NAMES, len(NAMES))
        self.terms = rng.sample(list(TERMS), len(TERMS))
        self.likes = rng.sample(LIKE_CODES, 3)
        self.marks = [Span(text="", strong=True), Span(text="", emphasis=True)]
        self.marks += [Span(text="", link=f"https://example.org/{n}") for n in range(4)]
        rng.shuffle(self.marks)

    def case(self) -> Case:
        spans: list[Span] = []
        for _ in range(self.rng.randint(2, 8)):
            mark = self.marks.pop() if self.marks and self.rng.random() < 0.4 else None
            text = " ".join(self._words(mark))
            spans.append((mark or Span(text="")).model_copy(update={"text": text}))
            spans.append(Span(text=self._gap()))
        self.made.run = tuple(self._glued(spans))
        return self.made

    def _gap(self) -> str:
        return (self.rng.choice(PUNCTUATION) if self.rng.random() < 0.25 else "") + " "

    def _glued(self, spans: list[Span]) -> Iterator[Span]:
        """The spans, with now and then two common words grown together over a mark's edge."""
        for before, span, after in zip(
            [Span(text=""), *spans], spans, [*spans[1:], Span(text="")], strict=False
        ):
            edges = {*before.text.split()[-1:], *after.text.split()[:1]}
            if span.text != " " or not edges <= set(WORDS) or self.rng.random() > 0.1:
                yield span

    def _words(self, mark: Span | None) -> Iterator[str]:
        for _ in range(self.rng.randint(1, 4 if mark else 9)):
            special = self.rng.random()
            if special < 0.12:
                yield self._kept(mark)
            elif special < 0.22 and self.names:
                name = self.names.pop()
                self.made.names[name] = mark
                yield name
            elif special < 0.28 and self.likes:
                yield self._like(mark)
            else:
                yield self.rng.choice(WORDS)

    def _kept(self, mark: Span | None) -> str:
        number = self.rng.randint(1_000, 9_999_999)
        match self.rng.randrange(7):
            case 0:
                written, wanted = f"{number:,}", _spanish(number)
            case 1:
                written = wanted = f"https://example.org/{number}?a=b&c=XPH0X"
            case 2:
                written = wanted = f"@desk_{number}"
            case 3:
                written = wanted = f"#river{number}"
            case 4:
                written = wanted = f"desk.{number}@example.org"
            case 5:
                written = wanted = f"www.example.org/{number}"
            case _ if self.terms:
                written = self.terms.pop()
                wanted = TERMS[written]
            case _:
                written = wanted = f"@desk.{number}"
        self.made.kept[wanted] = mark
        return written

    def _like(self, mark: Span | None) -> str:
        like = self.likes.pop()
        if "XP" in like.upper():
            self.made.kept[like] = mark
        else:
            self.made.plain = False
        return like


def _spanish(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f") if number > 9_999 else str(number)
