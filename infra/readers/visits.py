"""A day of views made on the local site, each in its time."""

import time
from collections.abc import Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, as_completed, wait

from infra.readers.day import View
from infra.readers.local_site import LocalSite, Visit

_AT_ONCE = 12
_WAITING = 48


def visits(
    site: LocalSite, views: Iterable[View], *, first: float, speed: float
) -> Generator[Visit]:
    """The visits, as they are done; `speed` seconds of the day, which begins at `first`, in one.

    Several are under way at once. Where the site cannot keep up, the day takes longer. Closing the
    iterator ends it after those that are under way.
    """
    began = time.monotonic()
    pool, waiting = ThreadPoolExecutor(_AT_ONCE), set[Future[Visit]]()
    try:
        for view in views:
            due = began + (view.at - first) / speed
            time.sleep(max(0.0, due - time.monotonic()))
            waiting.add(pool.submit(site.visit, view))
            patience = None if len(waiting) >= _WAITING else 0
            done, waiting = wait(waiting, patience, FIRST_COMPLETED)
            yield from (one.result() for one in done)
        yield from (one.result() for one in as_completed(waiting))
    finally:
        pool.shutdown(cancel_futures=True)
