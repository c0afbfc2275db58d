"""How an edition deals with the machine's words, and with people's words that have grown old."""

from typing import Literal

from pydantic import Field

from shared.news.language import Language
from shared.news.record import Record

Mode = Literal["automatic", "reviewed", "human"]
"""automatic  the machine's words are published once every gate lets them through
reviewed   they wait until a person has approved them
human      no machine is asked: people translate
"""
Outdated = Literal["hold", "publish-with-notice"]
"""What happens while people's words are older than the source's, in a block that has changed:

hold                 the edition keeps its last version in which everything belongs together
publish-with-notice  it takes over what is new around them, and says that a part is older

Where a block of theirs has no place any more, it is held in both cases.
"""


class Policy(Record):
    """How one edition of one story is translated, as it was when its source was accepted."""

    mode: Mode = "automatic"
    outdated: Outdated = "hold"


class PolicyFor(Record):
    """A policy for some sections, some editions, or both; an empty list means all of them."""

    sections: tuple[str, ...] = ()
    editions: tuple[Language, ...] = ()
    mode: Mode | None = None
    outdated: Outdated | None = None

    def applies(self, section: str, edition: Language) -> bool:
        return (not self.sections or section in self.sections) and (
            not self.editions or edition in self.editions
        )


class Translation(Record):
    """The newsroom's policies: the general one, and exceptions of which the last one wins."""

    mode: Mode = "automatic"
    outdated: Outdated = "hold"
    exceptions: tuple[PolicyFor, ...] = ()
    deadline_minutes: int = Field(default=60, ge=1, le=1440)
    """How long editions that are to come out together wait for one another, at most."""

    def policy(self, section: str, edition: Language) -> Policy:
        found = Policy(mode=self.mode, outdated=self.outdated)
        for one in self.exceptions:
            if one.applies(section, edition):
                found = Policy(mode=one.mode or found.mode, outdated=one.outdated or found.outdated)
        return found
