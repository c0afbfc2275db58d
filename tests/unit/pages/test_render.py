"""What readers find on the pages, and what caches are told about them."""

import gzip
import re
from typing import Any
from xml.etree import ElementTree

import pytest

from shared.news.article import Card
from shared.news.caching import Caching
from shared.news.language import LANGUAGES, Language
from shared.news.story import PARTS
from shared.pages.assets import assets
from shared.pages.names import ListName
from shared.pages.page import Charted, FeedPage, Named, Posts, RowsPage, SitemapPage, TombstonePage
from shared.pages.voice import Voice
from tests.unit.pages import sample
from tests.unit.pages.reading import Page

RENDERER = sample.renderer()
EACH = pytest.mark.parametrize("edition", LANGUAGES)


def article(edition: Language = "en", **changes: object) -> Page:
    page = sample.article_page(edition, article=sample.an_article(edition, **changes))
    return Page(RENDERER.article(page))


def by(origin: str) -> dict[str, str]:
    return dict.fromkeys(PARTS, origin)


def many(count: int) -> tuple[Card, ...]:
    card = sample.cards()[0]
    return tuple(card.model_copy(update={"story": f"story{n:05}"}) for n in range(count))


# --- articles


@EACH
def test_an_article_has_everything_that_was_written(edition: Language) -> None:
    page, texts = article(edition), sample.texts(edition)
    assert page.text_of("headline") == texts.headline
    assert page.text_of("deck") == texts.deck
    assert page.text_of("figure") == f"{texts.caption} Azimuth Studio"
    assert (texts.correction or "") in page.text_of("correction")
    assert (texts.source or "") in page.text_of("source")
    for tag in texts.tags or ():
        assert tag in page.text_of("tags")


@pytest.mark.parametrize(
    ("edition", "published", "updated"),
    [
        ("en", "Published 24 November 2026, 05:00 GMT", "Updated 24 November 2026, 09:30 GMT"),
        (
            "ar",
            "نُشر في 24 تشرين الثاني/نوفمبر 2026، 07:00 (غرينتش+2)",
            "آخر تحديث: 24 تشرين الثاني/نوفمبر 2026، 11:30 (غرينتش+2)",
        ),
        (
            "es",
            "Publicado el 24 de noviembre de 2026, 06:00 (GMT+1)",
            "Actualizado el 24 de noviembre de 2026, 10:30 (GMT+1)",
        ),
    ],
)
def test_one_instant_is_told_in_three_ways(edition: Language, published: str, updated: str) -> None:
    assert article(edition).text_of("timestamp") == f"{published} {updated}"


def test_times_are_there_for_machines_with_their_offset() -> None:
    stamps = [time["datetime"] for time in article("ar").all("time")[:2]]
    assert stamps == ["2026-11-24T07:00:00+02:00", "2026-11-24T11:30:00+02:00"]


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (1, "دقيقة واحدة للقراءة"),
        (2, "دقيقتان للقراءة"),
        (3, "3 دقائق للقراءة"),
        (11, "11 دقيقة للقراءة"),
    ],
)
def test_minutes_to_read_are_counted_from_the_body(minutes: int, told: str) -> None:
    words = sample.paragraph("كلمة " * (180 * minutes))
    page = article("ar", texts=sample.texts("ar", body=(words,)))
    assert page.text_of("read-time") == told


def test_authors_have_their_names_and_who_is_unknown_stands_as_written() -> None:
    page = article("ar", byline=("amara-okoye", "Jo Bloggs"))
    assert page.text_of("byline") == "بقلم أمارا أوكويي وJo Bloggs"
    assert "Jo Bloggs" in [one.text for one in page.all("bdi", dir="ltr")]


def test_latin_names_numbers_and_handles_are_isolated_in_arabic() -> None:
    isolated = [one.text for one in article("ar").all("bdi", dir="ltr")]
    for run in ("OpenRiver 3", "@ouara_river", "HydroSense X2", "Lisez avant de traverser"):
        assert run in isolated


