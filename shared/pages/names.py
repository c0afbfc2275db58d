"""Which pages there are: lists and their periods, and the keys and addresses of everything."""

from dataclasses import dataclass

from shared.news.language import Language


@dataclass(frozen=True)
class ListName:
    """A list of an edition: `home`, `section/<id>` or `region/<id>`."""

    edition: Language
    name: str

    @property
    def kind(self) -> str:
        return self.name.partition("/")[0]

    @property
    def topic(self) -> str:
        """The section's or region's id; "" for home."""
        return self.name.partition("/")[2]

    @property
    def address(self) -> str:
        middle = {"home": "", "section": f"{self.topic}/", "region": f"regions/{self.topic}/"}
        return f"/{self.edition}/{middle[self.kind]}"

    @property
    def tag(self) -> str:
        """The cache tag of its pages that show more stories than have room among the tags."""
        return f"list-{self.edition}-{self.name.replace('/', '-')}"

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


def feed_address(edition: Language) -> str:
    return f"/{edition}/feed.xml"


def sitemap_address(edition: Language, period: str | None = None) -> str:
    """The edition's sitemap index, or its sitemap of one month."""
    return f"/{edition}/sitemap{f'-{period}' if period else ''}.xml"
