"""Intake: which fact follows from what lies in the inbox now, and which hints to send.

An event only says where to look. The log is read before the file, so that a run that stalls with
an older version of the file in hand finds the number of its fact taken, and starts over.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.clock import Clock
from shared.intake.configure import configure
from shared.intake.glossary_file import LARGEST, read_glossary
from shared.intake.hints import about_picture, about_words, pages_of
from shared.intake.picks_file import read_picks
from shared.intake.ports import LIMIT, Inbox, Rejections, Upload, Wishes
from shared.intake.story_file import Reading, read_story
from shared.intake.xliff import LARGEST as LARGEST_XLIFF
from shared.intake.xliff import read_xliff
from shared.news import events
from shared.news.archive import Archive, Bodies, keep, record
from shared.news.due import Diary, Due
from shared.news.facts import (
    Dropped,
    EditionAccepted,
    EditionWithdrawn,
    FileAccepted,
    GlossaryAccepted,
    PicksAccepted,
    Rejected,
    SourceAccepted,
    UploadFact,
    What,
    Withdrawn,
)
from shared.news.faults import Fault, Note, Verdict
from shared.news.glossary import glossary_of
from shared.news.keys import (
    CONFIG_KEY,
    GLOSSARY_KEYS,
    MEMORY_KEY,
    PICKS_KEY,
    StoryKey,
    is_picture,
    log_of,
    receipt_key,
    story_key,
)
from shared.news.log import Log
from shared.news.office import Office, office
from shared.news.picks import PICKS_LOG
from shared.news.story import PLACELESS, Source
from shared.news.view import StoryView, view

OTHERWISE = PLACELESS | {"live", "page"}
"""Kinds that stay as they are: what they have on other pages would stay there."""


@dataclass(frozen=True)
class Intake:
    """The ports of intake, how a translation memory is checked, and where media may come from."""

    archive: Archive
    bodies: Bodies
    inbox: Inbox
    wishes: Wishes
    diary: Diary
    rejections: Rejections
    memory_faults: Callable[[bytes], tuple[Fault, ...]]
    clock: Clock
    media_hosts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What became of one upload: its log, the kind of its newest fact, and what to announce.

    `version` is the S3 version that was judged; empty where ingest does not look at the file.
    """

    log: str
    kind: str
    events: tuple[events.Event, ...]
    version: str = ""


Judge = Callable[[Log, Office], What | None]
"""What follows from a log and a file, judged by a configuration."""


def ingest(key: str, intake: Intake) -> Outcome:
    """Bring the log of the upload `key` up to its newest version."""
    config = configure(
        archive=intake.archive, bodies=intake.bodies, inbox=intake.inbox, clock=intake.clock
    )
    if key == CONFIG_KEY:
        return _configured(config, intake)
    if is_picture(key):
        return Outcome(log_of(key), "PictureTouched", (events.PictureTouched(key=key),))
    now = office(intake.archive, intake.bodies)
    name = story_key(key)
    if name is None:
        return _take_file(key, now, intake)
    log = _take(name.story, key, lambda log, by: _decide(log, name, by, intake), now, intake)
    seen = view(log, intake.bodies)
    _note_release(seen, intake)
    return _outcome(log, key, _hints(log, seen, name))


def _take(log: str, key: str, decide: Judge, now: Office, intake: Intake) -> Log:
    """Bring the log up to the file, judged by the newest configuration.

    A rejection is written down before its fact, and the configuration is looked at after it: so
    either a new configuration finds what was written down, or we find the new configuration.
    """
    taken = _record(log, key, lambda read: decide(read, now), intake)
    if isinstance(taken.last_about(key), Rejected):
        newer = office(intake.archive, intake.bodies)
        return taken if newer.number() == now.number() else _take(log, key, decide, newer, intake)
    about = (fact.what for fact in taken.facts if isinstance(fact.what, Rejected))
    if any(what.key == key for what in about):
        intake.rejections.settle(key, taken.revision)
    return taken


def _record(log: str, key: str, decide: Callable[[Log], What | None], intake: Intake) -> Log:
    """Record what is decided; look twice at a file of which the log says its first word.

    The deletion of a file that was not known yet leaves no fact, so it takes nobody's number.
    """
    now = record(intake.archive, log, decide, clock=intake.clock)
    about = (fact.what for fact in now.facts if isinstance(fact.what, UploadFact))
    if sum(what.key == key for what in about) == 1:
        now = record(intake.archive, log, decide, clock=intake.clock)
    return now