def test_arabic_words_are_isolated_in_the_latin_editions() -> None:
    for edition in ("en", "es"):
        assert [one.text for one in article(edition).all("bdi", dir="rtl")] == ["اقرأ قبل أن تعبر"]


def test_an_arabic_page_says_nothing_in_latin_letters_but_names() -> None:
    allowed = {"English", "Español", "Azimuth Studio", "OpenRiver 3", "@ouara_river"}
    allowed |= {"HydroSense X2", "Lisez avant de traverser", "Google Translate"}
    page = article("ar")
    text = page.one("body").text
    for name in allowed:
        text = text.replace(name, "")
    assert not re.findall(r"[A-Za-z]+", text)


def test_the_spanish_page_keeps_the_marks_that_open_questions_and_exclamations() -> None:
    text = article("es").one("body").text
    assert "¿Por qué pintura y no sensores?" in text
    assert "¡Porque los sensores se llenan de lodo!" in text


def test_arabic_punctuation_is_kept() -> None:
    text = article("ar").one("body").text
    assert all(mark in text for mark in "«»،؛؟")


def test_a_picture_comes_in_its_sizes_with_room_kept_for_it() -> None:
    picture = article().all("img")[0]
    assert picture["srcset"].split(", ") == [
        f"/media/{sample.STORY}/3-{width}.jpg {width}w" for width in sample.WIDTHS
    ]
    assert (picture["width"], picture["height"]) == ("640", "426")
    assert picture["alt"] == sample.texts("en").alt
    assert picture["fetchpriority"] == "high"
    assert not picture["loading"]


def test_pictures_further_down_load_when_they_are_near() -> None:
    assert all(picture["loading"] == "lazy" for picture in article().all("img")[1:])


def test_a_story_without_a_picture_has_no_figure() -> None:
    assert not article(picture=None).component("figure")


def test_the_label_is_the_storys_else_its_kind_else_its_section() -> None:
    def label(page: Page) -> str:
        return page.all("p", **{"class": "label"})[0].text

    assert label(article()) == "Environment"
    assert label(article(kind="opinion")) == "Opinion"
    assert label(article(label="africa")) == "Africa"
    assert label(article(label="opinion")) == "Opinion"
    assert label(article(label="River week")) == "River week"


@pytest.mark.parametrize(
    ("edition", "banner"),
    [
        ("en", "Test translation, not for publication"),
        ("ar", "ترجمة تجريبية، ليست للنشر"),
        ("es", "Traducción de prueba, no destinada a publicarse"),
    ],
)
def test_a_test_translation_has_a_banner_and_is_kept_out_of_search(
    edition: Language, banner: str
) -> None:
    page = article(edition, origins=by("memory+pseudo"))
    assert page.one("p", role="note").text == banner
    assert banner in page.text_of("masthead"), "which who goes by landmarks comes past"
    assert page.meta("robots") == "noindex"
    assert article(edition).meta("robots") == "max-image-preview:large"


def test_a_list_that_shows_a_test_translation_has_the_banner_too() -> None:
    card = sample.cards("ar")[0].model_copy(update={"pseudo": True})
    page = Page(RENDERER.front(sample.front_page("ar", cards=(card,))))
    assert page.one("p", role="note").text == "ترجمة تجريبية، ليست للنشر"
    assert page.meta("robots") == "noindex"


# --- lists


@EACH
def test_a_front_shows_all_its_cards_in_order(edition: Language) -> None:
    cards = sample.cards(edition)
    page = Page(RENDERER.front(sample.front_page(edition)))
    titles = [one for one in page.elements if one["class"] == "title"]
    assert [title.text for title in titles] == [card.headline for card in cards]
    assert [title.inside[0]["href"] for title in titles] == [card.address for card in cards]


