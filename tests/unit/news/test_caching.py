"""How long copies may be kept: in the words of Cache-Control."""

import pytest
from pydantic import ValidationError

from shared.news.caching import Caching, Lifetime


def test_a_lifetime_is_told_in_the_words_of_cache_control() -> None:
    lifetime = Lifetime(max_age=1, s_maxage=2, stale_while_revalidate=3, stale_if_error=4)
    assert lifetime.cache_control == (
        "public, max-age=1, s-maxage=2, stale-while-revalidate=3, stale-if-error=4"
    )


def test_no_copy_is_given_past_its_time_where_none_was_allowed() -> None:
    assert Lifetime(max_age=0, s_maxage=60).cache_control == "public, max-age=0, s-maxage=60"


def test_what_is_not_said_is_as_shipped() -> None:
    caching = Caching.model_validate({"article": {"s_maxage": 7}})
    assert caching.article == Caching().article.model_copy(update={"s_maxage": 7})
    assert caching.feed == Caching().feed


@pytest.mark.parametrize("said", [{"lists": {}}, {"list": 3}, {"list": {"max_age": -1}}, 5])
def test_nonsense_is_refused(said: object) -> None:
    with pytest.raises(ValidationError):
        Caching.model_validate(said)
