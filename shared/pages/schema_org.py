"""The part of schema.org's vocabulary that our pages speak, and how it stands in a page (JSON-LD).

A class is a type and a field a property, under schema.org's own names but for the spelling.
"""

import json
from dataclasses import dataclass, fields
from typing import Any

from minijinja import safe

from shared.pages.markup import as_text

_CONTEXT = "https://schema.org"
_NO_MARKUP = str.maketrans({letter: f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"})


@dataclass(frozen=True, kw_only=True)
class Thing:
    """Anything; `id` tells the same thing on other pages from those of the same name."""

    id: str | None = None
    name: str | None = None
    url: str | None = None


@dataclass(frozen=True, kw_only=True)
class ImageObject(Thing):
    """A picture, where it lies, and whose it is."""

    content_url: str
    width: int | None = None
    height: int | None = None
    caption: str | None = None
    credit_text: str | None = None


class Person(Thing):
    """Somebody who signs what they wrote."""


class Organization(Thing):
    """An outlet, or who stands behind a machine that translates."""


@dataclass(frozen=True, kw_only=True)
class NewsMediaOrganization(Organization):
    """The outlet."""

    slogan: str | None = None
    logo: ImageObject | None = None
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CreativeWork(Thing):
    """What somebody made: articles, pages, sites."""

    headline: str | None = None
    description: str | None = None
    in_language: str | None = None
    publisher: Organization | None = None


@dataclass(frozen=True, kw_only=True)
class CorrectionComment(CreativeWork):
    """What was wrong, and is right now."""

    text: str


@dataclass(frozen=True, kw_only=True)
class VideoObject(CreativeWork):
    """A video, where it lies, and what shows it before it plays."""

    thumbnail_url: tuple[str, ...] = ()
    upload_date: str | None = None
    content_url: str | None = None
    duration: str | None = None


@dataclass(frozen=True, kw_only=True)
class Article(CreativeWork):
    """An article, or as much of it as another one says of its translation."""

    image: tuple[ImageObject, ...] = ()
    date_published: str | None = None
    date_modified: str | None = None
    author: tuple[Person | Organization, ...] = ()
    main_entity_of_page: str | None = None
    article_section: str | None = None
    keywords: tuple[str, ...] = ()
    is_accessible_for_free: bool | None = None
    video: VideoObject | None = None
    translation_of_work: "Article | None" = None
    work_translation: tuple["Article", ...] = ()
    translator: tuple[Organization, ...] = ()
    correction: CorrectionComment | None = None


class NewsArticle(Article):
    """News and features."""


class OpinionNewsArticle(NewsArticle):
    """What is the view of who signs it."""


class AnalysisNewsArticle(NewsArticle):
    """What explains the news."""


class BlogPosting(Article):
    """A post in a blog."""


@dataclass(frozen=True, kw_only=True)
class LiveBlogPosting(BlogPosting):
    """A live page, with its newest posts."""

    coverage_start_time: str | None = None
    live_blog_update: tuple[BlogPosting, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ListItem(Thing):
    """A place in a list: by its address, or as a step of a way."""

    position: int
    item: str | None = None


@dataclass(frozen=True, kw_only=True)
class BreadcrumbList(Thing):
    """The way to a page from the front."""

    item_list_element: tuple[ListItem, ...]


class WebSite(CreativeWork):
    """An edition as a site."""


class CollectionPage(CreativeWork):
    """A page that lists others."""


@dataclass(frozen=True, kw_only=True)
class ProfilePage(CreativeWork):
    """The page of somebody who writes."""

    main_entity: Person


def json_ld(things: tuple[Thing, ...]) -> str:
    """The things as the text of a script element: nothing in it ends that, or begins markup."""
    said = [{"@context": _CONTEXT, **_said(thing)} for thing in things]
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return safe(text.translate(_NO_MARKUP))


def _said(value: Any) -> Any:  # noqa: ANN401  what JSON takes
    match value:
        case Thing():
            known = {one.name: _said(getattr(value, one.name)) for one in fields(value)}
            return {"@type": type(value).__name__} | {
                _spelled(name): said for name, said in known.items() if said not in (None, "", [])
            }
        case tuple():
            return [_said(one) for one in value]
        case str():
            return as_text(value)
        case _:
            return value


def _spelled(name: str) -> str:
    if name == "id":
        return "@id"
    first, *others = name.split("_")
    return "".join([first, *(word.capitalize() for word in others)])
