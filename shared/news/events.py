"""Events are hints: they say where to look, never what is there."""

from typing import Any, Literal, get_args
from urllib.parse import unquote_plus

from pydantic import BaseModel, Field

from shared.news.language import Language
from shared.news.record import Record


class Hint(Record):
    """What every event has: `correlation_id` names the upload that all this follows from.

    It is `<log>.<S3 version>`; where a batch was handled as one, several with a space between.
    Logs carry it, and nothing is decided by it.
    """

    correlation_id: str = ""


class StoryAccepted(Hint):
    """A story has a new source text: one event for each edition that needs a translation.

    `again` where it is held already: it is tried once more, without patience.
    """

    name: Literal["StoryAccepted"] = "StoryAccepted"
    story: str
    edition: Language
    again: bool = False


class ArticleReady(Hint):
    """An edition of a story has something to show; `urgent` where a live page was wrong."""

    name: Literal["ArticleReady"] = "ArticleReady"
    story: str
    edition: Language
    urgent: bool = False


class ArticleHeld(Hint):
    """An edition could not be translated and waits; `receipt` is the key of the readable one.

    `for_long` once, when it was tried often enough for a person to be told.
    """

    name: Literal["ArticleHeld"] = "ArticleHeld"
    story: str
    edition: Language
    receipt: str = ""
    for_long: bool = False


class StoryWithdrawn(Hint):
    """A story was taken back."""

    name: Literal["StoryWithdrawn"] = "StoryWithdrawn"
    story: str


class UploadAccepted(Hint):
    """A file that has no pages of its own was taken in."""

    name: Literal["UploadAccepted"] = "UploadAccepted"
    log: str


class UploadRejected(Hint):
    """An upload broke rules; `receipt` is the key of the readable one."""

    name: Literal["UploadRejected"] = "UploadRejected"
    log: str
    receipt: str = ""


class GlossaryTouched(Hint):
    """A file of the glossary was taken in or deleted: machines' words may have to change."""

    name: Literal["GlossaryTouched"] = "GlossaryTouched"
    log: str


class PictureTouched(Hint):
    """A picture was uploaded, deleted or asked for; `key` is its inbox key."""

    name: Literal["PictureTouched"] = "PictureTouched"
    key: str


class StoryIllustrated(Hint):
    """A story's picture is ready."""

    name: Literal["StoryIllustrated"] = "StoryIllustrated"
    story: str


class ConfigAccepted(Hint):
    """A new configuration is in force; `number` is its fact in the newsroom's log."""

    name: Literal["ConfigAccepted"] = "ConfigAccepted"
    number: int


class MonthTouched(Hint):
    """The stories of a month ("2026-11") of an edition's home list are to be renewed.

    `office` is the fact of the newsroom's log that asks for it.
    """

    name: Literal["MonthTouched"] = "MonthTouched"
    edition: Language
    period: str
    office: int


class StoriesTouched(Hint):
    """These stories' pages may differ from what the facts say, whatever was finished before.

    `office` is the fact of the newsroom's log that asks for it: a story whose pages were made anew
    for that fact, or a newer one, is left alone. 0 where it is nothing in that log.
    """

    name: Literal["StoriesTouched"] = "StoriesTouched"
    stories: tuple[str, ...]
    office: int = 0


class UploadTouched(Hint):
    """An upload is to be judged (again); `key` is its key in the newsroom bucket.

    `version` is the S3 version that the event spoke of, if it spoke of one.
    """

    name: Literal["UploadTouched"] = "UploadTouched"
    key: str
    version: str = ""


class DeskTouched(Hint):
    """The overview of the desk has something new to say."""

    name: Literal["DeskTouched"] = "DeskTouched"


class PagesPublished(Hint):
    """The pages of these stories are what the facts say."""

    name: Literal["PagesPublished"] = "PagesPublished"
    stories: tuple[str, ...]


class RankingsChanged(Hint):
    """These rankings, by edition and list (`home`, `section/<id>`), have a new revision."""

    name: Literal["RankingsChanged"] = "RankingsChanged"
    rankings: tuple[tuple[Language, str], ...]


class FrontsLost(Hint):
    """A rebuild begins: assets, and the pages that stand without any story."""

    name: Literal["FrontsLost"] = "FrontsLost"


class EntriesLost(Hint):
    """A rebuild wants the entries of these stories, and what they link."""

    name: Literal["EntriesLost"] = "EntriesLost"
    stories: tuple[str, ...]


class ListLost(Hint):
    """A rebuild wants a list (`home`, `section/<id>`): its front, and archive pages.

    Those of `months`, which are months of any year ("01" to "12").
    """

    name: Literal["ListLost"] = "ListLost"
    edition: Language
    list: str
    months: tuple[str, ...]


class PagesLost(Hint):
    """A rebuild wants every page of these stories; all entries are there."""

    name: Literal["PagesLost"] = "PagesLost"
    stories: tuple[str, ...]


Lost = FrontsLost | EntriesLost | ListLost | PagesLost

Event = (
    StoryAccepted
    | ArticleReady
    | ArticleHeld
    | StoryWithdrawn
    | UploadAccepted
    | UploadRejected
    | GlossaryTouched
    | PictureTouched
    | StoryIllustrated
    | ConfigAccepted
    | MonthTouched
    | StoriesTouched
    | UploadTouched
    | DeskTouched
    | PagesPublished
    | RankingsChanged
    | Lost
)

_BY_NAME: dict[str, type[Event]] = {kind.__name__: kind for kind in get_args(Event)}


class Envelope(BaseModel):
    """What EventBridge delivers, as far as we read it."""

    source: str
    detail: dict[str, Any]


class Notification(BaseModel):
    """What S3 sends to a queue by itself, as far as we read it."""

    event: str = Field(default="", alias="Event")
    records: tuple[dict[str, Any], ...] = Field(default=(), alias="Records")


def event_in(message: str) -> Event:
    """The event in a queue's message; S3's own events say that an upload was touched.

    Keys in S3's events by EventBridge are not URL-encoded. Raises pydantic's ValidationError,
    or KeyError where nobody knows the event.
    """
    envelope = Envelope.model_validate_json(message)
    if envelope.source == "aws.s3":
        touched = envelope.detail["object"]
        return UploadTouched(key=touched["key"], version=touched.get("version-id", ""))
    return _BY_NAME[envelope.detail["name"]].model_validate(envelope.detail)


def events_in(message: str) -> tuple[Event, ...]:
    """The events in a queue's message, also where S3 sends to the queue without EventBridge.

    It may speak of several objects then, whose keys are URL-encoded as forms are; of none where it
    only tries whether it may send. Raises as `event_in` does.
    """
    told = Notification.model_validate_json(message)
    if told.event == "s3:TestEvent":
        return ()
    if not told.records:
        return (event_in(message),)
    keys = (record["s3"]["object"]["key"] for record in told.records)
    return tuple(UploadTouched(key=unquote_plus(str(key))) for key in keys)
