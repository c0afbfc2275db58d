"""The configuration: which facts of the newsroom's own log follow from its file."""

from functools import partial

from shared.clock import Clock
from shared.intake.config_file import read_config, starter
from shared.intake.ports import LIMIT, Inbox
from shared.news.archive import Archive, Bodies, keep, record
from shared.news.facts import ConfigAccepted, Rejected, What
from shared.news.faults import Verdict
from shared.news.keys import CONFIG_KEY, NEWSROOM_LOG
from shared.news.log import Log
from shared.news.office import office


def configure(*, archive: Archive, bodies: Bodies, inbox: Inbox, clock: Clock) -> Log:
    """Bring the newsroom's log up to the newest configuration file.

    The starter is in force where there is none, or none yet that can be read.
    """
    record(archive, NEWSROOM_LOG, partial(_decide_starter, bodies=bodies), clock=clock)
    decide = partial(_decide_config, archive=archive, bodies=bodies, inbox=inbox)
    return record(archive, NEWSROOM_LOG, decide, clock=clock)


def _decide_starter(log: Log, *, bodies: Bodies) -> ConfigAccepted | None:
    if any(isinstance(fact.what, ConfigAccepted) for fact in log.facts):
        return None
    newsroom = read_config(starter()).newsroom
    if newsroom is None:
        message = "the starter configuration has faults"
        raise AssertionError(message)
    return ConfigAccepted(
        key=CONFIG_KEY,
        version="starter",
        body=keep(bodies, newsroom),
        changed=newsroom.changed_from(None),
    )


def _decide_config(log: Log, *, archive: Archive, bodies: Bodies, inbox: Inbox) -> What | None:
    upload = inbox.newest(CONFIG_KEY, LIMIT)
    if upload is None or upload.content is None:  # never there, or deleted: nothing changes
        return None
    last = log.last_about(CONFIG_KEY)
    if last is not None and last.version == upload.version:
        return None
    reading = read_config(upload.content)
    verdict = Verdict(faults=reading.faults, notes=reading.notes)
    if reading.newsroom is None:
        kept = keep(bodies, verdict)
        return Rejected(key=CONFIG_KEY, version=upload.version, verdict=kept)
    return ConfigAccepted(
        key=CONFIG_KEY,
        version=upload.version,
        body=keep(bodies, reading.newsroom),
        changed=reading.newsroom.changed_from(office(archive, bodies).newsroom),
        verdict=keep(bodies, verdict) if reading.notes else None,
    )
