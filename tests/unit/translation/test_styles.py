import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.translation.markup import Damaged, bare, codes
from shared.translation.styles import BRACKETS, HTML, STYLES, TAGS, Style

LINE = "The XPA0X river XPZ0X, XPH1XXPA12X in XPH3X spring XPZ12X."

pieces = st.sampled_from(
    ["XPA0X", "XPZ0X", "XPH1X", "XPA12X", "XPZ12X", "XPH3X", "river", " ", "0"]
)


@pytest.mark.parametrize("style", STYLES.values())
def test_what_was_written_is_read(style: Style) -> None:
    assert style.carries(LINE)


@given(st.lists(pieces, max_size=8))
def test_codes_apart_from_one_another_are_read_in_any_order(line: list[str]) -> None:
    assert BRACKETS.carries(" ".join(line))


@pytest.mark.parametrize("style", [TAGS, HTML])
@given(st.text("<>&;gx'\"[] 01"))
def test_a_text_with_tags_of_its_own_comes_through_tags(style: Style, text: str) -> None:
    assert style.carries(f"{text}XPH1X")


@pytest.mark.parametrize("text", ["see [1] and XPH1X", "a[0", "b]] XPH0X"])
def test_a_text_with_brackets_of_its_own_is_not_for_brackets(text: str) -> None:
    assert not BRACKETS.carries(text)


@pytest.mark.parametrize(
    "answer",
    [
        "El <g id='0'> río </g>, <x id=1 />",
        "El <SPAN id=\"0\"> río </SPAN>, <span translate='no' id='1'>otra cosa</span>",
        'El < g id = "0" > río < / g >, <x id="1">',
    ],
)
def test_tags_are_read_as_engines_write_them(answer: str) -> None:
    assert TAGS.read(answer) == HTML.read(answer) == "El XPA0X río XPZ0X, XPH1X"


@pytest.mark.parametrize(
    "answer",
    ["<g> río </g>", "río </g>", "<g id='0'> río", "<b>río</b>", "1 < 2", "<g id='0'> río </g"],
)
def test_a_tag_that_is_left_or_invented_is_damage(answer: str) -> None:
    with pytest.raises(Damaged):
        TAGS.read(answer)


def test_brackets_are_read_with_spaces_and_other_digits() -> None:
    read = BRACKETS.read("[ [0] río [ 0 ] ] [٣]")
    assert codes(read) == ["A0", "Z0", "H3"]
    assert bare(read) == " río  "


@pytest.mark.parametrize("answer", ["[[0 río 0]]", "[[0]] río [0]]", "río [1", "[a] río"])
def test_a_bracket_that_is_left_is_damage(answer: str) -> None:
    with pytest.raises(Damaged):
        BRACKETS.read(answer)
