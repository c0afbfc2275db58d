"""Views written down as CloudFront's standard access logs do: 33 fields, some 480 bytes a line."""

import base64
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice

from infra.local.edge.access_log import HEADER, encoded
from infra.readers.day import Article, Kind, View

TITLE = f"#Version: 1.0\n#Fields: {HEADER}\n"
DATE = datetime(2026, 11, 24, tzinfo=UTC)
HOST = "news.example"
_DISTRIBUTION = "d1xk3hyr9n2pq7.cloudfront.net"
_EDGES = ("LHR61-P2", "DXB52-P1", "MAD53-P3", "CDG55-P1", "GRU1-P4", "CAI51-P1", "IAD89-P2")
_SAYS: dict[Kind, tuple[str, str, str]] = {
    "read": ("GET", "200", "Hit"), "again": ("GET", "304", "Hit"), "robot": ("GET", "200", "Miss"),
    "prefetch": ("GET", "503", "FunctionGeneratedResponse"), "monitor": ("HEAD", "200", "Hit"),
    "gone": ("GET", "404", "Error"),
}  # fmt: skip
_FILES = ("/assets/paper.css", "/assets/serif.woff2", "/assets/mark.svg", "/assets/paper.js")
_TYPES = {"css": "text/css", "woff2": "font/woff2", "svg": "image/svg+xml", "jpg": "image/jpeg",
          "js": "text/javascript", "xml": "application/rss+xml"}  # fmt: skip


@dataclass
class Log:
    """Lines of views and of what their pages bring along: `beside` other lines for each view.

    The seven of thirty that the default gives make three lines in ten an article's.
    """

    beside: float = 70 / 30
    date: datetime = DATE
    seed: int = 1
    _agents: dict[str, str] = field(default_factory=dict)

    def lines(self, views: Iterable[View]) -> Iterator[str]:
        """One line after the other, each with its line feed."""
        rng, views = random.Random(self.seed), iter(views)
        while some := list(islice(views, 2000)):
            yield from self._some(rng, some)

    def _some(self, rng: random.Random, views: Sequence[View]) -> Iterator[str]:
        most = int(2 * self.beside) + 1
        ids = _request_ids(rng, len(views) * (most + 1))
        paths = {view.article: encoded(view.article.address) for view in views}
        files = _files(rng, list(paths))
        second, stamp = -1, ""
        for view in views:
            if int(view.at) != second:
                second = int(view.at)
                stamp = f"{self.date + timedelta(seconds=second):%Y-%m-%d\t%H:%M:%S}"
            edge = _EDGES[rng.getrandbits(16) % 7]
            agent, path = self._agent(view.reader.agent), paths[view.article]
            method, status, result = _SAYS[view.kind]
            yield _line(rng.getrandbits(40), stamp, edge, view.reader.ip, method, path, status, "-",
                        agent, result, next(ids), "text/html;%20charset=utf-8")  # fmt: skip
            number = int(self.beside * 2 * rng.random() + 0.5)
            for name, status, result, kind in rng.choices(files, k=number):
                yield _line(rng.getrandbits(40), stamp, edge, view.reader.ip, "GET", name, status,
                            f"https://{HOST}/", agent, result, next(ids), kind)  # fmt: skip

    def _agent(self, agent: str) -> str:
        known = self._agents.get(agent)
        if known is None:
            known = encoded(agent) or "-"
            if len(self._agents) < 10_000:
                self._agents[agent] = known
        return known


def _line(
    bits: int, stamp: str, edge: str, ip: str, method: str, path: str, status: str, referer: str,
    agent: str, result: str, name: str, kind: str,
) -> str:  # fmt: skip
    port, size, taken = 1024 + bits % 64_000, bits >> 24, f"0.{bits >> 16 & 255:03}"
    return (
        f"{stamp}\t{edge}\t{size}\t{ip}\t{method}\t{_DISTRIBUTION}\t{path}\t{status}\t{referer}\t"
        f"{agent}\t-\t-\t{result}\t{name}\t{HOST}\thttps\t{400 + (size & 255)}\t{taken}\t-\t"
        f"TLSv1.3\tTLS_AES_128_GCM_SHA256\t{result}\tHTTP/2.0\t-\t-\t{port}\t{taken}\t{result}\t"
        f"{kind}\t{size}\t-\t-\n"
    )


def _request_ids(rng: random.Random, number: int) -> Iterator[str]:
    """Random, as CloudFront's are: they must not compress better than its own."""
    text = base64.b64encode(rng.randbytes(39 * number)).decode()
    return (f"{text[place : place + 52]}==" for place in range(0, 52 * number, 52))


def _files(rng: random.Random, articles: Sequence[Article]) -> list[tuple[str, str, str, str]]:
    """What is asked for beside articles: path, status, result and type."""
    shown = rng.choices(articles, k=80)
    names = [f"/media/{one.story}/3-{rng.choice((320, 640, 1280))}.jpg" for one in shown]
    names += [name for name in _FILES for _ in range(12)]
    names += [f"/{one.edition}/feed.xml" for one in shown[:6]]
    found = [
        (name, *rng.choice((("200", "Hit"), ("200", "Hit"), ("304", "Hit"), ("200", "Miss"))),
         _TYPES[name.rpartition(".")[2]])
        for name in names
    ]  # fmt: skip
    fronts = [one.address.rpartition("/")[0] + "/" for one in shown[:14]]
    fronts += [f"/{one.edition}/" for one in shown[:20]]
    found += [(name, "200", "RefreshHit", "text/html;%20charset=utf-8") for name in fronts]
    return [*found, ("/robots.txt", "200", "Hit", "text/plain"),
            ("/wp-login.php", "404", "Error", "text/html"), ("/", "302", "Error", "-")]  # fmt: skip


def objects(lines: Iterable[str], size: int) -> Iterator[str]:
    """The texts of log objects of so many lines."""
    lines = iter(lines)
    while some := list(islice(lines, size)):
        yield TITLE + "".join(some)
