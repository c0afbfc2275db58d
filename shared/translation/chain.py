"""Who translates a sentence: people's memory, then what was paid for, then engine after engine."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import NamedTuple

from shared.editions.quotes import USUAL
from shared.errors import Unavailable
from shared.news.language import Language
from shared.news.newsroom import Quotes
from shared.translation.breaker import Breaker
from shared.translation.checks.strays import strays
from shared.translation.gates import doubts, nonsense, refuse
from shared.translation.guards import Guards
from shared.translation.markup import (
    Damaged,
    bare,
    carried,
    codes,
    is_wordless,
    verify,
)
from shared.translation.memory import paid_key
from shared.translation.ports import (
    BATCH,
    BUDGET,
    BUSY,
    NO_ANSWER,
    NOT_TAKEN,
    PASSING,
    UNAVAILABLE,
    Engine,
    Memory,
    Order,
    PaidKey,
    Pair,
    Refusal,
    Reviewed,
    StyleName,
)
from shared.translation.shield import Shielded, finished, shield, unshield
from shared.translation.styles import STYLES, Style, without_tags
from shared.translation.terms import NO_LEXICONS, Broken, Lexicon, Lexicons, broken, without

_ZERO_WIDTH = str.maketrans("", "", "\u200b\u2060\ufeff")
"""Google strews them in; they say nothing."""
_LOST = Refusal("placeholders")
MEMORY = "memory"
SOURCE = "source"


class Sentence(NamedTuple):
    """A canonical line."""

    line: str


class Made(NamedTuple):
    """A translated canonical line, and who made it: "memory", an engine, or "source".

    `doubts` are codes of `ports`.
    """

    line: str
    by: str
    doubts: tuple[str, ...] = ()


class _Paid(NamedTuple):
    """What is to be remembered."""

    key: PaidKey
    answer: str | Refusal
    refused: bool


@dataclass
class Work:
    """What became of the sentences of one story: made, or refused by each engine in turn."""

    pair: Pair
    pending: list[Sentence]
    lexicon: Lexicon
    quotes: Quotes
    made: dict[Sentence, Made] = field(default_factory=dict)
    refused: dict[Sentence, dict[str, str]] = field(default_factory=dict)
    characters: Counter[str] = field(default_factory=Counter)
    spent: dict[str, date] = field(default_factory=dict)
    stopped: dict[str, Breaker] = field(default_factory=dict)

    def take(self, sentence: Sentence, line: str, by: str, found: tuple[str, ...] = ()) -> None:
        self.refused.get(sentence, {}).pop(by, None)
        self.made[sentence] = Made(line, by, found)
        self.pending.remove(sentence)

    def refuse(self, sentence: Sentence, engine: str, reason: str) -> None:
        self.refused.setdefault(sentence, {})[engine] = reason

    def open_to(self, engine: str) -> list[Sentence]:
        """The sentences that wait and that the engine has not refused or failed yet.

        Nobody is asked for what another function is just paying for.
        """
        refused = ((one, self.refused.get(one, {})) for one in self.pending)
        return [one for one, why in refused if engine not in why and BUSY not in why.values()]

    def reason(self) -> str | None:
        """Why not every sentence could be made, as a code of `ports`; None where all were."""
        if not self.pending:
            return None
        refused = [found for one in self.pending for found in self.refused.get(one, {}).items()]
        reasons = [why for _, why in refused]
        if not reasons:
            return "engines-none"
        if BUDGET in reasons:
            engine = next(by for by, why in refused if why == BUDGET)
            until = f":{self.spent[engine]}" if engine in self.spent else ""
            return f"engines-budget:{engine}{until}"
        if {*reasons} == {BUSY}:
            return "engines-busy"
        passing = PASSING.intersection(reasons)
        return "engines-unavailable" if passing else f"engines-refused:{reasons[0]}"

    def refusals(self) -> dict[str, int]:
        """How often which engine failed why: {"google:script": 2}."""
        return dict(
            Counter(f"{by}:{why}" for one in self.refused.values() for by, why in one.items())
        )


@dataclass(frozen=True)
class Chain:
    """The memories and engines of a newsroom, engines in the order in which they are asked.

    `exceptions` has other engines for some pairs. `discreet` are the names of those that may see a
    story before it is public; what was paid for is remembered by the newsroom itself, so that asks
    nobody.
    """

    reviewed: Reviewed
    remembered: Memory
    engines: tuple[Engine, ...] = ()
    discreet: frozenset[str] = frozenset()
    lexicons: Lexicons = NO_LEXICONS
    guards: Guards = field(default_factory=Guards)
    quotes: Mapping[Language, Quotes] = field(default_factory=lambda: USUAL)
    exceptions: Mapping[Pair, tuple[Engine, ...]] = field(default_factory=dict)

    def translate(
        self, sentences: Iterable[Sentence], pair: Pair, *, embargoed: bool = False
    ) -> Work:
        lexicon, quotes = self.lexicons.of(pair), self.quotes[pair.target]
        work = Work(pair, list(dict.fromkeys(sentences)), lexicon, quotes)
        self._recite(work, from_memory=not embargoed or MEMORY in self.discreet)
        engines = self.exceptions.get(pair, self.engines)
        self._recall(work, work.pending, engines)
        for engine in engines:
            if not embargoed or engine.name in self.discreet:
                self._ask(engine, work)
        return work

    def _recite(self, work: Work, *, from_memory: bool) -> None:
        """What needs no machine: lines without words, and what people have translated."""
        for sentence in tuple(work.pending):
            if is_wordless(without(sentence.line, work.lexicon.kept(sentence.line))):
                work.take(sentence, carried(sentence.line, work.pair), SOURCE)
                continue
            found = self.reviewed.find(sentence.line, *work.pair) if from_memory else None
            if found is not None and _is_whole(sentence.line, found):
                work.take(sentence, found, MEMORY)

    def _recall(self, work: Work, wanted: Iterable[Sentence], engines: Iterable[Engine]) -> None:
        paid = [engine.name for engine in engines if engine.paid]
        keys = {(one, by): _key(work, one, by) for by in paid for one in wanted}
        known = self.remembered.recall(list(dict.fromkeys(keys.values()))) if keys else {}
        for (sentence, by), key in keys.items():
            if key in known and sentence in work.pending:
                _judge(work, sentence, by, known[key])

    def _ask(self, engine: Engine, work: Work) -> None:
        """Ask for what waits, an order's worth at a time, as long as the engine may be asked."""
        waiting = work.open_to(engine.name)
        for at in range(0, len(waiting), BATCH):
            order = waiting[at : at + BATCH]
            if not engine.paid:
                self._ask_for(order, engine, work)
            elif stopped := self.guards.stop(engine.name, work.pair):
                for one in waiting[at:]:
                    work.refuse(one, engine.name, stopped.reason)
                return
            else:
                self._pay_for(order, engine, work)

    def _pay_for(self, sentences: Sequence[Sentence], engine: Engine, work: Work) -> None:
        """Ask for what nobody else asks for; others may have paid just before they let go."""
        keys = {one: _key(work, one, engine.name) for one in sentences}
        with self.guards.leased(keys.values()) as ours:
            for one in sentences:
                if keys[one] not in ours:
                    work.refuse(one, engine.name, BUSY)
            self._recall(work, [one for one in sentences if keys[one] in ours], [engine])
            self._ask_for(sentences, engine, work)

    def _ask_for(self, sentences: Sequence[Sentence], engine: Engine, work: Work) -> None:
        """Where an answer lost its codes, ask once more in another style."""
        open_to_it = work.open_to(engine.name)
        waiting = [one for one in sentences if one in open_to_it]
        for style in engine.styles:
            waiting = self._ask_in(style, waiting, engine, work)

    def _ask_in(
        self, name: StyleName, asked: Sequence[Sentence], engine: Engine, work: Work
    ) -> list[Sentence]:
        """Take or refuse the answers; returns the sentences whose codes were lost."""
        if not asked:
            return []
        style = STYLES[name]
        shielded = {
            one.line: shield(one.line, work.pair, work.lexicon.kept(one.line)) for one in asked
        }
        sent = [style.write(one.text) for one in shielded.values()]
        order = Order(sent, work.pair, terms=work.lexicon.terms(*shielded), style=name)
        now = self.guards.clock()
        stopped = self._stopped(engine, order, work, now) if engine.paid else None
        answers = [stopped] * len(sent) if stopped else self._bought(engine, order)
        said = dict(zip(shielded, answers, strict=True))
        lines = {line: _read(line, said[line], shielded[line], style, work.pair) for line in said}
        lines |= dict.fromkeys(_strays(lines, work), Refusal("stray"))
        again = [
            one
            for one in asked
            if name != engine.styles[-1]
            and lines[one.line] == _LOST
            and codes(shielded[one.line].text)
        ]
        reasons: list[str | None] = []
        paid: list[_Paid] = []
        for sentence in asked:
            line = lines[sentence.line]
            why = _judge(work, sentence, engine.name, line)
            reasons.append(why)
            if engine.paid and sentence not in again and why not in NO_ANSWER:
                paid.append(_Paid(_key(work, sentence, engine.name), line, why is not None))
        self._remember(paid)
        if engine.paid and not stopped:
            self._settle(engine, order, answers, reasons, work, now)
        return again

    def _stopped(self, engine: Engine, order: Order, work: Work, now: datetime) -> Refusal | None:
        """Why a paid engine is not asked, if it is not; else what it is sent is counted."""
        refusal = self.guards.pay(engine.name, sum(map(len, order.sentences)), now)
        if refusal and refusal.until:
            work.spent[engine.name] = refusal.until
        return refusal

    def _remember(self, paid: Iterable[_Paid]) -> None:
        """A call that fails loses no other answer, and its own only if it fails once more."""
        failed = []
        for one in paid:
            try:
                self.remembered.remember(one.key, one.answer, refused=one.refused)
            except Unavailable:
                failed.append(one)
        for one in failed:
            self.remembered.remember(one.key, one.answer, refused=one.refused)

    def _bought(self, engine: Engine, order: Order) -> Sequence[str | Refusal]:
        return _answers(engine, replace(order, seconds=min(order.seconds, self.guards.left())))

    def _settle(
        self,
        engine: Engine,
        order: Order,
        answers: Sequence[str | Refusal],
        reasons: Sequence[str | None],
        work: Work,
        now: datetime,
    ) -> None:
        """Once all is remembered that was paid for, say what was not, and how the engine does."""
        refusals = [one if isinstance(one, Refusal) else None for one in answers]
        lengths = [len(sentence) for sentence in order.sentences]
        free = sum(
            length
            for length, one in zip(lengths, refusals, strict=True)
            if one and one.reason in NOT_TAKEN
        )
        work.characters[engine.name] += sum(lengths) - free
        self.guards.get_back(engine.name, free, now)
        after = max(one.after if one else 0.0 for one in refusals)
        opened = self.guards.hear(engine.name, order.pair, reasons, after)
        if opened:
            work.stopped[engine.name] = opened


