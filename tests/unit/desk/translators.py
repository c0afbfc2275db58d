"""A desk with an inbox: what translators take from it, and what becomes of what they upload."""

import re
from dataclasses import dataclass

from shared.desk.xliff import export_xliff
from shared.intake.accept import Intake, Outcome, ingest
from shared.news.archive import fetch, keep
from shared.news.facts import Rejected, Translated
from shared.news.faults import Fault, Verdict
from shared.news.language import Language
from shared.news.log import Log
from shared.news.story import Texts
from shared.news.view import view
from shared.news.wording import Block
from tests.builders import a_machine_text, a_newsroom
from tests.fakes.intake import MemoryInbox, MemoryRejections, MemoryWishes
from tests.unit.desk.conftest import DeskWorld

ARABIC = "inbox/2026/11/river.ar.xlf"


@dataclass
class Translators(DeskWorld):
    """The real export and the real use case of intake, on a newsroom in memory."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.inbox = MemoryInbox(moments=self.moments)

    def machine(self, story: str, texts: Texts, edition: Language = "ar") -> None:
        """The machine says these texts, of which each block belongs to one of the source."""
        source = self.view(story).released
        assert source
        made = keep(self.bodies, a_machine_text(source.body, texts))
        text = source.fact.text
        fact = Translated(edition=edition, source=source.number, text=text, body=made)
        self.append(story, fact)

    def export(self, story: str, edition: Language = "ar") -> str:
        content = export_xliff(self.desk().dossier(story, a_newsroom()), edition)
        assert content
        return content.decode()

    def upload(self, content: str | bytes, key: str = ARABIC) -> Outcome:
        self.inbox.upload(key, content)
        intake = Intake(
            archive=self.archive,
            bodies=self.bodies,
            inbox=self.inbox,
            wishes=MemoryWishes(moments=self.moments),
            diary=self.diary,
            rejections=MemoryRejections(moments=self.moments),
            memory_faults=lambda _: (),
            clock=self.clock,
        )
        return ingest(key, intake)

    def faults(self, story: str) -> tuple[Fault, ...]:
        """Those of the newest fact; none where it accepts something."""
        last = self.archive.logs[story][-1].what
        found = isinstance(last, Rejected) and last.verdict
        return fetch(self.bodies, found, Verdict).faults if found else ()

    def blocks(self, story: str, edition: Language = "ar") -> dict[str, Block]:
        draft = view(Log(story, tuple(self.archive.logs[story])), self.bodies).draft(edition)
        assert draft
        return {block.id: block for block in draft.blocks}


def with_target(content: str, unit: str, old: str, new: str) -> str:
    """The file with other words in the target of a unit."""
    before, start, rest = content.partition(f'<unit id="{unit}"')
    inside, end, after = rest.partition("</unit>")
    changed = re.sub(r"(?<=<target>).*?(?=</target>)", lambda one: one[0].replace(old, new), inside)
    assert changed != inside
    return before + start + changed + end + after


def in_state(content: str, state: str, unit: str = "") -> str:
    """The file with another state of a unit's segments, or of all."""
    before, start, rest = content.partition(f'<unit id="{unit}' if unit else "<unit")
    inside, end, after = rest.partition("</unit>") if unit else (rest, "", "")
    return before + start + re.sub(r'(?<=state=")[a-z]+', state, inside) + end + after


def translated(content: str) -> str:
    """The file with every source copied into its target, and vouched for."""
    bare = re.sub(r"\n<target>.*?</target>", "", content)
    copied = re.sub(r"<source>(.*?)</source>", r"\g<0><target>\1</target>", bare)
    return in_state(copied, "final")


def as_xliff_1(content: str) -> str:
    """The same file in the words of XLIFF 1.2."""
    source, target = re.findall(r'(?:src|trg)Lang="(..)"', content)
    made_at = re.findall(r'<file id="(.*?)"', content)[0]
    units: list[tuple[str, str, str]] = re.findall(
        r'<unit id="(.*?)" name="(.*?)">(.*?)</unit>', content, re.DOTALL
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">'
        f'<file original="{made_at}" source-language="{source}" target-language="{target}"'
        ' datatype="plaintext"><body>\n'
        f"{''.join(_unit_1(*unit, source, target) for unit in units)}</body></file></xliff>"
    )


def _unit_1(name: str, digest: str, inside: str, source: str, target: str) -> str:
    inside = re.sub(r'<pc id="(.*?)".*?>', r'<g id="\1">', inside).replace("</pc>", "</g>")
    sources = re.findall(r"<source>(.*?)</source>", inside)
    targets = re.findall(r"<target>(.*?)</target>", inside)
    final = ' approved="yes"' if 'state="final"' in inside else ""
    cut = f"<seg-source>{_marked(sources)}</seg-source>" if len(sources) > 1 else ""
    said = _marked(targets) if len(sources) > 1 else "".join(targets)
    return (
        f'<trans-unit id="{name}" resname="{digest}" xml:space="preserve"{final}>'
        f'<source xml:lang="{source}">{" ".join(sources)}</source>{cut}'
        + (f'<target xml:lang="{target}" state="translated">{said}</target>' if targets else "")
        + "</trans-unit>\n"
    )


def _marked(segments: list[str]) -> str:
    marks = (f'<mrk mtype="seg" mid="{at}">{one}</mrk>' for at, one in enumerate(segments))
    return "".join(marks)
