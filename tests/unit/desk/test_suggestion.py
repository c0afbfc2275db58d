"""What is suggested for outdated words changes only what has changed."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as some

from shared.desk.suggestion import Suggested, suggestion
from shared.news.blocks import Listing, Paragraph, Span
from shared.news.units import Unit
from shared.news.wording import BODY, Block
from tests.builders import body

ONE, TWO, THREE = "The river rose.", "Nobody was hurt.", "The bridge is shut."
MINE = {ONE: "ارتفع النهر.", TWO: "لم يُصب أحد.", THREE: "الجسر مغلق."}
WORDS = some.text(alphabet="abcdefg", min_size=1, max_size=6)
ENGLISH = some.lists(WORDS.map(lambda words: f"The {words} came."), min_size=1, max_size=6)


def unit(*sentences: str) -> Unit:
    (paragraph,) = body(" ".join(sentences))
    return Unit(part="body", said=paragraph)


def outdated(
    saw: list[str], now: list[str], said: list[str] | None = None, new: list[str] | None = None
) -> Block:
    """A person's block that is older than its source."""
    return Block(
        "b1",
        source=(unit(*now),),
        said=(unit(*(said or [MINE[one] for one in saw])),),
        state="locked",
        outdated=True,
        saw=(unit(*saw),),
        proposed=(unit(*(new or [f"آلة {one}" for one in now])),),
    )


def suggested(block: Block) -> list[tuple[str, bool]]:
    return [(one.says, one.own) for one in suggestion(block, "en", "ar")]


def test_only_the_sentence_whose_source_changed_is_the_machines() -> None:
    block = outdated([ONE, TWO, THREE], [ONE, "Two were hurt.", THREE])
    assert suggested(block) == [
        (MINE[ONE], True), ("آلة Two were hurt.", False), (MINE[THREE], True),
    ]  # fmt: skip


def test_a_sentence_that_moved_takes_the_persons_words_along() -> None:
    block = outdated([ONE, TWO], [TWO, THREE, ONE])
    assert suggested(block) == [(MINE[TWO], True), (f"آلة {THREE}", False), (MINE[ONE], True)]


def test_a_sentence_that_is_gone_is_suggested_no_more() -> None:
    assert suggested(outdated([ONE, TWO], [TWO])) == [(MINE[TWO], True)]


def test_where_a_person_made_one_sentence_of_two_all_is_the_machines() -> None:
    block = outdated([ONE, TWO], [ONE, THREE], said=["ارتفع النهر ولم يُصب أحد."])
    assert suggested(block) == [(f"آلة {ONE}", False), (f"آلة {THREE}", False)]


def test_where_the_machine_made_one_sentence_of_two_all_is_the_machines() -> None:
    block = outdated([ONE, TWO], [ONE, THREE], new=["جملة واحدة."])
    assert suggested(block) == [("جملة واحدة.", False)]


def test_a_sentence_of_which_only_a_link_changed_is_suggested_anew() -> None:
    linked = Unit(
        part="body", said=Paragraph(spans=(Span(text=f"{ONE} "), Span(text=TWO, link="/a")))
    )
    block = outdated([ONE, TWO], [ONE, TWO])
    moved = Block(**vars(block) | {"source": (linked,)})
    assert suggested(moved) == [(MINE[ONE], True), (f"آلة {TWO}", False)]


def test_items_of_a_list_are_compared_one_by_one() -> None:
    def items(*texts: str) -> tuple[Unit]:
        said = Listing(items=tuple((Span(text=text),) for text in texts))
        return (Unit(part="body", said=said),)

    block = Block("b1", items(ONE, THREE), items(MINE[ONE], MINE[TWO]), "locked", outdated=True,
                  saw=items(ONE, TWO), proposed=items("آلة", "الجسر"))  # fmt: skip
    assert suggested(block) == [(MINE[ONE], True), ("الجسر", False)]


def test_of_a_body_that_was_built_anew_all_is_the_machines() -> None:
    whole = outdated([ONE], [ONE])
    block = Block(**vars(whole) | {"id": BODY, "source": (unit(ONE), unit(TWO)),
                                   "proposed": (unit("آلة."), unit("آلة أخرى."))})  # fmt: skip
    assert suggested(block) == [("آلة.", False), ("آلة أخرى.", False)]


def test_nothing_is_suggested_where_the_machine_says_nothing() -> None:
    block = Block(**vars(outdated([ONE], [TWO])) | {"proposed": ()})
    assert suggestion(block, "en", "ar") == ()


@given(ENGLISH, ENGLISH, some.data())
def test_no_character_of_a_person_is_lost_while_its_source_stays(
    saw: list[str], now: list[str], data: some.DataObject
) -> None:
    mine = [f"{data.draw(some.text('ابتثج', min_size=1))} {at}." for at in range(len(saw))]
    found = suggestion(outdated(saw, now, said=mine), "en", "ar")
    kept = Counter(one.says for one in found if one.own)
    both = Counter(saw) & Counter(now)
    assert kept.total() == both.total()
    for sentence, times in both.items():
        words = [own for seen, own in zip(saw, mine, strict=True) if seen == sentence]
        assert all(kept[own] for own in words[:times])
    assert len(found) == len(now)
    for sentence, one in zip(now, found, strict=True):
        assert one.own or one == Suggested(says=f"آلة {sentence}", own=False)
