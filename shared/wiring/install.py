"""What `install` does, put together from intake and pages."""

from contextlib import suppress

from shared.aws.clients import client
from shared.aws.diary import DynamoDiary
from shared.aws.objects import S3Bodies, S3Inbox, S3Shelf
from shared.aws.rejections import DynamoRejections
from shared.aws.tables import DynamoArchive, DynamoWishes, Table
from shared.clock import utc_now
from shared.errors import Conflict
from shared.intake.accept import Intake, configure
from shared.intake.config_file import starter
from shared.news.keys import CONFIG_KEY
from shared.news.office import is_configured
from shared.news.shelf import Item
from shared.pages.publish import install_pages
from shared.wiring.publish import announcer, press, settings


def install(correlation_id: str) -> None:
    """Bring a new or changed deployment to the state in which readers find three fronts."""
    now, table = settings(), Table(client("dynamodb"), settings().table_name)
    intake = Intake(
        archive=DynamoArchive(table),
        bodies=S3Bodies(client("s3"), now.newsroom_bucket),
        inbox=S3Inbox(client("s3"), now.newsroom_bucket),
        wishes=DynamoWishes(table),
        diary=DynamoDiary(table),
        rejections=DynamoRejections(table),
        memory_faults=lambda _: (),
        clock=utc_now,
    )
    if not is_configured(intake.archive):  # one that was deleted since does not come back
        newsroom = S3Shelf(client("s3"), now.newsroom_bucket)
        with suppress(Conflict):  # somebody was first
            newsroom.put(
                Item(key=CONFIG_KEY, content=starter(), content_type="application/yaml"), over=None
            )
    configure(intake)
    announcer().announce(install_pages(press()).events, correlation_id)
