"""From an upload to the page that readers get, per edition, on the local cloud."""

import statistics
import tempfile
import time
from pathlib import Path

from infra.local.cloud import LocalCloud, local_cloud
from shared.news.keys import story_key
from shared.news.language import LANGUAGES
from tests.bench.tables import table
from tests.fakes.engine_server import serving
from tests.journeys.conftest import CONFIG, Engine, Newsroom, story

UPLOADS = 20
PATIENCE_SECONDS = 60.0


def latency() -> str:
    engine = Engine()
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(engine.answer) as server,
        local_cloud(state=Path(folder), parameters={"LibreTranslateUrl": server.address}) as cloud,
    ):
        newsroom = Newsroom(cloud, engine)
        newsroom.upload("config/newsroom.yaml", CONFIG)
        newsroom.reads("/en/", lambda page: "Gazette" in page.text)
        _seconds(newsroom, cloud, "first")  # the memory knows the sentences, the functions are warm
        runs = [_seconds(newsroom, cloud, f"story{number}") for number in range(UPLOADS)]
    rows = []
    for edition in LANGUAGES:
        seconds = sorted(run[edition] for run in runs)
        tenths = statistics.quantiles(seconds, n=10)
        rows.append((edition, *(f"{one:.2f}" for one in (seconds[0], statistics.median(seconds),
                                                         tenths[8]))))  # fmt: skip
    return f"""## From upload to live

Seconds from the upload to the page in the site bucket, on the local cloud: {UPLOADS} stories in \
English, one after the other, functions warm, every sentence in the memory.

{table(("edition", "least", "median", "nine of ten"), rows)}"""


def _seconds(newsroom: Newsroom, cloud: LocalCloud, name: str) -> dict[str, float]:
    """Upload a story; the seconds until each edition's page stands."""
    key = f"inbox/2026/11/{name}.en.md"
    named = story_key(key)
    assert named
    began = time.monotonic()
    newsroom.upload(key, story("Seven countries share the river", "It flows.\n\nIt rises."))
    found: dict[str, float] = {}
    while len(found) < len(LANGUAGES):
        assert time.monotonic() < began + PATIENCE_SECONDS, f"{key} is live only in {found}"
        for edition in LANGUAGES:
            if edition not in found and _stands(newsroom, cloud, edition, named.story):
                found[edition] = time.monotonic() - began
        time.sleep(0.02)
    return found


def _stands(newsroom: Newsroom, cloud: LocalCloud, edition: str, story: str) -> bool:
    answer = newsroom.s3.list_objects_v2(Bucket=cloud.site_bucket, Prefix=f"{edition}/politics/")
    return any(one["Key"].endswith(f"-{story}") for one in answer.get("Contents", ()))