def _outcome(log: Log, key: str, hints: tuple[events.Event, ...]) -> Outcome:
    judged = log.last_about(key)
    if judged is None:
        return Outcome(log.id, "Nothing", hints)
    return Outcome(log.id, judged.kind, hints, judged.version)


def _configured(log: Log, intake: Intake) -> Outcome:
    """What follows from the configuration in force; what an older one rejected is judged again.

    It is announced even where a newer file was rejected: another upload's run may have brought it
    into force, and this event may be the only one that tells of it.
    """
    hints: list[events.Event] = []
    if isinstance(log.last_about(CONFIG_KEY), Rejected):
        hints.append(_rejection(log, CONFIG_KEY))
    number = office(intake.archive, intake.bodies).number()
    hints.append(events.ConfigAccepted(number=number))
    hints += [events.UploadTouched(key=key) for key in intake.rejections.rejected()]
    return _outcome(log, CONFIG_KEY, tuple(hints))


# --- files that are no story ---------------------------------------------------------------------


def _take_file(key: str, now: Office, intake: Intake) -> Outcome:
    if key in GLOSSARY_KEYS:
        log = _record(log_of(key), key, lambda log: _decide_glossary(log, key, now, intake), intake)
    elif key == PICKS_KEY:
        log = _take(PICKS_LOG, key, lambda log, by: _decide_picks(log, by, intake), now, intake)
    else:
        log = _record(log_of(key), key, lambda log: _decide_file(log, key, now, intake), intake)
    if isinstance(log.last_about(key), Rejected):
        return _outcome(log, key, (_rejection(log, key),))
    told = (events.GlossaryTouched(log=log.id),) if key in GLOSSARY_KEYS and log.facts else ()
    return _outcome(log, key, (events.UploadAccepted(log=log.id), *told))


def _decide_file(log: Log, key: str, now: Office, intake: Intake) -> What | None:
    limit = 50 * LIMIT if key == MEMORY_KEY else 1
    upload = intake.inbox.newest(key, limit)
    last = log.last_about(key)
    if upload is None or (last is not None and last.version == upload.version):
        return None
    if upload.content is None:
        return Dropped(key=key, version=upload.version) if last else None
    faults = (
        intake.memory_faults(upload.content)
        if key == MEMORY_KEY
        else (
            Fault(field="file", rule="unknown-kind-of-file", example="inbox/2026/11/story.en.md"),
        )
    )
    if not faults:
        return FileAccepted(key=key, version=upload.version)
    return _rejected(key, upload, faults, (), now, intake)


def _decide_picks(log: Log, now: Office, intake: Intake) -> What | None:
    upload = intake.inbox.newest(PICKS_KEY, LIMIT)
    last = log.last_about(PICKS_KEY)
    if upload is None:
        return None
    if last is not None and last.version == upload.version and not isinstance(last, Rejected):
        return None
    if upload.content is None:
        return Dropped(key=PICKS_KEY, version=upload.version) if last else None
    reading = read_picks(
        upload.content,
        upload.size,
        now.newsroom,
        intake.clock(),
        lambda story: bool(intake.archive.read(story).facts),
    )
    if reading.picks is None:  # without notes: with time they change, and a rejection must not
        intake.rejections.note(PICKS_KEY, log.revision + 1)
        rejected = _rejected(PICKS_KEY, upload, reading.faults, (), now, intake)
        return None if rejected == last else rejected
    return PicksAccepted(
        key=PICKS_KEY,
        version=upload.version,
        body=keep(intake.bodies, reading.picks),
        verdict=keep(intake.bodies, Verdict(notes=reading.notes)) if reading.notes else None,
    )


def _decide_glossary(log: Log, key: str, now: Office, intake: Intake) -> What | None:
    upload = intake.inbox.newest(key, LARGEST)
    last = log.last_about(key)
    if upload is None or (last is not None and last.version == upload.version):
        return None
    if upload.content is None:
        return Dropped(key=key, version=upload.version) if last else None
    (other,) = (intake.archive.read(log_of(one)) for one in GLOSSARY_KEYS if one != key)
    others = glossary_of(other, intake.bodies)
    reading = read_glossary(key, upload.content, upload.size, others)
    if reading.glossary is None:
        return _rejected(key, upload, reading.faults, reading.notes, now, intake)
    return GlossaryAccepted(
        key=key,
        version=upload.version,
        body=keep(intake.bodies, reading.glossary),
        verdict=keep(intake.bodies, Verdict(notes=reading.notes)) if reading.notes else None,
    )


