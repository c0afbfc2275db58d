"""A role of the template, borrowed: to see what it may do."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

import boto3

from infra.local.cloud import LocalCloud
from infra.local.emulator import REGION
from infra.local.stack import NAME


@dataclass(frozen=True)
class Role:
    """Credentials that act as one role of the local cloud."""

    endpoint: str
    credentials: dict[str, str]

    def client(self, service: str) -> Any:
        credentials = {name.lower(): value for name, value in self.credentials.items()}
        return boto3.client(service, endpoint_url=self.endpoint, region_name=REGION, **credentials)


@cache
def _names(cloud: LocalCloud) -> dict[str, str]:
    pages = cloud.client("cloudformation").get_paginator("list_stack_resources")
    return {
        one["LogicalResourceId"]: one["PhysicalResourceId"]
        for page in pages.paginate(StackName=NAME)
        for one in page["StackResourceSummaries"]
    }


def physical(cloud: LocalCloud, logical: str) -> str:
    """The name, the address or the ARN of a resource of the stack: what !Ref gives."""
    return _names(cloud)[logical]


def role_of(cloud: LocalCloud, logical: str) -> Role:
    """Act as a role of the template: its administrator first lets itself in, as on AWS."""
    iam = cloud.client("iam")
    role = iam.get_role(RoleName=physical(cloud, logical))["Role"]
    trust = role["AssumeRolePolicyDocument"]
    ours = _trust(role["Arn"])["Statement"][0]
    if ours not in trust["Statement"]:
        trust["Statement"].append(ours)
        iam.update_assume_role_policy(RoleName=role["RoleName"], PolicyDocument=json.dumps(trust))
    return _assumed(cloud, role["Arn"])


def role_with(cloud: LocalCloud, policy: str) -> Role:
    """Act as somebody who was given one managed policy of the template, and nothing else."""
    iam, arn = cloud.client("iam"), physical(cloud, policy)
    role = iam.create_role(
        RoleName=f"with-{policy}", AssumeRolePolicyDocument=json.dumps(_trust(arn))
    )["Role"]
    iam.attach_role_policy(RoleName=role["RoleName"], PolicyArn=arn)
    return _assumed(cloud, role["Arn"])


def _trust(arn: str) -> dict[str, Any]:
    account = arn.split(":")[4]
    principal = {"AWS": f"arn:aws:iam::{account}:root"}
    statement = {"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"}
    return {"Version": "2012-10-17", "Statement": [statement]}


def _assumed(cloud: LocalCloud, arn: str) -> Role:
    lent = cloud.client("sts").assume_role(RoleArn=arn, RoleSessionName="test")["Credentials"]
    return Role(
        cloud.endpoint,
        {
            "AWS_ACCESS_KEY_ID": lent["AccessKeyId"],
            "AWS_SECRET_ACCESS_KEY": lent["SecretAccessKey"],
            "AWS_SESSION_TOKEN": lent["SessionToken"],
        },
    )
