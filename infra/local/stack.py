"""The real template.yaml, made by the emulated CloudFormation."""

import compileall
import hashlib
import io
import py_compile
import shutil
import time
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import botocore.exceptions

NAME = "triptych"
ARTIFACTS = "triptych-artifacts"
CODE = ("functions", "shared")


class DeployFailed(Exception):
    """CloudFormation refused the stack."""


class NeverDeployed(DeployFailed):
    """Not even the first deployment worked, so there is nothing to keep."""


def deploy(
    root: Path, build: Path, client: Any, parameters: Mapping[str, str], *, patience: float = 300
) -> dict[str, str]:
    """Creates or updates the stack and returns its outputs.

    `client` makes a boto3 client by its service's name.
    """
    s3, cloudformation = client("s3"), client("cloudformation")
    s3.create_bucket(Bucket=ARTIFACTS)
    template = (root / "template.yaml").read_text()
    for placeholder, archive in (
        ("CodeUri: infra/package/", _code(root, build)),
        # Workers run in our own virtual environment and find the dependencies there.
        ("ContentUri: infra/package/", _zip({"python/README": b"see infra/local/stack.py"})),
    ):
        key = f"{hashlib.sha256(archive).hexdigest()}.zip"
        s3.put_object(Bucket=ARTIFACTS, Key=key, Body=archive)
        kind, _, _ = placeholder.partition(":")
        template = template.replace(placeholder, f"{kind}: s3://{ARTIFACTS}/{key}")
    # CloudFormation takes a template of this length only from a bucket.
    s3.put_object(Bucket=ARTIFACTS, Key="template.yaml", Body=template.encode())
    address = f"{s3.meta.endpoint_url}/{ARTIFACTS}/template.yaml"
    _create_or_update(cloudformation, address, parameters)
    return _outputs(cloudformation, time.monotonic() + patience)


def _create_or_update(cloudformation: Any, address: str, parameters: Mapping[str, str]) -> None:
    request = {
        "StackName": NAME,
        "TemplateURL": address,
        "Capabilities": ["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
        "Parameters": [
            {"ParameterKey": key, "ParameterValue": value} for key, value in parameters.items()
        ],
    }
    try:
        cloudformation.describe_stacks(StackName=NAME)
    except botocore.exceptions.ClientError:
        cloudformation.create_stack(**request)
        return
    try:
        cloudformation.update_stack(**request)
    except botocore.exceptions.ClientError as error:
        if "No updates" not in str(error):
            raise DeployFailed(str(error)) from None


def _outputs(cloudformation: Any, deadline: float) -> dict[str, str]:
    status = ""
    while time.monotonic() < deadline:
        stack = cloudformation.describe_stacks(StackName=NAME)["Stacks"][0]
        status = stack["StackStatus"]
        if status in {"CREATE_COMPLETE", "UPDATE_COMPLETE"}:
            return {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}
        if "FAILED" in status or "ROLLBACK" in status:
            break
        time.sleep(0.05)
    kind = NeverDeployed if status.startswith(("CREATE", "ROLLBACK")) else DeployFailed
    raise kind(f"The stack is {status}")


def _code(root: Path, build: Path) -> bytes:
    """The zip of `sam build`, and bytecode in it: every worker starts from a fresh copy."""
    shutil.rmtree(build, ignore_errors=True)
    for folder in CODE:
        shutil.copytree(root / folder, build / folder, ignore=shutil.ignore_patterns("__pycache__"))
    compileall.compile_dir(
        build,
        quiet=1,
        stripdir=str(build),
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    return _zip({str(path.relative_to(build)): path.read_bytes() for path in _files(build)})


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _zip(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            # A fixed date: the same files are the same archive, hence the same key.
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return buffer.getvalue()
