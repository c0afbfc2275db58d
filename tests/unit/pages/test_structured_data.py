"""What pages tell search engines."""

import re
from typing import Any, get_args

import pytest

from shared.news.article import MOST_AUTHORS, Image, media_address
from shared.news.language import LANGUAGES, Language
from shared.news.story import Kind, Video
from shared.pages.page import Posts, TombstonePage
from tests.unit.pages import sample
from tests.unit.pages.reading import Page
from tests.unit.pages.test_escaping import HOSTILE, SEEN, hostile_page

RENDERER = sample.renderer()
VIDEO = Video(address="https://video.example/river.mp4", seconds=155)
EACH = pytest.mark.parametrize("edition", LANGUAGES)
SITE = sample.SITE.url
MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d"
ASKED = {
    "NewsArticle": (
        "headline", "image", "datePublished", "dateModified", "author", "publisher",
        "description", "inLanguage", "mainEntityOfPage", "articleSection", "isAccessibleForFree",
    ),
    "ImageObject": ("url", "contentUrl", "width", "height"),
    "Person": ("name", "url"),
    "VideoObject": (
        "name", "thumbnailUrl", "uploadDate", "description", "contentUrl", "duration",
    ),
    "ProfilePage": ("mainEntity", "url"),
    "NewsMediaOrganization": ("name", "url", "logo"),
    "WebSite": ("name", "url", "publisher"),
    "CollectionPage": ("name", "url"),
    "BreadcrumbList": ("itemListElement",),
    "CorrectionComment": ("text",),
}  # fmt: skip
"""Google's required and recommended properties, and what else we promise, by type."""
ARTICLES = ("OpinionNewsArticle", "AnalysisNewsArticle", "BlogPosting", "LiveBlogPosting")


def article(edition: Language = "en", **changes: Any) -> Page:
    changes.setdefault("article", sample.an_article(edition))
    return Page(RENDERER.article(sample.article_page(edition, **changes)))


def of_kind(kind: Kind) -> Page:
    return article(article=sample.an_article(kind=kind))


def front(edition: Language = "en", name: str = "home", **changes: Any) -> Page:
    return Page(RENDERER.front(sample.front_page(edition, name, **changes)))


def lacking(thing: object, *, inside: str = "") -> list[str]:
    """The properties that are asked for and not there, at any depth."""
    if isinstance(thing, list):
        return [one for part in thing for one in lacking(part, inside=inside)]
    if not isinstance(thing, dict):
        return []
    kind = thing["@type"]
    whole = inside not in {"translationOfWork", "workTranslation", "liveBlogUpdate"}
    asked = ASKED["NewsArticle" if kind in ARTICLES else kind] if whole and kind in ASKED else ()
    found = [f"{kind}.{name}" for name in asked if thing.get(name) in (None, "", [])]
    return [*found, *(one for name, part in thing.items() for one in lacking(part, inside=name))]


@EACH
def test_every_property_that_search_engines_ask_for_is_there(edition: Language) -> None:
    kinds: list[Kind] = [kind for kind in get_args(Kind) if kind != "page"]
    articles = [
        article(edition, article=sample.an_article(edition, kind=kind, video=VIDEO))
        for kind in kinds
    ]
    lists = [
        front(edition),
        front(edition, "section/culture"),
        front(edition, "region/africa", period="2026-11"),
        front(edition, "author/amara-okoye", periods=()),
        front(edition, "coverage"),
        Page(RENDERER.most_read(sample.most_read_page(edition))),
    ]
    for page in (*articles, *lists):
        assert page.data
        assert lacking(list(page.data.values())) == []


@EACH
def test_an_article_tells_what_it_shows(edition: Language) -> None:
    page, shown = article(edition), sample.an_article(edition)
    told, texts = page.data["NewsArticle"], sample.texts(edition)
    canonical = page.one("link", rel="canonical")["href"]
    assert (told["headline"], told["description"]) == (texts.headline, texts.deck)
    assert told["inLanguage"] == edition
    assert told["mainEntityOfPage"] == canonical
    assert told["keywords"] == list(shown.texts.tags or ())
    assert told["correction"]["text"] == texts.correction
    assert [one["url"] for one in told["image"]] == [f"{SITE}/media/{sample.STORY}/3-1280.jpg"]
    assert told["image"][0]["creditText"] == "Azimuth Studio"
    times = {one["datetime"] for one in page.all("time")}
    for name in ("datePublished", "dateModified"):
        assert re.fullmatch(MOMENT, told[name])
        assert told[name] in times


