"""The newsroom whose pages are audited: the one that runs here, else one of our own."""

import re
import time
import urllib.error
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote, urljoin

from ruamel.yaml import YAML

from infra.local.cloud import LocalCloud, last_cloud, local_cloud
from infra.local.progress import watch
from infra.local.run import MEDIA_HOSTS, publish_sample
from infra.local.sample import SAMPLE, Story
from tests.audit.pages import EDITIONS, get

TAKEN_BACK = "audit/taken-back"
PATIENCE = 90.0


class NotReady(Exception):
    """The newsroom has not what is to be audited."""


@contextmanager
def newsroom(aws_port: int, site_port: int) -> Iterator[LocalCloud]:
    """A local cloud: the one that `make run` has started, or a new one."""
    running = last_cloud()
    if running and _answers(running):
        yield running
        return
    hosts = {"MediaHosts": MEDIA_HOSTS}
    with local_cloud(aws_port=aws_port, site_port=site_port, parameters=hosts) as cloud:
        yield cloud


def kinds(cloud: LocalCloud) -> dict[str, str]:
    """Publishes the sample newsroom; the kinds of its stories and parts of sections, by URL."""
    found: dict[str, str] = {}
    for story in publish_sample(cloud, time.monotonic()):
        if not story.is_live():
            raise NotReady(f"The sample's story {story.name} did not come live")
        for upload in story.uploads:
            kind = re.search(r"^kind: *(\w+)", (SAMPLE / upload).read_text(), re.MULTILINE)
            if kind and kind[1] != "news":
                found |= dict.fromkeys(_urls(cloud, story).values(), kind[1])
    config = YAML(typ="safe").load(SAMPLE / "config/newsroom.yaml")
    for parts in config.get("subsections", {}).values():
        for part in parts:
            for edition in EDITIONS:
                found[f"{cloud.site_url}/{edition}/{part}/"] = "subsection"
    return found


def take_back(cloud: LocalCloud) -> dict[str, str]:
    """Publishes a story and withdraws it; its URLs by edition."""
    key = f"inbox/{TAKEN_BACK}.en.md"
    s3, place = cloud.client("s3"), {"Bucket": cloud.newsroom_bucket, "Key": key}
    put = s3.put_object(
        Body=b"---\nheadline: Taken back\nsection: politics\n---\nIt was.\n", **place
    )
    story = Story(TAKEN_BACK, [key], {key: put["VersionId"]})
    live = watch(cloud, [story], time.monotonic(), patience=PATIENCE)
    s3.delete_object(**place)
    urls, until = _urls(cloud, story), time.monotonic() + PATIENCE
    while not live or any(get(url).status != 410 for url in urls.values()):
        if time.monotonic() > until:
            raise NotReady(f"A story was not published and taken back: {story}")
        time.sleep(0.5)
    return urls


def _urls(cloud: LocalCloud, story: Story) -> dict[str, str]:
    return {
        edition: unquote(urljoin(cloud.site_url, address))
        for edition, address in story.urls.items()
    }


def _answers(cloud: LocalCloud) -> bool:
    try:
        return get(f"{cloud.site_url}/en/").status == 200
    except urllib.error.URLError:
        return False
