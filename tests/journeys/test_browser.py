"""Readers with a browser, with JavaScript and without: nothing to read needs it."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from shared.news.keys import PICKS_KEY
from tests.chromium import chromium
from tests.journeys.conftest import LIST_SECONDS, Newsroom, story
from tests.journeys.conftest import Page as Answer

pytestmark = pytest.mark.journey

GAUGES, FERRIES = "inbox/2026/11/gauges.en.md", "inbox/2026/11/ferries.en.md"


@dataclass
class Reader:
    """Somebody in front of a browser."""

    tab: Page
    site: str
    scripts: bool

    def reads(self, address: str) -> None:
        self.tab.goto(f"{self.site}{address}")

    def is_at(self, address: str) -> None:
        expect(self.tab).to_have_url(f"{self.site}{quote(address, safe='/%')}")

    def focused(self) -> str:
        """The text of what the keyboard is at."""
        return str(self.tab.evaluate("document.activeElement.textContent.trim()"))

    def comes_back_later(self) -> None:
        """The copies that the edge keeps for a second, and a browser for more, are old by then."""
        time.sleep(LIST_SECONDS)
        self.tab.context.new_cdp_session(self.tab).send("Network.clearBrowserCache")

    def tabs_to(self, text: str) -> None:
        for _ in range(100):
            self.tab.keyboard.press("Tab")
            if self.focused() == text:
                return
        raise AssertionError(f"Tab never reached “{text}”")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def reader(
    request: pytest.FixtureRequest, browser: Browser, newsroom: Newsroom
) -> Iterator[Reader]:
    context = browser.new_context(java_script_enabled=request.param, locale="en-GB")
    context.set_default_timeout(20_000)
    yield Reader(context.new_page(), newsroom.cloud.site_url, request.param)
    context.close()


@pytest.fixture(scope="module")
def articles(newsroom: Newsroom) -> dict[str, dict[str, str]]:
    """The addresses of two stories by upload and edition."""
    newsroom.upload(GAUGES, story("Gauges for everyone", "They stand at [the river](/en/)."))
    newsroom.upload(FERRIES, story("Ferries until midnight", related="[inbox/2026/11/gauges]"))
    found = {}
    for upload in (GAUGES, FERRIES):
        editions = newsroom.live(upload)["editions"]
        found[upload] = {code: urlsplit(said["url"]).path for code, said in editions.items()}
    return found


def test_a_reader_switches_the_edition_on_an_article_and_comes_back(
    reader: Reader, articles: dict[str, dict[str, str]]
) -> None:
    tab, addresses = reader.tab, articles[GAUGES]
    reader.reads(addresses["en"])
    switcher = tab.locator('[data-component="edition-switcher"]')
    for code, name, direction in (
        ("ar", "العربية", "rtl"), ("es", "Español", "ltr"), ("en", "English", "ltr"),
    ):  # fmt: skip
        switcher.get_by_role("link", name=name).click()
        reader.is_at(addresses[code])
        expect(tab.locator("html")).to_have_attribute("dir", direction)
        expect(switcher.locator('[aria-current="page"]')).to_have_text(name)
    expect(tab.locator("h1")).to_have_text("Gauges for everyone")


def test_the_choice_is_remembered(reader: Reader, articles: dict[str, dict[str, str]]) -> None:
    reader.reads("/")
    reader.is_at("/en/")
    reader.reads(articles[GAUGES]["en"])
    reader.tab.locator('[data-component="edition-switcher"]').get_by_text("العربية").click()
    reader.is_at(articles[GAUGES]["ar"])
    reader.reads("/")
    reader.is_at("/ar/")


def test_somebody_reads_in_arabic_with_the_keyboard(
    reader: Reader, articles: dict[str, dict[str, str]]
) -> None:
    tab = reader.tab
    reader.reads(articles[FERRIES]["ar"])
    tab.keyboard.press("Tab")
    expect(tab.locator(".skip")).to_be_focused()
    expect(tab.locator(".skip")).to_be_in_viewport()
    tab.keyboard.press("Enter")
    expect(tab.locator("main")).to_be_focused()
    tab.keyboard.press("Tab")
    inside = "document.querySelector('main').contains(document.activeElement)"
    assert tab.evaluate(inside)
    related = tab.locator('[data-component="related"] a:not([tabindex])').first
    address = related.get_attribute("href") or ""
    reader.tabs_to(related.inner_text())
    tab.keyboard.press("Enter")
    reader.is_at(address)
    expect(tab.locator("html")).to_have_attribute("dir", "rtl")
    expect(tab.locator("h1")).to_be_visible()


@pytest.mark.usefixtures("picks")
def test_most_read_refreshes_though_the_article_stays_the_same(
    reader: Reader, newsroom: Newsroom, articles: dict[str, dict[str, str]]
) -> None:
    tab, address = reader.tab, articles[GAUGES]["en"]
    before = newsroom.get(address).text
    for upload in (GAUGES, FERRIES):
        _pin(newsroom, upload)
        first = articles[upload]["en"]
        for place in ("/en/most-read-rows", "/en/most-read"):
            newsroom.reads(place, partial(_leads, first))
        reader.comes_back_later()
        reader.reads(address)
        most_read = tab.locator('[data-component="most-read"]')
        if not reader.scripts:
            most_read.get_by_role("link").first.click()
            reader.is_at("/en/most-read")
        most_read.scroll_into_view_if_needed()
        expect(most_read.locator("li a[href]").first).to_have_attribute("href", first)
    assert newsroom.get(address).text == before


def test_a_reader_of_a_live_page_sees_a_new_post_when_they_ask_and_nothing_jumps_before(
    reader: Reader, newsroom: Newsroom
) -> None:
    tab, name = reader.tab, f"inbox/2026/11/crest-{'told' if reader.scripts else 'untold'}"
    newsroom.upload(f"{name}.en.md", story("The crest comes down the river", kind="live"))
    newsroom.upload(f"{name}/0800.en.md", _post("Boats leave", "They leave while they can."))
    address = urlsplit(newsroom.live(f"{name}.en.md")["editions"]["en"]["url"]).path
    newsroom.reads(address, lambda page: "while they can" in page.text)
    tab.clock.install()
    reader.reads(address)
    posts = tab.locator('[data-component="post"]')
    expect(posts).to_have_count(1)
    posts.first.scroll_into_view_if_needed()
    place = posts.first.bounding_box()

    newsroom.upload(f"{name}/0900.en.md", _post("Ferries stop", "The harbour is closed."))
    for fetched in (address, f"{address}/latest"):
        newsroom.reads(fetched, lambda page: "The harbour is closed." in page.text)
    if reader.scripts:
        tab.clock.fast_forward("00:30")
        button = tab.locator('[aria-live="polite"]').get_by_role("button", name="Show new posts")
        expect(button).to_be_visible()
        expect(posts).to_contain_text(["They leave while they can."])
        assert posts.first.bounding_box() == place
        expect(tab.locator(":focus")).to_have_count(0)
        button.press("Enter")
        expect(posts.first).to_be_focused()
        expect(button).to_have_count(0)
    else:
        tab.reload()
    expect(posts).to_contain_text(["The harbour is closed.", "They leave while they can."])


def test_a_story_is_printed_in_ink_without_navigation_though_the_screen_is_dark(
    reader: Reader, articles: dict[str, dict[str, str]]
) -> None:
    reader.reads(articles[FERRIES]["en"])
    reader.tab.emulate_media(media="print", color_scheme="dark")
    expect(reader.tab.locator("body")).to_have_css("color", "rgb(23, 20, 15)")
    for role in ("navigation", "button", "complementary"):
        expect(reader.tab.get_by_role(role)).to_have_count(0)
    expect(reader.tab.get_by_role("heading")).to_have_text("Ferries until midnight")


def _post(headline: str, words: str) -> str:
    return f"---\nkind: post\nheadline: {headline}\n---\n{words}\n"


@pytest.fixture
def picks(newsroom: Newsroom) -> Iterator[None]:
    """Other journeys find Most Read as readers make it."""
    yield
    newsroom.delete(PICKS_KEY)


def _pin(newsroom: Newsroom, upload: str) -> None:
    version = newsroom.upload(
        PICKS_KEY,
        f"pins: [{{story: {upload.removesuffix('.en.md')}, place: 1, until: 2099-01-01T00:00Z}}]\n",
    )
    newsroom.settled(
        PICKS_KEY, lambda it: it.get("version") == version and it.get("state") == "accepted"
    )
    newsroom.ranks()


def _leads(address: str, rows: Answer) -> bool:
    return re.findall(r'<h\d[^>]*><a href="([^"]+)"', rows.text)[:1] == [address]
