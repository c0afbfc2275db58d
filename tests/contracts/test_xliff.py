"""What another program makes of our XLIFF: read and written by it, every unit says the same.

translate-toolkit is what Weblate and many command line tools read and write XLIFF with.
"""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from translate.storage.xliff import xlifffile
from translate.storage.xliff2 import Xliff2File

from shared.news.blocks import Body
from shared.news.units import units_of
from tests.builders import a_source
from tests.unit.desk.test_body import BODIES
from tests.unit.desk.translators import Translators, as_xliff_1, translated

# its functions say nothing of their types
STORE_2: Any = Xliff2File
STORE_1: Any = xlifffile


def written_again(content: str) -> str:
    return bytes(STORE_2.parsestring(content.encode())).decode()


def written_again_1(content: str) -> str:
    return bytes(STORE_1.parsestring(as_xliff_1(content).encode())).decode()


def taken_apart(content: str) -> str:
    """Every target is what the toolkit understands of its source, codes and all."""
    store = STORE_2.parsestring(content.encode())
    for unit in store.units:
        unit.rich_target = unit.rich_source
        unit.markapproved()
    return bytes(store).decode()


def taken_apart_1(content: str) -> str:
    """The same; units of several segments have none in version 1.2's source."""
    store = STORE_1.parsestring(as_xliff_1(content).encode())
    for unit in store.units:
        if unit.xmlelement.find(unit.namespaced("seg-source")) is None:
            unit.rich_target = unit.rich_source
            unit.markapproved()
    return bytes(store).decode()


@pytest.mark.parametrize("tool", [written_again, written_again_1, taken_apart, taken_apart_1])
@given(body=BODIES)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_a_tool_hands_every_unit_back_as_it_was(tool: Callable[[str], str], body: Body) -> None:
    world = Translators()
    source = a_source(texts={"body": body})
    story = world.accept("river", source)
    world.upload(tool(translated(world.export(story))))
    assert world.faults(story) == ()
    said = [unit for block in world.blocks(story).values() for unit in block.said]
    assert said == list(units_of(source.texts))


@pytest.mark.parametrize("tool", [written_again, written_again_1])
def test_what_a_tool_only_opened_and_saved_says_nothing_new(tool: Callable[[str], str]) -> None:
    world = Translators()
    story = world.accept("river")
    world.translate(story, "ar")
    world.upload(tool(world.export(story)))
    assert [fault.rule for fault in world.faults(story)] == ["xliff-says-nothing"]
