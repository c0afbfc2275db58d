"""Automatic checks of a machine's translation, without a reference.

What fails a gate is not published: the next engine is asked, and where none passes, the block
waits for a person. What is only doubted is often right: it is published, and the desk is told.
"""

import re
from collections.abc import Callable
from typing import Literal

from shared.translation.checks import numbers
from shared.translation.checks.negation import denies_otherwise
from shared.translation.checks.proportion import is_cut, is_length
from shared.translation.checks.provider_errors import is_error_text
from shared.translation.checks.question import asks_otherwise
from shared.translation.checks.quotes import is_unquoted
from shared.translation.checks.remainder import is_left
from shared.translation.checks.repetition import loops
from shared.translation.checks.script import is_same, is_script
from shared.translation.checks.units import is_swapped
from shared.translation.markup import bare, without_literals
from shared.translation.ports import Pair

Gate = Literal[
    "empty", "error", "invisible", "same", "script", "loop", "remainder", "length", "cut",
    "magnitude", "numbers", "units", "placeholders", "glossary", "stray",
]  # fmt: skip
Doubt = Literal["negation", "question", "quotes", "term"]

_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffd\ue000-\uf8ff]"
)
_Fails = Callable[[str, str, Pair], bool]
_NONSENSE: dict[Gate, _Fails] = {
    "empty": lambda _source, answer, _pair: not answer,
    "error": lambda source, answer, _pair: is_error_text(source, answer),
    "invisible": lambda source, answer, _pair: not _invisible(answer) <= _invisible(source),
    "same": is_same,
    "script": lambda *texts: not is_script(*texts),
    "loop": lambda source, answer, _pair: loops(source, answer),
}
_FAULTS: dict[Gate, _Fails] = {
    "remainder": is_left,
    "length": lambda *texts: not is_length(*texts),
    "cut": is_cut,
}
_DOUBTS: dict[Doubt, _Fails] = {
    "negation": denies_otherwise,
    "question": lambda source, answer, _pair: asks_otherwise(source, answer),
    "quotes": lambda source, answer, _pair: is_unquoted(source, answer),
}


def refuse(source: str, answer: str, pair: Pair) -> Gate | None:
    """The first gate that a translated canonical line fails."""
    found = nonsense(source, answer, pair) or _first(_FAULTS, source, answer, pair)
    if found:
        return found
    given, said = without_literals(source), without_literals(answer)
    return numbers.fault(given, said, pair) or ("units" if is_swapped(given, said) else None)


def nonsense(source: str, answer: str, pair: Pair) -> Gate | None:
    """The first gate that says that an answer, whatever became of its codes, is none."""
    return _first(_NONSENSE, source, answer, pair)


def doubts(source: str, answer: str, pair: Pair) -> tuple[Doubt, ...]:
    """What somebody should look at in a translated canonical line that passed."""
    given, said = bare(source).strip(), bare(answer).strip()
    return tuple(doubt for doubt, fails in _DOUBTS.items() if fails(given, said, pair))


def _first(gates: dict[Gate, _Fails], source: str, answer: str, pair: Pair) -> Gate | None:
    given, said = bare(source).strip(), bare(answer).strip()
    return next((gate for gate, fails in gates.items() if fails(given, said, pair)), None)


def _invisible(text: str) -> set[str]:
    return set(_INVISIBLE.findall(text))