def test_an_article_that_was_never_changed_was_modified_when_it_came_out() -> None:
    told = article(article=sample.an_article(updated=None)).data["NewsArticle"]
    assert told["dateModified"] == told["datePublished"]


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        ("news", "NewsArticle"),
        ("feature", "NewsArticle"),
        ("opinion", "OpinionNewsArticle"),
        ("analysis", "AnalysisNewsArticle"),
        ("blog", "BlogPosting"),
        ("video", "NewsArticle"),
        ("gallery", "NewsArticle"),
    ],
)
def test_each_kind_of_story_has_its_type(kind: Kind, type_: str) -> None:
    assert set(of_kind(kind).data) == {type_, "BreadcrumbList"}


def test_authors_are_named_as_the_byline_does() -> None:
    people = article("ar", article=sample.an_article("ar", byline=("amara-okoye", "A Guest")))
    assert [one["name"] for one in people.data["NewsArticle"]["author"]] == [
        "أمارا أوكويي",
        "A Guest",
    ]
    assert [one["url"] for one in people.data["NewsArticle"]["author"]] == [
        f"{SITE}/ar/authors/amara-okoye/",
        f"{SITE}/ar/authors/a-guest/",
    ]


def test_whoever_has_no_page_has_no_address() -> None:
    people = tuple(f"Guest {number}" for number in range(MOST_AUTHORS + 1))
    told = article(article=sample.an_article(byline=people)).data["NewsArticle"]["author"]
    assert [one["name"] for one in told if "url" not in one] == [people[-1]]


@EACH
def test_the_page_of_an_author_tells_of_a_person_as_articles_do(edition: Language) -> None:
    page = front(edition, "author/amara-okoye", periods=())
    (person, _) = article(edition).data["NewsArticle"]["author"]
    assert page.data["ProfilePage"]["mainEntity"] == person
    way = page.data["BreadcrumbList"]["itemListElement"]
    assert [one["item"] for one in way][1:] == [f"{SITE}/{edition}/authors/", person["url"]]


def test_a_video_is_told_with_what_shows_it() -> None:
    told = article("es", article=sample.an_article("es", kind="video", video=VIDEO))
    video = told.data["NewsArticle"]["video"]
    assert video["@type"] == "VideoObject"
    assert (video["contentUrl"], video["duration"]) == (VIDEO.address, "PT2M35S")
    assert video["thumbnailUrl"] == [f"{SITE}/media/{sample.STORY}/3-1280.jpg"]
    assert re.fullmatch(MOMENT, video["uploadDate"])


@EACH
def test_a_live_page_is_told_with_its_posts(edition: Language) -> None:
    live = sample.a_live_page(edition)
    page = article(edition, article=live, posts=Posts(sample.posts(edition)))
    told = page.data["LiveBlogPosting"]
    assert told["coverageStartTime"] == told["datePublished"]
    first, second = told["liveBlogUpdate"]
    assert first["headline"] == sample.texts(edition).headline
    assert second["headline"]  # one without is told by its beginning
    for post, one in zip(sample.posts(edition), (first, second), strict=True):
        assert one["url"] == f"{told['mainEntityOfPage']}#post-{post.story}"
        assert page.all("li", id=f"post-{post.story}")
        assert re.fullmatch(MOMENT, one["datePublished"])


def test_the_picture_of_an_article_is_told_in_every_shape_that_search_engines_ask_for() -> None:
    sizes = {"16x9-50-28": (1280, 720), "4x3-44-50": (1137, 853), "1x1-33-50": (853, 853)}
    shapes = tuple(
        Image(address=media_address(sample.STORY, 3, name), width=width, height=height)
        for name, (width, height) in sizes.items()
    )
    picture = sample.a_picture("en").model_copy(update={"shapes": shapes})
    told = article(article=sample.an_article(picture=picture)).data["NewsArticle"]["image"]
    assert [(one["width"], one["height"]) for one in told[:-1]] == list(sizes.values())
    assert told[0]["url"] == f"{SITE}/media/{sample.STORY}/3-16x9-50-28.jpg"
    assert {one["creditText"] for one in told} == {"Azimuth Studio"}
    assert told[-1]["url"].endswith("3-1280.jpg"), "and as it is"


