"""Templates to bytes: one environment, where everything is escaped unless this code made it."""

import re
from email.utils import format_datetime
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from minijinja import Environment, load_from_path, safe

from shared.editions.edition import Direction
from shared.editions.numbers import is_number
from shared.pages.bidi import runs
from shared.pages.links import encoded, href
from shared.pages.pictures import poster, shown
from shared.pages.video import media_type, transcript

_FOLDER = Path(__file__).parent / "templates"
# Neither HTML nor XML allows them, and no template has them: they come with text from outside.
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def render(template: str, **values: Any) -> bytes:  # noqa: ANN401  templates take anything
    """The template, filled."""
    text = _environment().render_template(template, **values)
    return f"{as_text(text).strip()}\n".encode()


def as_text(text: str) -> str:
    """What is allowed of it in a page."""
    return _NOT_TEXT.sub("", text)


def escaped(text: str) -> str:
    """Text for use in markup and in attributes.

    Not minijinja.escape: that one's bytes depend on whether markupsafe happens to be installed.
    """
    return escape(text)


def isolated(text: str, direction: Direction) -> str:
    """Text as markup, with the runs that go against the direction isolated."""
    return safe(
        "".join(
            f'<bdi dir="{run.direction}">{escaped(run.text)}</bdi>'
            if run.direction
            else escaped(run.text)
            for run in runs(text, direction)
        )
    )


def _written(value: object) -> object:
    """What `{{ value }}` writes: text is escaped here, in our way and in one place.

    What this code made with `safe` is of another type, and stays; the engine's own escaping
    still stands behind it for everything else.
    """
    return safe(escaped(value)) if type(value) is str else value


@cache
def _environment() -> Environment:
    return Environment(
        loader=load_from_path(_FOLDER),
        undefined_behavior="strict",
        finalizer=_written,
        auto_escape_callback=lambda _: "html",
        trim_blocks=True,
        lstrip_blocks=True,
        debug=False,
        globals={
            "encoded": encoded,
            "href": href,
            "rfc822": format_datetime,
            "poster": poster,
            "shown": shown,
            "is_number": is_number,
            "media_type": media_type,
            "transcript": transcript,
        },
    )