@EACH
def test_stories_before_and_behind_most_read_stand_under_headings_of_their_own(
    edition: Language,
) -> None:
    cards = sample.cards(edition) * 2
    page = Page(RENDERER.front(sample.front_page(edition, cards=cards)))
    rivers = page.all("section", **{"class": "river"})
    headings = [next(one for one in river.inside if one.tag == "h2") for river in rivers]
    said = {
        "en": ["More stories", "Earlier stories"],
        "ar": ["المزيد من الأخبار", "أخبار سابقة"],
        "es": ["Más noticias", "Noticias anteriores"],
    }
    assert [heading.text for heading in headings] == said[edition]
    assert [heading["id"] for heading in headings] == [one["aria-labelledby"] for one in rivers]


@pytest.mark.parametrize(
    ("edition", "says"),
    [
        ("en", "Nothing has been published here yet."),
        ("ar", "لم يُنشر شيء هنا بعد."),
        ("es", "Aún no se ha publicado nada aquí."),
    ],
)
def test_an_empty_front_says_so(edition: Language, says: str) -> None:
    page = Page(RENDERER.front(sample.front_page(edition, cards=(), periods=())))
    assert page.one("p", **{"class": "empty"}).text.startswith(says)


def test_a_front_leads_to_its_months() -> None:
    page = Page(RENDERER.front(sample.front_page("es", "section/culture")))
    months = page.component("archive")
    assert months
    assert {link["href"]: link.text for link in months.inside if link.tag == "a"} == {
        "/es/culture/2026-11/": "Noviembre de 2026",
        "/es/culture/2026-10/": "Octubre de 2026",
    }


def test_an_archive_is_a_dated_list_by_the_day_of_the_edition() -> None:
    late = sample.cards("es")[0].model_copy(
        update={"published": sample.AT.replace(day=23, hour=23, minute=30)}
    )
    cards = (late, *sample.cards("es")[1:3])
    item = RENDERER.front(sample.front_page("es", cards=cards, period="2026-11"))
    page = Page(item)
    assert item.key == "es/2026-11/index.html"
    assert [heading.text for heading in page.all("h2")[:2]] == [
        "Martes, 24 de noviembre de 2026",
        "Lunes, 23 de noviembre de 2026",
    ]
    assert page.one("h1").text == "Hemeroteca: noviembre de 2026"
    assert page.all("time")[0].text == "00:30"


# --- what is no longer there


@pytest.mark.parametrize(
    ("edition", "says"),
    [
        ("en", "This story was withdrawn"),
        ("ar", "سُحب هذا الخبر"),
        ("es", "Esta noticia ha sido retirada"),
    ],
)
def test_a_withdrawn_story_is_gone_in_its_edition(edition: Language, says: str) -> None:
    gone = TombstonePage(sample.STORY, edition, f"/{edition}/a", True, None, sample.NAMED)
    item = RENDERER.tombstone(gone)
    page = Page(item)
    assert (item.status, item.cache_control) == (410, "public, max-age=0, s-maxage=60")
    assert page.one("h1").text == says
    assert f"/{edition}/" in [link["href"] for link in page.all("a")]
    assert not page.alternates
    assert not page.all("link", rel="canonical")


def test_an_edition_that_has_no_words_now_leads_to_the_source() -> None:
    source = sample.an_article("en").card()
    page = TombstonePage(sample.STORY, "es", "/es/a", False, source, sample.NAMED)
    item = RENDERER.tombstone(page)
    assert item.status == 404
    link = next(one for one in Page(item).all("a", hreflang="en") if not one["lang"])
    assert link["href"] == source.address
    assert link.text == f"Leer “{source.headline}” en inglés"


def test_a_withdrawn_story_shows_no_word_of_it_even_if_its_card_is_given() -> None:
    card = sample.an_article("en").card()
    page = TombstonePage(sample.STORY, "es", "/es/a", True, card, sample.NAMED)
    content = RENDERER.tombstone(page).content.decode()
    assert card.headline not in content
    assert card.address not in content


def test_an_unknown_address_is_answered_in_three_languages() -> None:
    item = RENDERER.not_found()
    page = Page(item)
    assert (item.key, item.status) == ("404.html", 404)
    assert [(one["lang"], one["dir"]) for one in page.all("section")] == [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("es", "ltr"),
    ]


