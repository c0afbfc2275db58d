"""The cache's rules, against what CloudFront documents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.local.edge.cache import (
    Answer,
    Cache,
    Kept,
    Life,
    Pick,
    Policy,
    State,
    directives,
    fits,
    life_of,
)

POLICY = Policy(min_ttl=0, default_ttl=60, max_ttl=1000)
PAGE = Answer(200, {}, b"page", 200)


def fresh(cache_control: str, policy: Policy = POLICY) -> float:
    return life_of({"cache-control": cache_control}, policy).fresh


@pytest.mark.parametrize(
    ("cache_control", "seconds"),
    [
        ("", 60),
        ("public", 60),
        ("max-age=5", 5),
        ("max-age=5, s-maxage=7", 7),
        ("s-maxage=0, max-age=5", 0),
        ("S-MaxAge = 7 ,max-age=5", 7),
        ('max-age="9"', 9),
        ("max-age=soon", 60),
        ("max-age=100000", 1000),
        ("no-store, max-age=5", 0),
        ("private, s-maxage=5", 0),
        ("no-cache", 0),
    ],
)
def test_the_object_says_how_long_it_is_fresh(cache_control: str, seconds: int) -> None:
    assert fresh(cache_control) == seconds


@pytest.mark.parametrize("cache_control", ["max-age=1", "no-store", "private, no-cache"])
def test_the_policys_shortest_time_wins_over_the_object(cache_control: str) -> None:
    assert fresh(cache_control, Policy(min_ttl=30, default_ttl=60, max_ttl=1000)) == 30


def test_an_object_says_how_long_it_may_be_given_past_its_time() -> None:
    said = {"cache-control": "max-age=1, stale-while-revalidate=20, stale-if-error=300"}
    assert life_of(said, POLICY) == Life(fresh=1, revalidating=20, on_error=300)
    assert life_of({"cache-control": "max-age=1"}, POLICY) == Life(1, 0, float("inf"))


SECONDS = st.integers(0, 50)


@given(fresh=SECONDS, revalidating=SECONDS, on_error=SECONDS, age=st.integers(0, 200))
def test_a_kept_page_passes_through_its_states_in_order(
    fresh: int, revalidating: int, on_error: int, age: int
) -> None:
    timeline = [State.FRESH] * fresh + [State.STALE] * revalidating + [State.EXPIRED] * 201
    kept = Kept(PAGE, asked=1000, life=Life(fresh, revalidating, on_error))
    assert kept.state(1000 + age) is timeline[age]
    assert kept.helps_on_error(1000 + age) == (age < fresh + on_error)


TAGS = st.frozensets(st.sampled_from("abc"), max_size=2)
STEPS = st.one_of(
    st.tuples(st.just("ask"), st.sampled_from("xy"), TAGS),
    st.tuples(st.just("store")),
    st.tuples(st.just("purge"), st.sampled_from(["#a", "#b", "/x", "/y", "/*"])),
)


@given(st.lists(STEPS))
def test_nothing_that_was_asked_for_before_its_invalidation_is_found_after_it(
    steps: list[tuple[object, ...]],
) -> None:
    """Answers may come in late: the model keeps all of them and forgets at each invalidation."""
    cache, found, asked = Cache(), dict[str, Kept](), list[Kept]()
    for now, step in enumerate(steps):
        match step:
            case ("ask", str(path), frozenset(tags)):
                asked.append(Kept(PAGE, now, Life(1000), tags, frozenset({f"/{path}"})))
            case ("store",) if asked:
                kept = asked.pop()
                (path,) = kept.paths
                cache.keep(path, kept)
                found[path] = kept
            case ("purge", str(item)):
                cache.invalidate([item], now)
                gone = [
                    one
                    for one in [*asked, *found.values()]
                    if item == "/*" or item in one.paths or item.lstrip("#") in one.tags
                ]
                found = {path: kept for path, kept in found.items() if kept not in gone}
                for late in [one for one in asked if one in gone]:
                    asked.remove(late)
                    (path,) = late.paths
                    cache.keep(path, late)
                    found.pop(path, None)
        assert {path: cache.find(path) for path in ("/x", "/y")} == {
            path: found.get(path) for path in ("/x", "/y")
        }


def test_what_may_not_be_kept_replaces_what_was() -> None:
    cache = Cache()
    cache.keep("/x", Kept(PAGE, 1, Life(10)))
    cache.keep("/x", Kept(PAGE, 2, Life(0)))
    assert cache.find("/x") is None


def test_an_invalidated_path_may_end_in_an_asterisk_and_begin_without_a_slash() -> None:
    for item, gone in [("/en/*", True), ("en/a", True), ("/en", False), ("/e", False)]:
        cache = Cache()
        cache.keep("k", Kept(PAGE, 1, Life(10), paths=frozenset({"/en/a"})))
        cache.invalidate([item], 2)
        assert (cache.find("k") is None) == gone, item


@pytest.mark.parametrize(
    ("behavior", "picked"),
    [("none", ""), ("whitelist", "b"), ("allExcept", "ac"), ("all", "abc")],
)
def test_the_policy_picks_what_belongs_to_the_key(behavior: str, picked: str) -> None:
    pick = Pick(behavior, frozenset({"b", "x"}))  # type: ignore[arg-type]
    given = {"c": "3", "a": "1", "b": "2"}
    assert pick.of(given) == tuple((name, given[name]) for name in picked)


@pytest.mark.parametrize(
    ("pattern", "path", "is_for"),
    [
        ("*", "/", True),
        ("/media/*", "/media/a/1.jpg", True),
        ("media/*.jpg", "/media/a/1.jpg", True),
        ("/media/*", "/en/media/", False),
        ("/?n/", "/en/", True),
        ("/a.b", "/acb", False),
    ],
)
def test_a_behavior_is_for_the_paths_that_fit_its_pattern(
    pattern: str, path: str, is_for: bool
) -> None:
    assert fits(pattern, path) == is_for


@given(st.text())
def test_any_cache_control_can_be_read(said: str) -> None:
    assert isinstance(directives(said), dict)
    assert life_of({"cache-control": said}, POLICY).fresh >= 0
