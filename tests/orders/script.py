"""The eight events of which every order is played, and longer scripts made by chance."""

import random
from collections.abc import Iterable
from functools import cache

from shared.news.keys import GLOSSARY_KEY
from shared.news.language import Language
from tests.orders.stage import RIVER, Delivery, State, begin
from tests.unit.intake.desk import ARABIC, KEY

SPANISH = KEY.replace(".en.", ".es.")
FIRST = (
    "The treaty was signed on Tuesday by seven countries.",
    "It took eleven years to write. The river feeds forty million people.",
    "A court of nine judges will settle quarrels over the treaty.",
)
TYPO = "The treaty was signed on Tuesday by seven countries of the basin."
CORRECTED = "It took twelve years to write. The river feeds fifty million people."
ARABIC_FIRST = (
    "وقّعت سبع دول المعاهدة يوم الثلاثاء.",
    "استغرقت كتابتها أحد عشر عاماً. يطعم النهر أربعين مليون إنسان.",
    "ستفصل محكمة من تسعة قضاة في الخلافات حول المعاهدة.",
)
ARABIC_SECOND = (
    ARABIC_FIRST[0],
    ARABIC_FIRST[1],
    "تفصل محكمة من تسعة قضاة في كل خلاف على المعاهدة.",
)


def english(name: str, minute: int, paragraphs: Iterable[str], **fields: str) -> Delivery:
    front = {"headline": "A river shared", "section": "politics", **fields}
    return Delivery(name, minute, KEY, _file(front, paragraphs))


def persons(
    name: str, minute: int, key: str, headline: str, paragraphs: Iterable[str], **fields: str
) -> Delivery:
    """A person's file for an edition, made from the text of the first version.

    What it says as the machine did is the machine's, also where the person approves of it.
    """
    said = [headline, *paragraphs]
    front = {"headline": headline, "translates": first_text(), **fields}
    words = frozenset(said).difference(as_exported("ar" if key == ARABIC else "es"))
    return Delivery(name, minute, key, _file(front, said[1:]), words=words)


def glossary(name: str, minute: int, *rows: str) -> Delivery:
    return Delivery(name, minute, GLOSSARY_KEY, "\n".join(["en,ar,es", *rows, ""]))


def hint(edition: Language) -> Delivery:
    return Delivery(f"translate {edition}", 0, RIVER, edition=edition)


def _file(front: dict[str, str], paragraphs: Iterable[str]) -> str:
    lines = [f"{name}: {value}" for name, value in front.items()]
    return "\n".join(["---", *lines, "---", "\n\n".join(paragraphs), ""])


@cache
def beginning() -> State:
    """The first version is live in three editions, the machine's words in two of them."""
    return begin(english("en", 1, FIRST))


@cache
def first_text() -> str:
    """The hash of the first version's text."""
    source = beginning().seen().source
    assert source
    return source.fact.text


def as_exported(edition: Language) -> list[str]:
    """What the machine said of the first version: headline and paragraphs."""
    draft = beginning().seen().draft(edition)
    assert draft
    return [unit.plain() for block in draft.blocks for unit in block.said]


def _exported() -> tuple[str, list[str]]:
    headline, *paragraphs = as_exported("es")
    return headline, paragraphs


def eight() -> tuple[Delivery, ...]:
    """A typo fix, a correction, two edits in Arabic, an approval, a glossary, and two hints."""
    return (
        english("en 2", 2, (TYPO, *FIRST[1:]), change="typo"),
        persons("ar 1", 3, ARABIC, "نهر مشترك", ARABIC_FIRST),
        persons("ar 2", 4, ARABIC, "نهر مشترك", ARABIC_SECOND),
        english("en 3", 5, (TYPO, CORRECTED, FIRST[2]), change="correction",
                correction="An earlier version named other figures."),
        persons("es 1", 6, SPANISH, *_exported(), review="approved"),
        glossary("terms", 7, "treaty,معاهدة,tratado"),
        hint("ar"),
        hint("es"),
    )  # fmt: skip


# --- longer scripts ------------------------------------------------------------------------------

_CHANGES: tuple[tuple[str, str], ...] = (
    ("Tuesday", "Wednesday"), ("seven", "eight"), ("eleven", "twelve"), ("forty", "fifty"),
    ("quarrels", "disputes"), ("nine", "five"),
)  # fmt: skip
_ADDED = (
    "Farmers waited for the text since the drought of last year.",
    "The gauges are open to everyone. Water is measured each morning.",
)
_ARABIC_CHANGES = (("سبع", "ثماني"), ("تسعة", "خمسة"), ("عاماً", "سنة"))
_ROWS = ("treaty,معاهدة,tratado", "court,محكمة,tribunal", "river,نهر,río")


def longer(rng: random.Random) -> tuple[Delivery, ...]:
    """Nine to sixteen events in the order in which they happened."""
    minutes = iter(range(2, 100))
    paragraphs, arabic = list(FIRST), list(ARABIC_FIRST)
    events: list[Delivery] = []
    for number in range(rng.randint(9, 16)):
        kind = rng.choice(("en", "en", "en", "ar", "ar", "es", "terms", "hint", "hint"))
        name, minute = f"{kind} {number}", next(minutes)
        if kind == "en":
            paragraphs = _edited(rng, paragraphs)
            change = rng.choice(("typo", "correction", "update"))
            about = {"correction": "It named others."} if change == "correction" else {}
            events.append(english(name, minute, paragraphs, change=change, **about))
        elif kind == "ar":
            arabic = [text.replace(*rng.choice(_ARABIC_CHANGES)) for text in arabic]
            events.append(persons(name, minute, ARABIC, "نهر مشترك", arabic))
        elif kind == "es":
            headline, texts = _exported()
            said = [rng.choice((text, f"{text} Así fue.")) for text in texts]
            events.append(persons(name, minute, SPANISH, headline, said, **_review(rng)))
        elif kind == "terms":
            rows = rng.sample(_ROWS, rng.randint(1, len(_ROWS)))
            events.append(glossary(name, minute, *rows))
        else:
            events.append(hint(rng.choice(("ar", "es"))))
    return tuple(dict.fromkeys(events))


def _review(rng: random.Random) -> dict[str, str]:
    return rng.choice(({}, {"review": "approved"}))


def _edited(rng: random.Random, paragraphs: list[str]) -> list[str]:
    """Another version: a word, a paragraph more or less, another order, or the first again."""
    edited = list(paragraphs)
    kind = rng.choice(("word", "word", "add", "remove", "move", "revert"))
    at = rng.randrange(len(edited))
    if kind == "word":
        edited[at] = edited[at].replace(*rng.choice(_CHANGES))
    elif kind == "add":
        edited.insert(at, rng.choice(_ADDED))
    elif kind == "remove" and len(edited) > 1:
        del edited[at]
    elif kind == "move":
        edited.append(edited.pop(at))
    elif kind == "revert":
        return list(FIRST)
    return edited


def shuffled(rng: random.Random, events: tuple[Delivery, ...]) -> list[Delivery]:
    """The events in any order, some of them more than once."""
    order = [*events, *rng.choices(events, k=rng.randint(0, 4))]
    rng.shuffle(order)
    return order
