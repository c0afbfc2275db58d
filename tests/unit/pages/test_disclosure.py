"""What readers are told of a translation, and what its blocks tell programs."""

import pytest

from shared.news.article import BlockOrigin
from shared.news.language import Language
from shared.news.wording import BODY, BlockState
from tests.unit.pages import sample
from tests.unit.pages.reading import Page

RENDERER = sample.renderer()


def article(edition: Language, **changes: object) -> Page:
    made = sample.an_article(edition, **changes)
    return Page(RENDERER.article(sample.article_page(edition, article=made)))


def told(
    edition: Language, *blocks: tuple[BlockState, str], source: Language = "es", **changes: object
) -> Page:
    """An article whose first blocks were made like this, and all others like the last of these."""
    words = sample.texts(edition)
    every = list(sample.made(words, *blocks[-1]))
    for at, (state, by) in enumerate(blocks):
        every[at] = every[at].model_copy(update={"state": state, "by": by})
    return article(edition, blocks=tuple(every), source_language=source, **changes)


@pytest.mark.parametrize(
    ("edition", "blocks", "says"),
    [
        (
            "en",
            [("machine", "google")],
            (
                "Translated automatically from Spanish with Google Translate. Our editors have "
                "not reviewed the translation. Read the original in Spanish"
            ),
        ),
        (
            "en",
            [("machine", "memory+google"), ("machine", "amazon-translate"), ("locked", "person")],
            (
                "Parts of this text were translated automatically from Spanish with Google "
                "Translate, Amazon Translate and our editors’ earlier translations. Our "
                "editors have not reviewed the translation. Read the original in Spanish"
            ),
        ),
        (
            "en",
            [("reviewed", "person+google"), ("machine", "google")],
            (
                "Translated automatically from Spanish with Google Translate. Our editors have "
                "reviewed parts of the translation. Read the original in Spanish"
            ),
        ),
        (
            "ar",
            [("reviewed", "person+google"), ("reviewed", "person+memory")],
            (
                "تُرجم آليًّا عن الإسبانية باستخدام Google Translate وترجمات سابقة لمحرّرينا. "
                "راجع محرّرونا الترجمة. اقرأ النص الأصلي بالإسبانية"
            ),
        ),
        (
            "ar",
            [("machine", "libretranslate"), ("machine", "own-engine"), ("locked", "person")],
            (
                "تُرجمت أجزاء من هذا النص آليًّا عن الإسبانية باستخدام LibreTranslate "
                "وown-engine. لم يراجع محرّرونا الترجمة. اقرأ النص الأصلي بالإسبانية"
            ),
        ),
        (
            "es",
            [("machine", "google"), ("locked", "person")],
            (
                "Partes de este texto se han traducido automáticamente del inglés con Google "
                "Translate. La redacción no ha revisado la traducción. Leer el original en "
                "inglés"
            ),
        ),
        (
            "en",
            [("machine", "memory")],
            (
                "Translated from Spanish by reusing our editors’ earlier translations. Read the "
                "original in Spanish"
            ),
        ),
        ("en", [("locked", "person")], ""),
        ("en", [("source", "source")], ""),
        ("en", [("machine", "source")], ""),
    ],
)
def test_a_translation_is_disclosed(
    edition: Language, blocks: list[tuple[BlockState, str]], says: str
) -> None:
    page = told(edition, *blocks, source="en" if edition == "es" else "es")
    assert page.text_of("disclosure") == says
    assert [one["role"] for one in page.elements if one["class"] == "disclosure"] == (
        ["note"] if says else []
    )


def test_a_test_translation_has_its_banner_instead_of_a_disclosure() -> None:
    assert not told("en", ("machine", "pseudo"), origins={"body": "pseudo"}).component("disclosure")


