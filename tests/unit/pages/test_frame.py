"""What stands around a page: its head, and the choice of editions."""

import re
from io import BytesIO

import pytest
from PIL import Image

from shared.news.language import LANGUAGES, Language
from shared.news.newsroom import EditionSettings
from shared.pages.assets import assets
from shared.pages.names import ListName
from shared.pages.page import RowsPage, TombstonePage
from tests.unit.pages import sample
from tests.unit.pages.reading import Page

RENDERER = sample.renderer()
EACH = pytest.mark.parametrize("edition", LANGUAGES)


def article(edition: Language, *others: Language, **changes: object) -> Page:
    page = sample.article_page(
        edition,
        article=sample.an_article(edition, **changes),
        siblings=sample.siblings(*others),
        related=(),
    )
    return Page(RENDERER.article(page))


def address(edition: Language) -> str:
    return sample.an_article(edition).address


@pytest.mark.parametrize(("edition", "direction"), [("en", "ltr"), ("ar", "rtl"), ("es", "ltr")])
def test_a_page_tells_its_language_and_direction(edition: Language, direction: str) -> None:
    html = article(edition).one("html")
    assert (html["lang"], html["dir"]) == (edition, direction)


@EACH
def test_a_page_names_the_facts_that_it_was_made_of(edition: Language) -> None:
    front = Page(RENDERER.front(sample.front_page(edition)))
    assert front.meta("triptych:facts") == sample.FACTS
    assert article(edition).meta("triptych:facts") == sample.FACTS


def test_the_switcher_leads_to_the_same_story() -> None:
    switcher = article("en", "ar", "es").switcher
    assert switcher == {code: (address(code), "") for code in LANGUAGES}


@pytest.mark.parametrize(
    ("edition", "hints"),
    [
        ("en", {"ar": "not yet in Arabic", "es": "not yet in Spanish"}),
        ("ar", {"en": "لم يُنشر بالإنجليزية بعد", "es": "لم يُنشر بالإسبانية بعد"}),
        ("es", {"en": "aún no en inglés", "ar": "aún no en árabe"}),
    ],
)
def test_the_switcher_says_where_the_story_is_not_yet_and_leads_to_the_section(
    edition: Language, hints: dict[Language, str]
) -> None:
    switcher = article(edition).switcher
    for other, hint in hints.items():
        assert switcher[other] == (f"/{other}/environment/", hint)


def test_a_story_of_a_section_that_is_gone_leads_to_the_front() -> None:
    page = article("en", section="gone")
    assert page.switcher["ar"][0] == "/ar/"
    assert "/en/gone/" not in [link["href"] for link in page.all("a")]


def test_the_switcher_writes_each_language_as_its_readers_do() -> None:
    page = article("ar", "en")
    links = {link["hreflang"]: link for link in page.all("a") if link["lang"]}
    assert {code: (link.text, link["dir"]) for code, link in links.items()} == {
        "en": ("English", "ltr"),
        "ar": ("العربية", "rtl"),
        "es": ("Español", "ltr"),
    }
    assert page.one("a", hreflang="ar", aria_current="page").text == "العربية"


@EACH
def test_only_the_choice_of_an_edition_tells_where_a_reader_came_from(edition: Language) -> None:
    """By that the edge remembers what was chosen; a look at the original is no choice."""
    source = sample.siblings("es" if edition == "en" else "en").popitem()[1]
    gone = TombstonePage(sample.STORY, edition, f"/{edition}/a", False, source, sample.NAMED)
    for page in (article(edition, *LANGUAGES), Page(RENDERER.tombstone(gone))):
        places = [page.component(name) for name in ("edition-switcher", "footer")]
        choices = [id(link) for place in places if place for link in place.inside]
        elsewhere = [one for one in page.all("a") if one["hreflang"] not in {"", edition}]
        looks = [one for one in elsewhere if id(one) not in choices]
        assert len(looks) < len(elsewhere)
        assert all(one["referrerpolicy"] == "origin" for one in looks)


def test_alternates_name_only_what_stands_and_name_each_other() -> None:
    english, arabic = article("en", "ar"), article("ar", "en")
    assert english.alternates == arabic.alternates
    assert set(english.alternates) == {"en", "ar", "x-default"}


@EACH
def test_a_page_is_among_its_own_alternates(edition: Language) -> None:
    page = article(edition)
    canonical = page.one("link", rel="canonical")["href"]
    assert page.alternates[edition] == canonical == page.alternates["x-default"]


def test_readers_of_no_known_language_get_the_source_edition_if_it_stands() -> None:
    both = article("en", "ar", source_language="ar").alternates
    assert both["x-default"] == both["ar"]
    spanish = sample.renderer(default_edition="es")
    arabic = sample.an_article("en", source_language="ar")
    page = sample.article_page("en", article=arabic, siblings=sample.siblings("es"), related=())
    without = Page(spanish.article(page)).alternates
    assert without["x-default"] == without["es"]


def test_where_neither_stands_all_pages_name_the_same_one() -> None:
    arabic, spanish = article("ar", "es"), article("es", "ar")
    assert arabic.alternates == spanish.alternates
    assert arabic.alternates["x-default"] == arabic.alternates["ar"]


