"""`triptych simulate-readers`, over real HTTP, on the fronts that readers really get."""

import contextlib
import io
import os
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from infra.cli import main
from infra.readers.agents import ROBOTS, browsers
from infra.readers.local_site import has_many_addresses
from shared.news.language import LANGUAGES
from tests.fakes.local_site import Asked, LittleSite, little_site

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests/unit/pages/golden"
RIVER = "kq3vx2mh7a"
ARTICLE = re.compile(r"/(en|ar|es)/[a-z]+/\S*[a-z2-7]{10}")
FAST = ["--readers", "60", "--minutes", "600", "--speed", "100000"]

needs_addresses = pytest.mark.skipif(
    not has_many_addresses(), reason="this machine has no address but 127.0.0.1"
)


def pages() -> dict[str, str]:
    """The fronts, and each article that they link."""
    found = {}
    for edition in LANGUAGES:
        front = (GOLDEN / f"front.{edition}.html").read_text()
        found[f"/{edition}/"] = front
        article = (GOLDEN / f"article.{edition}.html").read_text()
        for link in re.findall(r'href="([^"]+)"', front):
            if ARTICLE.fullmatch(link):
                found[link] = article
    return found


@pytest.fixture
def site() -> Iterator[LittleSite]:
    with little_site(pages()) as little:
        yield little


@pytest.fixture(scope="module")
def morning() -> Iterator[tuple[LittleSite, str]]:
    """A site that was read, and what the command said."""
    with little_site(pages()) as little, contextlib.redirect_stdout(io.StringIO()) as said:
        simulate(little)
        yield little, said.getvalue()


def articles(site: LittleSite) -> list[Asked]:
    return [one for one in site.asked if ARTICLE.fullmatch(one.path)]


def simulate(site: LittleSite, *options: str) -> list[Asked]:
    """The requests that the command made for articles."""
    assert main(["simulate-readers", "--site", site.url, *FAST, *options]) == 0
    return articles(site)


def by_people(asked: list[Asked]) -> list[Asked]:
    known = set(browsers())
    return [one for one in asked if one.headers.get("user-agent") in known]


def test_it_reads_articles_that_the_fronts_of_all_editions_link(
    morning: tuple[LittleSite, str],
) -> None:
    site, _ = morning
    asked = articles(site)
    assert {one.path for one in asked} <= set(site.pages)
    assert {one.path[:4] for one in asked} == {"/en/", "/ar/", "/es/"}
    assert 150 < len(asked) < 300


@needs_addresses
def test_each_reader_calls_from_an_address_and_a_network_of_their_own(
    morning: tuple[LittleSite, str],
) -> None:
    people = by_people(articles(morning[0]))
    readers = {(one.ip, one.headers["user-agent"]) for one in people}
    networks = {one.ip.rpartition(".")[0] for one in people}
    assert all(one.ip.startswith("127.") for one in people)
    assert "127.0.0" not in networks
    assert 40 < len(readers) == len(networks) <= 60


def test_they_ask_as_browsers_do_and_fetch_each_file_once(morning: tuple[LittleSite, str]) -> None:
    site, _ = morning
    people = by_people(articles(site))
    assert all("text/html" in one.headers["accept"] for one in people)
    arabic = [one for one in people if one.path.startswith("/ar/")]
    assert all(one.headers["accept-language"].startswith("ar") for one in arabic)
    files = Counter((one.ip, one.headers["user-agent"], one.path) for one in by_people(site.asked)
                    if one.path.startswith(("/assets/", "/media/")))  # fmt: skip
    assert files
    assert set(files.values()) == {1}


def test_robots_monitors_and_pages_fetched_ahead_are_among_them(
    morning: tuple[LittleSite, str],
) -> None:
    site, _ = morning
    asked = articles(site)
    robots = [one for one in asked if one.headers.get("user-agent", "") in ROBOTS]
    assert 10 < len(robots) < len(asked) / 2
    assert any("sec-purpose" in one.headers for one in asked)
    assert any("if-none-match" in one.headers for one in asked)
    assert {one.method for one in asked} == {"GET", "HEAD"}
    assert any(site.status(one) == 404 for one in site.asked)


def test_breaking_news_takes_its_readers(site: LittleSite) -> None:
    asked = by_people(simulate(site, "--breaking", RIVER, "--readers", "200"))
    later = asked[len(asked) // 2 :]
    share = sum(RIVER in one.path for one in later) / len(later)
    assert 0.2 < share < 0.5


def test_a_story_is_found_by_words_of_its_address_or_headline_and_else_all_are_named(
    site: LittleSite, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in ("river-that-writes", "Own height"):
        simulate(site, "--breaking", words, "--readers", "3")
    assert main(["simulate-readers", "--site", site.url, "--breaking", "nothing"]) == 1
    said = capsys.readouterr().err
    assert "0 stories are called nothing" in said
    assert f"{RIVER}  The river that writes its own height on the bank" in said


@needs_addresses
def test_a_forger_is_a_thousand_browsers_in_one_network(
    site: LittleSite, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = simulate(site, "--flood", RIVER, "--readers", "3")
    forged = [one for one in asked if one.ip.startswith("127.66.66.")]
    assert len({one.headers["user-agent"] for one in forged}) == len(forged) == 1000
    assert len({one.path for one in forged}) == 1
    (edition,) = {one.path[1:3] for one in forged}
    counted = re.search(rf"{edition} +(\d+)  (?:The river|.*río|نهر)", capsys.readouterr().out)
    assert counted
    assert 20 <= int(counted[1]) <= 20 + 3


def test_at_the_end_it_says_what_was_sent_and_where_to_look(
    morning: tuple[LittleSite, str],
) -> None:
    site, said = morning
    # the three fronts, and their sections, which this site has not, were looked at before
    looked = sum(ARTICLE.fullmatch(one.path) is None and not one.headers.get("user-agent")
                 and "." not in one.path and "nothing-is-here" not in one.path
                 for one in site.asked)  # fmt: skip
    sent = re.search(r"Sent ([\d,]+) requests", said)
    assert sent
    assert int(sent[1].replace(",", "")) == len(site.asked) - looked
    assert "x 200" in said
    assert f"{site.url}/ar/most-read" in said


@pytest.mark.parametrize(
    "url", ["https://azimuth.example", "http://192.0.2.1:8080", "http://localhost:8080",
            "https://127.0.0.1:8080", "http://127.0.0.1.example"],
)  # fmt: skip
def test_no_other_site_than_this_machine_s_is_ever_asked(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulate-readers", "--site", url]) == 1
    assert "on http://127.0.0.1 only" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options", [("--readers", "0"), ("--readers", "20001"), ("--minutes", "1441"), ("--speed", "0")]
)
def test_it_is_bounded(
    site: LittleSite, options: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["simulate-readers", "--site", site.url, *options]) == 1
    assert options[0] in capsys.readouterr().err
    assert not site.asked


def test_a_site_that_does_not_run_is_told_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    with little_site({}) as gone:
        url = gone.url
    assert main(["simulate-readers", "--site", url]) == 1
    assert "make run" in capsys.readouterr().err


def test_ctrl_c_ends_it_and_it_says_what_was_sent(site: LittleSite) -> None:
    code = "import sys; from infra.cli import main; sys.exit(main())"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "simulate-readers", "--site", site.url, "--speed", "1000"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert process.stdout
    assert "of the day" in process.stdout.readline()
    process.send_signal(signal.SIGINT)
    said, trouble = process.communicate(timeout=30)
    assert (process.returncode, trouble) == (0, "")
    assert "Stopped." in said
    assert "Sent " in said
