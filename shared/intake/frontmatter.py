"""A story file's two halves: the fields between `---` lines, and the Markdown after them."""

from dataclasses import dataclass

from shared.intake.findings import Findings
from shared.intake.text import as_text
from shared.intake.yaml_tree import Mapping, read_tree

LARGEST_FILE = 1_000_000
LARGEST_FRONT_MATTER = 64 * 1024
EXAMPLE = "---\nheadline: Seven countries sign a treaty\nsection: politics\n---\nThe text."


@dataclass(frozen=True)
class Front:
    """The fields and the body of a file; `body_line` is the line where the body begins."""

    fields: Mapping
    body: str
    body_line: int


def read_front(content: bytes, size: int, found: Findings) -> Front | None:
    """The two halves, or None and a fault. `size` is the whole file's, in bytes."""
    if size > LARGEST_FILE:
        found.fault("file", "too-large", size=f"{size / 1_000_000:.1f}", limit="1")
        return None
    text = as_text(content)
    if text is None:
        found.fault("file", "not-text")
        return None
    text = found.clean(text, "file")
    if not text.strip():
        found.fault("file", "empty", example=EXAMPLE)
        return None
    return _halves(text.split("\n"), found)


def _halves(lines: list[str], found: Findings) -> Front | None:
    start = next(number for number, line in enumerate(lines) if line.strip())
    fence = lines[start].rstrip()
    if fence != "---":
        rule = "toml" if fence == "+++" else "no-front-matter"
        found.fault("front-matter", rule, start + 1, EXAMPLE)
        return None
    end = next((at for at in range(start + 1, len(lines)) if lines[at].rstrip() == "---"), None)
    if end is None:
        found.fault("front-matter", "front-matter-open", start + 1, EXAMPLE)
        return None
    written = "\n".join(lines[start + 1 : end])
    if len(written.encode()) > LARGEST_FRONT_MATTER:
        found.fault("front-matter", "front-matter-large", start + 1, limit="64")
        return None
    fields = read_tree(written, start + 2, found)
    return Front(fields, "\n".join(lines[end + 1 :]), end + 2) if fields else None
