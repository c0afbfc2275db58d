"""Which deployment a command works on: the local cloud, or a stack on AWS."""

import argparse
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import boto3
from botocore.config import Config

from infra.local.cloud import last_cloud
from infra.local.stack import NAME


class NoTarget(Exception):
    """There is nothing to work on; the message says what to do."""


@dataclass(frozen=True)
class Target:
    """A deployed stack: its name and its outputs."""

    stack: str
    outputs: Mapping[str, str]

    def client(self, service: str, config: Config | None = None) -> Any:
        return boto3.client(service, config=config)

    def output(self, name: str) -> str:
        """An output that older stacks have not; raises NoTarget where this is one."""
        if name not in self.outputs:
            raise NoTarget(f"The stack {self.stack} is older than this command: deploy it first")
        return self.outputs[name]

    def resources(self, kind: str) -> dict[str, str]:
        """What the stack made of a kind (as `AWS::SQS::Queue`), by its name in the template."""
        pages = self.client("cloudformation").get_paginator("list_stack_resources")
        return {
            one["LogicalResourceId"]: one["PhysicalResourceId"]
            for page in pages.paginate(StackName=self.stack)
            for one in page["StackResourceSummaries"]
            if one["ResourceType"] == kind
        }


def add_target(parser: argparse.ArgumentParser) -> None:
    """Let a command choose its deployment."""
    parser.add_argument(
        "--stack", help="a stack in the account and region of your shell; "
        "without it the local cloud's own"
    )  # fmt: skip


def target(options: argparse.Namespace) -> Target:
    """The deployment that the options name; this process then works on it as its functions do.

    The environment becomes that of a function (`shared.settings`), so that `shared.wiring` gives
    the same ports here as there. Raises NoTarget.
    """
    if options.stack is None:
        cloud = last_cloud()
        if cloud is None:
            raise NoTarget("There is no local cloud yet: say make run first, or --stack NAME")
        os.environ.update(cloud.environment())
    found = _outputs(options.stack or NAME)
    deployment = Target(options.stack or NAME, found)
    os.environ.update(
        TABLE_NAME=found["TableName"],
        COUNTS_TABLE_NAME=deployment.output("CountsTableName"),
        NEWSROOM_BUCKET=found["NewsroomBucket"],
        SITE_BUCKET=found["SiteBucket"],
        BUS_NAME=found["BusName"],
        DISTRIBUTION_ID=found["DistributionId"],
        SITE_URL=found["SiteUrl"],
    )
    return deployment


def _outputs(stack: str) -> dict[str, str]:
    cloudformation = boto3.client("cloudformation")
    try:
        (found,) = cloudformation.describe_stacks(StackName=stack)["Stacks"]
    except cloudformation.exceptions.ClientError as error:
        raise NoTarget(f"There is no stack {stack} here: {error}") from None
    return {one["OutputKey"]: one["OutputValue"] for one in found.get("Outputs", ())}
