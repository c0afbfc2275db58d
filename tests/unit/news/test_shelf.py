"""Compare-and-set in the hands of `reconcile`; the ports' own suite is in tests/contracts."""

import pytest

from shared.errors import Conflict
from shared.news.shelf import Item, OldRenderer, Standing, reconcile
from tests.fakes.shelf import MemoryShelf


def item(text: str, **about: object) -> Item:
    return Item.model_validate({"key": "page", "content": text.encode(), **about})


def test_the_target_is_read_before_the_facts() -> None:
    shelf, order = MemoryShelf(), []

    def derive() -> Item:
        order.extend(shelf.moments.calls)
        return item("words")

    reconcile(shelf, "page", derive)
    assert order == ["shelf.standing page"]


def test_what_changes_while_it_is_derived_is_derived_again() -> None:
    shelf, texts = MemoryShelf(), iter(["old", "new"])
    shelf.moments.plan("shelf.put page", lambda: shelf.items.update(page=item("other")))
    assert reconcile(shelf, "page", lambda: item(next(texts)))
    assert shelf.text("page") == "new"


def test_a_change_of_headers_alone_is_a_change() -> None:
    shelf = MemoryShelf()
    reconcile(shelf, "page", lambda: item("same"))
    assert reconcile(shelf, "page", lambda: item("same", status=410))
    assert not reconcile(shelf, "page", lambda: item("same", status=410))


def test_an_older_renderer_fails_on_a_newer_page() -> None:
    shelf = MemoryShelf()
    reconcile(shelf, "page", lambda: item("newer", renderer=2))
    with pytest.raises(OldRenderer):
        reconcile(shelf, "page", lambda: item("older", renderer=1))
    assert shelf.text("page") == "newer"


def test_a_page_that_is_never_free_is_given_up_for_the_queue_to_try_again() -> None:
    class Busy(MemoryShelf):
        def put(self, item: Item, over: Standing | None) -> None:
            raise Conflict(f"{item.key} {over}")

    with pytest.raises(Conflict, match="busy"):
        reconcile(Busy(), "page", lambda: item("words"))
