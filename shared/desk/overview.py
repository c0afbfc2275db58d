"""The whole desk at a glance: what is stuck, odd or open, and the newest stories."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

from shared.desk.dead_letters import DeadLetters
from shared.desk.dossier import Dossier
from shared.desk.markdown import code, link, text
from shared.desk.messages import isolated, says_dead
from shared.desk.ports import Line, Row, Rows
from shared.desk.radar import seen_by, stories_seen
from shared.desk.receipt import EditionReceipt, Receipt, receipts
from shared.desk.words import WORDS
from shared.editions.dates import moment
from shared.editions.registry import EDITIONS
from shared.news.keys import receipt_stem
from shared.news.language import LANGUAGES
from shared.news.newsroom import Newsroom
from shared.news.ranking import Radar
from shared.news.record import Record

NEWEST = 200
OVERVIEW = "receipts/index"
_SETTLED = {"accepted", "withdrawn"}


class Overview(Record):
    """What the overview says; `watched` has the rows of the radar's stories that are in no list."""

    open: tuple[Row, ...]
    newest: tuple[Row, ...]
    dead: DeadLetters
    radar: Radar | None = None
    watched: tuple[Row, ...] = ()


def overview(rows: Rows, radar: Radar | None, row_of: Callable[[str], Row | None]) -> Overview:
    """What is to be said now; `row_of` makes the row of a story that is in no list."""
    told = Overview(
        open=rows.open(), newest=rows.newest(NEWEST), dead=rows.dead_letters(), radar=radar
    )
    listed = {row.log for row in (*told.open, *told.newest)}
    watched = [row_of(story) for story in stories_seen(radar) if story not in listed]
    return told.model_copy(update={"watched": tuple(row for row in watched if row)})


def row(dossier: Dossier) -> Row | None:
    """The row of a log, in the desk's language; None where the log tells of no upload."""
    main = dossier.main_upload()
    spoken = replace(dossier, speaks=dossier.newsroom.desk_language)
    present = [one for one in receipts(spoken) if one.state != "superseded"]
    present.sort(key=lambda one: one.upload != main)
    if not present:
        return None
    return Row(
        log=dossier.log.id,
        story=present[0].story is not None,
        headline=_headline(dossier) or present[0].upload,
        state=present[0].state,
        open=any(_is_open(one) for one in present),
        uploads=tuple(_line(one) for one in present),
        editions=present[0].editions,
        first=dossier.log.facts[0].at,
        at=dossier.log.facts[-1].at,
        revision=dossier.log.revision,
        stands=sum(entry.revision for entry in dossier.stands.values()),
    )


def _line(receipt: Receipt) -> Line:
    says = receipt.says or next((fault.says for fault in receipt.faults), None)
    return Line(upload=receipt.upload, state=receipt.state, says=says)


def _is_open(receipt: Receipt) -> bool:
    unsettled = [
        one for one in receipt.editions.values() if one.state in {"pending", "held"} or one.reason
    ]
    waits = [one for one in unsettled if one.state != "withdrawn"]
    return receipt.state not in _SETTLED or bool(waits)


def _headline(dossier: Dossier) -> str | None:
    """In the desk's language if the story has words in it, else in its own."""
    seen = dossier.seen
    if seen is None:
        return None
    article = seen.editions[dossier.newsroom.desk_language].article
    texts = article.texts if article else (seen.source and seen.source.body.texts)
    return texts.headline if texts else None


def readable_overview(overview: Overview, newsroom: Newsroom) -> str:
    """The overview as Markdown, in the desk's language."""
    words = WORDS[newsroom.desk_language]
    parts = [f"# {words.desk}"]
    if overview.dead.letters:
        parts += [f"## {words.dead}", "\n".join(_dead(overview, newsroom))]
    if overview.radar:
        rows = {row.log: row for row in (*overview.watched, *overview.open, *overview.newest)}
        parts += seen_by(overview.radar, rows, newsroom)
    parts.append(f"## {words.open}")
    parts.append("\n".join(_open(overview, newsroom)) or words.nothing_open)
    parts.append(f"## {words.newest}")
    parts.append("\n".join(_table(overview, newsroom)) if overview.newest else words.nothing_yet)
    return "\n\n".join(parts) + "\n"


def _open(overview: Overview, newsroom: Newsroom) -> Iterator[str]:
    """What is open, with each file that is not simply accepted, and each edition that waits."""
    language = newsroom.desk_language
    words = WORDS[language]
    for one in overview.open:
        yield f"- {isolated(text(one.headline), language)} · {_time(one, newsroom)}"
        for line in one.uploads:
            if line.state not in _SETTLED:
                says = f". {text(line.says)}" if line.says else ""
                yield f"  - {words.states[line.state]}: {code(line.upload, language)}{says}"
        for edition, told in one.editions.items():
            if told.state in {"pending", "held"} or told.reason:
                yield f"  - {words.editions[edition]}: {_cell(told, newsroom)}"


def _dead(overview: Overview, newsroom: Newsroom) -> Iterator[str]:
    """What nobody tries any more, with its story, since when, and why."""
    language = newsroom.desk_language
    headlines = {row.log: row.headline for row in (*overview.open, *overview.newest)}
    for one in overview.dead.letters:
        about = headlines.get(one.log) or one.key or one.log or one.message
        why = says_dead(one.cause.kind, language, {"reason": text(one.cause.reason)})
        since = _moment(one.since, newsroom)
        yield f"- {isolated(text(about), language)} ({one.queue}) · {since}. {why}"


def _table(overview: Overview, newsroom: Newsroom) -> Iterator[str]:
    words = WORDS[newsroom.desk_language]
    names = [words.editions[edition] for edition in LANGUAGES]
    yield _cells(words.story, *names, words.revision, words.changed)
    yield _cells(*["---"] * (len(names) + 3))
    for one in overview.newest:
        told = [one.editions.get(edition) for edition in LANGUAGES]
        cells = [_cell(edition, newsroom) if edition else "" for edition in told]
        yield _cells(_story(one, newsroom), *cells, str(one.revision), _time(one, newsroom))


def _cells(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _story(row: Row, newsroom: Newsroom) -> str:
    """The headline, and the state of the story's file, which leads to its receipt."""
    language = newsroom.desk_language
    headline = isolated(text(row.headline), language)
    receipt = receipt_stem(row.uploads[0].upload).removeprefix("receipts/")
    state = link(WORDS[language].states[row.state], f"<{receipt}.md>", language)
    return f"{headline} ({state})"


def _cell(edition: EditionReceipt, newsroom: Newsroom) -> str:
    language = newsroom.desk_language
    state = WORDS[language].edition_states[edition.state]
    if edition.url:
        state = f"[{state}]({edition.url})"
    revision = f" ({edition.revision})" if edition.revision else ""
    return f"{state}{revision}{f': {text(edition.says)}' if edition.says else ''}"


def _time(row: Row, newsroom: Newsroom) -> str:
    return _moment(row.at, newsroom)


def _moment(at: datetime, newsroom: Newsroom) -> str:
    language = newsroom.desk_language
    return moment(at, EDITIONS[language], newsroom.editions[language])
