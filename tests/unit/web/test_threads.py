"""Sixteen threads at once mix up nothing, though the library's objects do."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from shared.translation.ports import Engine, Order, Pair
from shared.web.google import Google
from shared.web.library import module
from shared.web.libretranslate import LibreTranslate
from shared.web.microsoft import Microsoft
from tests.fakes.engine_server import Reply, google_page, libre_json, microsoft_json, serving

THREADS = 16
PAIRS = (Pair("en", "es"), Pair("en", "ar"), Pair("es", "ar"))
Translate = Callable[[Sequence[str], Pair], Sequence[object]]


def right(line: str, pair: Pair) -> str:
    return f"«{line}» {pair.source}>{pair.target}"


def mispaired(translate: Translate, segments: int, pairs: Sequence[Pair] = PAIRS) -> int:
    """How many of the answers that threads get at once belong to another segment, or to none."""
    batches = [
        (
            [f"Segment {number} of batch {batch}." for number in range(segments)],
            pairs[batch % len(pairs)],
        )
        for batch in range(THREADS)
    ]
    with ThreadPoolExecutor(THREADS) as pool:
        told = list(pool.map(translate, *zip(*batches, strict=True)))
    return sum(
        said != right(line, pair)
        for (lines, pair), answers in zip(batches, told, strict=True)
        for line, said in zip(lines, answers, strict=True)
    )


def answering(page: Callable[[str], Reply], source: str, target: str) -> Callable[[Any], Reply]:
    return lambda asked: page(f"«{asked['q']}» {asked[source]}>{asked[target]}")


@pytest.fixture(params=["google", "libretranslate", "microsoft"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    match request.param:
        case "google":
            with serving(answering(google_page, "sl", "tl")) as server:
                yield Google(f"{server.address}/m")
        case "libretranslate":
            with serving(answering(libre_json, "source", "target")) as server:
                yield LibreTranslate(server.address)
        case "microsoft":
            with serving(answering(microsoft_json, "from", "to")) as server:
                yield Microsoft(lambda: "s3cret", address=server.address)


@pytest.mark.parametrize("segments", [20, pytest.param(400, marks=pytest.mark.slow)])
def test_sixteen_threads_mix_up_nothing(engine: Engine, segments: int) -> None:
    def translate(lines: Sequence[str], pair: Pair) -> Sequence[object]:
        return engine.translate(Order(lines, pair, seconds=300))

    assert mispaired(translate, segments) == 0


class Meeting(dict[str, str]):
    """The parameters of a request; whoever sets its text waits until every thread has."""

    def __init__(self, threads: int) -> None:
        super().__init__()
        self._all = Barrier(threads, timeout=30)

    def __setitem__(self, name: str, value: str) -> None:
        super().__setitem__(name, value)
        if name == "q":
            self._all.wait()


def test_an_object_of_the_library_that_threads_share_mixes_up_their_answers() -> None:
    with serving(answering(google_page, "sl", "tl")) as server:
        shared = module("google").GoogleTranslator(source="en", target="es")
        vars(shared).update(_base_url=f"{server.address}/m", _url_params=Meeting(THREADS))
        found = mispaired(lambda lines, _: [*map(shared.translate, lines)], 3, PAIRS[:1])
    assert found >= 3 * (THREADS - 1)
