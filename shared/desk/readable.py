"""A receipt for people: short, in their language, and safe in either direction."""

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from shared.desk.markdown import code, link, text
from shared.desk.messages import filled
from shared.desk.receipt import EditionReceipt, FaultSaid, Receipt
from shared.desk.words import WORDS
from shared.news.language import LANGUAGES, Language


def readable(receipt: Receipt) -> str:
    """The receipt as Markdown: what it is, what to mend, what to know, where it stands."""
    words = WORDS[receipt.language]
    parts = [f"# {title(receipt)}", _about(receipt), *_said(receipt)]
    if receipt.faults:
        parts += [f"## {words.faults}", _numbered(receipt)]
    if any(one.state == "live" for one in receipt.editions.values()) and receipt.faults:
        parts.append(words.still_live)
    if receipt.notes:
        parts += [f"## {words.notes}", _notes(receipt)]
    if receipt.editions:
        parts += [f"## {words.where}", _editions(receipt)]
    if receipt.picture:
        parts.append(text(receipt.picture.says))
    return "\n\n".join(parts) + "\n"


def title(receipt: Receipt) -> str:
    states = [one.state for one in receipt.editions.values()]
    words = WORDS[receipt.language]
    if receipt.state == "accepted" and states == ["live"] * len(LANGUAGES):
        return words.everywhere
    return words.states[receipt.state]


def _about(receipt: Receipt) -> str:
    words, language = WORDS[receipt.language], receipt.language
    upload = filled(words.upload, {"upload": code(receipt.upload, language)})
    given = {"version": code(receipt.version, language), "revision": str(receipt.revision)}
    return f"{upload}  \n{filled(words.version, given)}"


def _said(receipt: Receipt) -> Iterator[str]:
    if receipt.says:
        yield text(receipt.says)
    if receipt.stale:
        yield WORDS[receipt.language].stale


def _numbered(receipt: Receipt) -> str:
    lines = (_fault(fault, receipt.language) for fault in receipt.faults)
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1))


def _fault(fault: FaultSaid, language: Language) -> str:
    words = WORDS[language]
    given = {"field": code(fault.field, language), "line": str(fault.line)}
    where = filled(words.field_and_line if fault.line else words.field, given)
    said = f"{where}: {text(fault.says)}"
    if not fault.example:
        return said
    example = filled(words.example, {"example": code(fault.example, language)})
    return f"{said} {example}".replace(" \n", "\n")


def _notes(receipt: Receipt) -> str:
    words, language = WORDS[receipt.language], receipt.language
    return "\n".join(
        f"- {filled(words.field, {'field': code(note.field, language)})}: {text(note.says)}"
        for note in receipt.notes
    )


def _editions(receipt: Receipt) -> str:
    names = WORDS[receipt.language].editions
    return "\n".join(
        f"- {names[edition]}: {edition_said(one, receipt.language)}"
        for edition, one in receipt.editions.items()
    )


def edition_said(edition: EditionReceipt, language: Language) -> str:
    """The state of an edition, its page, and why it is so."""
    words = WORDS[language]
    said = words.edition_states[edition.state]
    if edition.url:
        said += f" {link(unquote(urlsplit(edition.url).path), edition.url, language)}"
    reasons = [edition.says and text(edition.says), edition.stale and words.stale_edition]
    why = " ".join(reason for reason in reasons if reason)
    return f"{said}. {why}" if why else said
