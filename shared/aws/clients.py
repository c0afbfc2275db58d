"""The SDK's clients, made when first asked for and kept for the life of the process."""

from functools import cache

import boto3
from botocore.client import BaseClient
from botocore.config import Config


@cache
def client(service: str) -> BaseClient:
    """A client with short time-outs; its own retries are for hiccups, the queues' for outages."""
    patience = Config(
        connect_timeout=3, read_timeout=15, retries={"mode": "standard", "max_attempts": 3}
    )
    return boto3.client(service, config=patience)


@cache
def translator(service: str) -> BaseClient:
    """A client for engines, which asks once: `shared.translation.rounds` asks again, and ends."""
    impatience = Config(
        connect_timeout=3, read_timeout=12, retries={"mode": "standard", "total_max_attempts": 1}
    )
    return boto3.client(service, config=impatience)
