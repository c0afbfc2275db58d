"""A role of the template, borrowed: to see what it may do."""

import json
from dataclasses import dataclass
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


def physical(cloud: LocalCloud, logical: str) -> str:
    """The name of a resource of the stack."""
    cloudformation = cloud.client("cloudformation")
    found = cloudformation.describe_stack_resource(StackName=NAME, LogicalResourceId=logical)
    return str(found["StackResourceDetail"]["PhysicalResourceId"])


def role_of(cloud: LocalCloud, logical: str) -> Role:
    """Act as a role of the template: its administrator first lets itself in, as on AWS."""
    iam = cloud.client("iam")
    role = iam.get_role(RoleName=physical(cloud, logical))["Role"]
    trust = role["AssumeRolePolicyDocument"]
    account = role["Arn"].split(":")[4]
    ours = {
        "Effect": "Allow",
        "Principal": {"AWS": f"arn:aws:iam::{account}:root"},
        "Action": "sts:AssumeRole",
    }
    if ours not in trust["Statement"]:
        trust["Statement"].append(ours)
        iam.update_assume_role_policy(RoleName=role["RoleName"], PolicyDocument=json.dumps(trust))
    lent = cloud.client("sts").assume_role(RoleArn=role["Arn"], RoleSessionName="test")
    credentials = lent["Credentials"]
    return Role(cloud.endpoint, {
        "AWS_ACCESS_KEY_ID": credentials["AccessKeyId"],
        "AWS_SECRET_ACCESS_KEY": credentials["SecretAccessKey"],
        "AWS_SESSION_TOKEN": credentials["SessionToken"],
    })  # fmt: skip
