"""What `install` does, put together from intake and pages."""

from contextlib import suppress

from shared.aws.clients import client
from shared.aws.objects import S3Bodies, S3Inbox, S3Shelf
from shared.aws.tables import DynamoArchive, Table
from shared.clock import utc_now
from shared.errors import Conflict
from shared.intake.config_file import starter
from shared.intake.configure import configure
from shared.news.keys import CONFIG_KEY
from shared.news.office import is_configured
from shared.news.shelf import Item
from shared.pages.publish import install_pages
from shared.wiring.publish import announcer, press, settings


def install(correlation_id: str) -> None:
    """Bring a new or changed deployment to the state in which readers find three fronts."""
    now, table = settings(), Table(client("dynamodb"), settings().table_name)
    archive = DynamoArchive(table)
    if not is_configured(archive):  # one that was deleted since does not come back
        newsroom = S3Shelf(client("s3"), now.newsroom_bucket)
        with suppress(Conflict):  # somebody was first
            newsroom.put(
                Item(key=CONFIG_KEY, content=starter(), content_type="application/yaml"), over=None
            )
    configure(
        archive=archive,
        bodies=S3Bodies(client("s3"), now.newsroom_bucket),
        inbox=S3Inbox(client("s3"), now.newsroom_bucket),
        clock=utc_now,
    )
    announcer().announce(install_pages(press()).events, correlation_id)
