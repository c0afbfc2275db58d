"""CloudFront: invalidation by cache tag."""

from collections.abc import Iterable
from dataclasses import dataclass

from botocore.client import BaseClient

from shared.aws.failures import calling
from shared.clock import Clock
from shared.ids import digest


@dataclass
class Distribution:
    """The distribution in front of the site bucket."""

    client: BaseClient
    id: str
    clock: Clock

    def purge(self, tags: Iterable[str]) -> None:
        paths = [f"#{tag}" for tag in tags]
        reference = digest(f"{self.clock().isoformat()} {paths}".encode())
        with calling("CloudFront"):
            self.client.create_invalidation(
                DistributionId=self.id,
                InvalidationBatch={
                    "Paths": {"Quantity": len(paths), "Items": paths},
                    "CallerReference": reference,
                },
            )
