"""A story's translations block by block: what each says, who gave it, and what is to be done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from shared.desk.dossier import Dossier
from shared.desk.messages import says, says_refused, says_told
from shared.desk.receipt import EditionReceipt, EditionState, receipts
from shared.desk.suggestion import Suggested, suggestion
from shared.editions.quotes import style
from shared.editions.registry import EDITIONS
from shared.editions.segments import sentences
from shared.editions.translators import translator
from shared.editions.typography import around, lapses
from shared.news.blocks import plain
from shared.news.keys import export_key, story_key
from shared.news.language import Language
from shared.news.newsroom import Quotes
from shared.news.offer import offers
from shared.news.policy import Policy
from shared.news.record import Record
from shared.news.units import Unit
from shared.news.view import AcceptedSource
from shared.news.wording import Block, Wording

NoteKind = Literal["origin", "outdated", "held", "doubt", "typography"]


class Note(Record):
    """Something to know of a block, in words."""

    kind: NoteKind
    says: str


class BlockTold(Record):
    """One block: the source's words and the edition's, which are empty where there are none.

    `saw` is the source's block that the person saw whose words are outdated, `suggested` what
    they could say now. A block whose `source` is empty was removed from the source.
    """

    id: str
    source: str
    says: str
    state: str
    by: tuple[str, ...] = ()
    outdated: bool = False
    saw: str = ""
    suggested: tuple[Suggested, ...] = ()
    notes: tuple[Note, ...] = ()


class EditionTold(Record):
    """One edition: where it is and why, its blocks, and what an editor can do next."""

    edition: Language
    state: EditionState
    url: str | None = None
    why: str | None = None
    policy: Policy
    blocks: tuple[BlockTold, ...] = ()
    next: tuple[str, ...] = ()


class Translations(Record):
    """What a desk needs to know of a story's translations, all that is said in `language`."""

    story: str
    revision: int
    headline: str
    source: Language
    language: Language
    editions: tuple[EditionTold, ...]


def translations(dossier: Dossier, language: Language) -> Translations | None:
    """The editions of the newest public source (else of the one that waits); None without one."""
    seen = dossier.seen
    source = (seen.released or seen.source) if seen else None
    if seen is None or source is None:
        return None
    quotes = {code: style(code, one) for code, one in dossier.newsroom.editions.items()}
    told = [
        _Teller(source, edition, quotes[edition], language).edition_told(where, seen.draft(edition))
        for edition, where in _where(replace(dossier, speaks=language)).items()
        if edition != source.body.language
    ]
    return Translations(
        story=seen.id,
        revision=seen.revision,
        headline=source.body.texts.headline or "",
        source=source.body.language,
        language=language,
        editions=tuple(told),
    )


def _where(dossier: Dossier) -> Mapping[Language, EditionReceipt]:
    """Where each edition is, as the receipt of the story's own file says."""
    main = dossier.main_upload()
    present = (one for one in receipts(dossier) if one.state != "superseded")
    return next((one.editions for one in present if one.upload == main), {})


@dataclass(frozen=True)
class _Teller:
    """Tells of one edition of a source, which has its quotation marks, in a desk's language."""

    source: AcceptedSource
    edition: Language
    quotes: Quotes
    language: Language

    def edition_told(self, where: EditionReceipt, words: Wording | None) -> EditionTold:
        blocks = (*words.blocks, *words.removed) if words else ()
        return EditionTold(
            edition=self.edition,
            state=where.state,
            url=where.url,
            why=where.says,
            policy=self._policy,
            blocks=tuple(self._block(one) for one in blocks if not _wordless(one)),
            next=tuple(self._next(words)) if words else (),
        )

    @property
    def _policy(self) -> Policy:
        return self.source.body.policy(self.edition)

    def _says(self, code: str, **given: str) -> str:
        return says_told(code, self.language, given)

    def _block(self, block: Block) -> BlockTold:
        return BlockTold(
            id=block.id,
            source=_plain(block.source),
            says=_plain(block.said),
            state=block.state,
            by=block.by,
            outdated=block.outdated,
            saw=_plain(block.saw),
            suggested=suggestion(block, self.source.body.language, self.edition),
            notes=(*self._origin(block), *self._doubts(block), *self._typography(block)),
        )

    def _origin(self, block: Block) -> Iterator[Note]:
        origin = "memory" if block.by == ("memory",) else block.state
        yield Note(kind="origin", says=self._says(origin, engines=self._engines(block)))
        if block.outdated:
            code = "outdated" if block.source else "removed"
            yield Note(kind="outdated", says=self._says(code))
        for engine, why in block.held.reasons.items() if block.held else ():
            refused = says_refused(why, self.language)
            given = {"engine": translator(engine), "why": refused}
            yield Note(kind="held", says=self._says("held", **given))

    def _doubts(self, block: Block) -> Iterator[Note]:
        """What to look at in a machine's words."""
        for doubt in block.doubts:
            yield Note(kind="doubt", says=self._says(f"doubt-{doubt}"))

    def _engines(self, block: Block) -> str:
        mine = EDITIONS[self.language]
        engines = [one for one in block.by if one not in {"source", "person"}]
        names = [mine.labels.memory if one == "memory" else translator(one) for one in engines]
        return mine.conjoin(tuple(names))

    def _typography(self, block: Block) -> Iterator[Note]:
        """Where a person's words are not in the typography of their language, once of a kind."""
        found: dict[str, str] = {}
        runs = (run for unit in block.said for run in unit.runs())
        for run in runs if block.state == "locked" else ():
            for sentence in sentences(plain(run), self.edition):
                for about, at in lapses(sentence, self.edition, self.quotes):
                    found.setdefault(f"typography-{about}", around(sentence, at))
        for rule, words in found.items():
            yield Note(kind="typography", says=says(rule, self.language, {"given": words}))

    def _next(self, words: Wording) -> Iterator[str]:
        name = story_key(self.source.fact.key)
        stem = name.stem if name else self.source.fact.key
        files = {
            "export": export_key(stem, self.edition),
            "upload": f"{stem}.{self.edition}.md",
            "xliff": export_key(stem, self.edition, ".xlf"),
            "translated": f"{stem}.{self.edition}.xlf",
        }

        def step(code: str, blocks: Sequence[Block] = ()) -> str:
            return self._says(code, **files, blocks=", ".join(one.id for one in blocks))

        pending = [one for one in words.blocks if one.state == "pending"]
        outdated = [one for one in (*words.blocks, *words.removed) if one.outdated]
        if self._policy.mode == "human" and pending:
            yield step("next-translate", pending)
        elif any(one.held for one in pending):
            yield step("next-write", [one for one in pending if one.held])
        if outdated and not pending:
            yield step("next-check", outdated)
        elif not pending:
            yield step("next-better" if words.complete(self._policy) else "next-approve")
        if any(offers(words)):
            yield step("next-xliff")


def _wordless(block: Block) -> bool:
    return bool(block.source) and all(unit.wordless for unit in block.source)


def _plain(units: Sequence[Unit]) -> str:
    return "\n".join(unit.plain() for unit in units if not unit.wordless)
