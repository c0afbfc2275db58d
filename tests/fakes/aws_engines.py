"""A loopback server with the HTTP of AWS's translators, and clients that ask it."""

import csv
import json
import re
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

import boto3
from botocore.client import BaseClient
from botocore.config import Config

from shared.translation.ports import Pair
from shared.translation.pseudo import pseudo
from shared.translation.shield import NOTHING
from tests.fakes.engine_server import listening

Asked = dict[str, Any]
Told = tuple[int, dict[str, Any]]
TRANSLATE_TEXT = "AWSShineFrontendService_20170701.TranslateText"
LANGUAGES = {"en", "ar", "es"}
NAMES = {"English": "en", "Arabic": "ar", "Spanish": "es"}
_MARKUP = re.compile(r"<span[^>]*translate=\"no\"[^>]*>.*?</span>|<[^>]*>|&\w+;")


def fault(status: int, code: str, message: str = "No.") -> Told:
    """An error as AWS JSON tells it."""
    return status, {"__type": code, "message": message}


@dataclass
class AwsServer:
    """`asked` has the bodies of requests, `paths` what they were about: a path or a target.

    `answering` is given the name of the operation with the body.
    """

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
            target = self.headers.get("X-Amz-Target", self.path)
            engine.paths.append(target)
            engine.asked.append(asked)
            status, told = engine.answering(asked | {"operation": target.rpartition(".")[2]})
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


@dataclass
class Amazon:
    """Amazon Translate with what was imported into it; pseudo-words are its translations."""

    terminologies: dict[str, Asked] = field(default_factory=dict)
    imports: int = 0

    def __call__(self, asked: Asked) -> Told:
        match asked:
            case {"Text": _}:
                return self._translate(asked)
            case {"Name": name, "TerminologyData": _}:
                self.imports += 1
                self.terminologies[name] = asked
            case {"Name": name} if name not in self.terminologies:
                return fault(400, "ResourceNotFoundException")
            case {"operation": "DeleteTerminology", "Name": name}:
                del self.terminologies[name]
        found = [{"Name": name} for name in self.terminologies]
        return 200, {"TerminologyPropertiesList": found, "TerminologyProperties": {}}

    def _translate(self, asked: Asked) -> Told:
        source, target = asked["SourceLanguageCode"], asked["TargetLanguageCode"]
        if len(asked["Text"].encode()) > 10_000:
            return fault(400, "TextSizeLimitExceededException")
        if not {source, target} <= LANGUAGES:
            return fault(400, "UnsupportedLanguagePairException")
        names = asked.get("TerminologyNames", ())
        if not {*names} <= self.terminologies.keys():
            return fault(400, "ResourceNotFoundException")
        known = {term.casefold(): said for name in names for term, said in self.rows(name)[1:]}
        return 200, {
            "TranslatedText": _translated(asked["Text"], Pair(source, target), known),
            "SourceLanguageCode": source,
            "TargetLanguageCode": target,
        }

    def rows(self, name: str) -> list[list[str]]:
        """The lines of the file of the one terminology whose name begins so."""
        (found,) = (one for known, one in self.terminologies.items() if known.startswith(name))
        file = b64decode(found["TerminologyData"]["File"]).decode()
        return list(csv.reader(file.splitlines()))


def _translated(text: str, pair: Pair, known: Mapping[str, str] = NOTHING) -> str:
    """Pseudo-words for what is between tags, entities, protected elements and known names."""
    names = "|".join(rf"\b{re.escape(name)}\b" for name in known) or "(?!)"
    pieces = re.split(f"({_MARKUP.pattern}|{names})", text, flags=re.IGNORECASE)
    pieces[::2] = [pseudo(one, pair) for one in pieces[::2]]
    pieces[1::2] = [_cased(one, known.get(one.casefold(), one)) for one in pieces[1::2]]
    return "".join(pieces)


def _cased(source: str, name: str) -> str:
    """A name of a terminology in the case of what it stands for, as the service's guide says."""
    if source.isupper():
        return name.upper()
    if source.istitle():
        return " ".join(word[:1].upper() + word[1:] for word in name.split(" "))
    return name


def bedrock(asked: Asked) -> Told:
    """As a model answers Converse that does what it was asked for, with pseudo-words."""
    pair = pair_of(asked)
    return says([one | {"text": _translated(one["text"], pair)} for one in segments_of(asked)])


def segments_of(asked: Asked) -> list[dict[str, str]]:
    """What the user's message asks to translate."""
    (message,) = asked["messages"]
    (content,) = message["content"]
    segments: list[dict[str, str]] = json.loads(content["text"])["segments"]
    return segments


def pair_of(asked: Asked) -> Pair:
    (prompt,) = asked["system"]
    found = re.search(r"from (\w+) into (\w+)", prompt["text"])
    assert found
    source, target = (NAMES[name] for name in found.groups())
    return Pair(source, target)  # type: ignore[arg-type]


def says(segments: object) -> Told:
    """A model's answer of segments."""
    return replies(json.dumps({"segments": segments}))


def replies(text: str, stop: str = "end_turn") -> Told:
    return 200, {
        "output": {"message": {"role": "assistant", "content": [{"text": text}]}},
        "stopReason": stop,
        "usage": {"inputTokens": 1, "outputTokens": 1, "totalTokens": 2},
        "metrics": {"latencyMs": 1},
    }
