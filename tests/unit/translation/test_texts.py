from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from shared.news.blocks import Break, Heading, Paragraph, Quote, Span
from shared.news.story import Texts
from shared.news.units import texts_of, units_of
from shared.translation.chain import Made, Sentence
from shared.translation.texts import in_other_words, sentences_of
from tests.unit.translation.stories import TEXTS, words


def echo(texts: Texts) -> dict[Sentence, Made]:
    return {
        sentence: Made(sentence.line, "google") for sentence in sentences_of(units_of(texts), "en")
    }


def retold(texts: Texts, made: Mapping[Sentence, Made]) -> Texts:
    return texts_of(in_other_words(unit, "en", made).said for unit in units_of(texts))


def test_taken_apart_and_put_together_it_is_what_it_was() -> None:
    assert retold(TEXTS, echo(TEXTS)) == TEXTS


def test_sentences_come_in_reading_order() -> None:
    texts = Texts(headline="One. Two.", body=(Paragraph(spans=words("Three. Four.")),), tags=("t",))
    assert sentences_of(units_of(texts), "en") == [
        Sentence("One."),
        Sentence("Two."),
        Sentence("Three."),
        Sentence("Four."),
        Sentence("t"),
    ]


def test_each_unit_names_its_own_engines() -> None:
    texts = Texts(headline="One.", caption="Two. Three.", tags=("2025",))
    made = {
        Sentence("One."): Made("Uno.", "google"),
        Sentence("Two."): Made("Dos.", "memory"),
        Sentence("Three."): Made("Tres.", "google"),
        Sentence("2025"): Made("2025", "source"),
    }
    assert retold(texts, made) == Texts(headline="Uno.", caption="Dos. Tres.", tags=("2025",))
    said = [in_other_words(unit, "en", made) for unit in units_of(texts)]
    assert [one.by for one in said] == [("google",), ("memory", "google"), ("source",)]


def test_a_unit_has_the_doubts_of_its_sentences_once() -> None:
    texts = Texts(headline="One. Two.")
    made = {
        Sentence("One."): Made("Uno.", "google", ("negation",)),
        Sentence("Two."): Made("Dos.", "google", ("negation", "question")),
    }
    (unit,) = units_of(texts)
    assert in_other_words(unit, "en", made).doubts == ("negation", "question")


def test_blocks_without_words_stay() -> None:
    body = (Break(), Heading(level=3, spans=()), Quote(paragraphs=((), words("Yes."))))
    assert retold(Texts(body=body), echo(Texts(body=body))).body == body


pieces = st.builds(
    Span,
    text=st.text("aB. !?«»\u00a0", min_size=1),
    strong=st.booleans(),
    link=st.sampled_from([None, "/a"]),
)


@given(st.lists(pieces, max_size=6).map(tuple))
def test_no_word_and_no_link_is_lost_on_the_way(run: tuple[Span, ...]) -> None:
    texts = Texts(body=(Paragraph(spans=run),))
    said = retold(texts, echo(texts)).body
    assert said is not None
    told = [span for block in said if isinstance(block, Paragraph) for span in block.spans]

    def letters(spans: list[Span], link: str | None) -> list[str]:
        return [one for span in spans if span.link == link for one in span.text if one.isalpha()]

    assert letters(told, "/a") == letters(list(run), "/a")
    assert letters(told, None) == letters(list(run), None)
