"""A translator's file: XLIFF 2 or 1.2 made of an export, whose targets are a person's words.

The file names the fact that its export was made at. What went out then is made of the log again
(shared/news/offer.py), so only targets, states and the ids of codes are believed of the file.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element

from shared.editions.quotes import style
from shared.intake.body import tidy
from shared.intake.findings import LONGEST_NAME, Findings
from shared.intake.proof import Proof
from shared.intake.story_file import LONGEST, LONGEST_BODY, ROOM_OF_A_TRANSLATION, Reading
from shared.intake.text import clean
from shared.intake.xml_tree import line_of, read_xml
from shared.news.blocks import Inline, Span, joined, plain
from shared.news.keys import StoryKey
from shared.news.newsroom import Newsroom
from shared.news.offer import Offer, offers
from shared.news.units import Unit
from shared.news.view import StoryView
from shared.news.words import EditionText, Given

LARGEST = 5_000_000
"""Bytes of a file: it has every word twice, and what tools add."""
Then = Callable[[int], StoryView | None]
"""The story as it was after a fact; None where its log has no such fact."""
_MADE_AT = re.compile(r"([a-z2-7]+)\.([0-9]{1,8})")
_EXPORT = "translations/2026/11/river.ar.xlf"
_VOUCHED = {"reviewed", "final", "signed-off"}


# --- the two versions ----------------------------------------------------------------------------


class _Segment(NamedTuple):
    """A run of a unit: its target if there is one, and whether somebody vouches for it."""

    line: int
    target: Element | None
    vouched: bool


def _segments_2(unit: Element, space: str, _: int) -> list[_Segment]:
    return [
        _Segment(line_of(one), one.find(f"{space}target"), one.get("state") in _VOUCHED)
        for one in unit.findall(f"{space}segment")
    ]


def _segments_1(unit: Element, space: str, runs: int) -> list[_Segment]:
    """The target as a whole; where there are several runs, the segments marked in it."""
    target = unit.find(f"{space}target")
    state = "" if target is None else target.get("state")
    vouched = unit.get("approved") == "yes" or state in _VOUCHED
    said = _marked(target, space)
    if target is None or runs == 1 or not said:
        empty = target is not None and runs > 1 and not "".join(target.itertext()).strip()
        return [_Segment(line_of(unit), None if empty else target, vouched)]
    names = _marked(unit.find(f"{space}seg-source"), space) or said
    found = [said.pop(name, None) for name in names]
    return [_Segment(line_of(unit), one, vouched) for one in (*found, *said.values())]


def _marked(element: Element | None, space: str) -> dict[str, Element]:
    marks = () if element is None else element.iter(f"{space}mrk")
    return {one.get("mid") or "": one for one in marks if one.get("mtype") == "seg"}


class _Version(NamedTuple):
    """What the elements and attributes of a version of XLIFF are called."""

    unit: str
    digest: str
    made_at: str
    language: str
    code: str
    vouched: str
    segments: Callable[[Element, str, int], list[_Segment]]


_VERSIONS = {
    "1": _Version(
        "trans-unit", "resname", "original", "target-language", "g", 'approved="yes"', _segments_1
    ),
    "2": _Version("unit", "name", "id", "trgLang", "pc", 'state="final"', _segments_2),
}


# --- the file ------------------------------------------------------------------------------------


def read_xliff(key: StoryKey, content: bytes, size: int, then: Then, newsroom: Newsroom) -> Reading:
    """The blocks that a person gives, or every fault of the file; never an exception.

    `size` is the file's true size where `content` may be only its beginning.
    """
    found = Findings()
    largest = max(size, len(content))
    if key.language is None:
        found.fault("language", "xliff-name", example="river.ar.xlf")
    elif largest > LARGEST:
        shown, limit = f"{largest / 1_000_000:.1f}", str(LARGEST // 1_000_000)
        found.fault("file", "too-large", size=shown, limit=limit)
    elif (root := read_xml(content, found, doctype=False)) is not None:
        proof = Proof(key.language, style(key.language, newsroom.editions[key.language]))
        return _read(root, key, then, found, proof)
    return Reading(found.faults, found.notes, key.language)


def _read(root: Element, key: StoryKey, then: Then, found: Findings, proof: Proof) -> Reading:
    space = root.tag[: root.tag.rfind("}") + 1]
    version = _VERSIONS.get((root.get("version") or "").partition(".")[0])
    file = root.find(f"{space}file")
    if root.tag != f"{space}xliff" or version is None or file is None:
        found.fault("file", "xliff-version", line_of(root), '<xliff version="2.1">')
        return Reading(found.faults, found.notes, key.language)
    given = root.get(version.language) or file.get(version.language) or ""
    if re.split("[-_]", given.lower())[0] != key.language:
        example = f'{version.language}="{key.language}"'
        found.fault(
            "language", "xliff-language", line_of(file), example, given=given[:LONGEST_NAME]
        )
    text, offered = _offered(file.get(version.made_at) or "", key, then)
    if not offered:
        found.fault("file", "xliff-unknown-export", line_of(file), _EXPORT)
    blocks: tuple[Given, ...] = ()
    if not found.faults:
        blocks = _Units(version, space, offered, found, proof).read(root)
    if not blocks and not found.faults:
        found.fault("file", "xliff-says-nothing", line_of(file), version.vouched)
    edition = None
    if not found.faults and key.language:
        found.note("file", "xliff-taken", blocks=", ".join(block.id for block in blocks))
        proof.note(found)
        edition = EditionText(
            edition=key.language,
            blocks=tuple(block for block in blocks if not offered[block.id].removed),
            let_go=tuple(block.id for block in blocks if offered[block.id].removed),
        )
    return Reading(found.faults, found.notes, key.language, edition=edition, translates=text)


def _offered(made_at: str, key: StoryKey, then: Then) -> tuple[str, dict[str, Offer]]:
    """The source text that an export was made of, and its blocks; none of an unknown export."""
    named = _MADE_AT.fullmatch(made_at)
    seen = then(int(named[2])) if named and named[1] == key.story else None
    source = (seen.released or seen.waiting()) if seen else None
    draft = seen.draft(key.language) if seen and key.language else None
    if source is None or draft is None:
        return "", {}
    return source.fact.text, {offer.block.id: offer for offer in offers(draft)}


# --- units ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Units:
    """Compares the units of a file with what was offered."""

    version: _Version
    space: str
    offered: Mapping[str, Offer]
    found: Findings
    proof: Proof

    def read(self, root: Element) -> tuple[Given, ...]:
        units = list(root.iter(f"{self.space}{self.version.unit}"))
        names = Counter(unit.get("id") or "" for unit in units)
        given = [self._unit(unit, names) for unit in units]
        blocks = tuple(one for one in given if one)
        self._check_body(blocks)
        return blocks

    def _check_body(self, blocks: Sequence[Given]) -> None:
        length = sum(len(one.said.plain()) for one in blocks if one.said.part == "body")
        if length > LONGEST_BODY:
            limit = str(LONGEST_BODY)
            self.found.fault("body", "too-long", length=str(length), limit=limit)

    def _unit(self, unit: Element, names: Mapping[str, int]) -> Given | None:
        name, line = unit.get("id") or "", line_of(unit)
        offer = self.offered.get(name)
        if offer is None:
            example = f'<{self.version.unit} id="{next(iter(self.offered))}">'
            self.found.fault(name, "xliff-unknown-unit", line, example)
        elif names[name] > 1:
            self.found.fault(name, "xliff-doubled-unit", line)
        elif unit.get(self.version.digest, offer.unit.digest) != offer.unit.digest:
            self.found.fault(name, "xliff-other-source", line, _EXPORT)
        else:
            return self._given(unit, offer)
        return None

    def _given(self, unit: Element, offer: Offer) -> Given | None:
        """A block that a person has changed, or vouches for; None for any other."""
        name, runs = offer.block.id, max(len(offer.source), len(offer.target))
        segments = self.version.segments(unit, self.space, runs)
        if all(one.target is None for one in segments):
            return None
        if len(segments) != runs:
            length, line = str(len(segments)), line_of(unit)
            self.found.fault(name, "xliff-segments", line, length=length, limit=str(runs))
            return None
        told = [_Run(offer) for _ in segments]
        for run, segment in zip(told, segments, strict=True):
            if segment.target is not None:
                run.take(segment.target)
        texts = [self._clean(run, name) for run in told]
        if not self._full(texts, segments, offer):
            return None
        before = offer.said or offer.unit  # some tools copy the source where there are no words
        said = _saying(before, texts)
        if said == _saying(before, map(_cleaned, before.runs())):
            vouched = all(one.vouched for one in segments if one.target is not None)
            again = vouched and offer.state in {"initial", "translated"}
            return _gives(offer, before) if again else None
        if offer.removed:
            self.found.fault(name, "xliff-removed-unit", line_of(unit))
            return None
        self._check_codes(told, line_of(unit), offer)
        self._check_length(texts, line_of(unit), offer)
        for text, segment in zip(texts, segments, strict=True):
            self.proof.read(plain(text), name, segment.line)
        return _gives(offer, said)

    def _clean(self, run: "_Run", name: str) -> Inline:
        spans = joined(run.spans)
        return tidy([one.model_copy(update={"text": self.found.clean(one.text, name)})
                     for one in spans])  # fmt: skip

    def _full(self, texts: Sequence[Inline], segments: Sequence[_Segment], offer: Offer) -> bool:
        """Whether there are words in every run, but for those that had none in the export."""
        if offer.said is None and not any(texts):
            return False
        had = len(offer.target) if offer.said else len(segments)
        for text, segment in list(zip(texts, segments, strict=True))[:had]:
            if not text:
                self.found.fault(offer.block.id, "xliff-empty", segment.line)
        return all(texts[:had])

    def _check_codes(self, told: Sequence["_Run"], line: int, offer: Offer) -> None:
        seen = Counter(code for run in told for code in run.codes)
        astray = {code for run in told for code in run.astray}
        empty = {code for run in told for code in run.empty}
        for code in sorted({*seen, *astray, *offer.needed}):
            if code not in offer.codes and code not in offer.own:
                rule = "xliff-code-unknown"
            elif code in astray:
                rule = "xliff-code-open"
            elif seen[code] > 1:
                rule = "xliff-code-doubled"
            elif not seen[code]:
                rule = "xliff-code-lost"
            elif code in empty:
                rule = "xliff-code-empty"
            else:
                continue
            tag = self.version.code
            example = f'<{tag} id="{code}">…</{tag}>' if code in offer.codes else ""
            self.found.fault(offer.block.id, rule, line, example, given=code[:LONGEST_NAME])

    def _check_length(self, texts: Sequence[Inline], line: int, offer: Offer) -> None:
        limit = ROOM_OF_A_TRANSLATION * LONGEST.get(offer.unit.part, LONGEST_BODY)
        longest = max(len(plain(text)) for text in texts)
        if longest > limit:
            shown = str(longest)
            self.found.fault(offer.block.id, "too-long", line, length=shown, limit=str(limit))


def _gives(offer: Offer, said: Unit) -> Given:
    """What a person has chosen is vouched for, also where it is what a machine said once."""
    return Given(id=offer.block.id, saw=offer.unit.digest, said=said, approved=True)


def _saying(unit: Unit, runs: Iterable[Inline]) -> Unit:
    return unit.saying(tuple(run for run in runs if run))


def _cleaned(run: Inline) -> Inline:
    return tidy([one.model_copy(update={"text": clean(one.text)}) for one in joined(run)])


# --- targets -------------------------------------------------------------------------------------


class _Run:
    """The spans that a target says, and which codes it has; where codes overlap both hold."""

    def __init__(self, offer: Offer) -> None:
        self.known = {**offer.codes, **offer.own}
        self.spans: list[Span] = []
        self.codes: list[str] = []
        self.empty: set[str] = set()
        self._open: list[str] = []
        self._unopened: set[str] = set()

    @property
    def astray(self) -> set[str]:
        """Codes with a begin or an end alone."""
        return {*self._open, *self._unopened}

    def take(self, element: Element) -> None:
        """Go on with what the element says."""
        self._say(element.text)
        for child in element:
            self._child(child)
            self._say(child.tail)

    def _child(self, child: Element) -> None:
        kind = child.tag.rpartition("}")[2]
        code = child.get("startRef") or child.get("rid") or child.get("id") or kind
        match kind:
            case "pc" | "g":
                self._begin(code)
                self.take(child)
                self._end(code)
            case "sc" | "bx" | "bpt":
                self._begin(code)
            case "ec" | "ex" | "ept":
                self._end(code)
            case "mrk":
                self.take(child)
            case "sm" | "em" | "cp":  # remarks, and characters that no text may have
                pass
            case _:
                self.codes.append(f"{kind} {code}")

    def _begin(self, code: str) -> None:
        self.codes.append(code)
        self._open.append(code)
        self.empty.add(code)

    def _end(self, code: str) -> None:
        if code in self._open:
            self._open.remove(code)
        else:
            self._unopened.add(code)

    def _say(self, words: str | None) -> None:
        if not words:
            return
        styles = [self.known[code] for code in self._open if code in self.known]
        links = [style.link for style in styles if style.link]
        self.empty.difference_update(self._open)
        span = Span(
            text=words,
            strong=any(style.strong for style in styles),
            emphasis=any(style.emphasis for style in styles),
            link=links[-1] if links else None,
        )
        self.spans.append(span)
