"""The editors' guide says the same in its three languages, and its example is a story."""

import re
from pathlib import Path

import pytest

from shared.desk.words import WORDS
from shared.intake.picks_file import read_picks
from shared.intake.story_file import read_story
from shared.news.keys import story_key
from shared.news.language import LANGUAGES, Language
from shared.news.picks import Picks
from tests.builders import MORNING, a_newsroom

GUIDE = (Path(__file__).parents[2] / "docs/EDITORS.md").read_text()
PARTS = dict(zip(LANGUAGES, re.split(r"^## .*\n", GUIDE, flags=re.MULTILINE)[1:], strict=True))


def blocks(language: Language, kind: str) -> list[str]:
    return re.findall(rf"^ *```{kind}\n(.*?)```", PARTS[language], re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_each_language_is_accepted(language: Language) -> None:
    (example,) = blocks(language, "markdown")
    lines = "".join(line.removeprefix("   ") for line in example.splitlines(keepends=True))
    key = story_key(f"inbox/2026/11/river.{language}.md")
    assert key
    reading = read_story(key, lines.encode(), a_newsroom())
    assert (reading.faults, reading.source is None) == ((), False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picks_of_each_language_are_accepted_and_the_same(language: Language) -> None:
    def picks(language: Language) -> Picks | None:
        (example,) = blocks(language, "yaml")
        reading = read_picks(example.encode(), 0, a_newsroom(), MORNING, lambda _: True)
        assert (reading.faults, reading.notes) == ((), ())
        return reading.picks

    assert picks(language) == picks("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_explains_what_the_overview_says(language: Language) -> None:
    words = WORDS[language]
    assert {f"| {words.forged} |", f"| {words.gaps} |"} <= set(
        re.findall(r"^\| .*? \|", PARTS[language], re.MULTILINE)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_gives_the_same_commands(language: Language) -> None:
    in_english = [block.replace(".en.md", f".{language}.md") for block in blocks("en", "sh")]
    assert blocks(language, "sh") == in_english != []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_knows_the_same_fields(language: Language) -> None:
    def fields(text: str) -> set[str]:
        return set(
            re.findall(r"\b(embargo|change|correction|status|override|sensitive): ?\w*", text)
        )

    assert fields(PARTS[language]) == fields(PARTS["en"])
