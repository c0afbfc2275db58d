"""What CloudFormation gets: template.yaml after the SAM transform, for the tools that check it.

`python -m infra.package.expand` prints it as JSON. It needs no network and no account.
"""

import json
import os
from pathlib import Path
from typing import Any

from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

TEMPLATE = Path(__file__).parents[2] / "template.yaml"
BUILT = "s3://artifacts/archive.zip"


class _NoManagedPolicies:
    """SAM asks it for the ARNs of AWS's own policies; our roles use none."""

    def load(self) -> dict[str, str]:
        return {}


def expanded() -> dict[str, Any]:
    """The template as plain CloudFormation."""
    source = TEMPLATE.read_text()
    for kind in ("CodeUri", "ContentUri"):
        source = source.replace(f"{kind}: infra/package/", f"{kind}: {BUILT}")
    os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")  # the transform asks for one
    plain: dict[str, Any] = transform(yaml_parse(source), {}, _NoManagedPolicies())
    return plain


if __name__ == "__main__":
    print(json.dumps(expanded(), indent=2))
