"""Keys and slugs: what a file's name says, and the names made from it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.news.keys import (
    CONFIG_KEY,
    NEWSROOM_LOG,
    beside,
    export_key,
    is_picture,
    log_of,
    receipt_stem,
    story_key,
    story_of,
)
from shared.news.slugs import MAX_BYTES, MAX_CHARACTERS, slugify


@pytest.mark.parametrize(
    ("key", "stem", "language"),
    [
        ("inbox/2026/11/river-treaty.en.md", "inbox/2026/11/river-treaty", "en"),
        ("inbox/نهر.ar.md", "inbox/نهر", "ar"),
        ("inbox/river.ES.md", "inbox/river", "es"),
        ("inbox/river.md", "inbox/river", None),
        ("inbox/river.fr.md", "inbox/river.fr", None),
        ("inbox/v1.2.en.md", "inbox/v1.2", "en"),
        ("inbox/river.ar.xlf", "inbox/river", "ar"),
        ("inbox/river.ar.xliff", "inbox/river", "ar"),
    ],
)
def test_a_story_files_name_says_its_story_and_its_language(
    key: str, stem: str, language: str | None
) -> None:
    name = story_key(key)
    assert name
    assert (name.stem, name.language) == (stem, language)
    assert name.story == story_of(stem) == log_of(key)


def test_the_editions_of_a_story_share_its_log() -> None:
    assert log_of("inbox/a/river.en.md") == log_of("inbox/a/river.ar.md")
    assert log_of("inbox/a/river.en.md") != log_of("inbox/b/river.en.md")


def test_a_picture_has_a_log_of_its_own() -> None:
    assert is_picture("inbox/a/river.JPG")
    assert not is_picture("inbox/a/river.svg")
    assert log_of("inbox/a/river.jpg") != log_of("inbox/a/river.en.md")
    assert log_of("inbox/a/river.jpg") != log_of("inbox/a/river.jpg.en.md")


def test_a_file_without_an_ending_has_a_log_of_its_own() -> None:
    assert log_of("inbox/a/river") != log_of("inbox/a/river.en.md")


def test_the_configuration_belongs_to_the_newsrooms_log() -> None:
    assert log_of(CONFIG_KEY) == NEWSROOM_LOG


def test_a_file_named_in_a_story_lies_in_the_storys_folder() -> None:
    assert beside("inbox/2026/11/river.en.md", "palace.jpg") == "inbox/2026/11/palace.jpg"


def test_receipts_lie_beside_their_uploads_and_never_collide() -> None:
    assert receipt_stem("inbox/2026/11/river.en.md") == "receipts/2026/11/river.en.md"
    assert receipt_stem(CONFIG_KEY) == "receipts/config/newsroom.yaml"
    assert receipt_stem(f"inbox/{CONFIG_KEY}") != receipt_stem(CONFIG_KEY)
    assert receipt_stem("inbox/index") != "receipts/index"
    assert export_key("inbox/2026/11/river", "ar") == "translations/2026/11/river.ar.md"


def test_the_longest_keys_have_receipts_that_s3_takes() -> None:
    key = f"inbox/{'ن' * 500}.ar.md"
    receipt = f"{receipt_stem(key)}/{'v' * 32}.json"
    assert len(receipt.encode()) <= 1024
    assert receipt_stem(key) != receipt_stem(f"inbox/{'ن' * 501}.ar.md")
    assert len(export_key(key, "en").encode()) <= 1024


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Seven countries’ treaty — signed!", "seven-countries-treaty-signed"),
        ("¿Qué pasó en Córdoba?", "que-paso-en-cordoba"),
        ("سبعُ دولٍ توقّع معاهدة", "سبع-دول-توقع-معاهدة"),
        ("ﷺ 100%", "صلى-الله-عليه-وسلم-100"),
        ("🎉🎉", ""),
        ("", ""),
    ],
)
def test_a_slug_is_the_headlines_words_in_its_own_script(headline: str, slug: str) -> None:
    assert slugify(headline) == slug


@given(st.text(max_size=400))
def test_a_slug_is_short_and_holds_only_letters_digits_and_hyphens(text: str) -> None:
    slug = slugify(text)
    assert len(slug) <= MAX_CHARACTERS
    assert len(slug.encode()) <= MAX_BYTES
    assert not slug.startswith("-")
    assert not slug.endswith("-")
    assert all(letter == "-" or unicodedata.category(letter)[0] in "LNM" for letter in slug)


@given(st.text(max_size=100))
def test_a_slug_of_a_slug_is_the_same(text: str) -> None:
    assert slugify(slugify(text).replace("-", " ")) == slugify(text)
