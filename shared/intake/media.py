"""What the front matter of videos, galleries and infographics has beside a story's other fields."""

import re
from collections.abc import Collection
from fnmatch import fnmatchcase
from html import unescape
from typing import NamedTuple
from urllib.parse import urlsplit

from shared.intake.fields import Fields
from shared.intake.links import link
from shared.intake.proof import Proof
from shared.intake.text import clean, one_line
from shared.intake.yaml_tree import Node, Scalar, Sequence
from shared.news.blocks import Legend, Paragraph, Row, Span
from shared.news.keys import PICTURE_ENDINGS, beside
from shared.news.story import Cue, PictureWish, Video

VIDEO_ENDINGS = (".mp4", ".webm", ".m3u8")
LONGEST_SPEECH, LONGEST_CELL, LONGEST_CAPTION, LONGEST_ALT = 3000, 200, 1000, 500
MOST_SPEECHES, MOST_ROWS, MOST_COLUMNS, MOST_PICTURES = 2000, 100, 12, 40
PICTURE = frozenset({"file", "caption", "credit", "alt", "focus"})
PICTURE_WORDS = frozenset({"caption", "alt"})
_VIDEO = frozenset({"address", "duration"})
_DURATION = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)")
_TIME = r"(?:(\d+):)?([0-5]?\d):([0-5]\d)[.,](\d{3})"
_CUE = re.compile(rf"\s*{_TIME}\s+-->\s+{_TIME}(?:\s.*)?")
_SPEAKER = re.compile(r"<v(?:\.[^\s>]+)*\s+([^>]+)>")
_TAG = re.compile(r"</?[a-z0-9:.][^>]*>")


class Speech(NamedTuple):
    """What is said in a video, and when; without times where only a transcript is given."""

    said: tuple[Paragraph, ...] | None
    cues: tuple[Cue, ...]


def read_video(fields: Fields, hosts: Collection[str], cues: tuple[Cue, ...]) -> Video | None:
    """The video of a story; it has to come from where pages may take media from."""
    video = fields.inner("video")
    if video is None:
        return None
    video.only(_VIDEO, {})
    video.require("address")
    address = video.text("address", 2000)
    if address is not None:
        _check_address(video, address, hosts)
    seconds = _duration(video)
    return Video(address=address or "", seconds=seconds, cues=cues)


def _check_address(video: Fields, address: str, hosts: Collection[str]) -> None:
    parts = urlsplit(link(address) or "")
    if parts.scheme != "https" or not parts.path.lower().endswith(VIDEO_ENDINGS):
        known = " ".join(VIDEO_ENDINGS)
        video.fault("address", "not-a-video", given=address[:100], known=known)
    elif not any(fnmatchcase(f"https://{parts.netloc}", host) for host in hosts):
        video.fault("address", "unknown-host", "", given=parts.netloc, known=" ".join(hosts))


def _duration(video: Fields) -> int | None:
    text = video.text("duration", 20)
    if text is None:
        return None
    match = _DURATION.fullmatch(text)
    if match is None:
        video.fault("duration", "not-a-duration", given=text)
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return 3600 * hours + 60 * minutes + seconds


# --- what is said in it --------------------------------------------------------------------------


def read_speech(fields: Fields, proof: Proof, room: int = 1) -> Speech:
    """The words of `captions` (WebVTT), or of a `transcript` without times."""
    if not (fields.absent("captions") or fields.absent("transcript")):
        fields.fault("transcript", "captions-and-transcript", "")
    if fields.absent("captions"):
        found: list[tuple[Cue | None, str]] = [
            (None, text) for text in _paragraphs(fields, "transcript")
        ]
    else:
        found = _cues(fields)
    if len(found) > MOST_SPEECHES:
        fields.fault("captions", "too-many", length=str(len(found)), limit=str(MOST_SPEECHES))
    name = "transcript" if fields.absent("captions") else "captions"
    for _, text in found:
        _check_length(fields, name, text, room * LONGEST_SPEECH)
        proof.read(text, name, fields.line(name))
    said = tuple(Paragraph(spans=(Span(text=text),)) for _, text in found)
    return Speech(said or None, tuple(cue for cue, _ in found if cue))


def _check_length(fields: Fields, name: str, text: str, limit: int) -> None:
    if len(text) > limit:
        fields.fault(name, "too-long", "", length=str(len(text)), limit=str(limit))


def _written(fields: Fields, name: str) -> str:
    """Text of several lines."""
    node = fields.node(name)
    if node is not None and not isinstance(node, Scalar):
        fields.fault(name, "expects-lines")
    return fields.found.clean(node.text, fields.name(name)) if isinstance(node, Scalar) else ""


def _paragraphs(fields: Fields, name: str) -> list[str]:
    parts = re.split(r"\n[ \t]*\n", _written(fields, name))
    return [one_line(part) for part in parts if one_line(part)]


