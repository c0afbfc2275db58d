import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.translation.markup import Damaged, bare, codes
from shared.translation.styles import BRACKETS, STYLES, Style

LINE = "The XPA0X river XPZ0X, XPH1XXPA12X in XPH3X spring XPZ12X."

pieces = st.sampled_from(
    ["XPA0X", "XPZ0X", "XPH1X", "XPA12X", "XPZ12X", "XPH3X", "river", " ", "0"]
)


@pytest.mark.parametrize("style", STYLES)
def test_what_was_written_is_read(style: Style) -> None:
    assert style.read(style.write(LINE)) == LINE


@given(st.lists(pieces, max_size=8))
def test_codes_apart_from_one_another_are_read_in_any_order(line: list[str]) -> None:
    text = " ".join(line)
    try:
        assert BRACKETS.read(BRACKETS.write(text)) == text
    except Damaged:
        pytest.fail("a whole line was called damaged")


def test_brackets_are_read_with_spaces_and_other_digits() -> None:
    read = BRACKETS.read("[ [0] río [ 0 ] ] [٣]")
    assert codes(read) == ["A0", "Z0", "H3"]
    assert bare(read) == " río  "


@pytest.mark.parametrize("answer", ["[[0 río 0]]", "[[0]] río [0]]", "río [1", "[a] río"])
def test_a_bracket_that_is_left_is_damage(answer: str) -> None:
    with pytest.raises(Damaged):
        BRACKETS.read(answer)
