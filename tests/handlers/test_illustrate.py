"""Pictures through the entry point: uploaded before or after the story that wants them."""

import io

from PIL import Image

from functions.illustrate.handler import lambda_handler as illustrate
from functions.ingest.handler import lambda_handler as ingest
from functions.publish.handler import lambda_handler as publish
from shared.news.keys import log_of
from tests.handlers.conftest import Context, Deployment, captured, queued

KEY, PICTURE = "inbox/2026/11/river.en.md", "inbox/2026/11/palace.jpg"
RIVER = log_of(KEY)
CONFIG = """
outlet: {name: {en: G, ar: ج, es: G}, slogan: {en: S, ar: ش, es: S}}
editions: {en: {}, ar: {}, es: {}}
sections: {politics: {en: Politics, ar: سياسة, es: Política}}
"""
STORY = """---
headline: A river
section: politics
picture: {file: palace.jpg, credit: Desk, alt: A palace}
---
It flows.
"""


def a_picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (700, 400), (90, 60, 30)).save(buffer, "PNG")
    return buffer.getvalue()


def drop(deployment: Deployment, key: str, content: bytes | str) -> list[str]:
    """Upload, take in, and work off what is announced about pictures; the names of events."""
    deployment.upload(key, content)
    ingest(queued(captured("s3_object_created", key=key)), Context())
    events = deployment.announced()
    touched = [event for event in events if event["detail-type"] == "PictureTouched"]
    answer = illustrate(queued(*touched), Context())
    assert answer == {"batchItemFailures": []}
    events += deployment.announced()
    pages = [
        event for event in events if event["detail-type"] in {"ArticleReady", "StoryIllustrated"}
    ]
    if pages:
        publish(queued(*pages), Context())
    return [event["detail-type"] for event in events]


def test_a_picture_joins_its_story_in_either_order(deployment: Deployment) -> None:
    for first, second in ((KEY, PICTURE), (PICTURE, KEY)):
        deployment.upload("config/newsroom.yaml", CONFIG)
        contents: dict[str, bytes | str] = {KEY: STORY, PICTURE: a_picture()}
        drop(deployment, first, contents[first])
        assert "StoryIllustrated" in drop(deployment, second, contents[second])
        assert "/media/" in deployment.reads("site", "en/index.html")


def test_a_file_that_is_no_picture_is_rejected_and_the_story_goes_out(
    deployment: Deployment,
) -> None:
    deployment.upload("config/newsroom.yaml", CONFIG)
    drop(deployment, KEY, STORY)
    assert "UploadRejected" in drop(deployment, PICTURE, "this is no picture")
    assert "A river" in deployment.reads("site", "en/index.html")
