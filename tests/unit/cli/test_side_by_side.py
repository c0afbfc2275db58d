"""Texts of two directions stand side by side, whatever the width."""

import re

from hypothesis import given
from hypothesis import strategies as some

from infra.cli.side_by_side import BETWEEN, Text, columns, lines, side_by_side
from shared.editions.edition import Direction

CONTROLS = re.compile("[\u2066-\u2069]")
LETTERS = "ab c.\nنهر ٣é日\u064b\u0651"
TEXTS = some.builds(Text, some.text(LETTERS), some.sampled_from(["ltr", "rtl"]))


def shown(left: str, right: str, width: int, direction: Direction = "rtl") -> list[str]:
    return list(side_by_side(Text(left, "ltr"), Text(right, direction), width))


def test_columns_have_the_same_width_and_the_right_to_left_one_ends_at_the_right() -> None:
    assert shown("A river rose and fell again today", "نهر", 55) == [
        f"A river rose and fell     {BETWEEN}{' ' * 23}\u2067نهر\u2069",
        f"again today               {BETWEEN}".rstrip(),
    ]


def test_left_to_right_text_alone_has_no_invisible_marks() -> None:
    assert shown("A river", "Un río", 60, "ltr") == [f"A river{' ' * 21}{BETWEEN}Un río"]


def test_left_to_right_text_with_foreign_words_is_isolated() -> None:
    assert list(lines(Text("نهر is a river", "ltr"), 40)) == ["\u2066نهر is a river\u2069"]


def test_where_there_is_no_room_the_texts_stand_one_below_the_other() -> None:
    assert shown("A river", "نهر", 40) == ["A river", f"{' ' * 37}\u2067نهر\u2069"]


def test_marks_over_letters_take_no_column_and_wide_letters_two() -> None:
    assert (columns("نَهْرٌ"), columns("日本"), columns("\u2067é\u2069")) == (3, 4, 1)


@given(TEXTS, TEXTS, some.integers(2, 90))
def test_no_line_is_wider_than_the_terminal_and_no_letter_is_lost(
    left: Text, right: Text, width: int
) -> None:
    found = list(side_by_side(left, right, width))
    assert all(columns(line) <= width for line in found)
    if any(BETWEEN.rstrip() in line for line in found):
        cells = [line.partition(BETWEEN.rstrip())[::2] for line in found]
        parts = ["".join(column) for column in zip(*cells, strict=True)]
    else:
        parts = ["".join(found)]
    said = [re.sub(r"\s", "", CONTROLS.sub("", part)) for part in parts]
    wanted = [re.sub(r"\s", "", one.says) for one in (left, right)]
    assert "".join(said) == "".join(wanted)
