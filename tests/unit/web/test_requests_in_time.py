import pytest
import requests

from shared.web.requests_in_time import READ_SECONDS, RequestsInTime
from tests.fakes.engine_server import google_page, serving


def test_a_request_to_a_silent_server_ends() -> None:
    with serving(lambda _: google_page("late"), silent=True) as server:
        hasty = RequestsInTime(requests, connect=0.5, read=0.3)
        with pytest.raises(requests.Timeout):
            hasty.get(server.address, {"q": "Hello"})
        with pytest.raises(requests.Timeout):
            hasty.post(server.address, {"q": "Hello"})


def test_nothing_waits_longer_than_ten_seconds() -> None:
    assert READ_SECONDS <= 10
    assert RequestsInTime(requests).timeout[0] < 4
