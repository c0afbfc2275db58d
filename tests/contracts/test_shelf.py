"""Objects kept by compare-and-set, in memory and on S3."""

from typing import Any

import pytest

from shared.aws.objects import S3Shelf
from shared.errors import Conflict
from shared.news.shelf import Item, Shelf, reconcile
from tests.fakes.shelf import MemoryShelf


@pytest.fixture(params=["memory", "aws"])
def shelf(request: pytest.FixtureRequest) -> Shelf:
    if request.param == "memory":
        return MemoryShelf()
    return S3Shelf(*request.getfixturevalue("bucket"))


@pytest.fixture
def stock(shelf: MemoryShelf | S3Shelf) -> MemoryShelf | S3Shelf:
    return shelf


def an_item(text: str = "words", **about: Any) -> Item:
    return Item(key="en/index.html", content=text.encode(), **about)


def test_nothing_stands_under_a_key_that_was_never_put(shelf: Shelf) -> None:
    assert shelf.standing("en/index.html") is None


def test_what_was_put_stands_with_its_digest_and_renderer(shelf: Shelf) -> None:
    item = an_item(renderer=7, office=9)
    shelf.put(item, None)
    stands = shelf.standing(item.key)
    assert stands
    assert (stands.digest, stands.renderer, stands.office) == (item.digest(), 7, 9)


def test_what_was_put_is_read_as_it_was_with_all_its_headers(stock: MemoryShelf | S3Shelf) -> None:
    item = an_item(
        content_type="text/plain",
        cache_control="public, max-age=60",
        tags=("aaaaaaaaaa", "list-ar-home"),
        status=410,
        location="/ar/politics/النهر-aaaaaaaaaa",
        renderer=7,
        office=9,
    )
    bare = an_item().model_copy(update={"key": "s/aaaaaaaaaa"})
    assert stock.copy(item.key) is None
    for one in (item, bare):
        stock.put(one, None)
        assert stock.copy(one.key) == (one, stock.standing(one.key))
    assert list(stock.everything()) == [item.key, bare.key]


def test_the_first_put_fails_where_something_stands(shelf: Shelf) -> None:
    shelf.put(an_item(), None)
    with pytest.raises(Conflict):
        shelf.put(an_item("other"), None)


def test_a_put_over_what_no_longer_stands_fails(shelf: Shelf) -> None:
    shelf.put(an_item("one"), None)
    old = shelf.standing("en/index.html")
    shelf.put(an_item("two"), old)
    with pytest.raises(Conflict):
        shelf.put(an_item("three"), old)


def test_reconciling_puts_what_differs_and_nothing_else(shelf: Shelf) -> None:
    assert reconcile(shelf, "en/index.html", an_item) is True
    assert reconcile(shelf, "en/index.html", an_item) is False
    assert reconcile(shelf, "en/index.html", lambda: an_item(status=410)) is True


def test_a_page_that_is_not_to_stand_yet_is_not_put(shelf: Shelf) -> None:
    assert reconcile(shelf, "en/index.html", lambda: None) is False
    assert shelf.standing("en/index.html") is None


def test_an_arabic_address_is_kept_as_ascii_metadata(bucket: tuple[Any, str]) -> None:
    client, name = bucket
    item = Item(
        key="s/abc", content=b"moved", status=301, location="/ar/سياسة/نهر", tags=("abc", "def")
    )
    shelf = S3Shelf(client, name)
    shelf.put(item, None)
    found = shelf.copy("s/abc")
    assert found
    assert found[0] == item
    about = client.head_object(Bucket=name, Key="s/abc")["Metadata"]
    assert about["status"] == "301"
    assert about["location"].startswith("/ar/%D8%B3")
    assert about["cache-tag"] == "abc,def"


def test_only_tombstones_are_marked_for_the_rule_that_takes_them_away(
    bucket: tuple[Any, str],
) -> None:
    client, name = bucket
    shelf = S3Shelf(client, name)
    for status in (None, 404, 410):
        shelf.put(an_item(status=status).model_copy(update={"key": f"{status}"}), None)
    tags = [
        client.get_object_tagging(Bucket=name, Key=f"{status}")["TagSet"]
        for status in (None, 404, 410)
    ]
    assert tags == [[], [], [{"Key": "tombstone", "Value": "yes"}]]


def test_a_key_in_arabic_stands_under_its_own_name(bucket: tuple[Any, str]) -> None:
    shelf = S3Shelf(*bucket)
    item = Item(key="ar/politics/نهر-abc", content=b"words")
    shelf.put(item, None)
    assert shelf.standing("ar/politics/نهر-abc") is not None
