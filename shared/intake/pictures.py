"""Pictures made safe and small, in a process of their own that may fail without harm."""

import io
import json
import signal
import subprocess
import sys
from dataclasses import dataclass

from shared.errors import Unavailable
from shared.news.facts import Crop
from shared.news.faults import Fault

LARGEST_FILE = 40_000_000
SECONDS = 20
_EXAMPLE = "JPEG PNG WEBP AVIF GIF"


@dataclass(frozen=True)
class RenditionBytes:
    """One size of a picture, in the formats that pages offer; or a part of it, as a JPEG alone."""

    width: int
    height: int
    jpeg: bytes
    webp: bytes | None = None
    avif: bytes | None = None
    crop: Crop | None = None


def decode(content: bytes, size: int = 0) -> tuple[RenditionBytes, ...] | Fault:
    """The picture in every width that pages use, smallest first, and its parts; or why it is none.

    `size` is the file's true size where `content` may be only its beginning.
    """
    size = max(size, len(content))
    if size > LARGEST_FILE:
        return _fault("too-large", size=f"{size / 1e6:.0f}", limit=f"{LARGEST_FILE / 1e6:.0f}")
    try:
        done = subprocess.run(
            [sys.executable, "-B", "-m", "shared.intake.decode"],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            env=_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _fault("too-slow", seconds=str(SECONDS))
    if done.returncode == -signal.SIGXCPU:
        return _fault("too-slow", seconds=str(SECONDS))
    if done.returncode == -signal.SIGKILL:  # the machine was short of memory: not the file's fault
        message = "the picture decoder was killed"
        raise Unavailable(message)
    if done.returncode < 0:
        return _fault("damaged")
    if done.returncode > 0:
        message = f"the picture decoder failed: {done.stderr.decode(errors='replace')[-500:]}"
        raise RuntimeError(message)
    return _answer(done.stdout)


def _environment() -> dict[str, str]:
    """Where the program finds its modules and libraries, and nothing else: no credentials."""
    return {
        "PYTHONPATH": ":".join(path or "." for path in sys.path),
        "LD_LIBRARY_PATH": f"{sys.base_prefix}/lib",
    }


def _answer(output: bytes) -> tuple[RenditionBytes, ...] | Fault:
    head, _, rest = output.partition(b"\n")
    said = json.loads(head)
    if "fault" in said:
        return _fault(said["fault"], **said["given"])
    files, renditions = io.BytesIO(rest), []
    for width, height, *lengths in said["sizes"]:
        jpeg, webp, avif = map(files.read, lengths)
        renditions.append(RenditionBytes(width, height, jpeg, webp, avif))
    for width, height, length, shape, *middle in said["crops"]:
        crop = Crop.model_validate({"shape": shape, "middle": middle})
        renditions.append(RenditionBytes(width, height, files.read(length), crop=crop))
    return tuple(renditions)


def _fault(rule: str, **given: str) -> Fault:
    return Fault(field="file", rule=rule, example=_EXAMPLE, given=given)