def test_an_original_that_does_not_stand_is_named_and_not_linked() -> None:
    made = sample.an_article("ar", waiting="correction")
    page = Page(RENDERER.article(sample.article_page("ar", article=made, siblings={})))
    for name, says in (("disclosure", "عن الإنجليزية"), ("correction", "بالإنجليزية")):
        found = page.component(name)
        assert found
        assert says in found.text
        assert not [one for one in found.inside if one.tag == "a"]


@pytest.mark.parametrize(
    ("edition", "says"),
    [
        ("en", "older than the latest changes to the original in Spanish. Read the original in"),
        ("ar", "أجزاء أقدم من آخر تعديلات النص الأصلي بالإسبانية. اقرأ النص الأصلي"),
        ("es", "anteriores a los últimos cambios del original en inglés. Leer el original en"),
    ],
)
def test_words_that_are_older_than_the_original_say_so_and_link_it(
    edition: Language, says: str
) -> None:
    source: Language = "en" if edition == "es" else "es"
    for made in ("locked", "person"), ("machine", "google"):
        page = told(edition, made, source=source, waiting="update")
        assert says in page.text_of("disclosure")


@pytest.mark.parametrize(
    ("edition", "says"),
    [
        (
            "en",
            (
                "The original in Spanish has been corrected; this version does not have the "
                "correction yet. Read the corrected original in Spanish"
            ),
        ),
        (
            "ar",
            (
                "صُحّح النص الأصلي بالإسبانية، ولم يدخل التصحيح على هذه النسخة بعد. "
                "اقرأ النص الأصلي المصحَّح بالإسبانية"
            ),
        ),
        (
            "es",
            (
                "El original en inglés se ha corregido; esta versión aún no recoge la corrección. "
                "Leer el original corregido en inglés"
            ),
        ),
    ],
)
def test_a_correction_that_waits_is_told_above_the_text(edition: Language, says: str) -> None:
    source: Language = "en" if edition == "es" else "es"
    page = told(edition, ("locked", "person"), source=source, waiting="correction")
    found = page.component("correction")
    assert found
    assert (found["role"], page.text_of("correction")) == ("note", says)
    (link,) = [one for one in found.inside if one.tag == "a"]
    assert (link["href"], link["hreflang"]) == (sample.an_article(source).address, source)
    assert page.elements.index(found) < page.elements.index(page.one("div", **{"class": "body"}))


@pytest.mark.parametrize(
    ("edition", "says"),
    [
        ("en", "this version may not have all of the correction yet"),
        ("ar", "وقد لا يكون التصحيح كاملاً في هذه النسخة بعد"),
        ("es", "es posible que esta versión aún no recoja toda la corrección"),
    ],
)
def test_beside_newer_words_older_ones_may_lack_a_part_of_a_correction(
    edition: Language, says: str
) -> None:
    blocks = (BlockOrigin(id=BODY, state="locked", by="person", outdated=True),)
    assert says in article(edition, blocks=blocks, waiting="correction").text_of("correction")


def test_each_block_of_a_body_says_where_its_words_come_from() -> None:
    page = told("ar", ("machine", "google"), ("machine", "google"), ("locked", "person"),
                ("reviewed", "person+google"), ("machine", "google"))  # fmt: skip
    inside = page.one("div", **{"class": "body"}).inside
    assert [one["data-origin"] for one in inside if one.tag in {"p", "h2", "ul", "hr"}][:6] == [
        "person", "reviewed", "machine", "machine", "machine", "",
    ]  # fmt: skip
    assert "data-origin" not in RENDERER.article(sample.article_page("en")).content.decode()


def test_a_body_that_a_person_built_anew_is_a_persons_throughout() -> None:
    blocks = (BlockOrigin(id=BODY, state="locked", by="person"),)
    inside = article("ar", blocks=blocks).one("div", **{"class": "body"}).inside
    own = inside[: [one.tag for one in inside].index("aside")]
    assert {one["data-origin"] for one in own if one.tag in {"h2", "ul", "blockquote"}} == {
        "person"
    }
