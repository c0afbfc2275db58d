"""What AWS's translators raise, as refusals; a request that may work at once is tried once more."""

from collections.abc import Callable

from botocore.exceptions import ClientError, ConnectionClosedError, EndpointConnectionError

from shared.aws.failures import code
from shared.translation.ports import AUTH, PAIR, THROTTLED, TOO_LONG, UNAVAILABLE, Refusal
from shared.translation.rounds import Answer, Retryable

_REFUSED = {
    "AccessDeniedException": AUTH,
    "ExpiredTokenException": AUTH,
    "InvalidSignatureException": AUTH,
    "UnrecognizedClientException": AUTH,
    "LimitExceededException": THROTTLED,
    "ServiceQuotaExceededException": THROTTLED,
    "ThrottlingException": THROTTLED,
    "TooManyRequestsException": THROTTLED,
    "TextSizeLimitExceededException": TOO_LONG,
    "UnsupportedLanguagePairException": PAIR,
}
_AT_ONCE = frozenset({"InternalServerException", "ServiceUnavailableException",
                      "ModelErrorException", "ModelNotReadyException",
                      "ConcurrentModificationException"})  # fmt: skip


def answer(ask: Callable[[], Answer]) -> Answer:
    """What a call says, or a refusal by the code of its error, whose text stays here."""
    try:
        return ask()
    except ClientError as error:
        if code(error) in _AT_ONCE:
            raise Retryable(code(error)) from None
        return Refusal(_REFUSED.get(code(error), UNAVAILABLE))
    except (ConnectionClosedError, EndpointConnectionError) as error:
        raise Retryable(type(error).__name__) from None
