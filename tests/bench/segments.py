"""How well and how fast texts are cut into sentences, on rules and a newspaper marked by people."""

import time
from collections.abc import Iterable
from itertools import accumulate

from shared.editions.segments import sentences
from shared.news.language import LANGUAGES, Language
from tests.bench.tables import table
from tests.unit.editions.test_segments import BEYOND, marked, rules

GOALS = {"en": "98 / 88", "ar": "98 / 86", "es": "95 / 89"}
MEGABYTES = 3


def segments() -> str:
    rows = []
    for language in LANGUAGES:
        known = [(kind, _holds(pieces, language)) for kind, pieces in rules(language)]
        asked = [holds for kind, holds in known if kind not in BEYOND]
        beyond = [holds for kind, holds in known if kind in BEYOND]
        precision, recall = _precision_and_recall(language)
        rows.append(
            (
                language, f"{sum(asked)} of {len(asked)}", f"{sum(beyond)} of {len(beyond)}",
                f"{100 * precision:.1f} / {100 * recall:.1f}", GOALS[language],
                f"{_speed(language):.1f}",
            )
        )  # fmt: skip
    heads = ("", "golden rules", "beyond them", "precision / recall, %", "goal", "Mchar/s")
    return f"""## Sentences

Golden rules written for each language, those beyond them that we know to miss, and the \
boundaries inside the sample newspaper's paragraphs, marked by people, three paragraphs at a time \
as one text. Nothing is lost or added in any text (`tests/unit/editions/test_segments.py`).

{table(heads, rows)}

Goal: 5 million characters a second."""


def _holds(pieces: list[str], language: Language) -> bool:
    return [one.strip() for one in sentences(" ".join(pieces), language)] == pieces


def _precision_and_recall(language: Language) -> tuple[float, float]:
    paragraphs = marked(language)
    right = cut = wanted = 0
    for at in range(0, len(paragraphs), 3):
        pieces = [line for one in paragraphs[at : at + 3] for line in one]
        there = _inner(len(piece) + 1 for piece in pieces)
        found = _inner(map(len, sentences(" ".join(pieces), language)))
        right, cut, wanted = right + len(there & found), cut + len(found), wanted + len(there)
    return right / cut, right / wanted


def _inner(lengths: Iterable[int]) -> set[int]:
    """Where pieces end, but for the last."""
    return set(list(accumulate(lengths))[:-1])


def _speed(language: Language) -> float:
    """Millions of characters a second of processor time, the best of three."""
    text = " ".join(line for one in marked(language) for line in one)
    text *= MEGABYTES * 1_000_000 // len(text)
    best = 0.0
    for _ in range(3):
        began = time.process_time()
        sentences(text, language)
        best = max(best, len(text) / 1e6 / (time.process_time() - began))
    return best
