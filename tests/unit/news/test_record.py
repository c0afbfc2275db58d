"""Records are built when they are first used, whoever does that."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from pydantic import create_model

from shared.news.record import Record

THREADS = 8


@pytest.fixture
def hasty() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("hasty")
def test_threads_that_meet_a_kind_of_record_first_all_get_it_whole() -> None:
    inner = create_model("inner", __base__=Record, word=(str, "a"))
    with ThreadPoolExecutor(THREADS) as pool:
        for number in range(500):
            kind = create_model(
                f"kind{number}", __base__=Record, inner=(inner, ...), many=(tuple[inner, ...], ())
            )
            start = Barrier(THREADS)

            def make(_: int, kind: type[Record] = kind, start: Barrier = start) -> Record:
                start.wait()
                return kind.model_validate({"inner": {"word": "b"}})

            assert {str(one) for one in pool.map(make, range(THREADS))} == {
                "inner=inner(word='b') many=()"
            }
