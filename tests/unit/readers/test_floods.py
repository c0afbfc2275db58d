"""Forged views come from as few places as they say."""

import random
from ipaddress import ip_address, ip_network

import pytest

from infra.readers.day import invented_articles
from infra.readers.floods import FLOODS, forged_agent

(ARTICLE,) = invented_articles(1)[:1]
NETWORKS = {"one reader": 1, "one address": 1, "one /24": 1, "one /48": 1, "256 networks": 256}


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_comes_from_its_networks_within_half_an_hour(name: str) -> None:
    views = list(FLOODS[name].views(ARTICLE, 5000, begin=3600))
    ips = [ip_address(view.reader.ip) for view in views]
    sizes = {4: 24, 6: 48}
    networks = {ip_network(f"{ip}/{sizes[ip.version]}", strict=False) for ip in ips}
    assert len(networks) == NETWORKS.get(name, len(networks)) or name == "a botnet"
    assert (len(networks) > 3000) == (name == "a botnet")
    assert {view.article for view in views} == {ARTICLE}
    assert all(3600 <= view.at < 5400 for view in views)
    agents = {view.reader.agent for view in views}
    assert len(agents) == (1 if name == "one reader" else 5000)


def test_forged_browsers_differ_in_letters_too() -> None:
    rng = random.Random(1)
    bare = {"".join(filter(str.isalpha, forged_agent(rng))) for _ in range(1000)}
    assert len(bare) > 990
