"""A loopback server with the shapes of Google's page, LibreTranslate and Microsoft's Translator."""

import html
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

Reply = tuple[int, str]
Answering = Callable[[dict[str, str]], Reply]
LIMIT_OF_ADDRESSES = 16_384


def google_page(text: str) -> Reply:
    said = html.escape(text)
    return 200, f'<html><body><div class="result-container">{said}</div></body></html>'


def libre_json(text: str) -> Reply:
    return 200, json.dumps({"translatedText": text})


def microsoft_json(text: str) -> Reply:
    return 200, json.dumps([{"translations": [{"text": text, "to": "xx"}]}])


def microsoft_error(code: int) -> Reply:
    return code // 1000, json.dumps({"error": {"code": code, "message": "No, s3cret."}})


@dataclass
class EngineServer:
    """`answering` gets the parameters of a request.

    `silence` makes the server hang before it answers, `drip` within its answer, byte for byte.
    """

    answering: Answering
    asked: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    silence: threading.Event | None = None
    drip: threading.Event | None = None
    address: str = ""

    def reply(self, path: str, parameters: dict[str, str]) -> Reply:
        self.paths.append(path)
        self.asked.append(parameters)
        if self.silence:
            self.silence.wait(20)
        if len(path) > LIMIT_OF_ADDRESSES:
            return 414, "URI Too Long"
        return self.answering(parameters)


@contextmanager
def serving(
    answering: Answering, *, silent: bool = False, slow: bool = False
) -> Iterator[EngineServer]:
    engine = EngineServer(
        answering,
        silence=threading.Event() if silent else None,
        drip=threading.Event() if slow else None,
    )

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.answer(_parameters(urlsplit(self.path).query))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            if self.headers["Content-Type"] == "application/json":
                self.answer(
                    _parameters(urlsplit(self.path).query)
                    | {name.lower(): value for name, value in self.headers.items()}
                    | {"q": json.loads(body)[0]["text"]}
                )
            else:
                self.answer(_parameters(body))

        def answer(self, parameters: dict[str, str]) -> None:
            status, text = engine.reply(self.path, parameters)
            content = text.encode()
            try:
                self.send_response(status)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                for piece in _pieces(content) if engine.drip else [content]:
                    self.wfile.write(piece)
                    if engine.drip:
                        engine.drip.wait(0.5)
            except OSError:
                pass  # the other side has given up, as it should

        def log_message(self, *_: object) -> None: ...

    with listening(Handler) as engine.address:
        try:
            yield engine
        finally:
            for waiting in (engine.silence, engine.drip):
                if waiting:
                    waiting.set()


def _parameters(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}


def _pieces(content: bytes) -> list[bytes]:
    return [content[at : at + 1] for at in range(len(content))]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256


@contextmanager
def listening(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """The address of a server that hands its requests to the handler."""
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