def _key(work: Work, sentence: Sentence, engine: str) -> PaidKey:
    return paid_key(sentence.line, work.pair, engine, work.lexicon.digest(sentence.line))


def _read(
    source: str, answer: str | Refusal, sent: Shielded, style: Style, pair: Pair
) -> str | Refusal:
    """The canonical line that an engine's answer says."""
    if isinstance(answer, Refusal):
        return answer
    try:
        return unshield(style.read(answer), sent)
    except Damaged:
        gate = nonsense(source, without_tags(answer), pair)
        return Refusal(gate) if gate else _LOST


def _strays(lines: Mapping[str, str | Refusal], work: Work) -> list[str]:
    """The lines of an order whose answers are good ones, but of other lines."""
    said = {line: answer for line, answer in lines.items() if isinstance(answer, str)}
    places = strays([*map(bare, said)], [*map(bare, said.values())], work.pair)
    found = (line for at, line in enumerate(said) if at in places)
    return [line for line in found if _refused(work, Sentence(line), said[line]) is None]


def _answers(engine: Engine, order: Order) -> list[str | Refusal]:
    """One answer a line, whatever the engine does."""
    asked = len(order.sentences)
    if not asked:
        return []
    try:
        answers = list(engine.translate(order))
    except Exception:  # noqa: BLE001  whatever an engine raises, the next one is asked
        return [Refusal(UNAVAILABLE)] * asked
    if len(answers) != asked:
        return [Refusal("empty")] * asked
    return [_answer(one) for one in answers]


