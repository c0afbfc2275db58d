"""The ground floor: ids made from content, and the clock."""

import re

from hypothesis import given
from hypothesis import strategies as st

from shared.clock import utc_now
from shared.ids import digest, short_id


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_an_id_is_ten_letters_whatever_the_name(name: str) -> None:
    assert re.fullmatch("[a-z2-7]{10}", short_id(name))


def test_a_digest_is_the_sha256_of_the_bytes() -> None:
    assert digest(b"").startswith("e3b0c44298fc1c149afb")


def test_now_is_in_utc_and_no_finer_than_a_millisecond() -> None:
    now = utc_now()
    assert now.utcoffset() is not None
    assert now.microsecond % 1000 == 0
