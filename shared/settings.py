"""What the deployment tells each function, read from the environment on the first call.

The fields of a function's settings, upper-cased, are its environment in template.yaml.
"""

import os

from pydantic import BaseModel, ConfigDict


class Settings(BaseModel):
    """What every function knows."""

    # Each function has one of these kinds: pydantic makes it ready when it is first read.
    model_config = ConfigDict(frozen=True, defer_build=True)

    table_name: str
    newsroom_bucket: str


class IngestSettings(Settings):
    """The environment of `ingest`; `media_hosts` has spaces between, and may be empty."""

    bus_name: str
    media_hosts: str


class IllustrateSettings(Settings):
    """The environment of `illustrate`."""

    bus_name: str


class TranslateSettings(Settings):
    """The environment of `translate`.

    `pseudo_translator` is true only in the local cloud; the other engines' may be empty. The
    key of Microsoft's is not here, but the name of the parameter that has it.
    """

    bus_name: str
    translate_queue_url: str
    pseudo_translator: bool
    libretranslate_url: str
    microsoft_key_parameter: str
    microsoft_region: str
    bedrock_model: str
    terminology_prefix: str


class PublishSettings(Settings):
    """The environment of `publish`; `site_url` has no slash at its end."""

    counts_table_name: str
    site_bucket: str
    bus_name: str
    distribution_id: str
    site_url: str


class InstallSettings(PublishSettings):
    """The environment of `install`."""


class ReleaseSettings(Settings):
    """The environment of `release`."""

    bus_name: str
    distribution_id: str


class CountSettings(Settings):
    """The environment of `count`."""

    counts_table_name: str
    log_bucket: str


class RankSettings(Settings):
    """The environment of `rank`."""

    counts_table_name: str
    bus_name: str


class SweepSettings(Settings):
    """The environment of `sweep`; the addresses of the dead letters have a comma between them."""

    site_bucket: str
    bus_name: str
    site_url: str
    dead_letter_urls: str


class ReportSettings(Settings):
    """The environment of `report`."""

    counts_table_name: str
    site_url: str


VERBS: dict[str, type[Settings]] = {
    "ingest": IngestSettings,
    "illustrate": IllustrateSettings,
    "translate": TranslateSettings,
    "publish": PublishSettings,
    "install": InstallSettings,
    "release": ReleaseSettings,
    "count": CountSettings,
    "rank": RankSettings,
    "report": ReportSettings,
    "sweep": SweepSettings,
}


def environment() -> dict[str, str]:
    """The environment, with the names of settings."""
    return {name.lower(): value for name, value in os.environ.items()}
