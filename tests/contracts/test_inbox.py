"""The versions of a file in the inbox: in memory and on S3."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest

from shared.aws.objects import S3Inbox
from shared.intake.ports import Inbox, Upload
from tests.builders import MORNING
from tests.fakes.intake import MemoryInbox

KEY = "inbox/2026/11/نهر.ar.md"


class Uploads:
    """Uploads that S3 tells apart by their times."""

    def __init__(self, request: pytest.FixtureRequest) -> None:
        self.inbox: Inbox
        if request.param == "memory":
            moments = iter(range(1, 100))
            memory = MemoryInbox(clock=lambda: MORNING + timedelta(seconds=next(moments)))
            self.inbox = memory
            self._put: Callable[[str, str], object] = memory.upload
        else:
            client, bucket = request.getfixturevalue("bucket")
            self.inbox = S3Inbox(client, bucket)
            self._put = partial(_upload, client, bucket)

    def put(self, text: str, key: str = KEY) -> Upload:
        self._put(key, text)
        found = self.inbox.newest(key, 1_000)
        assert found
        return found


def _upload(client: Any, bucket: str, key: str, text: str) -> None:
    time.sleep(1)  # S3 tells seconds only
    client.put_object(Bucket=bucket, Key=key, Body=text.encode())


@pytest.fixture(params=["memory", "aws"])
def uploads(request: pytest.FixtureRequest) -> Uploads:
    return Uploads(request)


def test_versions_that_were_never_judged_are_as_old_as_the_first_of_them(uploads: Uploads) -> None:
    first, second = uploads.put("one"), uploads.put("two")
    uploads.put("another", f"{KEY}.txt")
    third = uploads.put("three")

    def since(*judged: Upload) -> datetime:
        return uploads.inbox.since(third, [one.version for one in judged])

    assert since() == first.uploaded
    assert since(first) == second.uploaded
    assert since(first, second) == third.uploaded
