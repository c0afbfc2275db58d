"""What AWS calls raise, in the newsroom's words."""

from collections.abc import Iterator
from contextlib import contextmanager

from botocore.exceptions import ClientError, ConnectionError, HTTPClientError  # noqa: A004

from shared.errors import Conflict, Unavailable

LOST = frozenset({"ConditionalCheckFailedException", "PreconditionFailed",
                  "ConditionalRequestConflict", "412", "409"})  # fmt: skip
"""Someone else was first: DynamoDB's condition failed, or S3 answered 412 or 409."""

BUSY = frozenset({"ThrottlingException", "ProvisionedThroughputExceededException",
                  "RequestLimitExceeded", "SlowDown", "TooManyRequestsException",
                  "TooManyInvalidationsInProgress", "InternalServerError", "InternalError",
                  "ServiceUnavailable", "InternalException"})  # fmt: skip

ABSENT = frozenset({"NoSuchKey", "NotFound", "404"})


def code(error: ClientError) -> str:
    """The error code of an AWS answer."""
    return str(error.response.get("Error", {}).get("Code", ""))


@contextmanager
def calling(service: str) -> Iterator[None]:
    """Raise Conflict for a lost race, Unavailable for a service that is down or throttles."""
    try:
        yield
    except ClientError as error:
        if code(error) in LOST:
            raise Conflict(f"{service}: {code(error)}") from error
        if code(error) in BUSY:
            raise Unavailable(f"{service}: {code(error)}") from error
        raise
    except (ConnectionError, HTTPClientError) as error:
        raise Unavailable(f"{service} cannot be reached") from error