# --- stories -------------------------------------------------------------------------------------


def _decide(log: Log, name: StoryKey, now: Office, intake: Intake) -> What | None:
    upload = intake.inbox.newest(name.key, LARGEST_XLIFF if name.is_xliff else LIMIT)
    last = log.last_about(name.key)
    if upload is None:  # never there, or every version of it was removed for good
        if last is None or isinstance(last, Withdrawn | EditionWithdrawn | Dropped):
            return None
        upload = Upload(name.key, "gone", None, log.facts[-1].at, 0)
    if last is not None and last.version == upload.version and not isinstance(last, Rejected):
        return None
    seen = view(log, intake.bodies)
    if upload.content is None:
        return _deleted(name, upload, seen, known=last is not None)
    what = _judge(name, upload, upload.content, log, now, intake)
    if isinstance(what, Rejected) and isinstance(last, Rejected):
        judged = (last.version, last.verdict, last.config)
        return None if (what.version, what.verdict, what.config) == judged else what
    return what


def _deleted(name: StoryKey, upload: Upload, seen: StoryView, *, known: bool) -> What | None:
    key, version = name.key, upload.version
    if seen.source and seen.source.fact.key == key:
        return Withdrawn(key=key, version=version, outcome="deleted", language=name.language)
    for edition, state in seen.editions.items():
        if state.gives(key):
            return EditionWithdrawn(key=key, version=version, edition=edition)
    return Dropped(key=key, version=version) if known else None


def _judge(
    name: StoryKey, upload: Upload, content: bytes, log: Log, now: Office, intake: Intake
) -> What:
    seen = view(log, intake.bodies)
    if name.is_xliff:
        reading = read_xliff(name, content, upload.size, _then(log, intake.bodies), now.newsroom)
    else:
        reading = read_story(name, content, now.newsroom, upload.size, intake.media_hosts)
    against = _against_the_log(name, reading, seen)
    own = seen.source is not None and seen.source.fact.key == name.key
    if reading.status != "usable" and (own or not (reading.faults or against)):
        return Withdrawn(  # a story can be taken back by a file that is otherwise wrong
            key=name.key,
            version=upload.version,
            outcome=reading.status,
            language=name.language,
        )
    if reading.faults or against:
        intake.rejections.note(name.key, seen.revision + 1)
        faults = (*reading.faults, *against)
        return _rejected(name.key, upload, faults, reading.notes, now, intake)
    noted = keep(intake.bodies, Verdict(notes=reading.notes)) if reading.notes else None
    if reading.source is not None:
        wait = timedelta(minutes=now.newsroom.translation.deadline_minutes)
        source = _with_deadline(reading, reading.source, intake.clock(), wait)
        accepted = _source(name, upload, reading, source, noted, intake)
        since = intake.inbox.since(upload, log.versions(name.key))
        return accepted.model_copy(update={"since": since}) if since < upload.uploaded else accepted
    return _edition(name, upload, reading, noted, intake)


def _then(log: Log, bodies: Bodies) -> Callable[[int], StoryView | None]:
    def then(fact: int) -> StoryView | None:
        known = 0 < fact <= log.revision
        return view(Log(log.id, log.facts[:fact]), bodies) if known else None

    return then


def _source(
    name: StoryKey,
    upload: Upload,
    reading: Reading,
    source: Source,
    verdict: str | None,
    intake: Intake,
) -> SourceAccepted:
    for picture in source.wishes:  # the wish first, then the look at the picture (by illustrate)
        intake.wishes.wish(picture.key, name.story)
    return SourceAccepted(
        key=name.key,
        version=upload.version,
        body=keep(intake.bodies, source),
        text=source.texts.digest(),
        language=source.language,
        change=reading.change,
        release_at=_release_at(reading, intake.clock()),
        uploaded=upload.uploaded,
        verdict=verdict,
    )


def _edition(
    name: StoryKey, upload: Upload, reading: Reading, verdict: str | None, intake: Intake
) -> EditionAccepted:
    edition = reading.edition
    if edition is None:
        message = f"{name.key} was read as nothing"
        raise AssertionError(message)
    return EditionAccepted(
        key=name.key,
        version=upload.version,
        body=keep(intake.bodies, edition),
        edition=edition.edition,
        translates=reading.translates,
        uploaded=upload.uploaded,
        verdict=verdict,
    )