def test_addresses_for_machines_are_absolute_and_plain_ascii() -> None:
    canonical = article("ar").one("link", rel="canonical")["href"]
    assert canonical.startswith("https://azimuth.example/ar/environment/%D9%86")
    assert canonical.isascii()


def test_a_front_is_the_alternate_of_its_namesakes() -> None:
    page = Page(RENDERER.front(sample.front_page("es", "section/culture")))
    assert page.alternates == {
        "en": "https://azimuth.example/en/culture/",
        "ar": "https://azimuth.example/ar/culture/",
        "es": "https://azimuth.example/es/culture/",
        "x-default": "https://azimuth.example/en/culture/",
    }
    assert page.switcher["ar"] == ("/ar/culture/", "")


def test_an_archive_leads_to_the_front_of_other_editions_since_they_may_lack_the_month() -> None:
    page = Page(RENDERER.front(sample.front_page("en", "region/africa", period="2026-11")))
    assert set(page.alternates) == {"en", "x-default"}
    assert page.switcher["es"] == ("/es/regions/africa/", "")


def test_the_order_of_the_editions_is_the_configurations() -> None:
    order: tuple[Language, ...] = ("ar", "es", "en")
    changed = sample.renderer(editions={code: EditionSettings() for code in order})
    assert tuple(Page(changed.front(sample.front_page("en"))).switcher) == order


def test_navigation_comes_from_the_configuration_and_marks_the_present_place() -> None:
    page = Page(RENDERER.front(sample.front_page("ar", "section/culture")))
    nav = page.component("nav")
    assert nav
    links = [element for element in nav.inside if element.tag == "a"]
    assert [link.text for link in links] == ["الرئيسية", "بيئة", "ثقافة", "علوم", "رياضة"]
    assert [link["href"] for link in links if link["aria-current"]] == ["/ar/culture/"]
    regions = page.component("regions")
    assert regions
    assert "أميركا اللاتينية" in regions.text


@EACH
def test_a_page_preloads_exactly_one_font(edition: Language) -> None:
    (font,) = article(edition).all("link", rel="preload")
    assert font["href"].startswith("/assets/naskh-" if edition == "ar" else "/assets/serif-")


@EACH
def test_a_page_has_no_script_but_our_own_and_no_inline_style(edition: Language) -> None:
    article, front = sample.article_page(edition), sample.front_page(edition)
    scripts = []
    for item in (
        RENDERER.article(article),
        RENDERER.front(front),
        RENDERER.most_read(sample.most_read_page(edition)),
        RENDERER.rows(RowsPage(edition, sample.charted(edition), sample.NAMED)),
    ):
        page = Page(item)
        scripts += page.scripts
        assert not page.all("style")
        assert not [one for one in page.elements if one["style"] or one["onclick"]]
    assert len(scripts) == 3  # what pages fetch has none
    for script in scripts:
        assert re.fullmatch(r"/assets/paper-[0-9a-f]{12}\.js", script["src"])
        assert "defer" in script.attributes
        assert not script.text


@EACH
def test_a_page_has_one_main_heading(edition: Language) -> None:
    pages = [RENDERER.front(sample.front_page(edition)), RENDERER.article(sample.article_page())]
    gone = TombstonePage(sample.STORY, edition, f"/{edition}/a", True, None, sample.NAMED)
    for item in (*pages, RENDERER.tombstone(gone), RENDERER.not_found()):
        assert len(Page(item).all("h1")) == 1


def test_a_preview_elsewhere_shows_the_largest_picture() -> None:
    page = Page(RENDERER.article(sample.article_page()))
    image = page.one("meta", property="og:image")["content"]
    assert image == f"https://azimuth.example/media/{sample.STORY}/3-1280.jpg"
    assert page.one("meta", property="og:type")["content"] == "article"
    assert page.meta("twitter:card") == "summary_large_image"


@EACH
def test_a_preview_of_a_list_shows_the_first_picture_on_it(edition: Language) -> None:
    cards = sample.cards(edition)[2:]
    page = Page(RENDERER.front(sample.front_page(edition, cards=cards)))
    image = page.one("meta", property="og:image")["content"]
    assert image == f"{sample.SITE.url}/media/{cards[1].story}/3-1280.jpg"


def test_a_preview_of_a_page_without_a_picture_shows_the_mark() -> None:
    (card,) = [one for one in assets() if "card-" in one.key]
    for page in (article("en", picture=None), Page(RENDERER.front(sample.front_page(cards=())))):
        image = page.one("meta", property="og:image")["content"]
        assert image == f"{sample.SITE.url}/{card.key}"
        with Image.open(BytesIO(card.content)) as pixels:
            said = [page.one("meta", property=f"og:image:{one}") for one in ("width", "height")]
            assert [one["content"] for one in said] == [str(side) for side in pixels.size]


def test_a_long_body_without_a_deck_is_described_by_its_beginning() -> None:
    texts = sample.texts("en", deck=None, body=(sample.paragraph("word " * 100),))
    described = article("en", texts=texts).meta("description")
    assert described.startswith("word word")
    assert described.endswith("…")
    assert len(described) <= 201


def test_a_list_has_a_tag_of_its_own() -> None:
    assert ListName("en", "section/culture").tag == "list-en-section-culture"
