"""The newsroom's log follows its configuration file."""

from shared.intake.configure import configure
from shared.news.facts import ConfigAccepted, Rejected
from shared.news.keys import CONFIG_KEY
from shared.news.log import Log
from shared.news.office import office
from tests.builders import MORNING
from tests.fakes.archive import MemoryArchive, MemoryBodies
from tests.fakes.intake import MemoryInbox
from tests.unit.intake.desk import CONFIG


class Newsroom:
    """A configuration file, and what follows from it."""

    def __init__(self) -> None:
        self.archive, self.bodies, self.inbox = MemoryArchive(), MemoryBodies(), MemoryInbox()

    def configure(self) -> Log:
        return configure(
            archive=self.archive, bodies=self.bodies, inbox=self.inbox, clock=lambda: MORNING
        )

    def sections(self) -> set[str]:
        return set(office(self.archive, self.bodies).newsroom.sections)


def test_the_starter_is_in_force_where_there_is_no_file() -> None:
    newsroom = Newsroom()
    log = newsroom.configure()
    assert [getattr(fact.what, "version", "") for fact in log.facts] == ["starter"]
    assert newsroom.sections()


def test_the_newest_file_is_in_force_and_is_read_once() -> None:
    newsroom = Newsroom()
    newsroom.inbox.upload(CONFIG_KEY, CONFIG)
    log = newsroom.configure()
    assert newsroom.sections() == {"politics"}
    assert newsroom.configure() == log


def test_a_file_with_faults_leaves_what_was_in_force() -> None:
    newsroom = Newsroom()
    newsroom.inbox.upload(CONFIG_KEY, CONFIG)
    newsroom.configure()
    newsroom.inbox.upload(CONFIG_KEY, "sections: 7")
    log = newsroom.configure()
    assert isinstance(log.last_about(CONFIG_KEY), Rejected)
    assert newsroom.sections() == {"politics"}


def test_a_file_that_was_deleted_changes_nothing() -> None:
    newsroom = Newsroom()
    newsroom.inbox.upload(CONFIG_KEY, CONFIG)
    newsroom.configure()
    newsroom.inbox.delete(CONFIG_KEY)
    assert isinstance(newsroom.configure().last_about(CONFIG_KEY), ConfigAccepted)
    assert newsroom.sections() == {"politics"}
