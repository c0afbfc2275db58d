"""A story's translations block by block: what each says, who gave it, and what is to be done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from shared.desk.dossier import Dossier
from shared.desk.messages import says_refused, says_told
from shared.desk.receipt import EditionReceipt, EditionState, receipts
from shared.desk.suggestion import Suggested, suggestion
from shared.editions.registry import EDITIONS
from shared.editions.translators import translator
from shared.news.keys import export_key, story_key
from shared.news.language import LANGUAGES, Language
from shared.news.offer import offers
from shared.news.policy import Policy
from shared.news.record import Record
from shared.news.units import Unit
from shared.news.view import AcceptedSource, StoryView
from shared.news.wording import Block, Wording

NoteKind = Literal["origin", "outdated", "held"]


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
    where = _where(replace(dossier, speaks=language))
    told = [
        _edition(seen, source, edition, where[edition], language)
        for edition in LANGUAGES
        if edition != source.body.language and edition in where
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


def _edition(
    seen: StoryView,
    source: AcceptedSource,
    edition: Language,
    where: EditionReceipt,
    language: Language,
) -> EditionTold:
    words, policy = seen.draft(edition), source.body.policy(edition)
    pair = (source.body.language, edition)
    blocks = (*words.blocks, *words.removed) if words else ()
    return EditionTold(
        edition=edition,
        state=where.state,
        url=where.url,
        why=where.says,
        policy=policy,
        blocks=tuple(_block(one, *pair, language) for one in blocks if not _wordless(one)),
        next=tuple(_next(words, policy, source, edition, language)) if words else (),
    )


def _wordless(block: Block) -> bool:
    return bool(block.source) and all(unit.wordless for unit in block.source)


# --- blocks --------------------------------------------------------------------------------------


def _block(block: Block, source: Language, edition: Language, language: Language) -> BlockTold:
    return BlockTold(
        id=block.id,
        source=_plain(block.source),
        says=_plain(block.said),
        state=block.state,
        by=block.by,
        outdated=block.outdated,
        saw=_plain(block.saw),
        suggested=suggestion(block, source, edition),
        notes=tuple(_notes(block, language)),
    )


def _plain(units: Sequence[Unit]) -> str:
    return "\n".join(unit.plain() for unit in units if not unit.wordless)


def _notes(block: Block, language: Language) -> Iterator[Note]:
    origin = "memory" if block.by == ("memory",) else block.state
    given = {"engines": _engines(block, language)}
    yield Note(kind="origin", says=says_told(origin, language, given))
    if block.outdated:
        code = "outdated" if block.source else "removed"
        yield Note(kind="outdated", says=says_told(code, language, {}))
    for engine, why in block.held.reasons.items() if block.held else ():
        refused = says_refused(why, language)
        given = {"engine": translator(engine), "why": refused}
        yield Note(kind="held", says=says_told("held", language, given))


def _engines(block: Block, language: Language) -> str:
    labels = EDITIONS[language].labels
    engines = [one for one in block.by if one not in {"source", "person"}]
    names = [labels.memory if one == "memory" else translator(one) for one in engines]
    return EDITIONS[language].conjoin(tuple(names))


# --- what to do ----------------------------------------------------------------------------------


def _next(
    words: Wording, policy: Policy, source: AcceptedSource, edition: Language, language: Language
) -> Iterator[str]:
    name = story_key(source.fact.key)
    stem = name.stem if name else source.fact.key
    given = {
        "export": export_key(stem, edition),
        "upload": f"{stem}.{edition}.md",
        "xliff": export_key(stem, edition, ".xlf"),
        "translated": f"{stem}.{edition}.xlf",
    }

    def says(code: str, blocks: Sequence[Block] = ()) -> str:
        named = ", ".join(one.id for one in blocks)
        return says_told(code, language, {**given, "blocks": named})

    pending = [one for one in words.blocks if one.state == "pending"]
    outdated = [one for one in (*words.blocks, *words.removed) if one.outdated]
    if policy.mode == "human" and pending:
        yield says("next-translate", pending)
    elif any(one.held for one in pending):
        yield says("next-write", [one for one in pending if one.held])
    if outdated and not pending:
        yield says("next-check", outdated)
    elif not pending:
        yield says("next-better" if words.complete(policy) else "next-approve")
    if any(offers(words)):
        yield says("next-xliff")
