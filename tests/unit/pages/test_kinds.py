"""What stories of each kind have on their pages and cards."""

import pytest

from shared.editions.registry import EDITIONS
from shared.news.article import Picture
from shared.news.blocks import Row
from shared.news.language import LANGUAGES, Language
from shared.news.story import Kind, Texts
from tests.unit.pages import sample
from tests.unit.pages.reading import Page

EACH = pytest.mark.parametrize("edition", LANGUAGES)
TABLE = (
    Row(cells=("Use", "Litres", "Change")),
    Row(cells=("Fields", "12345.5", "-6")),
    Row(cells=("2026", "980", "")),
)


def article(edition: Language, kind: Kind, **changes: object) -> Page:
    made = sample.an_article(edition, kind=kind, **changes)
    return Page(sample.renderer().article(sample.article_page(edition, article=made)))


def texts(edition: Language, **changes: object) -> Texts:
    return sample.texts(edition).model_copy(update=changes)


def a_gallery(edition: Language) -> tuple[Picture, ...]:
    picture = sample.a_picture(edition, sample.STORY)
    return tuple(picture.model_copy(update={"caption": f"{at}."}) for at in ("one", "two", "three"))


@EACH
def test_a_gallery_shows_every_picture_with_its_words_and_no_other(edition: Language) -> None:
    found = article(edition, "gallery", gallery=a_gallery(edition))
    gallery = found.component("gallery")
    assert gallery
    figures = [one for one in gallery.inside if one.tag == "figure"]
    assert [figure.text.split()[0] for figure in figures] == ["one.", "two.", "three."]
    assert all("Azimuth Studio" in figure.text for figure in figures)
    first, *others = (one for one in gallery.inside if one.tag == "img")
    assert first["fetchpriority"] == "high"
    assert all(one["loading"] == "lazy" for one in others)
    assert found.component("figure") is None


@pytest.mark.parametrize(
    ("edition", "count"), [("en", "3 pictures"), ("ar", "3 صور"), ("es", "3 imágenes")]
)
def test_a_gallery_says_how_many_pictures_it_has(edition: Language, count: str) -> None:
    assert article(edition, "gallery", gallery=a_gallery(edition)).text_of("read-time") == count


@pytest.mark.parametrize(
    ("edition", "number"), [("en", "12,345.5"), ("ar", "12,345.5"), ("es", "12.345,5")]
)
def test_an_infographic_has_its_data_as_a_table_in_the_editions_numbers(
    edition: Language, number: str
) -> None:
    found = article(edition, "infographic", texts=texts(edition, table=TABLE))
    assert found.component("figure")
    assert [one.text for one in found.all("th", scope="col")] == ["Use", "Litres", "Change"]
    assert [one.text for one in found.all("th", scope="row")] == ["Fields", "2026"]
    assert [one.text for one in found.all("td")] == [number, "\u22126", "980", ""]


@EACH
def test_an_opinion_says_that_it_is_its_author_s(edition: Language) -> None:
    note = EDITIONS[edition].labels.opinion
    opinion, news = article(edition, "opinion"), article(edition, "news")
    assert [one.text for one in opinion.all("p", role="note")][-1] == note
    assert note not in "".join(one.text for one in news.all("p"))


def test_a_card_names_the_author_of_an_opinion_and_of_nothing_else() -> None:
    for kind, named in (("opinion", True), ("news", False)):
        card = sample.an_article("en", kind=kind).card()
        page = Page(sample.renderer().front(sample.front_page("en", cards=(card,))))
        assert ("Amara Okoye" in page.text_of("card")) is named
