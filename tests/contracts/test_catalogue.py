"""Which logs there are, in memory and on DynamoDB."""

import pytest

from shared.aws.catalogue import DynamoCatalogue
from shared.aws.tables import DynamoArchive, DynamoFinished
from shared.news.archive import Archive, Catalogue
from shared.news.facts import Chosen, What
from shared.news.log import Log
from tests.builders import MORNING
from tests.fakes.archive import MemoryArchive, MemoryCatalogue

STORY = "aaaaaaaaaa"


@pytest.fixture(params=["memory", "aws"])
def kept(request: pytest.FixtureRequest) -> tuple[Archive, Catalogue]:
    if request.param == "memory":
        archive = MemoryArchive()
        return archive, MemoryCatalogue(archive)
    table = request.getfixturevalue("table")
    DynamoFinished(table).finish(STORY, 3)
    return DynamoArchive(table), DynamoCatalogue(table)


def append(archive: Archive, log: str, *whats: What) -> None:
    read = Log(log)
    for what in whats:
        fact = read.next(what, MORNING)
        archive.append(log, fact)
        read = read.plus(fact)


def test_every_log_is_named_once(kept: tuple[Archive, Catalogue]) -> None:
    archive, catalogue = kept
    assert list(catalogue.logs()) == []
    for number in range(30):
        append(archive, f"log{number}", Chosen(stories=()), Chosen(stories=(STORY,)))
    assert sorted(catalogue.logs()) == sorted(f"log{number}" for number in range(30))