def _with_deadline(reading: Reading, source: Source, now: datetime, wait: timedelta) -> Source:
    """Editions that come out together wait as long as the file says, else as is usual."""
    if source.release == "as-ready":
        return source
    out = _release_at(reading, now) or now
    deadline = max(source.deadline, out) if source.deadline else out + wait
    return source.model_copy(update={"deadline": deadline})


def _release_at(reading: Reading, now: datetime) -> datetime | None:
    """The last of embargo and publication that is still to come."""
    times = [moment for moment in (reading.embargo, reading.published) if moment and moment > now]
    return max(times, default=None)


def _against_the_log(name: StoryKey, reading: Reading, seen: StoryView) -> tuple[Fault, ...]:
    """What is wrong with a file only because of what happened before."""
    first = seen.source.fact.key if seen.source and not _deleted_for_now(seen) else None
    if reading.edition is not None and first == name.key:
        return (Fault(field="section", rule="section-missing", example="section: politics"),)
    if reading.source is None:
        return ()
    faults = []
    if first not in {None, name.key}:
        faults.append(Fault(field="section", rule="second-source", given={"first": first or ""}))
    before = seen.source.body.kind if seen.source else reading.source.kind
    if before != reading.source.kind and OTHERWISE & {before, reading.source.kind}:
        faults.append(
            Fault(
                field="kind",
                rule="other-page",
                example=f"kind: {before}",
                given={"given": reading.source.kind, "known": before},
            )
        )
    if seen.canceled and reading.status == "usable" and not reading.override:
        faults.append(Fault(field="status", rule="was-canceled", example="override: true"))
    return tuple(faults)


def _deleted_for_now(seen: StoryView) -> bool:
    return seen.withdrawn is not None and seen.withdrawn.outcome == "deleted"


def _rejected(
    key: str,
    upload: Upload,
    faults: tuple[Fault, ...],
    notes: tuple[Note, ...],
    now: Office,
    intake: Intake,
) -> Rejected:
    name = story_key(key)
    return Rejected(
        key=key,
        version=upload.version,
        verdict=keep(intake.bodies, Verdict(faults=faults, notes=notes)),
        config=now.number(),
        language=name.language if name else None,
    )


def _rejection(log: Log, key: str) -> events.UploadRejected:
    return events.UploadRejected(log=log.id, receipt=receipt_key(key))


def _note_release(seen: StoryView, intake: Intake) -> None:
    """Write down when the story's newest source is to come out, after the fact that says so.

    Repeated with every hint, so that no crash between the two loses it.
    """
    waiting, source = seen.waiting(), seen.source
    moments = [waiting.fact.release_at if waiting else None]
    if source and (waiting or seen.gathering):
        moments.append(source.body.deadline)
    if seen.running:
        moments.append(seen.running.body.expires)
    if waiting:
        moments.append(waiting.body.expires)
    for at in moments:
        if source and at:
            due = Due(at=at, kind="release", story=seen.id, revision=source.number)
            intake.diary.note(due)


def _hints(log: Log, seen: StoryView, name: StoryKey) -> tuple[events.Event, ...]:
    """What follows from the story as it is, whether or not this run appended anything."""
    hints: list[events.Event] = []
    if isinstance(log.last_about(name.key), Rejected):
        hints.append(_rejection(log, name.key))
    if seen.withdrawn:
        return (*hints, events.StoryWithdrawn(story=log.id), *_freed(log, seen.withdrawn, name.key))
    if seen.released:
        hints.append(pages_of(seen, seen.released, urgent=_was_live(seen)))
    elif seen.source and any(state.gone for state in seen.editions.values()):
        # taken back, and back under embargo: the pages must go although nothing new comes yet
        hints.append(pages_of(seen, seen.source, urgent=True))
    elif log.facts:
        hints.append(events.UploadAccepted(log=log.id))
    return (*hints, *about_words(seen), *about_picture(seen))


def _was_live(seen: StoryView) -> bool:
    places = [state.place for state in seen.editions.values() if state.place]
    return any(place.number < seen.revision for place in places)


def _freed(log: Log, withdrawn: Withdrawn, key: str) -> list[events.Event]:
    """Files that were rejected beside a source that is no longer there: to be judged again."""
    if withdrawn.key != key or withdrawn.outcome != "deleted":
        return []
    others = {fact.what.key for fact in log.facts if isinstance(fact.what, Rejected)} - {key}
    return [
        events.UploadTouched(key=other)
        for other in sorted(others)
        if isinstance(log.last_about(other), Rejected)
    ]