def test_a_short_address_leads_to_the_source_edition() -> None:
    item = RENDERER.redirect(sample.STORY, "/ar/ثقافة/a", sample.NAMED)
    assert (item.key, item.status) == (f"s/{sample.STORY}", 301)
    assert item.location == "/ar/ثقافة/a"


# --- for machines


def xml(content: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(content)  # noqa: S314  our own bytes


@EACH
def test_a_feed_is_valid_and_has_the_newest_stories(edition: Language) -> None:
    item = RENDERER.feed(FeedPage(ListName(edition, "home"), sample.cards(edition), sample.NAMED))
    channel = xml(item.content).find("channel")
    assert channel is not None
    assert channel.findtext("language") == edition
    titles = [one.findtext("title") for one in channel.findall("item")]
    assert titles == [card.headline for card in sample.cards(edition)]
    assert channel.findtext("item/pubDate") == "Tue, 24 Nov 2026 05:00:00 +0000"
    assert f"<!-- triptych:facts {sample.FACTS} -->" in item.content.decode()
    assert item.key == f"{edition}/feed.xml"


def test_an_empty_feed_is_valid() -> None:
    assert xml(RENDERER.feed(FeedPage(ListName("en", "home"), (), Named())).content).tag == "rss"


def test_a_sitemap_lists_a_month_and_its_index_the_months() -> None:
    month = RENDERER.sitemap(SitemapPage("ar", sample.cards("ar"), (), Named(), "2026-11"))
    index = RENDERER.sitemap(SitemapPage("ar", (), ("2026-11",), Named()))
    assert (month.key, index.key) == ("ar/sitemap-2026-11.xml", "ar/sitemap.xml")
    places = [one.text or "" for one in xml(month.content).iter() if one.tag.endswith("loc")]
    assert len(places) == len(sample.cards("ar"))
    assert all(
        place.isascii() and place.startswith("https://azimuth.example/ar/") for place in places
    )
    assert "/ar/sitemap-2026-11.xml</loc>" in index.content.decode()


def test_robots_name_the_sitemaps() -> None:
    text = RENDERER.robots().content.decode()
    for edition in LANGUAGES:
        for name in ("sitemap", "sitemap-news"):
            assert f"Sitemap: https://azimuth.example/{edition}/{name}.xml\n" in text


def test_caches_are_told_which_stories_a_page_shows() -> None:
    item = RENDERER.article(sample.article_page())
    assert item.tags == ("aaaaaaaaab", "aaaaaaaaac", "aaaaaaaaad", "aaaaaaaaaf", sample.STORY)
    front = RENDERER.front(sample.front_page("en", "region/africa", cards=many(50)))
    assert len(front.tags) == 50


def test_a_page_of_more_stories_than_tags_allow_carries_its_lists_tag() -> None:
    page = sample.front_page("en", "region/africa", cards=many(51), period="2026-11")
    assert RENDERER.front(page).tags == ("list-en-region-africa",)
    assert RENDERER.feed(FeedPage(ListName("ar", "home"), many(51), Named())).tags == (
        "list-ar-home",
    )


@EACH
def test_most_read_says_rank_headline_label_and_date_of_each(edition: Language) -> None:
    chart = sample.charted(edition)
    voice = Voice(sample.NEWSROOM, edition)
    fronts = RENDERER.front(sample.front_page(edition, most_read=chart))
    for item in (fronts, RENDERER.most_read(sample.most_read_page(edition))):
        block = Page(item).component("most-read")
        assert block
        (ranked, *_) = [one for one in block.inside if one.tag == "ol"]
        entries = [one for one in ranked.inside if one.tag == "li"]
        for entry, card in zip(entries, chart.cards, strict=True):
            said = {one["class"]: one.text for one in entry.inside}
            assert (said["title"], said["label"]) == (card.headline, voice.label(card))
            assert said["when"] == voice.date(card.published)
        pictures = [one for one in entries[0].inside if one.tag == "img"]
        assert [one.text for one in entries[0].inside if one["class"] == "credit"]
        assert pictures


def test_no_page_says_how_many_readers_a_story_has() -> None:
    page = Page(RENDERER.most_read(sample.most_read_page()))
    assert not re.search(r"\d+ (readers|views)", page.one("main").text)


@EACH
def test_a_chart_says_what_is_unusual_about_it_and_else_nothing(edition: Language) -> None:
    voice = Voice(sample.NEWSROOM, edition)

    def says(**state: Any) -> list[str]:
        chart = sample.charted(edition, **state)
        items = (
            RENDERER.front(sample.front_page(edition, most_read=chart)),
            RENDERER.most_read(sample.most_read_page(edition, most_read=chart)),
        )
        first, second = (
            [one.text for one in Page(item).elements if one["class"] == "state"] for item in items
        )
        assert first == second
        return first

    assert says() == []
    assert says(as_of=sample.LATER) == [voice.late(sample.LATER)]
    assert voice.moment(sample.LATER) in voice.late(sample.LATER)
    assert says(latest=True) == [voice.labels.nothing_counted]


def test_arabic_ranks_are_in_the_numerals_of_the_edition() -> None:
    settings = sample.NEWSROOM.editions["ar"].model_copy(update={"numerals": "arab"})
    pages = sample.renderer(editions={**sample.NEWSROOM.editions, "ar": settings})
    items = (
        pages.article(sample.article_page("ar")),
        pages.most_read(sample.most_read_page("ar")),
        pages.rows(RowsPage("ar", sample.charted("ar"), sample.NAMED)),
    )
    for item in items:
        lists = [one for one in Page(item).all("ol") if "ranks" in one["class"]]
        assert lists
        assert all("arab" in one["class"].split() for one in lists)
    assert "arab" not in RENDERER.most_read(sample.most_read_page("ar")).content.decode()


@EACH
def test_an_article_keeps_a_place_for_most_read_and_links_its_page(edition: Language) -> None:
    page = Page(RENDERER.article(sample.article_page(edition)))
    block = page.component("most-read")
    assert block
    assert [one["href"] for one in block.inside if one.tag == "a"] == [f"/{edition}/most-read"]
    (rows,) = [one for one in block.inside if one.tag == "ol"]
    assert rows["data-rows"] == f"/{edition}/most-read-rows"
    assert not rows.inside


def test_the_rows_of_articles_are_few_and_have_no_pictures() -> None:
    page = Page(RENDERER.rows(RowsPage("en", sample.charted(order="30516"), sample.NAMED)))
    assert len(page.all("li")) == 5
    assert not page.all("img")
    assert page.meta("robots") == "noindex"
    assert page.meta("triptych:facts") == sample.FACTS


def test_the_page_of_most_read_leads_to_each_section_s_own_list() -> None:
    leaders = Page(RENDERER.most_read(sample.most_read_page("es"))).component("leaders")
    assert leaders
    assert [one["href"] for one in leaders.inside if "#" in one["href"]] == [
        "/es/environment/#most-read",
        "/es/culture/#most-read",
        "/es/sports/#most-read",
    ]


def test_charts_are_among_what_caches_are_told() -> None:
    front = sample.front_page(cards=sample.cards()[:2], most_read=sample.charted(order="3"))
    assert RENDERER.front(front).tags == ("aaaaaaaaab", "aaaaaaaaad", sample.STORY)
    page = sample.most_read_page(most_read=Charted(many(51)))
    assert RENDERER.most_read(page).tags == ("list-en-home",)
    rows = RENDERER.rows(RowsPage("en", sample.charted(order="31"), sample.NAMED))
    assert rows.tags == ("aaaaaaaaab", "aaaaaaaaad")
    assert "s-maxage=30," in rows.cache_control


def test_the_script_that_fills_articles_is_small() -> None:
    assert len(gzip.compress(next(one.content for one in assets() if one.key[-3:] == ".js"))) < 1500


def test_lists_are_kept_for_less_time_than_articles() -> None:
    article = RENDERER.article(sample.article_page()).cache_control
    assert article == (
        "public, max-age=60, s-maxage=300, stale-while-revalidate=600, stale-if-error=86400"
    )
    assert "s-maxage=30," in RENDERER.front(sample.front_page()).cache_control


def test_the_configuration_says_how_long_each_kind_is_kept() -> None:
    said = {kind: {"s_maxage": n} for n, kind in enumerate(Caching.model_fields, start=101)}
    pages = sample.renderer(caching=Caching.model_validate(said))
    made = {
        "article": pages.article(sample.article_page()),
        "list": pages.front(sample.front_page()),
        "feed": pages.feed(FeedPage(ListName("ar", "home"), (), Named())),
        "gone": pages.tombstone(
            TombstonePage(sample.STORY, "ar", "/ar/a", True, None, sample.NAMED)
        ),
    }
    for kind, item in made.items():
        assert f"s-maxage={said[kind]['s_maxage']}" in item.cache_control, kind


def test_every_object_names_its_renderer() -> None:
    assert RENDERER.article(sample.article_page()).renderer == 2
    assert RENDERER.front(sample.front_page()).renderer == 2
    assert RENDERER.redirect(sample.STORY, "/en/a", sample.NAMED).renderer == 2
    assert RENDERER.not_found(sample.NAMED).renderer == 2


@EACH
def test_other_facts_give_other_bytes(edition: Language) -> None:
    other = Named({sample.STORY: 5, "newsroom": 1}, renderer=2)
    page, front = sample.article_page(edition), sample.front_page(edition)
    changed = RENDERER.article(sample.article_page(edition, named=other))
    assert changed.content != RENDERER.article(page).content
    changed = RENDERER.front(sample.front_page(edition, named=other))
    assert changed.content != RENDERER.front(front).content


# --- what stands beside an article


@EACH
def test_related_stories_interrupt_a_long_text_after_its_third_paragraph(edition: Language) -> None:
    paragraph = (sample.texts(edition).body or ())[0]
    for count, before in ((4, 4), (5, 3), (9, 3)):
        texts = sample.texts(edition).model_copy(update={"body": (paragraph,) * count})
        body = article(edition, texts=texts).one("div", **{"class": "body"})
        tags = [one.tag for one in body.inside if one.tag in {"p", "aside"} and not one["id"]]
        assert tags == ["p"] * before + ["aside"] + ["p"] * (count - before)


def test_related_stories_come_behind_the_posts_of_a_live_page() -> None:
    live = sample.a_live_page()
    page = Page(RENDERER.article(sample.article_page(article=live, posts=Posts(sample.posts()))))
    named = [one["data-component"] for one in page.elements]
    assert named.count("related") == 1
    assert max(at for at, name in enumerate(named) if name == "post") < named.index("related")


@EACH
def test_what_is_read_next_has_its_picture_and_caption_and_leads_to_all_of_the_section(
    edition: Language,
) -> None:
    page, following = article(edition), sample.cards(edition)[5]
    section = page.one("section", **{"data-component": "read-next"})
    assert following.picture
    for words in (following.headline, following.picture.caption):
        assert words in section.text
    links = {one["href"] for one in section.inside if one.tag == "a"}
    here = sample.an_article(edition).section
    assert following.section != here
    assert links == {following.address, f"/{edition}/{here}/"}
    assert sample.NEWSROOM.sections[here][edition] in section.text


def test_related_stories_never_come_between_a_sentence_and_the_list_that_it_announces() -> None:
    paragraph, listing = (
        next(one for one in sample.texts("en").body or () if one.kind == kind)
        for kind in ("paragraph", "list")
    )
    blocks = (*(paragraph,) * 3, listing, paragraph, listing, paragraph, paragraph)
    texts = sample.texts("en").model_copy(update={"body": blocks})
    body = article("en", texts=texts).one("div", **{"class": "body"})
    tags = [one.tag for one in body.inside if one.tag in {"p", "aside"} and not one["id"]]
    assert tags == ["p"] * 5 + ["aside", "p"]