def _answer(given: object) -> str | Refusal:
    if isinstance(given, str):
        return given.translate(_ZERO_WIDTH)
    return given if isinstance(given, Refusal) else Refusal("empty")


def _judge(work: Work, sentence: Sentence, by: str, line: str | Refusal) -> str | None:
    """Take what an engine said, now or when it was paid; or refuse it, and say why."""
    if isinstance(line, str):
        why = _refused(work, sentence, line)
        if why is None:
            kept = work.lexicon.kept(sentence.line)
            found = doubts(without(sentence.line, kept), without(line, kept), work.pair)
            unnamed = ("term",) if _broken(work, sentence, line) else ()
            said = finished(line, work.pair, work.quotes, kept)
            work.take(sentence, said, by, (*found, *unnamed))
            return None
        line = Refusal(why)
    work.refuse(sentence, by, line.reason)
    return line.reason


def _refused(work: Work, sentence: Sentence, line: str) -> str | None:
    """The first gate that a translated line fails."""
    kept = work.lexicon.kept(sentence.line)
    source, answer = without(sentence.line, kept), without(line, kept)
    gate = refuse(source, answer, work.pair)
    if gate:
        return gate
    if any(one.forbidden for one in _broken(work, sentence, line)):
        return "glossary"
    return None if _is_whole(sentence.line, line) else "placeholders"


def _broken(work: Work, sentence: Sentence, line: str) -> tuple[Broken, ...]:
    terms = work.lexicon.terms(sentence.line)
    return broken(sentence.line, line, terms, work.pair)


def _is_whole(source: str, line: str) -> bool:
    try:
        verify(source, line)
    except Damaged:
        return False
    return True
