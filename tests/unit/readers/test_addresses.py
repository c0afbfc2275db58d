"""Addresses are real ones, in as many networks as were asked for."""

import random
from ipaddress import ip_address, ip_network
from itertools import islice

from infra.readers.addresses import internet, loopback


def network(ip: str) -> str:
    return str(ip_network(f"{ip}/{24 if ip_address(ip).version == 4 else 48}", strict=False))


def test_the_internet_has_both_kinds_and_no_more_networks_than_asked_for() -> None:
    found = [ip_address(ip) for ip in islice(internet(random.Random(1), 50), 3000)]
    assert {ip.version for ip in found} == {4, 6}
    assert all(ip.is_global for ip in found)
    networks = {network(str(ip)) for ip in found}
    assert 40 < len(networks) <= 50


def test_every_reader_on_this_machine_has_a_network_but_ours() -> None:
    found = list(islice(loopback(random.Random(1)), 2000))
    assert all(ip_address(ip).is_loopback for ip in found)
    assert len({network(ip) for ip in found}) == 2000
    assert "127.0.0.0/24" not in {network(ip) for ip in found}
