"""What a translation needs from outside: engines, and two memories.

Reasons are stable codes that the desk phrases in its languages. An engine refuses a sentence with

    unavailable   it could not be reached, did not answer in time, or is out of quota
    too-long      the sentence is longer than it takes
    pair          it does not know the pair of languages

and a gate with one of `shared.translation.gates.GATES`:

    empty         nothing came back (also: fewer or more answers than sentences)
    error         a provider's error text or a page instead of a translation
    invisible     control characters or bidirectional overrides that the source does not have
    placeholders  a link, a mark or a protected name was lost, doubled or emptied
    same          the source came back
    script        not the script of the language
    length        far shorter or longer than a translation can be
    loop          the same words again and again
    numbers       a number of a headline or deck is missing or invented

An edition is held, as a whole, with one of

    engines-none             no memory knows a sentence, and no engine is configured
    engines-unavailable      no engine gave a sentence; one at least could not be reached
    engines-refused:<code>   every engine was asked, and this is why the first refusal happened
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from shared.news.language import Language

UNAVAILABLE = "unavailable"
TOO_LONG = "too-long"
PAIR = "pair"


class Pair(NamedTuple):
    """From which language into which."""

    source: Language
    target: Language


@dataclass(frozen=True)
class Refusal:
    """Instead of a translation: why there is none, as a code of this module's docstring."""

    reason: str


class Engine(Protocol):
    """A machine translator. Sentences are plain lines; codes (XPH0X, or [0]) are to be kept."""

    @property
    def name(self) -> str: ...

    @property
    def paid(self) -> bool:
        """Whether its answers cost something and are remembered."""
        ...

    def translate(self, sentences: Sequence[str], pair: Pair) -> Sequence[str | Refusal]:
        """One answer for each sentence, in their order."""
        ...


class PaidKey(NamedTuple):
    """What a paid translation is remembered by; `sentence` is the hash of its normalised line."""

    sentence: str
    source: Language
    target: Language
    engine: str


class Memory(Protocol):
    """Translations that were paid for."""

    def recall(self, keys: Sequence[PaidKey]) -> Mapping[PaidKey, str]:
        """What is remembered of them."""
        ...

    def remember(self, key: PaidKey, text: str) -> None:
        """Keep a translation; the first one kept under a key stays."""
        ...


class Reviewed(Protocol):
    """Translations that people have read and approved."""

    def find(self, sentence: str, source: Language, target: Language) -> str | None:
        """The translation of a line, with the line's own codes."""
        ...
