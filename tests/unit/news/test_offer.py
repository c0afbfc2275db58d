"""What a translator is offered: the marks of source and edition under the same ids."""

from shared.news.blocks import Block, Break, Inline, Listing, Paragraph, Span
from shared.news.offer import Offer, offers
from shared.news.story import Texts
from tests.builders import World, a_source

LINK, STRONG = Span(text="", link="/en/x"), Span(text="", strong=True)


def saying(style: Span, text: str) -> Span:
    return style.model_copy(update={"text": text})


def offered(source: Block, *said: Block) -> Offer:
    """The block b1 of a story whose Arabic body a person wrote."""
    world = World()
    story = world.accept("river", a_source(texts={"body": (source, Break())}))
    if said:
        world.write("river", "ar", Texts(body=(*said, Break())))
    draft = world.view(story).draft("ar")
    assert draft
    found = {offer.block.id: offer for offer in offers(draft)}
    assert list(found) == ["headline", "b1"]
    return found["b1"]


def ids(lines: tuple[tuple[tuple[str, str], ...], ...]) -> list[str]:
    return [code for line in lines for _, code in line]


def paragraph(*spans: Span) -> Block:
    return Paragraph(spans=spans)


def test_the_marks_of_a_source_are_numbered_in_reading_order() -> None:
    runs: tuple[Inline, ...] = (
        (Span(text="a "), saying(LINK, "b")),
        (saying(STRONG, "c"), Span(text="d")),
    )
    offer = offered(Listing(items=runs))
    assert ids(offer.source) == ["", "1", "2", ""]
    assert offer.codes == {"1": LINK, "2": STRONG}
    assert (offer.target, offer.said, offer.state) == ((), None, "initial")
    assert offer.needed == {"1", "2"}


def test_neighbours_of_the_same_style_are_one_mark() -> None:
    offer = offered(paragraph(saying(STRONG, "a"), saying(STRONG, "b"), Span(text="c")))
    assert offer.source == ((("ab", "1"), ("c", "")),)


def test_a_mark_of_the_edition_has_the_id_of_one_that_is_the_same() -> None:
    source = paragraph(saying(LINK, "a"), Span(text=" "), saying(STRONG, "b"), Span(text=" "),
                       saying(LINK, "c"))  # fmt: skip
    said = paragraph(saying(STRONG, "ب"), Span(text=" "), saying(LINK, "أ"), Span(text=" "),
                     saying(LINK, "ج"))  # fmt: skip
    offer = offered(source, said)
    assert ids(offer.target) == ["2", "", "1", "", "3"]
    assert (offer.own, offer.state) == ({}, "final")


def test_marks_that_only_a_person_has_are_their_own_and_those_they_left_out_are_not_needed() -> (
    None
):
    source = paragraph(saying(LINK, "a"), Span(text=" "), saying(STRONG, "b"))
    said = paragraph(saying(STRONG, "ب"), Span(text=" "), saying(STRONG, "ج"))
    offer = offered(source, said)
    assert ids(offer.target) == ["2", "", "p1"]
    assert offer.own == {"p1": STRONG}
    assert offer.needed == {"2"}
