"""The press: the ports of publishing, and one batch of work at it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from shared.clock import Clock
from shared.errors import NewsroomError
from shared.news.archive import Archive, Bodies
from shared.news.due import Diary
from shared.news.language import Language
from shared.news.office import Office, office
from shared.news.shelf import Item, OldOffice, Shelf, reconcile
from shared.news.view import Media, StoryView, view
from shared.pages.live import Live
from shared.pages.names import ListName
from shared.pages.page import Site
from shared.pages.ports import Edge, Finished, Lists, Periods, Prints, Rankings, Shows, Stands
from shared.pages.render import Renderer


@dataclass(frozen=True)
class Press:
    """The ports of publishing, the site's own address, and which renderer this is (its hash)."""

    archive: Archive
    bodies: Bodies
    site: Shelf
    lists: Lists
    periods: Periods
    stands: Stands
    finished: Finished
    shows: Shows
    rankings: Rankings
    prints: Prints
    edge: Edge
    diary: Diary
    clock: Clock
    url: str
    renderer: str

    def story(self, story: str) -> StoryView:
        return view(self.archive.read(story), self.bodies)

    def desk(self) -> "Desk":
        """What is known of the newsroom now."""
        return Desk(office(self.archive, self.bodies), self.url, self.renderer)


@dataclass(frozen=True)
class Desk:
    """The newsroom as a batch knows it, and the renderer for it."""

    office: Office
    url: str
    renderer: str

    @cached_property
    def pages(self) -> Renderer:
        return Renderer(Site(self.office.newsroom, self.url))

    @cached_property
    def renderer_number(self) -> int:
        return self.office.renderer(self.renderer)

    @property
    def is_older(self) -> bool:
        """Whether a newer renderer than ours is in force."""
        return self.renderer_number < self.office.deployed()


@dataclass
class Batch:
    """What one batch has done so far, and what it still has to do.

    `purge` has the cache tags by story; `takedowns` the stories of which something was taken back;
    `opened` the lists that stories name whose fronts are known to stand.
    """

    press: Press
    desk: Desk
    put: int = 0
    purge: dict[str, frozenset[str]] = field(default_factory=dict)
    takedowns: set[str] = field(default_factory=set)
    touched: set[tuple[ListName, str]] = field(default_factory=set)
    fronts: set[ListName] = field(default_factory=set)
    articles: dict[tuple[str, Language], set[str]] = field(default_factory=dict)
    opened: set[ListName] = field(default_factory=set)
    gone: list[tuple[str, Media]] = field(default_factory=list)
    failed: dict[str, NewsroomError] = field(default_factory=dict)
    done: dict[str, int] = field(default_factory=dict)
    live: list[Live] = field(default_factory=list)

    def note(self, story: str, edition: Language, *, because: str) -> None:
        """Remember that an article may differ because of a story of this batch."""
        self.articles.setdefault((story, edition), set()).add(because)

    def fail(self, story: str, failure: NewsroomError) -> None:
        self.failed[story] = failure
        self.done.pop(story, None)

    def stand(self, key: str, derive: Callable[[Press, Desk], Item | None]) -> None:
        """Make the object under `key` what the facts say.

        The newsroom is read once for the batch; an object that was made by someone who knew more
        of it than we do tells us to read it again.
        """

        def item() -> Item | None:
            desk = self.desk  # making it may have others made, and those may read it again
            made = derive(self.press, desk)
            return made and made.model_copy(update={"office": desk.office.log.revision})

        try:
            self.put += reconcile(self.press.site, key, item)
        except OldOffice:
            self.desk = self.press.desk()
            self.put += reconcile(self.press.site, key, item)
