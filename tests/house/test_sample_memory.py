"""The sample newsroom's memory knows every sentence of its stories, from and into each language."""

import re
from collections import Counter
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import get_args

import pytest

from infra.local.run import MEDIA_HOSTS
from shared.intake.config_file import read_config
from shared.intake.story_file import read_story
from shared.news.keys import story_key
from shared.news.language import LANGUAGES, Language
from shared.news.newsroom import Newsroom
from shared.news.story import Kind, Source, Texts
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
    if re.search(r"\n(section|kind):", path.read_text())  # the others are people's texts
    and path.parent.name != "pages"  # which people have translated throughout
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


def source_of(story: Path) -> Source:
    key = story_key(f"inbox/{story.parent.name}/{story.name}")
    assert key is not None
    reading = read_story(key, story.read_bytes(), newsroom(), media_hosts=(MEDIA_HOSTS,))
    assert reading.source is not None, reading.faults
    return reading.source


def written(story: Path) -> tuple[Language, Texts]:
    source = source_of(story)
    return source.language, source.texts


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


def test_every_kind_of_story_is_there_and_every_language() -> None:
    shown = [source_of(path) for path in STORIES if path.is_relative_to(NEWSROOM / "inbox")]
    assert len(shown) >= 24
    languages = Counter(source.language for source in shown)
    assert all(languages[language] >= 8 for language in LANGUAGES)
    assert {source.kind for source in shown} >= {*get_args(Kind)} - {"page"}
