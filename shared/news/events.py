"""Events are hints: they say where to look, never what is there."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, TypeAdapter

from shared.news.language import Language
from shared.news.record import Record


class StoryAccepted(Record):
    """A story has a new source text: one event for each edition that needs a translation."""

    name: Literal["StoryAccepted"] = "StoryAccepted"
    story: str
    edition: Language


class ArticleReady(Record):
    """An edition of a story has something to show; `urgent` where a live page was wrong."""

    name: Literal["ArticleReady"] = "ArticleReady"
    story: str
    edition: Language
    urgent: bool = False


class ArticleHeld(Record):
    """An edition could not be translated and waits."""

    name: Literal["ArticleHeld"] = "ArticleHeld"
    story: str
    edition: Language


class StoryWithdrawn(Record):
    """A story was taken back."""

    name: Literal["StoryWithdrawn"] = "StoryWithdrawn"
    story: str


class UploadAccepted(Record):
    """A file that has no pages of its own was taken in."""

    name: Literal["UploadAccepted"] = "UploadAccepted"
    log: str


class UploadRejected(Record):
    """An upload broke rules."""

    name: Literal["UploadRejected"] = "UploadRejected"
    log: str


class PictureTouched(Record):
    """A picture was uploaded, deleted or asked for; `key` is its inbox key."""

    name: Literal["PictureTouched"] = "PictureTouched"
    key: str


class StoryIllustrated(Record):
    """A story's picture is ready."""

    name: Literal["StoryIllustrated"] = "StoryIllustrated"
    story: str


class ConfigAccepted(Record):
    """A new configuration is in force; `number` is its fact in the newsroom's log."""

    name: Literal["ConfigAccepted"] = "ConfigAccepted"
    number: int


class StoriesTouched(Record):
    """These stories' pages may differ from what the facts say."""

    name: Literal["StoriesTouched"] = "StoriesTouched"
    stories: tuple[str, ...]


class UploadTouched(Record):
    """An upload is to be judged again; `key` is its key in the newsroom bucket."""

    name: Literal["UploadTouched"] = "UploadTouched"
    key: str


class PagesPublished(Record):
    """The pages of these stories are what the facts say."""

    name: Literal["PagesPublished"] = "PagesPublished"
    stories: tuple[str, ...]


Event = Annotated[
    StoryAccepted
    | ArticleReady
    | ArticleHeld
    | StoryWithdrawn
    | UploadAccepted
    | UploadRejected
    | PictureTouched
    | StoryIllustrated
    | ConfigAccepted
    | StoriesTouched
    | UploadTouched
    | PagesPublished,
    Field(discriminator="name"),
]

_EVENT: TypeAdapter[Event] = TypeAdapter(Event)


class Envelope(BaseModel):
    """What EventBridge delivers, as far as we read it."""

    source: str
    detail: dict[str, Any]


def event_in(message: str) -> Event:
    """The event in a queue's message; S3's own events say that an upload was touched.

    Keys in S3's events by EventBridge are not URL-encoded. Raises pydantic's ValidationError.
    """
    envelope = Envelope.model_validate_json(message)
    if envelope.source == "aws.s3":
        return UploadTouched(key=envelope.detail["object"]["key"])
    return _EVENT.validate_python(envelope.detail)
