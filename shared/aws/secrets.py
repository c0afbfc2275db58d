"""SSM's parameter store: keys of others, encrypted, read by name when they are needed."""

from dataclasses import dataclass

from botocore.client import BaseClient
from botocore.exceptions import ClientError

from shared.aws.failures import calling, code

_NONE = frozenset({"AccessDeniedException", "ParameterNotFound"})


@dataclass(frozen=True)
class Secret:
    """A SecureString, by its name, like "/triptych/microsoft-key"."""

    client: BaseClient
    name: str

    def value(self) -> str:
        """What it says now, "" where it is not there or not for us."""
        try:
            with calling("SSM"):
                told = self.client.get_parameter(Name=self.name, WithDecryption=True)
        except ClientError as error:
            if code(error) in _NONE:
                return ""
            raise
        return str(told["Parameter"]["Value"])
