"""Receipts: what became of an upload, rewritten as things change so that they stay true.

A receipt is a function of facts and of what stands, so its bytes name them: the revision of the
log, and of what stands in each edition. Time enters only as the time of facts.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Literal
from urllib.parse import quote

from pydantic import ConfigDict, Field

from shared.desk.dossier import Dossier, Judged, PaperFact
from shared.desk.messages import says, says_why
from shared.editions.dates import moment
from shared.editions.registry import EDITIONS
from shared.news.archive import fetch
from shared.news.facts import (
    Dropped,
    EditionAccepted,
    EditionWithdrawn,
    GlossaryApplied,
    Illustrated,
    Rejected,
    SourceAccepted,
    Withdrawn,
)
from shared.news.faults import Note, Verdict
from shared.news.keys import receipt_key, receipt_stem, story_key
from shared.news.language import LANGUAGES, Language
from shared.news.record import Instant, Record
from shared.news.view import AcceptedSource, StoryView

State = Literal["accepted", "held", "rejected", "withdrawn", "superseded"]
EditionState = Literal["pending", "held", "live", "withdrawn"]
ON_ITS_WAY = {"publishing", "translating", "withdrawing"}
"""Reasons that go away by themselves."""
PictureState = Literal["waiting", "there", "rejected"]


class Told(Record):
    """What is always written whole: each field is there, null where there is nothing to say."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)


class FaultSaid(Told):
    """A broken rule."""

    field: str = Field(description="Where: a field of the file, `body`, `file` or `language`.")
    rule: str = Field(description="Which rule, as a stable code.")
    example: str = Field(default="", description="What a right value looks like, where that helps.")
    line: int | None = Field(default=None, description="The line of the file, if there is one.")
    says: str = Field(description="The fault in words.")


class NoteSaid(Told):
    """Something to know though the upload was accepted."""

    field: str = Field(description="Where, as in a fault.")
    rule: str = Field(description="What, as a stable code.")
    says: str = Field(description="The note in words.")


class EditionReceipt(Told):
    """Where the story is in one edition."""

    state: EditionState = Field(
        description="live: a page stands. pending: it is on its way. held: it waits for something."
        " withdrawn: it was taken down, or will never go up."
    )
    url: str | None = Field(default=None, description="The address of the page that stands.")
    reason: str | None = Field(
        default=None,
        description="Why the newest version does not stand there (yet), as a stable code.",
    )
    says: str | None = Field(default=None, description="The reason in words.")
    revision: int | None = Field(
        default=None,
        description="The newest upload (source's or person's) whose words the page says: readers"
        " have this upload where it is live and this is at least the receipt's own revision.",
    )
    as_of: int | None = Field(
        default=None, description="The newest fact of the story that the page was made from."
    )
    stale: bool = Field(
        default=False, description="A person's words there are from an older text of the source."
    )


class PictureReceipt(Told):
    """The picture that the story wants."""

    upload: str = Field(description="The key of the picture.")
    state: PictureState
    revision: int = Field(
        description="How many facts this receipt knows of the picture; of several, of all together."
    )
    says: str = Field(description="The state in words.")


class Receipt(Told):
    """What became of one version of an upload."""

    upload: str = Field(description="The key of the upload in the newsroom bucket.")
    version: str = Field(description="Its S3 version, or that of its delete marker.")
    story: str | None = Field(description="The story's id; null for a file that is no story.")
    revision: int = Field(description="The number of the fact that judged this version.")
    as_of: int = Field(description="The number of the newest fact that this receipt knows.")
    state: State = Field(
        description="accepted: taken in. held: taken in, and waiting as a whole. rejected: see"
        " `faults`; what was live stays live. withdrawn: taken back. superseded: a newer version"
        " of the file was judged."
    )
    at: Instant = Field(description="When this version was judged.")
    language: Language = Field(description="The language of everything that is said.")
    says: str | None = Field(default=None, description="Why it is held or withdrawn, in words.")
    faults: tuple[FaultSaid, ...] = Field(default=(), description="Every fault, by line.")
    notes: tuple[NoteSaid, ...] = ()
    editions: dict[Language, EditionReceipt] = Field(
        default_factory=dict, description="The story by edition; empty for other files."
    )
    picture: PictureReceipt | None = None
    stale: bool = Field(
        default=False, description="It is a person's text, made from an older text of the source."
    )

    @property
    def key(self) -> str:
        """Where it is put, without the ending."""
        stem = receipt_stem(self.upload)
        return f"{stem}/{self.version}" if self.state == "superseded" else stem