def test_a_gallery_is_told_picture_by_picture() -> None:
    pictures = tuple(sample.a_picture("en", f"aaaaaaaaa{one}") for one in "bcd")
    told = article(article=sample.an_article(kind="gallery", gallery=pictures))
    images = [one["url"].split("/")[-2] for one in told.data["NewsArticle"]["image"]]
    assert images == [sample.STORY, "aaaaaaaaab", "aaaaaaaaac", "aaaaaaaaad"]


def test_what_nobody_signed_is_the_outlet_s() -> None:
    told = article(article=sample.an_article(byline=())).data["NewsArticle"]
    (author,) = told["author"]
    assert author["@type"] == "Organization"
    assert author["@id"] == told["publisher"]["@id"]


def test_the_original_names_its_translations_and_they_name_the_original() -> None:
    original, arabic = article("en").data["NewsArticle"], article("ar").data["NewsArticle"]
    assert "translationOfWork" not in original
    assert {one["@id"] for one in original["workTranslation"]} == {
        arabic["@id"],
        article("es").data["NewsArticle"]["@id"],
    }
    assert arabic["translationOfWork"]["@id"] == original["@id"]
    assert arabic["translationOfWork"]["inLanguage"] == "en"
    assert "workTranslation" not in arabic


def test_only_editions_that_stand_are_named() -> None:
    alone = article("ar", siblings=sample.siblings("es")).data["NewsArticle"]
    assert "translationOfWork" not in alone
    assert "workTranslation" not in article("en", siblings={}).data["NewsArticle"]


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("memory+google", ["Google Translate"]),
        ("person+microsoft", ["Microsoft Translator"]),
        ("memory", None),
        ("pseudo", None),
        ("source", None),
    ],
)
def test_a_machine_that_translated_is_named(by: str, names: list[str] | None) -> None:
    told = article("ar", article=sample.an_article("ar", origins={"body": by}))
    translators = told.data["NewsArticle"].get("translator")
    assert names == (translators and [one["name"] for one in translators])


def test_only_the_front_tells_of_the_site_and_its_publisher() -> None:
    assert set(front().data) == {"WebSite", "NewsMediaOrganization", "CollectionPage"}
    for page in (front(name="section/culture"), front(period="2026-11")):
        assert set(page.data) == {"CollectionPage", "BreadcrumbList"}


def test_the_outlet_names_where_else_it_can_be_followed() -> None:
    places = {"Mastodon": "https://social.example/@azimuth"}
    outlet = sample.NEWSROOM.outlet.model_copy(update={"social": places})
    page = Page(sample.renderer(outlet=outlet).front(sample.front_page()))
    assert page.data["NewsMediaOrganization"]["sameAs"] == list(places.values())


@pytest.mark.parametrize(
    ("name", "period", "way"),
    [
        ("section/culture", None, [("Home", "/en/"), ("Culture", "/en/culture/")]),
        (
            "coverage/in-five",
            None,
            [
                ("Home", "/en/"),
                ("Coverage", "/en/coverage/"),
                ("In Five", "/en/coverage/in-five/"),
            ],
        ),
        (
            "region/africa",
            "2026-11",
            [
                ("Home", "/en/"),
                ("Africa", "/en/regions/africa/"),
                ("Africa: November 2026", "/en/regions/africa/2026-11/"),
            ],
        ),
    ],
)
def test_the_way_to_a_page_begins_at_the_front(
    name: str, period: str | None, way: list[tuple[str, str]]
) -> None:
    steps = front(name=name, period=period).data["BreadcrumbList"]["itemListElement"]
    assert [(one["name"], one["item"]) for one in steps] == [
        (title, f"{SITE}{address}") for title, address in way
    ]


def test_a_section_that_is_gone_is_no_step_of_the_way() -> None:
    way = article(article=sample.an_article(section="gone")).data["BreadcrumbList"]
    assert [one["position"] for one in way["itemListElement"]] == [1, 2]


@EACH
def test_hostile_text_stays_text(edition: Language) -> None:
    page = hostile_page(edition)
    told = page.data["NewsArticle"]
    assert told["headline"] == SEEN
    (script,) = page.all("script", type="application/ld+json")
    assert not set("<>&\u2028\u2029") & set(script.text)
    assert HOSTILE not in script.text


def test_a_tombstone_tells_nothing() -> None:
    gone = TombstonePage(sample.STORY, "en", "/en/a", True, None, sample.NAMED)
    assert not Page(RENDERER.tombstone(gone)).data
