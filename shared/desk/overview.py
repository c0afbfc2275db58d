"""The whole desk at a glance: everything that is open, and the newest stories."""

from shared.desk.dossier import Dossier
from shared.desk.ports import Line, Row, Rows
from shared.desk.receipt import Receipt, receipts
from shared.news.record import Record
from shared.news.shelf import Item

NEWEST = 200
OVERVIEW = "receipts/index"
_SETTLED = {"accepted", "withdrawn"}


class Overview(Record):
    """What the overview says."""

    open: tuple[Row, ...]
    newest: tuple[Row, ...]


def overview(rows: Rows) -> Overview:
    return Overview(open=rows.open(), newest=rows.newest(NEWEST))


def row(dossier: Dossier) -> Row | None:
    """The row of a log; None where it tells of no upload."""
    present = [one for one in receipts(dossier) if one.state != "superseded"]
    main = next((one for one in present if one.upload == dossier.main_upload()), None)
    if main is None:
        return None
    return Row(
        log=dossier.log.id,
        story=main.story is not None,
        headline=_headline(dossier) or main.upload,
        state=main.state,
        open=any(_is_open(one) for one in present),
        uploads=tuple(Line(upload=one.upload, state=one.state, says=one.says) for one in present),
        editions=main.editions,
        first=dossier.log.facts[0].at,
        at=dossier.log.facts[-1].at,
        revision=dossier.log.revision,
        stands=sum(entry.revision for entry in dossier.stands.values()),
    )


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


def as_json(overview: Overview) -> Item:
    return Item(
        key=f"{OVERVIEW}.json",
        content=overview.model_dump_json(indent=2).encode(),
        content_type="application/json",
    )
