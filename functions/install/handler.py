"""Entry point: CloudFormation's custom resource, at every deployment that changed the code.

Puts the starter configuration where there is none, the assets and the fronts, and names the
stories to render again where the templates changed.
"""

import json
import urllib.request

from aws_lambda_powertools.utilities.typing import LambdaContext

from shared.telemetry import LambdaEvent, correlate, logger
from shared.wiring.install import install

RESOURCE = "installation"
TIMEOUT_SECONDS = 10


@logger.inject_lambda_context
def lambda_handler(event: LambdaEvent, context: LambdaContext) -> None:
    """Answer CloudFormation whatever happens: of a time-out nobody learns the reason."""
    try:
        if event["RequestType"] != "Delete":  # deleting the stack keeps all content
            install(correlate(event["RequestId"]))
        status, reason = "SUCCESS", ""
    except Exception as failure:  # noqa: BLE001 - the deployment fails and says why
        logger.exception("not installed")
        status, reason = "FAILED", f"{type(failure).__name__}: see {context.log_stream_name}"
    _answer(event, status, reason)


def _answer(event: LambdaEvent, status: str, reason: str) -> None:
    answer = {
        "Status": status,
        "Reason": reason,
        "PhysicalResourceId": RESOURCE,
        **{name: event[name] for name in ("StackId", "RequestId", "LogicalResourceId")},
    }
    request = urllib.request.Request(  # noqa: S310 - the address is CloudFormation's own
        event["ResponseURL"],
        data=json.dumps(answer).encode(),
        method="PUT",
        headers={"Content-Type": ""},
    )
    with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS):  # noqa: S310
        pass
