"""`triptych translations`: what each edition of a story says, block by block, beside its source."""

import argparse
import json
import shutil
import sys
from collections.abc import Iterator
from typing import Any

from infra.cli.side_by_side import Text, columns, isolated, lines, side_by_side
from infra.cli.status import log_named
from infra.cli.target import add_target, target
from shared.desk.messages import says_told
from shared.desk.translations import BlockTold, EditionTold, Translations, translations
from shared.desk.words import WORDS
from shared.editions.registry import EDITIONS
from shared.news.language import LANGUAGES, Language
from shared.news.office import office
from shared.wiring.report import desk

WIDTH = 100
"""Columns where nobody says how many there are: in a pipe, in a file."""
KEPT, NEW = "=", "+"
"""A sentence of a suggestion that stays, and one that is new."""


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "translations", help="what each edition of a story says, and where it comes from"
    )
    parser.add_argument("what", help="a story's id, a key of the inbox, or an address of the site")
    parser.add_argument("--edition", choices=LANGUAGES, help="only this edition")
    parser.add_argument("--language", choices=LANGUAGES, help="to be told in; default the desk's")
    parser.add_argument("--json", action="store_true", help="for programs")
    add_target(parser)
    parser.set_defaults(do=show)


def show(options: argparse.Namespace) -> int:
    """The exit status: 0 where there is such a translation."""
    target(options)
    log = log_named(options.what)
    told = told_of(log, options.language, options.edition) if log else None
    if told is None:
        print(f"Nothing is known of {options.what}", file=sys.stderr)
        return 1
    if not told.editions:
        print(says_told("own-edition", told.language, {}), file=sys.stderr)
        return 1
    if options.json:
        print(json.dumps(told.model_dump(mode="json"), indent=2, ensure_ascii=False))
    else:
        print("\n".join(readable(told, shutil.get_terminal_size((WIDTH, 0)).columns)))
    return 0


def told_of(
    log: str, language: Language | None = None, edition: Language | None = None
) -> Translations | None:
    """What the desk says of a story now, of all its editions or of one."""
    ports = desk()
    newsroom = office(ports.archive, ports.bodies).newsroom
    told = translations(ports.dossier(log, newsroom), language or newsroom.desk_language)
    if told is None or edition is None:
        return told
    only = tuple(one for one in told.editions if one.edition == edition)
    return told.model_copy(update={"editions": only})


def readable(told: Translations, width: int) -> Iterator[str]:
    """The lines for a terminal of so many columns."""
    words = EDITIONS[told.language].direction
    yield from lines(Text(told.headline, EDITIONS[told.source].direction), width)
    yield f"{told.story}, revision {told.revision}, {told.source}"
    for one in told.editions:
        yield ""
        state = isolated(WORDS[told.language].edition_states[one.state], words)
        yield f"{one.edition}  {state}{f'  {one.url}' if one.url else ''}"
        for says in (one.why, *one.next):
            if says:
                yield from _indented(lines(Text(says, words), width - 2))
        for block in one.blocks:
            yield ""
            yield from _indented(_block(block, told, one, width - 2))


def _block(block: BlockTold, told: Translations, one: EditionTold, width: int) -> Iterator[str]:
    source, edition = EDITIONS[told.source].direction, EDITIONS[one.edition].direction
    words = EDITIONS[told.language].direction
    about = " · ".join(note.says for note in block.notes)
    if columns(f"{block.id}  {about}") <= width:
        yield f"{block.id}  {isolated(about, words)}"
    else:
        yield block.id
        yield from lines(Text(about, words), width)
    yield from side_by_side(Text(block.source, source), Text(block.says, edition), width)
    if block.saw:
        yield from lines(Text(f"{says_told('saw', told.language, {})}:", words), width)
        yield from _indented(lines(Text(block.saw, source), width - 2))
    if block.suggested:
        yield from lines(Text(f"{says_told('suggested', told.language, {})}:", words), width)
    for piece in block.suggested:
        mark = KEPT if piece.own else NEW
        yield from _indented(lines(Text(piece.says, edition), width - 2), f"{mark} ")


def _indented(said: Iterator[str], first: str = "  ") -> Iterator[str]:
    for at, line in enumerate(said):
        yield f"{'  ' if at else first}{line}"
