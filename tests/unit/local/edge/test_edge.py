"""What CloudFront does with a request, on a clock of our own."""

import gzip
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import pytest

from infra.local.edge.cache import Pick
from infra.local.edge.edge import Edge, Reply, Request
from tests.unit.cdn.edge import CDN
from tests.unit.local.edge.site import LONG, Site


@dataclass
class Reader:
    """Reads through an edge, at a time of the test's choice."""

    site: Site = field(default_factory=Site)
    now: float = 1000.0
    policy: dict[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.edge = Edge(self.site.distribution(**self.policy), self.site, lambda: self.now)

    def get(self, path: str, method: str = "GET", **headers: str) -> Reply:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        path, _, query = path.partition("?")
        return self.edge.reply(Request(method, path, query, named))

    def how(self, path: str, **headers: str) -> str:
        return self.get(path, **headers).headers["x-cache"].split()[0]


@pytest.fixture
def reader() -> Iterator[Reader]:
    found = Reader()
    yield found
    found.edge.close()


def eventually(so: Callable[[], bool]) -> None:
    until = time.monotonic() + 5
    while not so():
        assert time.monotonic() < until
        time.sleep(0.01)


def test_a_page_is_fetched_once_and_told_its_age(reader: Reader) -> None:
    reader.site.put("/a", "one")
    assert reader.how("/a") == "Miss"
    reader.now += 7
    again = reader.get("/a")
    assert (again.body, again.headers["age"], again.result) == (b"one", "7", "Hit")
    assert reader.site.asked == ["/a"]


def test_what_a_browser_fetches_ahead_is_refused_though_it_is_kept() -> None:
    site = Site()
    shipped = {name: (CDN / f"viewer-{name}.js").read_text() for name in ("request", "response")}
    edge = Edge(replace(site.distribution(), functions=shipped), site)
    site.put("/a", "one")
    ahead = {"sec-purpose": "prefetch;prerender"}
    told = [
        (method, edge.reply(Request(method, "/a", "", headers)).status)
        for method in ("GET", "HEAD")
        for headers in ({}, ahead, {})
    ]
    edge.close()
    assert told == [(method, status) for method in ("GET", "HEAD") for status in (200, 503, 200)]
    assert site.asked == ["/a"]


def test_an_expired_page_that_still_stands_is_not_sent_again(reader: Reader) -> None:
    reader.site.put("/a", "one")
    reader.get("/a")
    reader.now += 10
    assert [reader.how("/a"), reader.how("/a")] == ["RefreshHit", "Hit"]
    assert "if-none-match" in reader.site.sent[-1]
    reader.now += 10
    reader.site.put("/a", "two")
    assert reader.get("/a").body == b"two"


def test_a_page_past_its_time_is_given_once_more_while_it_is_fetched_once(reader: Reader) -> None:
    reader.site.put("/a", "one", "max-age=10, stale-while-revalidate=100")
    reader.get("/a")
    reader.site.put("/a", "two", "max-age=10, stale-while-revalidate=100")
    reader.now += 20
    reader.site.hold.clear()
    assert [reader.get("/a").body for _ in range(5)] == [b"one"] * 5
    reader.site.hold.set()
    eventually(lambda: reader.get("/a").body == b"two")
    assert reader.site.asked == ["/a", "/a"]


def test_readers_who_come_together_share_one_fetch(reader: Reader) -> None:
    reader.site.put("/a", "one")
    reader.site.hold.clear()
    with ThreadPoolExecutor(8) as readers:
        replies = [readers.submit(reader.get, "/a") for _ in range(8)]
        eventually(lambda: bool(reader.site.asked))
        reader.site.hold.set()
        assert {reply.result().body for reply in replies} == {b"one"}
    assert reader.site.asked == ["/a"]


def test_readers_get_the_last_page_when_the_origin_is_down(reader: Reader) -> None:
    reader.site.put("/a", "one", "max-age=10, stale-if-error=100")
    reader.get("/a")
    reader.site.down = True
    reader.now += 109
    assert (reader.get("/a").status, reader.get("/a").body) == (200, b"one")
    reader.now += 1
    assert reader.get("/a").status == 502


def test_an_origin_that_answers_with_an_error_is_down_too(reader: Reader) -> None:
    reader.site.put("/a", "one")
    reader.get("/a")
    reader.now += 10
    reader.site.put("/a", "two")
    reader.site.status = 503
    assert reader.get("/a").body == b"one"
    assert reader.get("/b", "HEAD").status == 404


def test_where_nothing_is_kept_an_origin_that_is_down_is_an_error(reader: Reader) -> None:
    reader.site.down = True
    reply = reader.get("/a")
    assert (reply.status, reply.headers["x-cache"]) == (502, "Error from cloudfront")


def test_an_unknown_address_is_kept_for_the_templates_time_only(reader: Reader) -> None:
    assert reader.get("/a").status == 404
    reader.site.put("/a", "one")
    reader.now += 4
    assert (reader.get("/a").status, reader.how("/a")) == (404, "Error")
    reader.now += 1
    assert reader.get("/a").body == b"one"


def test_an_invalidated_tag_is_gone_at_the_next_look(reader: Reader) -> None:
    reader.site.put("/a", "one", x_amz_meta_cache_tag="story1, story2")
    reader.site.put("/b", "one", x_amz_meta_cache_tag="story3")
    reader.get("/a"), reader.get("/b")
    reader.site.put("/a", "two")
    reader.site.invalidations.append(["#story2"])
    reader.now += 1
    assert (reader.get("/a").body, reader.how("/b")) == (b"two", "Hit")


def test_nobody_asks_for_invalidations_while_nobody_reads_nor_more_than_four_times_a_second() -> (
    None
):
    looks = []

    class Watched(Site):
        def list_invalidations(self, **about: str) -> dict[str, object]:
            looks.append(about)
            return super().list_invalidations(**about)

    reader = Reader(Watched())
    reader.site.put("/a", "one")
    for _ in range(1000):
        reader.get("/a")
        reader.now += 0.001
    assert len(looks) - 1 == 4
    reader.edge.close()


def test_an_invalidated_page_is_not_given_when_the_origin_is_down(reader: Reader) -> None:
    reader.site.put("/a", "one", x_amz_meta_cache_tag="story1")
    reader.get("/a")
    reader.site.invalidations.append(["/a"])
    reader.site.down = True
    reader.now += 1
    assert reader.get("/a").status == 502


def test_the_viewer_request_function_runs_before_the_cache(reader: Reader) -> None:
    reader.site.put("/a", "one")
    reader.site.put("/vip", "one")
    reader.get("/a")
    home = reader.get("/")
    assert (home.status, home.headers["location"]) == (302, "/en/")
    assert home.headers["x-cache"] == "FunctionGeneratedResponse from cloudfront"
    # The emulated distribution runs the function too, so it is sent the reader's own address.
    assert [reader.how("/a", cookie="vip=1") for _ in range(2)] == ["Miss", "Hit"]
    assert reader.site.asked == ["/a", "/a"]


def test_the_viewer_response_function_runs_behind_the_cache(reader: Reader) -> None:
    reader.site.put("/a", "one")
    replies = [reader.get("/a", referer=address) for address in ("/b", "/c")] + [reader.get("/a")]
    assert [one.result for one in replies] == ["Miss", "Hit", "Hit"]
    told = [one.headers.get("set-cookie") for one in replies]
    assert told == ["from=/b; Path=/", "from=/c; Path=/", None]
    assert not [sent for sent in reader.site.sent if "referer" in sent]
    assert "set-cookie" not in reader.get("/nothing", referer="/b").headers


def test_what_the_policy_leaves_out_of_the_key_makes_no_difference(reader: Reader) -> None:
    reader.site.put("/a", "one")
    reader.get("/a")
    assert reader.how("/a?utm=x", accept_language="ar", user_agent="b") == "Hit"


def test_what_the_policy_names_makes_a_page_of_its_own() -> None:
    reader = Reader(policy={"queries": Pick("whitelist", frozenset({"page"}))})
    reader.site.put("/a", "one")
    how = [reader.how(f"/a?{query}") for query in ("page=1", "page=2", "page=1&x=1", "x=2")]
    assert how == ["Miss", "Miss", "Hit", "Miss"]
    reader.edge.close()


def test_private_pages_are_not_kept(reader: Reader) -> None:
    reader.site.put("/a", "one", "private, max-age=60")
    assert [reader.how("/a"), reader.how("/a")] == ["Miss", "Miss"]


def test_text_is_compressed_for_those_who_take_it(reader: Reader) -> None:
    reader.site.put("/a", LONG)
    for how in ("Miss", "Hit"):
        zipped = reader.get("/a", accept_encoding="br;q=1, gzip")
        assert zipped.result == how
        assert gzip.decompress(zipped.body).decode() == LONG
        assert zipped.headers["etag"].startswith('W/"')
        assert zipped.headers["vary"] == "Accept-Encoding"
    reader.now += 10
    again = reader.get("/a", accept_encoding="gzip")
    assert (again.result, gzip.decompress(again.body).decode()) == ("RefreshHit", LONG)
    assert reader.get("/a", accept_encoding="gzip;q=0").body.decode() == LONG


@pytest.mark.parametrize(("text", "about"), [("short", {}), (LONG, {"content_type": "image/jpeg"})])
def test_small_bodies_and_pictures_stay_as_they_are(
    reader: Reader, text: str, about: dict[str, str]
) -> None:
    reader.site.put("/a", text, **about)
    reply = reader.get("/a", accept_encoding="gzip")
    assert (reply.body.decode(), "content-encoding" in reply.headers) == (text, False)


def test_a_reader_who_has_the_page_is_told_so(reader: Reader) -> None:
    reader.site.put("/a", LONG)
    for accepted in ("gzip", "identity"):
        etag = reader.get("/a", accept_encoding=accepted).headers["etag"]
        known = reader.get("/a", accept_encoding=accepted, if_none_match=f'"x", {etag}')
        assert (known.status, known.body, known.headers["etag"]) == (304, b"", etag)
    assert reader.get("/a", if_none_match='"x"').status == 200


@pytest.mark.parametrize(
    ("asked", "status", "body", "says"),
    [
        ("bytes=0-1", 206, b"01", "bytes 0-1/1000"),
        ("bytes=998-", 206, b"89", "bytes 998-999/1000"),
        ("bytes=-3", 206, b"789", "bytes 997-999/1000"),
        ("bytes=995-2000", 206, b"56789", "bytes 995-999/1000"),
        ("bytes=1000-", 416, b"", "bytes */1000"),
        ("bytes=0-1,3-4", 200, b"0123456789" * 100, None),
        ("lines=1-2", 200, b"0123456789" * 100, None),
    ],
)
def test_a_part_of_a_page_can_be_asked_for(
    reader: Reader, asked: str, status: int, body: bytes, says: str | None
) -> None:
    reader.site.put("/a", "0123456789" * 100)
    reply = reader.get("/a", range=asked, accept_encoding="gzip")
    assert (reply.status, reply.body, reply.headers.get("content-range")) == (status, body, says)
    assert reader.get("/a").body == b"0123456789" * 100


def test_a_page_put_between_the_two_looks_is_asked_for_again() -> None:
    class Changing(Site):
        def head_object(self, Bucket: str, Key: str) -> dict[str, object]:  # noqa: N803
            if len(self.asked) == 1:
                self.put("/a", "two", x_amz_meta_cache_tag="b")
            return super().head_object(Bucket, Key)

    reader = Reader(Changing())
    reader.site.put("/a", "one", x_amz_meta_cache_tag="a")
    assert reader.get("/a").body == b"two"
    reader.edge.close()


def test_a_page_whose_tags_cannot_be_known_is_not_kept() -> None:
    class Restless(Site):
        def head_object(self, Bucket: str, Key: str) -> dict[str, object]:  # noqa: N803
            self.put("/a", f"number {len(self.asked)}")
            return super().head_object(Bucket, Key)

    reader = Reader(Restless())
    reader.site.put("/a", "one")
    assert [reader.how("/a"), reader.how("/a")] == ["Miss", "Miss"]
    reader.edge.close()


def test_other_methods_go_through_and_are_kept_by_nobody(reader: Reader) -> None:
    reader.site.put("/a", "one")
    assert [reader.get("/a", "POST").result for _ in range(2)] == ["Miss", "Miss"]
