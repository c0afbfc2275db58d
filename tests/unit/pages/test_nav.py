"""What stands around every page: navigation, collections, social links, the lines at its foot."""

import pytest

from shared.news.keys import ABOUT, story_of
from shared.news.language import LANGUAGES, Language
from shared.news.newsroom import NavItem
from shared.pages.page import AuthorsPage
from shared.pages.publish import install_pages
from shared.pages.verify import verify
from tests.builders import World, a_newsroom, a_source, named
from tests.unit.pages import sample
from tests.unit.pages.reading import Page

NAV = (
    NavItem(to="kind/news", under=("section/environment", "section/culture")),
    NavItem(name={"en": "Articles", "ar": "مقالات", "es": "Artículos"}, under=("kind/opinion",)),
    NavItem(to="kind/gallery"),
)


def front(edition: Language = "en", name: str = "home", **configured: object) -> Page:
    renderer = sample.renderer(**configured)
    cards = sample.cards(edition)[1:5] if name == "home" else ()
    return Page(renderer.front(sample.front_page(edition, name, coverage=cards)))


def links(page: Page, component: str) -> dict[str, str]:
    """Address to text, of the links in a component."""
    found = page.component(component)
    return {one["href"]: one.text for one in found.inside if one.tag == "a"} if found else {}


def test_without_a_navigation_every_section_is_a_link() -> None:
    assert list(links(front(), "nav")) == [
        "/en/", "/en/environment/", "/en/culture/", "/en/science/", "/en/sports/",
    ]  # fmt: skip


def test_the_navigation_is_a_tree_that_opens_without_a_script() -> None:
    page = front(nav=NAV)
    assert links(page, "nav") == {
        "/en/": "Home", "/en/kinds/news/": "All in News", "/en/environment/": "Environment",
        "/en/culture/": "Culture", "/en/kinds/opinion/": "Opinion",
        "/en/kinds/gallery/": "In pictures",
    }  # fmt: skip
    assert [one.text for one in page.all("summary")] == ["News", "Articles"]
    assert {one["name"] for one in page.all("details")} == {"nav"}


@pytest.mark.parametrize(("name", "current"), [("section/culture", ["News"]), ("home", [])])
def test_the_name_that_the_present_page_is_under_is_marked(name: str, current: list[str]) -> None:
    page = front(name=name, nav=NAV)
    assert [one.text for one in page.all("summary") if one["aria-current"]] == current
    nav = page.component("nav")
    assert nav
    assert [
        one["aria-current"] for one in nav.inside if one.tag == "a" and one["aria-current"]
    ] == ["page"]


@pytest.mark.parametrize(
    ("kind", "under", "current"),
    [("news", "News", "/en/environment/"), ("opinion", "Articles", "/en/kinds/opinion/")],
)
def test_an_article_marks_the_list_of_its_kind_and_news_that_of_their_section(
    kind: str, under: str, current: str
) -> None:
    article = sample.an_article("en", kind=kind)
    page = Page(sample.renderer(nav=NAV).article(sample.article_page("en", article=article)))
    nav = page.component("nav")
    assert nav
    assert [one.text for one in page.all("summary") if one["aria-current"]] == [under]
    marked = [one["href"] for one in nav.inside if one.tag == "a" and one["aria-current"]]
    assert marked == [current]
    (label,) = [one for one in page.all("p", _class="label") if not one["id"]][:1]
    assert [one["href"] for one in label.inside if one.tag == "a"] == [current]


def test_a_part_of_a_section_is_marked_where_the_section_is() -> None:
    page = front(name="section/science", nav=NAV, subsections={"culture": ("science",)})
    assert [one.text for one in page.all("summary") if one["aria-current"]] == ["News"]


def test_a_section_with_parts_leads_to_them_and_they_to_it() -> None:
    for section in ("science", "culture"):
        page = front(name=f"section/{section}", subsections={"science": ("culture",)})
        (tabs,) = page.all("nav", _class="tabs")
        assert tabs["aria-label"] == "Science"
        found = [one for one in tabs.inside if one.tag == "a"]
        assert [one["href"] for one in found] == ["/en/science/", "/en/culture/"]
        current = [one["href"] for one in found if one["aria-current"] == "page"]
        assert current == [f"/en/{section}/"]
    assert front(name="section/sports", subsections={"science": ("culture",)}).all(
        "nav", _class="tabs"
    ) == []  # fmt: skip


@pytest.mark.parametrize("edition", LANGUAGES)
def test_the_home_page_has_collections_all_and_each(edition: Language) -> None:
    found = links(front(edition), "coverage")
    tabs = {
        "en": ["All", "In Five"],
        "ar": ["الكل", "في خمس دقائق"],
        "es": ["Todo", "En cinco minutos"],
    }
    assert [found[f"/{edition}/coverage/{one}"] for one in ("", "in-five/")] == tabs[edition]
    assert all(card.address in found for card in sample.cards(edition)[1:5])


def test_social_links_apps_and_lines_come_from_the_configuration_or_are_not_there() -> None:
    outlet = sample.NEWSROOM.outlet.model_copy(
        update={
            "about": {"en": "We are invented.", "ar": "نحن متخيَّلون.", "es": "Somos inventados."},
            "rights": {"en": "© Azimuth", "ar": "© السمت", "es": "© Acimut"},
            "social": {"Mastodon": "https://social.example/@azimuth"},
            "apps": {"android": "https://store.example/a", "ios": "https://apps.example/a"},
        }
    )
    pages = {"about": {"en": "About us", "ar": "من نحن", "es": "Quiénes somos"}}
    page = front("es", outlet=outlet, pages=pages)
    assert "https://social.example/@azimuth" in links(page, "masthead")
    found = links(page, "footer")
    assert found["/es/about"] == "Quiénes somos"
    assert found["/es/authors/"] == "Autores"
    assert found["https://store.example/a"] == "Aplicación para Android"
    for line in ("Somos inventados.", "© Acimut"):
        assert line in page.text_of("footer")
    assert "https://store.example/a" not in links(front("es"), "footer")


def test_the_index_of_authors_leads_to_each_by_name() -> None:
    page = Page(sample.renderer().authors(AuthorsPage("ar", sample.NAMED)))
    assert links(page, "authors") == {
        "/ar/authors/amara-okoye/": "أمارا أوكويي",
        "/ar/authors/ines-valcarcel/": "إينيس فالكارسيل",
    }


def test_a_page_about_the_outlet_stands_before_anybody_has_written_it() -> None:
    world = World()
    world.configure(a_newsroom(pages={"about": named("About")}))
    install_pages(world.press())
    for edition in LANGUAGES:
        page = Page(world.site.items[f"{edition}/about"])
        assert page.meta("robots") == "noindex"
        assert page.switcher["ar"] == ("/ar/about", "")
    assert f"{story_of(f'{ABOUT}about')}:0" in world.reads("en/about")
    assert list(verify([], world.press(), world.site)) == []


def test_the_home_page_shows_what_joins_or_leaves_a_collection() -> None:
    world = World()
    install_pages(world.press())
    for covered, there in ((("in-five",), True), ((), False)):
        world.publish(world.accept("river", a_source("The river", coverage=covered)))
        page = Page(world.site.items["en/index.html"])
        assert ("The river" in page.text_of("coverage")) is there