def receipts(dossier: Dossier) -> tuple[Receipt, ...]:
    """The present receipt of each upload of the log, and one for each of its earlier versions."""
    return tuple(
        receipt
        for judged in dossier.uploads().values()
        for receipt in (*_superseded(dossier, judged), _present(dossier, judged[-1]))
    )


def _superseded(dossier: Dossier, judged: list[Judged]) -> Iterable[Receipt]:
    """They never change again."""
    now = judged[-1].what.version
    last = {one.what.version: one for one in judged if one.what.version != now}
    for one in last.values():
        yield Receipt(
            upload=one.what.key,
            version=one.what.version,
            story=_story(dossier, one.what.key),
            revision=one.fact.number,
            as_of=one.fact.number,
            state="superseded",
            at=one.fact.at,
            language=dossier.language_of(one.what.key),
            **_found(dossier, one.what),
        )


def _present(dossier: Dossier, judged: Judged) -> Receipt:
    what = judged.what
    language = dossier.language_of(what.key)
    state, reason = _state(dossier, judged)
    story = _story(dossier, what.key)
    return Receipt(
        upload=what.key,
        version=what.version,
        story=story,
        revision=judged.fact.number,
        as_of=dossier.log.revision,
        state=state,
        at=judged.fact.at,
        language=language,
        says=_because(dossier, reason, language),
        editions=_editions(dossier, language) if story else {},
        picture=_picture(dossier, language) if story else None,
        stale=isinstance(what, EditionAccepted) and dossier.stale(what.edition),
        **_found(dossier, what),
    )


def _story(dossier: Dossier, upload: str) -> str | None:
    return dossier.log.id if story_key(upload) else None


# --- the upload ----------------------------------------------------------------------------------


def _state(dossier: Dossier, judged: Judged) -> tuple[State, str | None]:
    """The state of the upload, and the code of the reason where it does not simply go on."""
    match judged.what:
        case Rejected():
            return "rejected", None
        case Withdrawn(outcome="withheld") if not dossier.was_live():
            return "held", "withheld"
        case Withdrawn(outcome=outcome):
            return "withdrawn", outcome
        case EditionWithdrawn():
            return "withdrawn", "returned-to-machine"
        case Dropped() | Illustrated(renditions=()):
            return "withdrawn", "deleted"
        case SourceAccepted() | EditionAccepted():
            held = _held_as_a_whole(dossier, judged)
            return ("held", held) if held else ("accepted", None)
        case _:
            return "accepted", None


def _held_as_a_whole(dossier: Dossier, judged: Judged) -> str | None:
    """Why nothing of the upload can be public yet."""
    seen = dossier.seen
    if seen is None or seen.withdrawn:
        return None
    if seen.source is None:
        return "waits-for-source"
    waiting = seen.waiting()
    if waiting and (seen.released is None or _waits_with_it(judged.what, seen)):
        return _kept_until(waiting)
    return None


def _waits_with_it(what: PaperFact, seen: StoryView) -> bool:
    """Whether it is the source that waits, or a person's words for that."""
    if isinstance(what, EditionAccepted):
        return any(one.fact.key == what.key for one in seen.editions[what.edition].coming)
    return True


def _kept_until(source: AcceptedSource) -> str:
    """Which of the two moments it waits for."""
    return "embargo" if source.fact.release_at == source.body.embargo else "publication"


def _found(dossier: Dossier, what: PaperFact) -> dict[str, Any]:
    """Faults and notes, in the words of the upload's language."""
    name: str | None = getattr(what, "verdict", None)
    verdict = fetch(dossier.bodies, name, Verdict) if name else Verdict()
    language = dossier.language_of(what.key)
    faults = tuple(
        FaultSaid(
            field=fault.field,
            rule=fault.rule,
            example=fault.example,
            line=fault.line,
            says=says(fault.rule, language, fault.given),
        )
        for fault in verdict.faults
    )
    notes = tuple(
        NoteSaid(
            field=note.field,
            rule=note.rule,
            says=says(note.rule, language, note.given),
        )
        for note in (*_changes(dossier, what), *verdict.notes)
    )
    return {"faults": faults, "notes": notes}


