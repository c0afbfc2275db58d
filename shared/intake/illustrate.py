"""Pictures: decoded once for their own log, then told to every story that wants them."""

from collections.abc import Callable
from dataclasses import dataclass

from shared.clock import Clock
from shared.intake.pictures import LARGEST_FILE, RenditionBytes
from shared.intake.pictures import decode as decode_picture
from shared.intake.ports import Inbox, Upload, Wishes
from shared.news.archive import Archive, Bodies, keep, record
from shared.news.facts import Illustrated, Rejected, Rendition
from shared.news.faults import Fault, Verdict
from shared.news.keys import log_of
from shared.news.log import Log
from shared.news.parts import cut_for
from shared.news.view import view

Decode = Callable[[bytes, int], tuple[RenditionBytes, ...] | Fault]


@dataclass(frozen=True)
class Outcome:
    """What became of a picture: its log, and the stories whose pages may show it now.

    Neither accepted nor rejected means that there never was such a file.
    """

    log: str
    accepted: bool = False
    rejected: bool = False
    stories: tuple[str, ...] = ()


def illustrate(
    key: str,
    *,
    archive: Archive,
    bodies: Bodies,
    inbox: Inbox,
    wishes: Wishes,
    clock: Clock,
    decode: Decode = decode_picture,
) -> Outcome:
    """Bring the picture's log, and those of the stories that want it, up to its newest version.

    The wishes are read after the picture, and a story's wish is made before its picture is looked
    for: so neither order of the two uploads misses.
    """
    desk = _Darkroom(key, archive, bodies, inbox, decode)
    log = record(archive, log_of(key), desk.develop, clock=clock)
    last = log.facts[-1].what if log.facts else None
    stories = [
        story
        for story in wishes.wishing(key)
        if desk.wanted(record(archive, story, desk.tell, clock=clock))
    ]
    return Outcome(
        log=log.id,
        accepted=isinstance(last, Illustrated),
        rejected=isinstance(last, Rejected),
        stories=tuple(stories),
    )


@dataclass(frozen=True)
class _Darkroom:
    """Decides which facts follow from a picture."""

    key: str
    archive: Archive
    bodies: Bodies
    inbox: Inbox
    decode: Decode

    def develop(self, log: Log) -> Illustrated | Rejected | None:
        """The fact about the newest version of the file, unless it is the last one already."""
        upload = self.inbox.newest(self.key, LARGEST_FILE)
        last = log.facts[-1].what if log.facts else None
        if upload is None or (
            isinstance(last, Illustrated | Rejected) and last.version == upload.version
        ):
            return None
        return self._judge(upload)

    def _judge(self, upload: Upload) -> Illustrated | Rejected:
        if upload.content is None:
            return Illustrated(key=self.key, version=upload.version, renditions=())
        made = self.decode(upload.content, upload.size)
        if isinstance(made, Fault):
            verdict = keep(self.bodies, Verdict(faults=(made,)))
            return Rejected(key=self.key, version=upload.version, verdict=verdict)
        renditions = tuple(
            Rendition(
                width=one.width,
                height=one.height,
                body=self.bodies.put(one.jpeg),
                webp=one.webp and self.bodies.put(one.webp),
                avif=one.avif and self.bodies.put(one.avif),
                crop=one.crop,
            )
            for one in made
        )
        return Illustrated(key=self.key, version=upload.version, renditions=renditions)

    def tell(self, log: Log) -> Illustrated | None:
        """The fact for a story that wants the picture and does not have this version and cut."""
        newest = self._newest()
        if newest is None or not self.wanted(log):
            return None
        seen = view(log, self.bodies)
        has, its = seen.pictures.get(self.key), cut_for(seen, newest)
        return None if has == its or not (has or its.renditions) else its

    def wanted(self, log: Log) -> bool:
        seen = view(log, self.bodies)
        return not seen.withdrawn and self.key in seen.wished

    def _newest(self) -> Illustrated | None:
        """The newest good version: a rejected one leaves the older one in use."""
        facts = reversed(self.archive.read(log_of(self.key)).facts)
        return next((fact.what for fact in facts if isinstance(fact.what, Illustrated)), None)
