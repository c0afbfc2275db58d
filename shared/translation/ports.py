"""What a translation needs from outside: engines, and two memories.

Reasons are stable codes that the desk phrases in its languages. An engine refuses a sentence with

    unavailable   it could not be reached, or did not answer in time
    throttled     it has had enough of us for a while
    busy          another function has asked for the sentence, and its answer is not there yet
    budget        what the newsroom allows it for the day or the month is spent
    auth          it does not accept our key or role
    too-long      the sentence is longer than it takes
    pair          it does not know the pair of languages
    declined      rules of its own keep it from translating the sentence

and a gate with one of `shared.translation.gates.Gate`:

    empty         nothing came back (also: fewer or more answers than sentences)
    error         a provider's error text or a page instead of a translation
    invisible     control characters or bidirectional overrides that the source does not have
    same          the source came back
    script        not the script of the language
    loop          the same words again and again
    remainder     words of the source were left as they were
    length        far shorter or longer than a translation can be
    cut           its end is missing
    magnitude     the digits are right, thousands, millions or billions are not
    numbers       a number is missing, invented or changed
    units         another currency, or per cent of what is none
    glossary      it uses a name that the glossary forbids
    placeholders  a link, a mark or a protected name was lost, doubled or emptied
    stray         it is the answer of another sentence of the order

A sentence that is made can carry doubts, with which it is published all the same: "negation" (the
source denies something, and the translation may not), "question" (only one of both asks),
"quotes" (the source quotes somebody, and the translation has no quotation marks) and "term" (it
does not use the glossary's name for something that the source names).

An edition is held, as a whole, with one of

    engines-none             no memory knows a sentence, and no engine is configured
    engines-budget           no engine gave a sentence; what one may cost is spent: which, and the
                             day that has a budget again, follow as `:<engine>:<day>`
    engines-busy             another function is just being given the sentences
    engines-unavailable      no engine gave a sentence; one at least may give it later
    engines-refused:<code>   every engine was asked, and this is why the first refusal happened
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple, Protocol

from shared.news.glossary import Term
from shared.news.language import Language

UNAVAILABLE = "unavailable"
THROTTLED = "throttled"
BUSY = "busy"
BUDGET = "budget"
AUTH = "auth"
TOO_LONG = "too-long"
PAIR = "pair"
DECLINED = "declined"
PASSING = frozenset({UNAVAILABLE, THROTTLED, BUSY})
"""What may have passed by the next try."""
NO_ANSWER = frozenset({*PASSING, BUDGET, AUTH, TOO_LONG, PAIR, "empty", "error"})
"""What is no translation, good or bad: it says nothing of the sentence, and is not remembered."""
NOT_TAKEN = frozenset({THROTTLED, BUSY, BUDGET, AUTH, TOO_LONG, PAIR})
"""What an engine does not charge for. One that did not answer in time may do so."""

SECONDS = 12.0
"""What one order may take, if nobody says otherwise. Two engines asked twice fit into a minute."""
BATCH = 16
"""Sentences of one order. Who dies before an answer is remembered pays for so many again."""

StyleName = Literal["words", "brackets", "tags", "html"]
"""How the codes of a line are written; `shared.translation.styles` has the notations."""


class Pair(NamedTuple):
    """From which language into which."""

    source: Language
    target: Language


@dataclass(frozen=True)
class Refusal:
    """Instead of a translation: why there is none, as a code of this module's docstring.

    `after` are the seconds after which the engine wants to be asked again, 0 if it did not say;
    `until` is the day (UTC) from which a budget has something left again.
    """

    reason: str
    after: float = field(default=0.0, compare=False)
    until: date | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Order:
    """What an engine is asked for: plain lines, whose codes are to be kept.

    `terms` are those of the glossary that occur in the lines, `style` is how codes are written in
    them, and `seconds` is what the answer may take.
    """

    sentences: Sequence[str]
    pair: Pair
    terms: tuple[Term, ...] = ()
    style: StyleName = "words"
    seconds: float = SECONDS


class Engine(Protocol):
    """A machine translator."""

    @property
    def name(self) -> str: ...

    @property
    def paid(self) -> bool:
        """Whether its answers cost something and are remembered."""
        ...

    @property
    def styles(self) -> tuple[StyleName, ...]:
        """How it is asked: in the second style for what loses its codes in the first, and so on."""
        ...

    def translate(self, order: Order) -> Sequence[str | Refusal]:
        """One answer for each sentence, in their order, within the order's time."""
        ...


class PaidKey(NamedTuple):
    """What a paid translation is remembered by; `sentence` is the hash of its normalised line."""

    sentence: str
    source: Language
    target: Language
    engine: str


class Memory(Protocol):
    """Answers that were paid for: translations, and what no gate lets through."""

    def recall(self, keys: Sequence[PaidKey]) -> Mapping[PaidKey, str | Refusal]:
        """What is remembered of them."""
        ...

    def remember(self, key: PaidKey, answer: str | Refusal, *, refused: bool = False) -> None:
        """Keep an answer; the first good one kept under a key stays.

        What gates `refused` is kept for a day, or until there is a good one.
        """
        ...


class Leases(Protocol):
    """Who asks a paid engine for a sentence right now: one function, as both would pay.

    A lease that nobody gives back runs out by itself, when its holder cannot be alive any more.
    """

    def take(self, keys: Collection[PaidKey]) -> Collection[PaidKey]:
        """Those of the keys that nobody else holds; they are ours now."""
        ...

    def give_back(self, keys: Collection[PaidKey]) -> None:
        """Let others have what is ours of these."""
        ...


class Till(Protocol):
    """How many characters engines were sent, by month, day and minute of UTC (`purse`)."""

    def add(self, engine: str, period: str, characters: int, most: int | None) -> bool:
        """Count so many more (or fewer), unless it were more than `most` then: False."""
        ...


class Reviewed(Protocol):
    """Translations that people have read and approved."""

    def find(self, sentence: str, source: Language, target: Language) -> str | None:
        """The translation of a line, with the line's own codes."""
        ...