def _changes(dossier: Dossier, what: PaperFact) -> tuple[Note, ...]:
    """What a file of the glossary changes, once stories were looked at."""
    facts = [fact.what for fact in dossier.log.facts]
    for applied in reversed(facts):
        if isinstance(applied, GlossaryApplied) and facts[applied.glossary - 1] == what:
            return fetch(dossier.bodies, applied.verdict, Verdict).notes
    return ()


# --- the editions --------------------------------------------------------------------------------


def _editions(dossier: Dossier, language: Language) -> dict[Language, EditionReceipt]:
    seen = dossier.seen
    if seen is None:
        return {}
    known = seen.source is not None or seen.withdrawn is not None
    return {
        edition: _edition(dossier, seen, edition, language)
        for edition in LANGUAGES
        if known or seen.editions[edition].person
    }


def _edition(
    dossier: Dossier, seen: StoryView, edition: Language, language: Language
) -> EditionReceipt:
    entry = dossier.stands.get(edition)
    card = entry.card if entry else None
    state, reason = (
        ("live", _newer(dossier, seen, edition)) if card else _not_standing(dossier, seen, edition)
    )
    return EditionReceipt(
        state=state,
        url=dossier.site_url + quote(card.address, safe="/#") if card else None,
        reason=reason,
        says=_because(dossier, reason, language),
        revision=dossier.said(edition) if card else None,
        as_of=entry.revision if entry else None,
        stale=seen.source is not None and dossier.stale(edition),
    )


def _not_standing(
    dossier: Dossier, seen: StoryView, edition: Language
) -> tuple[EditionState, str | None]:
    """What an edition is that has no page."""
    if seen.withdrawn:
        never = seen.withdrawn.outcome == "withheld" and not dossier.was_live()
        return ("held" if never else "withdrawn"), seen.withdrawn.outcome
    if seen.source is None:
        return "held", "waits-for-source"
    if seen.released is None:
        return "held", _kept_until(seen.source)
    why = _why_not(dossier, seen, edition)
    return ("pending" if why in ON_ITS_WAY else "held"), why


def _why_not(dossier: Dossier, seen: StoryView, edition: Language) -> str:
    """Why the released text is not shown in an edition (yet)."""
    draft, source = seen.draft(edition), seen.released
    if seen.complete(edition) or draft is None or source is None:
        return "waits-for-editions" if seen.gathering else "publishing"
    if seen.pending(edition):
        human = source.body.policy(edition).mode == "human"
        return dossier.held(edition) or ("waits-for-person" if human else "translating")
    return "outdated" if draft.outdated else "waits-for-review"


def _newer(dossier: Dossier, seen: StoryView, edition: Language) -> str | None:
    """Why a page that stands does not show the newest version."""
    if seen.withdrawn:
        return "withdrawing"
    waiting = seen.waiting()
    if waiting:
        return _kept_until(waiting)
    if not dossier.complete(edition):
        return _why_not(dossier, seen, edition)
    entry = dossier.stands[edition]
    return "publishing" if entry.revision < seen.editions[edition].as_of else None


# --- words ---------------------------------------------------------------------------------------


def _because(dossier: Dossier, reason: str | None, language: Language) -> str | None:
    if reason is None:
        return None
    return says_why(reason, language, {"until": _until(dossier, language)})


def _until(dossier: Dossier, language: Language) -> str:
    """The moment that the newest source waits for, as that edition writes it."""
    waiting = dossier.seen.waiting() if dossier.seen else None
    at: datetime | None = waiting.fact.release_at if waiting else None
    return moment(at, EDITIONS[language], dossier.newsroom.editions[language]) if at else ""


def _picture(dossier: Dossier, language: Language) -> PictureReceipt | None:
    """What became of the picture; of several the first that is not there."""
    seen = dossier.seen
    if not dossier.pictures or seen is None or seen.withdrawn:
        return None
    states = {key: _picture_state(dossier, seen, key) for key in dossier.pictures}
    key, state = next(
        (one for one in states.items() if one[1] != "there"), next(iter(states.items()))
    )
    given = {"given": key, "receipt": receipt_key(key)}
    return PictureReceipt(
        upload=key,
        state=state,
        revision=sum(log.revision for log in dossier.pictures.values()),
        says=says_why(f"picture-{state}", language, given),
    )


def _picture_state(dossier: Dossier, seen: StoryView, picture: str) -> PictureState:
    has = seen.pictures.get(picture)
    if has and has.renditions:
        return "there"
    facts = dossier.pictures[picture].facts
    return "rejected" if facts and isinstance(facts[-1].what, Rejected) else "waiting"