def _cues(fields: Fields) -> list[tuple[Cue | None, str]]:
    """The cues of WebVTT (or SubRip): when each stands there, and what it says."""
    written, first = _written(fields, "captions"), fields.line("captions") + 1
    found: list[tuple[Cue | None, str]] = []
    before = 0
    for at, block in _blocks(written):
        start = next((n for n, line in enumerate(block) if "-->" in line), None)
        if start is None:  # the head, a comment, styles
            continue
        match = _CUE.fullmatch(block[start])
        moments = match.groups() if match else ()
        begin, end = _milliseconds(moments[:4]), _milliseconds(moments[4:])
        if match is None or not before <= begin < end:
            fields.found.fault(
                "captions", "not-a-cue", first + at + start,
                "00:04.000 --> 00:07.500", given=block[start][:60],
            )  # fmt: skip
            continue
        before = begin
        text = _words("\n".join(block[start + 1 :]))
        if text:
            found.append((Cue(start=begin, end=end), text))
    if not found:
        fields.fault("captions", "not-a-cue", "00:04.000 --> 00:07.500", given=written[:60])
    return found


def _words(payload: str) -> str:
    """What a caption says; who says it stands before it, and marks are left out."""
    return one_line(clean(unescape(_TAG.sub("", _SPEAKER.sub(r"\1: ", payload)))))


def _blocks(text: str) -> list[tuple[int, list[str]]]:
    """Runs of lines that have something in them, each with the number of its first line."""
    blocks: list[tuple[int, list[str]]] = []
    fresh = True
    for at, line in enumerate(text.split("\n")):
        if line.strip():
            if fresh:
                blocks.append((at, []))
            blocks[-1][1].append(line)
        fresh = not line.strip()
    return blocks


def _milliseconds(parts: tuple[str | None, ...]) -> int:
    if not parts:
        return 0
    hours, minutes, seconds, rest = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


# --- data ----------------------------------------------------------------------------------------


def read_data(fields: Fields, proof: Proof, room: int = 1) -> tuple[Row, ...] | None:
    """The table behind an infographic: rows of the same length, the head first."""
    node = fields.node("data")
    if node is None:
        return None
    items = node.items if isinstance(node, Sequence) else []
    rows = [_row(fields, item.items) for item in items if isinstance(item, Sequence)]
    if len(rows) != len(items) or len(rows) < 2 or any(row is None for row in rows):
        fields.fault("data", "expects-rows")
        return None
    if len(rows) > MOST_ROWS:
        fields.fault("data", "too-many", length=str(len(rows)), limit=str(MOST_ROWS))
    table = tuple(Row(cells=row) for row in rows if row)
    columns = len(table[0].cells)
    for row, item in zip(table, items, strict=True):
        if len(row.cells) != columns or columns > MOST_COLUMNS:
            fields.found.fault(
                "data", "uneven-row", item.line, given=row.cells[0][:60],
                length=str(len(row.cells)), limit=str(min(columns, MOST_COLUMNS)),
            )  # fmt: skip
        for cell in row.cells:
            _check_length(fields, "data", cell, room * LONGEST_CELL)
            proof.read(cell, "data", item.line)
    return table


def _row(fields: Fields, items: list[Node]) -> tuple[str, ...] | None:
    """The cells; one may be empty. None where one is no text, or there is none."""
    cells = [
        one_line(fields.found.clean(item.text, "data")) if item.given else ""
        for item in items
        if isinstance(item, Scalar)
    ]
    return tuple(cells) if cells and len(cells) == len(items) else None


# --- pictures ------------------------------------------------------------------------------------


def read_picture(fields: Fields, key: str) -> PictureWish | None:
    """A picture that lies beside the story: who made it, and where to look."""
    fields.only(PICTURE, {})
    name, credit = fields.text("file", 200), fields.text("credit", 200)
    for needed in ("file", "credit"):
        fields.require(needed)
    if fields.absent("alt") and fields.absent("caption"):
        fields.fault("alt", "alt-or-caption")
    if name and not _plain_name(name):
        fields.fault("file", "picture-name", given=name, known=" ".join(PICTURE_ENDINGS))
    focus = fields.pair("focus")
    if name is None or credit is None:
        return None
    return PictureWish(key=beside(key, name), credit=credit, focus=focus or (0.5, 0.5))


def _plain_name(name: str) -> bool:
    """A file of the story's own folder: no way up, down or elsewhere."""
    return (
        not re.search(r"[/\\]", name)
        and not name.startswith(".")
        and name.lower().endswith(PICTURE_ENDINGS)
    )


def read_gallery(fields: Fields, key: str) -> tuple[PictureWish, ...]:
    """The pictures of a gallery, each once."""
    entries = fields.entries("pictures", MOST_PICTURES)
    wishes = [read_picture(entry, key) for entry in entries]
    if len(entries) == 1:
        fields.fault("pictures", "gallery-of-one")
    seen: set[str] = set()
    for entry, wish in zip(entries, wishes, strict=True):
        if wish and wish.key in seen:
            entry.fault("file", "doubled-picture", "", given=wish.key.rpartition("/")[2])
        seen |= {wish.key} if wish else set()
    return tuple(wish for wish in wishes if wish)


def read_legends(fields: Fields, proof: Proof, room: int = 1) -> tuple[Legend, ...] | None:
    """What is said of each picture of a gallery."""
    legends = []
    for entry in fields.entries("pictures", MOST_PICTURES):
        file = entry.text("file", 200)
        caption = entry.text("caption", room * LONGEST_CAPTION)
        alt = entry.text("alt", room * LONGEST_ALT)
        proof.read(caption, "pictures.caption", entry.line("caption"))
        proof.read(alt, "pictures.alt", entry.line("alt"))
        if file and (caption or alt):
            legends.append(Legend(file=file, caption=caption or "", alt=alt or ""))
    return tuple(legends) or None
