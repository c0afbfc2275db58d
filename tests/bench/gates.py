"""What gates say of people's translations, and of what may become of them in a machine."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from random import Random
from time import process_time
from typing import get_args

from shared.news.language import LANGUAGES
from shared.translation.checks.strays import strays
from shared.translation.gates import Doubt, Gate, doubts, refuse
from shared.translation.ports import BATCH, Pair
from tests.bench.tables import table
from tests.corpus.texts import ERROR_TEXTS, Row, news

SEED = 1
PAIRS = [Pair(a, b) for a in LANGUAGES for b in LANGUAGES if a != b]
NUMBER = re.compile(r"(?<![\w.,])\d[\d.,:٬٫\u202f]*\d|\d")
MAGNITUDES = {
    "en": [("million", "billion"), ("billion", "million"), ("bn", "m")],
    "es": [("mil millones", "billones"), ("000 millones", "000 billones"),
           ("00 millones", "00 billones"), ("millones", "mil millones")],
    "ar": [("مليون", "مليار"), ("مليار", "مليون"), ("ملايين", "مليارات")],
}  # fmt: skip
CURRENCIES = {
    "en": [("dollars", "euros"), ("euros", "dollars"), ("$", "€"), ("€", "$"), ("£", "$")],
    "es": [("dólares", "euros"), ("euros", "dólares"), ("libras", "euros")],
    "ar": [("دولار", "يورو"), ("يورو", "دولار")],
}
NOT = {
    "en": re.compile(r"\b(?:not|never|no|cannot)\b ?|n[’']t\b"),
    "es": re.compile(r"\b(?:no|nunca|jamás|ni|sin)\b ?", re.IGNORECASE),
    "ar": re.compile(r"\b(?:لا|لم|لن|ليس|ليست|دون|غير)\b ?"),
}
CONTROLS = "\u202a\u202b\u202d\u202e\u2066\u2067"
Fault = Callable[[str, str, Pair, Random], str | None]
"""What becomes of an answer (of a source, the answer); None where there is nothing to spoil."""


def digit(_source: str, answer: str, _pair: Pair, rng: Random) -> str | None:
    places = [found.start() for found in re.finditer(r"\d", answer)]
    if not places:
        return None
    at = rng.choice(places)
    other = rng.choice([one for one in "0123456789" if one != answer[at]])
    return f"{answer[:at]}{other}{answer[at + 1 :]}"


def number(_source: str, answer: str, _pair: Pair, rng: Random) -> str | None:
    found = list(NUMBER.finditer(answer))
    if not found:
        return None
    one = rng.choice(found)
    return f"{answer[: one.start()]}{answer[one.end() :]}".replace("  ", " ")


def replaced(table: dict[str, list[tuple[str, str]]]) -> Fault:
    def fault(_source: str, answer: str, pair: Pair, _rng: Random) -> str | None:
        known = (words for words in table[pair.target] if words[0] in answer)
        if re.search(r"\d", answer) and (words := next(known, None)):
            return answer.replace(*words, 1)
        return None

    return fault


def left(share: float) -> Fault:
    def fault(_source: str, answer: str, _pair: Pair, _rng: Random) -> str | None:
        words = answer.split()
        return " ".join(words[: int(len(words) * share)]) if len(words) > 3 else None

    return fault


def loop(_source: str, answer: str, _pair: Pair, _rng: Random) -> str | None:
    words = answer.split()
    return " ".join([*words, *words[-4:] * 4]) if len(words) > 3 else None


def untranslated(source: str, _answer: str, _pair: Pair, _rng: Random) -> str | None:
    return source


def half_translated(source: str, answer: str, _pair: Pair, _rng: Random) -> str | None:
    words, others = answer.split(), source.split()
    if len(others) < 10:
        return None
    return " ".join([*words[: len(words) // 2], *others[len(others) // 2 :]])


def bidi(_source: str, answer: str, _pair: Pair, rng: Random) -> str | None:
    at = rng.randrange(len(answer))
    return f"{answer[:at]}{rng.choice(CONTROLS)}{answer[at:]}"


def error(_source: str, _answer: str, _pair: Pair, rng: Random) -> str | None:
    return rng.choice(ERROR_TEXTS)


def denial(_source: str, answer: str, pair: Pair, _rng: Random) -> str | None:
    return NOT[pair.target].sub("", answer, count=1)


def question(_source: str, answer: str, _pair: Pair, _rng: Random) -> str | None:
    return re.sub(r"[?؟]", ".", answer.replace("¿", ""))


def quotes(source: str, answer: str, _pair: Pair, _rng: Random) -> str | None:
    return re.sub("[“”«»]", "", answer) if re.search("[“«]", source) else None


LOSSES: dict[str, tuple[Doubt, Fault]] = {
    "a “not” dropped": ("negation", denial),
    "a question made a statement": ("question", question),
    "quotation marks lost": ("quotes", quotes),
}
"""What is told to the desk, and published."""
FAULTS: dict[str, Fault] = {
    "one digit changed": digit,
    "a number dropped": number,
    "another magnitude": replaced(MAGNITUDES),
    "another currency": replaced(CURRENCIES),
    "the last half lost": left(1 / 2),
    "the last two thirds lost": left(1 / 3),
    "the end in a loop": loop,
    "not translated": untranslated,
    "half of it not translated": half_translated,
    "a bidirectional control": bidi,
    "the error text of a service": error,
}


def gates() -> str:
    return measured(news())


def measured(rows: Sequence[Row]) -> str:
    """The figures for a corpus, as Markdown."""
    head = ["", *(f"{source} → {target}" for source, target in PAIRS)]
    alarms = [_alarms(rows, pair) for pair in PAIRS]
    names = sorted({gate for found, _ in alarms for gate in found})
    figures = [
        ["any gate", *(f"{found.total() / len(rows):.2%}" for found, _ in alarms)],
        *([name, *(f"{found[name] / len(rows):.2%}" for found, _ in alarms)] for name in names),
        ["sentences a second", *(f"{speed:,.0f}" for _, speed in alarms)],
    ]
    caught = [
        *(
            [name, *(_caught(rows, pair, fault) for pair in PAIRS)]
            for name, fault in FAULTS.items()
        ),
        ["every answer is the next one's", *(_shifted(rows, pair) for pair in PAIRS)],
        ["two answers swapped", *(_swapped(rows, pair) for pair in PAIRS)],
    ]
    doubted = [
        *([doubt, *(_doubted(rows, pair, doubt) for pair in PAIRS)] for doubt in get_args(Doubt)),
        *([name, *(_told(rows, pair, *loss) for pair in PAIRS)] for name, loss in LOSSES.items()),
    ]
    return (
        "## Gates\n\n"
        f"{len(rows)} sentences of news with people's translations, in orders of {BATCH}. Alarms on"
        f" people's translations:\n\n{table(head, figures)}\n\n"
        "Faults that are caught, of translations that pass as they are:\n\n"
        f"{table(head, caught)}\n\n"
        "Doubts, which are told to the desk and hold nothing: on people's translations, and the"
        f" share of each loss that is told, where it was no doubt before:\n\n{table(head, doubted)}"
    )


def _texts(rows: Sequence[Row], pair: Pair) -> tuple[list[str], list[str]]:
    return [row[pair.source] for row in rows], [row[pair.target] for row in rows]


def _orders(rows: Sequence[Row]) -> list[Sequence[Row]]:
    return [rows[at : at + BATCH] for at in range(0, len(rows), BATCH)]


def _alarms(rows: Sequence[Row], pair: Pair) -> tuple[Counter[Gate], float]:
    """How many translations fail which gate, and how many are judged in a second."""
    found = Counter[Gate]()
    began = process_time()
    for order in _orders(rows):
        sources, answers = _texts(order, pair)
        lost = strays(sources, answers, pair)
        for at, (source, answer) in enumerate(zip(sources, answers, strict=True)):
            gate = refuse(source, answer, pair) or ("stray" if at in lost else None)
            found.update([gate] if gate else [])
    return found, len(rows) / (process_time() - began)


def _caught(rows: Sequence[Row], pair: Pair, fault: Fault) -> str:
    rng, verdicts = Random(SEED), list[bool]()
    for row in rows:
        source, answer = row[pair.source], row[pair.target]
        if refuse(source, answer, pair):
            continue
        for _ in range(4):
            spoiled = fault(source, answer, pair, rng)
            if spoiled is not None and spoiled != answer:
                verdicts.append(refuse(source, spoiled, pair) is not None)
    return _share(verdicts)


def _doubted(rows: Sequence[Row], pair: Pair, doubt: Doubt) -> str:
    found = sum(doubt in doubts(row[pair.source], row[pair.target], pair) for row in rows)
    return f"{found / len(rows):.2%}"


def _told(rows: Sequence[Row], pair: Pair, doubt: Doubt, loss: Fault) -> str:
    rng, verdicts = Random(SEED), list[bool]()
    for row in rows:
        source, answer = row[pair.source], row[pair.target]
        spoiled = loss(source, answer, pair, rng)
        if spoiled not in {None, answer} and doubt not in doubts(source, answer, pair):
            verdicts.append(doubt in doubts(source, str(spoiled), pair))
    return _share(verdicts)


def _shifted(rows: Sequence[Row], pair: Pair) -> str:
    verdicts = list[bool]()
    for order in _orders(rows):
        sources, answers = _texts(order, pair)
        verdicts += _refused(sources, [*answers[1:], answers[0]], pair)
    return _share(verdicts)


def _swapped(rows: Sequence[Row], pair: Pair) -> str:
    verdicts = list[bool]()
    for order in _orders(rows):
        sources, answers = _texts(order, pair)
        at = len(order) // 2
        answers[at - 1 : at + 1] = reversed(answers[at - 1 : at + 1])
        verdicts += _refused(sources, answers, pair)[at - 1 : at + 1]
    return _share(verdicts)


def _refused(sources: Sequence[str], answers: Sequence[str], pair: Pair) -> list[bool]:
    lost = strays(sources, answers, pair)
    return [
        at in lost or refuse(source, answer, pair) is not None
        for at, (source, answer) in enumerate(zip(sources, answers, strict=True))
    ]


def _share(verdicts: Sequence[bool]) -> str:
    return f"{sum(verdicts) / len(verdicts):.1%} of {len(verdicts)}" if verdicts else "–"
