"""SQS: when a message that failed is tried again."""

from dataclasses import dataclass

from botocore.client import BaseClient

from shared.aws.failures import calling


@dataclass
class Queue:
    """A queue that feeds a function."""

    client: BaseClient
    url: str

    def retry_in(self, seconds: int, receipt_handle: str) -> None:
        """Show a message again after that many seconds instead of the queue's time-out."""
        with calling("SQS"):
            self.client.change_message_visibility(
                QueueUrl=self.url, ReceiptHandle=receipt_handle, VisibilityTimeout=seconds
            )
