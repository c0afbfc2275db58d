"""An edition's draft as XLIFF 2.1 for translators' tools: a unit for each block, codes for marks.

What a file says of a block stands in core elements only, which every tool hands back as they were.
The file's id names the story and the fact that its words follow from: intake looks there for all
else (which source, which codes, what was said), so nothing that a tool drops is missed.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest
from xml.sax.saxutils import escape, quoteattr

from shared.desk.dossier import Dossier
from shared.desk.export import one_line, proposal, since
from shared.desk.messages import filled, isolated
from shared.desk.words import WORDS
from shared.news.blocks import Span
from shared.news.language import Language
from shared.news.offer import Line, Offer, offers
from shared.news.view import StoryView
from shared.news.wording import BODY, Block, Wording

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
CONTENT_TYPE = "application/xliff+xml"
_NEVER = re.compile("[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot say."""


def export_xliff(dossier: Dossier, edition: Language) -> bytes | None:
    """The draft, also where it has no words yet; None where there is nothing to translate.

    It names the fact since which the edition says this, so its bytes never repeat.
    """
    seen = dossier.seen
    draft, source = (seen.draft(edition), seen.released or seen.waiting()) if seen else (None, None)
    found = tuple(offers(draft)) if draft else ()
    if seen is None or draft is None or source is None or not found:
        return None
    languages = f'srcLang="{source.body.language}" trgLang="{edition}"'
    made_of = f'id="{seen.id}.{since(dossier.log, edition)}"'
    original = f"original={_attribute(source.fact.key)}"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xliff xmlns="{NAMESPACE}" version="2.1" {languages}>',
        f'<file {made_of} {original} canResegment="no" xml:space="preserve">',
        *_notes(_about_file(draft, edition)),
        *(line for offer in found for line in _unit(offer, seen, edition)),
        "</file>",
        "</xliff>",
    ]
    return "\n".join([*lines, ""]).encode()


def _about_file(draft: Wording, edition: Language) -> Iterator[tuple[str, str]]:
    words = WORDS[edition]
    if any(block.id == BODY for block in draft.blocks):
        yield "body", words.body_elsewhere


def _unit(offer: Offer, seen: StoryView, edition: Language) -> Iterator[str]:
    yield f'<unit id="{offer.block.id}" name="{offer.unit.digest}">'
    yield from _notes(_about_block(offer.block, seen, edition))
    for at, (source, target) in enumerate(zip_longest(offer.source, offer.target), start=1):
        yield f'<segment id="s{at}" state="{offer.state if target else "initial"}">'
        yield f"<source>{_inline(source or (), offer)}</source>"
        if target:
            yield f"<target>{_inline(target, offer)}</target>"
        yield "</segment>"
    yield "</unit>"


def _about_block(block: Block, seen: StoryView, edition: Language) -> Iterator[tuple[str, str]]:
    words = WORDS[edition]
    if block.by:
        yield "by", "+".join(block.by)
    if not block.source:
        yield "removed", words.block_removed
    elif block.outdated:
        yield "saw", _says(words.block_saw, one_line(block.saw), edition)
        proposed = proposal(block, seen, edition)
        if proposed:
            yield "proposed", _says(words.block_proposed, proposed, edition)


def _says(words: str, said: str, edition: Language) -> str:
    return filled(words, {"said": isolated(said, edition)})


def _notes(notes: Iterator[tuple[str, str]]) -> Iterator[str]:
    lines = [f'<note category="{kind}">{_text(said)}</note>' for kind, said in notes]
    if lines:
        yield from ("<notes>", *lines, "</notes>")


def _inline(line: Line, offer: Offer) -> str:
    return "".join(
        f"<pc id={_attribute(code)}{_about_code(code, offer)}>{_text(text)}</pc>"
        if code
        else _text(text)
        for text, code in line
    )


def _about_code(code: str, offer: Offer) -> str:
    """What tools show of a code, and that it must stay."""
    style = offer.codes.get(code)
    kept = "" if style is None else ' canCopy="no" canDelete="no"'
    return f"{kept} dispStart={_attribute(_shown(style or offer.own[code]))}"


def _shown(style: Span) -> str:
    signs = [sign for sign, there in (("**", style.strong), ("_", style.emphasis)) if there]
    return "".join([f"[{style.link}] " if style.link else "", *signs])


def _attribute(text: str) -> str:
    return quoteattr(_NEVER.sub("", text))


def _text(text: str) -> str:
    return escape(_NEVER.sub("", text))
