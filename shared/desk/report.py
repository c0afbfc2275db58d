"""Reports: the receipts of what was uploaded, the texts for people to edit, and the overview.

Everything is put by compare-and-set, target first, from facts that are read inside: so a run that
stalls never puts an older receipt over a newer one.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from shared.desk.dossier import Dossier
from shared.desk.export import export
from shared.desk.glossary_export import EXPORT_KEY, glossary_export
from shared.desk.overview import OVERVIEW, overview, readable_overview, row
from shared.desk.ports import Radars, Row, Rows
from shared.desk.readable import readable
from shared.desk.receipt import receipts
from shared.desk.xliff import CONTENT_TYPE as XLIFF
from shared.desk.xliff import export_xliff
from shared.errors import NewsroomError
from shared.news.archive import Archive, Bodies
from shared.news.article import Entry
from shared.news.keys import GLOSSARY_KEYS, export_key, log_of, story_key
from shared.news.language import LANGUAGES, Language
from shared.news.log import Log
from shared.news.newsroom import Newsroom
from shared.news.office import office
from shared.news.record import Record
from shared.news.shelf import Item, Shelf, reconcile_all
from shared.news.view import StoryView, view

JSON = "application/json"
MARKDOWN = "text/markdown; charset=utf-8"
GLOSSARY_LOGS = frozenset(map(log_of, GLOSSARY_KEYS))
_OVERVIEWS = (f"{OVERVIEW}.json", f"{OVERVIEW}.md")


@dataclass(frozen=True)
class Desk:
    """The ports of the desk, and the site's own address."""

    archive: Archive
    bodies: Bodies
    stands: Callable[[str], Mapping[Language, Entry]]
    rows: Rows
    shelf: Shelf
    site_url: str

    def row(self, log: str, newsroom: Newsroom) -> Row | None:
        """What the overview says of a log as it is now."""
        return row(self.dossier(log, newsroom))

    def dossier(self, log: str, newsroom: Newsroom) -> Dossier:
        """The papers of a log as they are now."""
        read = self.archive.read(log)
        seen = view(read, self.bodies) if _is_story(read) else None
        return Dossier(
            log=read,
            seen=seen,
            stands=self.stands(log) if seen else {},
            pictures=self._pictures(seen),
            bodies=self.bodies,
            newsroom=newsroom,
            site_url=self.site_url,
        )

    def _pictures(self, seen: StoryView | None) -> dict[str, Log]:
        wishes = seen.source.body.wishes if seen and seen.source else ()
        return {wish.key: self.archive.read(log_of(wish.key)) for wish in wishes}


@dataclass(frozen=True)
class Outcome:
    """What a batch did: how many objects it put, and which logs failed and why."""

    put: int = 0
    failed: dict[str, NewsroomError] = field(default_factory=dict)


def report(logs: Collection[str], desk: Desk, radars: Radars) -> Outcome:
    """Bring the receipts of these logs up to date; the overview is made once for all of them."""
    newsroom = office(desk.archive, desk.bodies).newsroom
    put, failed = 0, {}
    for log in dict.fromkeys(logs):
        try:
            put += _report_log(log, newsroom, desk)
        except NewsroomError as failure:  # the others of the batch go on
            failed[log] = failure
    if not GLOSSARY_LOGS.isdisjoint(logs):
        put += reconcile_all(desk.shelf, (EXPORT_KEY,), lambda: _glossary(desk))
    put += reconcile_all(desk.shelf, _OVERVIEWS, lambda: _overviews(newsroom, desk, radars))
    return Outcome(put, failed)


def _glossary(desk: Desk) -> dict[str, Item]:
    return {EXPORT_KEY: glossary_export(desk.archive, desk.bodies)}


def _overviews(newsroom: Newsroom, desk: Desk, radars: Radars) -> dict[str, Item]:
    told = overview(desk.rows, radars.radar(), lambda story: desk.row(story, newsroom))
    items = _as_json(OVERVIEW, told), _as_markdown(OVERVIEW, readable_overview(told, newsroom))
    return dict(zip(_OVERVIEWS, items, strict=True))


def _report_log(log: str, newsroom: Newsroom, desk: Desk) -> int:
    dossier = desk.dossier(log, newsroom)
    superseded = {f"{one.key}.json" for one in receipts(dossier) if one.state == "superseded"}
    keys = [
        item.key
        for item in _papers(dossier)
        if item.key not in superseded or not desk.shelf.standing(item.key)  # they never change
    ]

    def papers() -> dict[str, Item]:
        nonlocal dossier
        dossier = desk.dossier(log, newsroom)
        return {item.key: item for item in _papers(dossier)}

    looked_at = dossier.log.revision
    put = reconcile_all(desk.shelf, keys, papers)
    if dossier.log.revision != looked_at:  # a newer fact may have papers of its own
        return put + _report_log(log, newsroom, desk)
    line = row(dossier)
    if line:
        desk.rows.put(line)
    return put


def _papers(dossier: Dossier) -> Iterator[Item]:
    """Every object that the log gives; the receipts last, so what they tell of is there."""
    yield from _exports(dossier)
    told = receipts(dossier)
    present = (receipt for receipt in told if receipt.state != "superseded")
    yield from (_as_markdown(receipt.key, readable(receipt)) for receipt in present)
    yield from (_as_json(receipt.key, receipt) for receipt in told)


def _exports(dossier: Dossier) -> Iterator[Item]:
    """Each edition beside the source's own, as the two kinds of file that come back."""
    source = dossier.seen and dossier.seen.source
    name = story_key(source.fact.key) if source else None
    for edition in LANGUAGES if name else ():
        texts = (
            (".md", export(dossier, edition), MARKDOWN),
            (".xlf", export_xliff(dossier, edition), XLIFF),
        )
        for ending, content, kind in texts:
            if name and content:
                yield Item(
                    key=export_key(name.stem, edition, ending), content=content, content_type=kind
                )


def _as_json(stem: str, told: Record) -> Item:
    content = told.model_dump_json(indent=2).encode()
    return Item(key=f"{stem}.json", content=content, content_type=JSON)


def _as_markdown(stem: str, told: str) -> Item:
    return Item(key=f"{stem}.md", content=told.encode(), content_type=MARKDOWN)


def _is_story(log: Log) -> bool:
    """Whether a story file was ever uploaded for it (a picture's facts are told to stories too)."""
    return any(story_key(getattr(fact.what, "key", "")) is not None for fact in log.facts)
