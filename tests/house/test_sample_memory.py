"""The sample newsroom's memory knows every sentence of its stories, from and into each language."""

from functools import cache
from itertools import permutations
from pathlib import Path

import pytest

from shared.intake.config_file import read_config
from shared.intake.story_file import read_story
from shared.news.keys import story_key
from shared.news.language import LANGUAGES, Language
from shared.news.newsroom import Newsroom
from shared.news.story import Texts
from shared.news.units import texts_of, units_of
from shared.translation.chain import Chain
from shared.translation.gates import refuse
from shared.translation.memory import ReviewedMemory
from shared.translation.ports import Pair
from shared.translation.texts import in_other_words, sentences_of
from shared.translation.tmx import parse_tmx
from tests.fakes.engines import PaidMemory

NEWSROOM = Path(__file__).parents[2] / "infra/newsroom"
STORIES = [
    path
    for path in sorted(NEWSROOM.rglob("inbox/**/*.md"))
    if "\nsection:" in path.read_text()  # the others are people's texts for one edition
]


@pytest.fixture(scope="module")
def memory() -> ReviewedMemory:
    parsed = parse_tmx((NEWSROOM / "config/memory.tmx").read_bytes())
    assert isinstance(parsed, ReviewedMemory), parsed
    return parsed


@cache
def newsroom() -> Newsroom:
    reading = read_config((NEWSROOM / "config/newsroom.yaml").read_bytes())
    assert reading.newsroom is not None, reading.faults
    return reading.newsroom


def written(story: Path) -> tuple[Language, Texts]:
    key = story_key(f"inbox/{story.name}")
    assert key is not None
    reading = read_story(key, story.read_bytes(), newsroom())
    assert reading.source is not None, reading.faults
    return reading.source.language, reading.source.texts


def recited(memory: ReviewedMemory, texts: Texts, pair: Pair) -> Texts:
    """The texts as the memory alone says them, and every gate passed."""
    work = Chain(memory, PaidMemory()).translate(sentences_of(units_of(texts), pair.source), pair)
    assert [sentence.line for sentence in work.pending] == []
    for sentence, made in work.made.items():
        if made.by == "memory":
            assert refuse(sentence.line, made.line, pair) is None
    units = units_of(texts)
    return texts_of(in_other_words(unit, pair.source, work.made).said for unit in units)


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_every_sentence_of_a_story_is_known_in_all_directions(
    story: Path, memory: ReviewedMemory
) -> None:
    language, texts = written(story)
    said = {language: texts}
    for other in LANGUAGES:
        if other != language:
            said[other] = recited(memory, texts, Pair(language, other))
    for source, target in permutations(LANGUAGES, 2):
        assert recited(memory, said[source], Pair(source, target)).parts() == texts.parts()


def test_there_are_nine_stories_three_in_each_language() -> None:
    shown = [path for path in STORIES if path.is_relative_to(NEWSROOM / "inbox")]
    languages = [written(path)[0] for path in shown]
    assert sorted(languages) == sorted([*LANGUAGES] * 3)
