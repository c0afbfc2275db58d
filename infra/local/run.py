"""`make run`: the local cloud with the sample newsroom, until Ctrl-C."""

import signal
import sys
import time
from types import FrameType

from infra.local.cloud import LocalCloud, local_cloud
from infra.local.emulator import NotStarted
from infra.local.progress import watch
from infra.local.sample import SAMPLE, Story, await_again, stories, upload
from infra.local.stack import DeployFailed

PATIENCE = 120.0
MEDIA_HOSTS = "https://media.azimuth.example"
"""Where the videos of the sample would be, if they were anywhere."""


class _Stopped(BaseException):
    """Somebody pressed Ctrl-C, or asked us to end."""


def run(*, aws_port: int, site_port: int, sample: bool, once: bool) -> int:
    """The exit status: 0 if all went well."""
    signal.signal(signal.SIGINT, _stop)
    signal.signal(signal.SIGTERM, _stop)
    started = time.monotonic()
    try:
        print("Starting the local cloud ...", flush=True)
        hosts = {"MediaHosts": MEDIA_HOSTS}
        with local_cloud(aws_port=aws_port, site_port=site_port, parameters=hosts) as cloud:
            print(f"Deployed template.yaml in {time.monotonic() - started:.1f} s", flush=True)
            try:
                return _publish(cloud, started, sample=sample, once=once)
            finally:
                # A second Ctrl-C must not leave half of it behind.
                signal.signal(signal.SIGINT, signal.SIG_IGN)
                signal.signal(signal.SIGTERM, signal.SIG_IGN)
                print("Stopping; everything is kept for the next run ...", flush=True)
    except _Stopped:
        return 0
    except (NotStarted, DeployFailed) as failure:
        print(failure, file=sys.stderr)
        return 1


def publish_sample(cloud: LocalCloud, started: float) -> list[Story]:
    """Uploads what is not there yet of the sample; its stories, once all of them are live."""
    everything = stories(SAMPLE)
    good = True
    for what in ("files of the sample newsroom", "correction"):
        versions = upload(cloud.client("s3"), cloud.newsroom_bucket, SAMPLE)
        print(f"Uploaded {len(versions)} {what}", flush=True)
        await_again(everything, versions)
        good = good and watch(cloud, everything, started, patience=PATIENCE)
    for story in everything:
        if not story.is_live():
            print(f"Not live in every edition: {story.name} {story.states} {story.faults}")
    return everything


def _publish(cloud: LocalCloud, started: float, *, sample: bool, once: bool) -> int:
    good = all(story.is_live() for story in publish_sample(cloud, started)) if sample else True
    if once:
        if good:
            print(f"Triptych was live after {time.monotonic() - started:.1f} s", flush=True)
        return 0 if good else 1
    print(_welcome(cloud), flush=True)
    while True:
        signal.pause()


def _welcome(cloud: LocalCloud) -> str:
    bucket = cloud.newsroom_bucket
    return f"""
Triptych is live
  {cloud.site_url}/   (or straight: /en/ /ar/ /es/)

To publish a story:
  eval "$(.venv/bin/triptych env)"
  .venv/bin/aws s3 cp story.en.md s3://{bucket}/inbox/story.en.md
  .venv/bin/aws s3 cp s3://{bucket}/receipts/story.en.md.md -

Ctrl-C stops it; the next `make run` goes on from here; `make clean` forgets everything."""


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise _Stopped
