"""Which pages there are: lists and their periods, and the keys and addresses of everything."""

from dataclasses import dataclass

from shared.ids import short_id
from shared.news.article import BREAKING, LIVE, STATIC
from shared.news.language import Language

FOLDERS = {
    "home": "",
    "section": "",
    "region": "regions/",
    "kind": "kinds/",
    "programme": "programmes/",
    "coverage": "coverage/",
    "author": "authors/",
    "tag": "tags/",
    BREAKING: BREAKING,
    LIVE: LIVE,
}
"""The kinds of lists, and where in an edition their pages stand."""
MONTHLY = frozenset({"home", "section", "region", "kind", STATIC})
OPEN = frozenset({"author", "tag"})
FED = frozenset({"home", "section", "coverage"})


@dataclass(frozen=True)
class ListName:
    """A list of an edition: `home`, `coverage`, `breaking`, or a kind with an id (`tag/river`)."""

    edition: Language
    name: str

    @property
    def kind(self) -> str:
        return self.name.partition("/")[0]

    @property
    def topic(self) -> str:
        """The section's, region's … id; "" where there is only one list of the kind."""
        return self.name.partition("/")[2]

    @property
    def monthly(self) -> bool:
        """Whether its months are marked: they have pages behind its front, but for static pages."""
        return self.kind in MONTHLY

    @property
    def open(self) -> bool:
        """Whether stories name it, and not the configuration alone."""
        return self.kind in OPEN

    @property
    def feed(self) -> str | None:
        """The address of its feed, if it has one."""
        return f"{self.address}feed.xml" if self.kind in FED else None

    @property
    def address(self) -> str:
        topic = f"{self.topic}/" if self.topic else ""
        return f"/{self.edition}/{FOLDERS[self.kind]}{topic}"

    @property
    def tag(self) -> str:
        """The cache tag of its pages that show more stories than have room among the tags."""
        name = self.name if self.name.isascii() else f"{self.kind}/{short_id(self.name)}"
        return f"list-{self.edition}-{name.replace('/', '-')}"

    def archive(self, period: str) -> str:
        """The address of the list's page for a month ("2026-11")."""
        return f"{self.address}{period}/"


def key_of(address: str) -> str:
    """The site key that serves an address."""
    key = address.lstrip("/")
    return f"{key}index.html" if key.endswith("/") or not key else key


def most_read_address(edition: Language) -> str:
    return f"/{edition}/most-read"


def rows_address(edition: Language) -> str:
    """The few rows of Most Read that articles fetch."""
    return f"/{edition}/most-read-rows"


def hour_address(live: str, hour: str) -> str:
    """The posts of an hour ("2026-11-24T09", UTC) of the live page at an address."""
    return f"{live}/{hour}"


def latest_address(live: str) -> str:
    """The newest posts of a live page, as it fetches them."""
    return f"{live}/latest"


def ticker_address(edition: Language) -> str:
    """What is happening now, as articles fetch it."""
    return f"/{edition}/ticker"


def manifest_address(edition: Language) -> str:
    return f"/{edition}/manifest.webmanifest"


def sitemap_address(edition: Language, period: str | None = None) -> str:
    """The edition's sitemap index, or its sitemap of one month (or of static pages)."""
    return f"/{edition}/sitemap{f'-{period}' if period else ''}.xml"


def news_address(edition: Language) -> str:
    """The sitemap of the edition's stories of the last two days."""
    return f"/{edition}/sitemap-news.xml"


def authors_address(edition: Language) -> str:
    """The index of authors."""
    return f"/{edition}/{FOLDERS['author']}"
