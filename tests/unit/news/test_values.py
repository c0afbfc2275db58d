"""The values of the vocabulary: blocks, records, events, articles and the configuration."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from shared.news.article import Article, address_of, media_address
from shared.news.blocks import (
    Block,
    Break,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Span,
    inlines,
    plain,
    with_inlines,
    word_count,
)
from shared.news.events import ArticleReady, UploadTouched, event_in, events_in
from shared.news.newsroom import Newsroom
from shared.news.record import Instant, Record
from shared.news.story import Source, Texts
from tests.builders import a_newsroom, a_source, body

SPANS = st.lists(
    st.builds(Span, text=st.text(), strong=st.booleans(), emphasis=st.booleans()), max_size=3
).map(tuple)
BLOCKS = st.one_of(
    st.builds(Paragraph, spans=SPANS),
    st.builds(Heading, level=st.sampled_from([2, 3, 4]), spans=SPANS),
    st.builds(Quote, paragraphs=st.lists(SPANS, max_size=3).map(tuple)),
    st.builds(Listing, items=st.lists(SPANS, max_size=3).map(tuple), ordered=st.booleans()),
    st.builds(Break),
)


@given(BLOCKS)
def test_a_block_with_its_own_words_is_the_same_block(block: Block) -> None:
    assert with_inlines(block, inlines(block)) == block


@given(st.lists(BLOCKS, max_size=4).map(tuple))
def test_texts_come_back_from_their_canonical_bytes(blocks: tuple[Block, ...]) -> None:
    texts = Texts(headline="A river", body=blocks)
    assert Texts.model_validate_json(texts.canonical()) == texts
    assert texts.canonical() == Texts.model_validate_json(texts.canonical()).canonical()


def test_words_are_counted_over_all_blocks() -> None:
    quote = Quote(paragraphs=((Span(text="three "), Span(text="more words")),))
    assert word_count((*body("one two"), quote, Break())) == 5
    assert plain(quote.paragraphs[0]) == "three more words"


def test_the_same_words_have_one_hash_and_other_words_another() -> None:
    assert a_source("A").texts.digest() == a_source("A", section="culture").texts.digest()
    assert a_source("A").texts.digest() != a_source("B").texts.digest()


def test_texts_fill_each_others_gaps() -> None:
    mine, theirs = Texts(headline="mine"), Texts(headline="theirs", deck="theirs")
    assert mine.over(theirs) == Texts(headline="mine", deck="theirs")
    assert mine.over(theirs).only(frozenset({"deck"})) == Texts(deck="theirs")


class _Dated(Record):
    at: Instant


def test_an_instant_is_kept_in_utc_and_needs_a_zone() -> None:
    beirut = timezone(timedelta(hours=2))
    assert _Dated(at=datetime(2026, 11, 24, 10, tzinfo=beirut)).at == datetime(
        2026, 11, 24, 8, tzinfo=UTC
    )
    with pytest.raises(ValidationError, match="time zone"):
        _Dated(at=datetime(2026, 11, 24, 10))  # noqa: DTZ001


def test_a_record_has_no_unknown_fields() -> None:
    with pytest.raises(ValidationError):
        Source.model_validate({**a_source().model_dump(), "colour": "red"})


def test_s3s_events_say_that_an_upload_was_touched() -> None:
    message = {
        "source": "aws.s3",
        "detail-type": "Object Created",
        "detail": {"object": {"key": "inbox/a b+ع%20.md"}},
    }
    assert event_in(json.dumps(message)) == UploadTouched(key="inbox/a b+ع%20.md")


def test_what_s3_tells_a_queue_by_itself_names_each_object_under_its_very_name() -> None:
    keys = ("inbox/a+b+%D8%B9%2520.md", "inbox/a%2Bb.md")
    message = {"Records": [{"s3": {"object": {"key": key}}} for key in keys]}
    touched = (UploadTouched(key="inbox/a b ع%20.md"), UploadTouched(key="inbox/a+b.md"))
    assert events_in(json.dumps(message)) == touched


def test_that_s3_tries_a_queue_is_no_event() -> None:
    assert events_in(json.dumps({"Service": "Amazon S3", "Event": "s3:TestEvent"})) == ()


def test_a_message_of_the_bus_is_its_one_event() -> None:
    event = ArticleReady(story="river", edition="ar")
    message = json.dumps({"source": "triptych", "detail": event.model_dump()})
    assert events_in(message) == (event_in(message),) == (event,)


def test_a_message_that_is_of_neither_is_a_bug_and_not_passed_over() -> None:
    with pytest.raises(ValidationError):
        events_in(json.dumps({"Event": "s3:Something"}))


def test_our_own_events_are_read_back_as_they_were_sent() -> None:
    event = ArticleReady(story="river", edition="ar", urgent=True)
    message = {"source": "triptych", "detail": event.model_dump()}
    assert event_in(json.dumps(message)) == event


def test_an_event_that_nobody_knows_is_a_bug_and_not_guessed() -> None:
    with pytest.raises(KeyError, match="StoryEaten"):
        event_in(json.dumps({"source": "triptych", "detail": {"name": "StoryEaten"}}))


def test_an_address_has_its_edition_section_slug_and_id() -> None:
    assert address_of("ar", a_source(), "نهر", "abc") == "/ar/politics/نهر-abc"
    assert address_of("en", a_source(), "", "abc") == "/en/politics/abc"
    assert media_address("abc", 4, "640") == "/media/abc/4-640.jpg"


def test_an_article_is_in_home_its_section_and_its_regions() -> None:
    article = Article(
        story="abc", edition="en", source_language="en", address="/en/politics/abc",
        published=datetime(2026, 11, 24, tzinfo=UTC), kind="news", section="politics",
        regions=("africa",), texts=Texts(headline="A"),
        origins={"headline": "memory+google", "body": "person"},
    )  # fmt: skip
    assert article.lists() == ("home", "section/politics", "kind/news", "region/africa")
    assert article.engines() == {"memory", "google"}


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("sections", {}, "at least one section"),
        ("sections", {"politics": {"en": "Politics", "ar": "سياسة"}}, "missing in es"),
        ("editions", {"en": {}}, "editions must be"),
        ("editions", {"en": {"timezone": "Mars/Base"}, "ar": {}, "es": {}}, "time zone"),
        ("sections", {"Not an id": {"en": "a", "ar": "b", "es": "c"}}, "pattern"),
    ],
)
def test_a_configuration_with_a_gap_is_refused(field: str, value: object, says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        Newsroom.model_validate({**a_newsroom().model_dump(), field: value})


def test_a_changed_configuration_names_its_changed_parts() -> None:
    older = a_newsroom()
    newer = a_newsroom(authors={"layla-haddad": {"en": "L.", "ar": "ل.", "es": "L."}})
    assert newer.changed_from(older) == ("authors.layla-haddad",)
    assert older.changed_from(older) == ()
    assert older.changed_from(None) == ("everything",)
    assert a_newsroom(default_edition="es").changed_from(older) == ("default_edition",)
