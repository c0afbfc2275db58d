"""The local cloud as a context manager: emulator, stack and front. Journeys use it too."""

import contextlib
import json
import shutil
import socket
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import boto3
import botocore.config

from infra.local.edge.access_log import AccessLog
from infra.local.edge.distribution import read_distribution
from infra.local.edge.front import Front
from infra.local.emulator import KEY, REGION, Emulator, NotStarted, port_is_free
from infra.local.stack import DeployFailed, NeverDeployed, deploy

ROOT = Path(__file__).parents[2]
STATE = ROOT / ".triptych"


@dataclass(frozen=True)
class LocalCloud:
    """Where everything is. All names are those of the stack's outputs."""

    endpoint: str
    site_url: str
    newsroom_bucket: str
    site_bucket: str
    table_name: str
    bus_name: str
    distribution_id: str
    distribution_domain: str
    log_bucket: str = ""  # newspapers that were kept before it existed have none

    def client(self, service: str) -> Any:
        return client(self.endpoint, service)

    def environment(self) -> dict[str, str]:
        """What a shell needs to work with this cloud as with AWS."""
        return {
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": KEY,
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "TRIPTYCH_NEWSROOM_BUCKET": self.newsroom_bucket,
            "TRIPTYCH_SITE_BUCKET": self.site_bucket,
            "TRIPTYCH_SITE_URL": self.site_url,
        }


@lru_cache
def client(endpoint: str, service: str) -> Any:
    return boto3.client(
        service,
        endpoint_url=endpoint,
        region_name=REGION,
        aws_access_key_id=KEY,
        aws_secret_access_key=KEY,
        config=botocore.config.Config(
            s3={"addressing_style": "path"}, retries={"mode": "standard"}, max_pool_connections=32
        ),
    )


@contextlib.contextmanager
def local_cloud(
    *,
    aws_port: int = 0,
    site_port: int = 0,
    state: Path = STATE,
    root: Path = ROOT,
    parameters: Mapping[str, str] | None = None,
) -> Iterator[LocalCloud]:
    """A running local cloud, without any sample. A port of 0 means any free one."""
    aws_port, site_port = _port(aws_port, "AWS_PORT"), _port(site_port, "SITE_PORT")
    site_url = f"http://127.0.0.1:{site_port}"
    _same_ports(state, aws_port, site_port)
    given = {"Stage": "local", "OnAws": "false", "PseudoTranslator": "true", "SiteUrl": site_url}
    try:
        with Emulator(aws_port, state) as emulator:
            outputs = _deploy(root, state, emulator, given | dict(parameters or {}))
            cloud = LocalCloud(
                endpoint=emulator.endpoint,
                site_url=site_url,
                newsroom_bucket=outputs["NewsroomBucket"],
                site_bucket=outputs["SiteBucket"],
                table_name=outputs["TableName"],
                bus_name=outputs["BusName"],
                distribution_id=outputs["DistributionId"],
                distribution_domain=outputs["DistributionDomain"],
                log_bucket=outputs["LogBucket"],
            )
            distribution = read_distribution(cloud.client, cloud.distribution_id)
            log = AccessLog(cloud.client, cloud.log_bucket, cloud.distribution_id)
            with Front(site_port, cloud.endpoint, distribution, log):
                (state / "cloud.json").write_text(json.dumps(asdict(cloud)))
                yield cloud
    except NeverDeployed:
        for folder in ("services", "s3"):
            shutil.rmtree(state / folder, ignore_errors=True)
        raise


def _deploy(
    root: Path, state: Path, emulator: Emulator, parameters: Mapping[str, str]
) -> dict[str, str]:
    try:
        return deploy(
            root, state / "build", lambda name: client(emulator.endpoint, name), parameters
        )
    except DeployFailed as failure:
        raise type(failure)(f"{failure}\n{emulator.complaints()}") from None


def last_cloud(state: Path = STATE) -> LocalCloud | None:
    """The cloud that runs, or ran last, with this state."""
    try:
        return LocalCloud(**json.loads((state / "cloud.json").read_text()))
    except FileNotFoundError:
        return None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _same_ports(state: Path, aws_port: int, site_port: int) -> None:
    """Kept functions and receipts hold the addresses that they were made with."""
    kept = last_cloud(state)
    if kept is None:
        return
    ports = [urlsplit(address).port for address in (kept.endpoint, kept.site_url)]
    if ports != [aws_port, site_port]:
        raise NotStarted(
            f"The newspaper that is kept here lives on AWS_PORT={ports[0]} SITE_PORT={ports[1]}:"
            " say those, or make clean to begin anew"
        )


def _port(wanted: int, name: str) -> int:
    if wanted and not port_is_free(wanted):
        raise NotStarted(f"Port {wanted} is busy: free it, or choose another with {name}=")
    return wanted or free_port()
