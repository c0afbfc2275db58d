"""Receipts for people: short, in their language, right-to-left safe."""

import re
import unicodedata

import pytest

from shared.desk.dossier import Dossier
from shared.desk.readable import readable
from shared.desk.receipt import receipts
from shared.news.facts import Illustrated
from shared.news.faults import Fault, Note
from shared.news.keys import log_of, story_of
from shared.news.language import Language
from tests.builders import a_newsroom, a_source
from tests.unit.desk.conftest import FAULT, DeskWorld

LINES = Fault(field="file", rule="no-front-matter", example="---\nheadline: A\n---", line=1)


def papers(world: DeskWorld, log: str) -> Dossier:
    return world.desk().dossier(log, a_newsroom())


def told(world: DeskWorld, log: str) -> str:
    return readable(receipts(papers(world, log))[-1])


def rejected(world: DeskWorld, language: Language) -> str:
    story = story_of("inbox/2026/11/river")
    note = Note(field="byline", rule="unknown-author", given={"given": "Ana", "nearest": ""})
    world.reject(story, f"inbox/2026/11/river.{language}.md", faults=(FAULT, LINES), notes=(note,))
    return told(world, story)


def test_a_published_story_leads_to_its_pages(world: DeskWorld) -> None:
    story = world.live()
    text = told(world, story)
    assert text.startswith("# Live in all editions\n")
    page = f"/en/politics/the-river-{story}"
    assert f"- English: live [{page}](https://gazette.example{page})\n" in text


def test_an_address_is_shown_in_letters_and_linked_in_code(world: DeskWorld) -> None:
    text = told(world, world.live(source=a_source("نهر", language="ar")))
    assert "[/ar/politics/نهر-" in text
    assert "](https://gazette.example/ar/politics/%D9%86" in text


def test_a_fault_says_its_line_its_field_what_is_wrong_and_an_example(world: DeskWorld) -> None:
    text = rejected(world, "en")
    assert text.startswith("# Rejected\n")
    assert "1. Line 3, in `section`: There is no section “polítics”." in text
    assert "For example: `section: politics`" in text
    assert "   ```\n   ---\n   headline: A\n   ---\n   ```" in text
    assert "- In `byline`: “Ana”" in text


def test_a_rejected_correction_says_that_the_live_pages_stay(world: DeskWorld) -> None:
    story = world.live()
    world.reject(story)
    assert "What was live before stays live." in told(world, story)


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Rejected"), ("ar", "مرفوض"), ("es", "Rechazado")]
)
def test_each_language_has_its_own_words(world: DeskWorld, language: Language, title: str) -> None:
    assert rejected(world, language).startswith(f"# {title}\n")


def test_every_arabic_line_reads_from_the_right(world: DeskWorld) -> None:
    isolates = re.compile("\u2068[^\u2068\u2069]*\u2069")
    text = rejected(world, "ar") + told(world, world.live(source=a_source("نهر", language="ar")))
    prose = re.sub(r" *```.*?```", "", text, flags=re.DOTALL)
    for line in prose.splitlines():
        strong = [
            unicodedata.bidirectional(letter)
            for letter in isolates.sub("", line)
            if unicodedata.bidirectional(letter) in {"L", "R", "AL"}
        ]
        assert "L" not in strong, line


def test_a_stale_text_of_a_person_says_what_to_do(world: DeskWorld) -> None:
    story = world.live()
    seen = world.view(story).editions["ar"].article
    assert seen
    world.write("river", "ar", seen.texts)
    world.accept("river", a_source("The sea"))
    assert "تغيّرت المادة" in told(world, story)


def test_a_picture_without_a_language_is_told_in_that_of_the_desk(world: DeskWorld) -> None:
    key = "inbox/2026/11/palace.jpg"
    world.append(log_of(key), Illustrated(key=key, version="p", renditions=()))
    assert told(world, log_of(key)).startswith("# Withdrawn\n")
