"""A loopback server with the HTTP of AWS's translators, and clients that ask it."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

import boto3
from botocore.client import BaseClient
from botocore.config import Config

from shared.translation.ports import Pair
from shared.translation.pseudo import pseudo
from tests.fakes.engine_server import listening

Asked = dict[str, Any]
Told = tuple[int, dict[str, Any]]
TRANSLATE_TEXT = "AWSShineFrontendService_20170701.TranslateText"
LANGUAGES = {"en", "ar", "es"}
_TAGS = re.compile(r"(<span[^>]*translate=\"no\"[^>]*>.*?</span>|<[^>]*>)")


def fault(status: int, code: str, message: str = "No.") -> Told:
    """An error as AWS JSON tells it."""
    return status, {"__type": code, "message": message}


@dataclass
class AwsServer:
    """`asked` has the bodies of requests, `paths` what they were about: a path or a target."""

    answering: Callable[[Asked], Told]
    asked: list[Asked] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    address: str = ""

    def client(self, service: str) -> BaseClient:
        """A client that asks this server, once."""
        once = Config(retries={"mode": "standard", "total_max_attempts": 1})
        return boto3.client(
            service,
            endpoint_url=self.address,
            region_name="eu-west-1",
            aws_access_key_id="AKIDEXAMPLE",
            aws_secret_access_key="s3cret",
            config=once,
        )


@contextmanager
def aws(answering: Callable[[Asked], Told]) -> Iterator[AwsServer]:
    engine = AwsServer(answering)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            engine.paths.append(self.headers.get("X-Amz-Target", self.path))
            engine.asked.append(asked)
            status, told = engine.answering(asked)
            content = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/x-amz-json-1.1")
            if "__type" in told:
                self.send_header("x-amzn-ErrorType", told["__type"])
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None: ...

    with listening(Handler) as engine.address:
        yield engine


def amazon_translate(asked: Asked) -> Told:
    """As the service answers TranslateText, with pseudo-words for translations."""
    source, target = asked["SourceLanguageCode"], asked["TargetLanguageCode"]
    if len(asked["Text"].encode()) > 10_000:
        return fault(400, "TextSizeLimitExceededException")
    if not {source, target} <= LANGUAGES:
        return fault(400, "UnsupportedLanguagePairException")
    pieces = _TAGS.split(asked["Text"])
    said = [one if one.startswith("<") else pseudo(one, Pair(source, target)) for one in pieces]
    return 200, {
        "TranslatedText": "".join(said),
        "SourceLanguageCode": source,
        "TargetLanguageCode": target,
    }
