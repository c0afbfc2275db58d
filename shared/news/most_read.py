"""How readers are counted and stories ranked: the part `most_read` of the newsroom's configuration.

docs/MOST_READ.md says what each does to the lists.
"""

from pydantic import Field

from shared.news.record import Record

MOST_OF_A_NETWORK = 20
"""Visitors in an hour: counting keeps no more of them, so ranking can only believe fewer."""


class MostRead(Record):
    """The parameters; none of them changes a page, since pages show what was ranked."""

    kappa: int = Field(default=MOST_OF_A_NETWORK, ge=1, le=MOST_OF_A_NETWORK)
    """In an hour a story has at most so many readers for each network that they came from."""

    minimum_readers: int = Field(default=5, ge=1, le=100_000)
    """A story with fewer readers in 24 hours is not in Most Read."""

    length: int = Field(default=10, ge=1, le=10)
    """Stories of a list; there is no room for more on pages."""

    half_life_minutes: int = Field(default=20, ge=5, le=1440)
    """Age after which a reader counts half in Trending."""

    surge_floor: float = Field(default=0.5, ge=0, le=1)
    """The least that a story's score in Trending is multiplied by when it loses readers."""

    surge_ceiling: float = Field(default=4, ge=1, le=100)
    """The most that it is multiplied by when it gains readers."""

    incumbent_bonus: float = Field(default=0.15, ge=0, le=1)
    """What a story in Trending is ahead of those that are not, so that places do not flicker."""

    trending_minimum: int = Field(default=5, ge=1, le=100_000)
    """A story with fewer readers in 15 minutes is not in Trending."""

    late_after_minutes: int = Field(default=60, ge=1, le=1440)
    """When nothing newer was counted for so long, lists stay as they are and say so."""

    section_minutes: int = Field(default=5, ge=1, le=60)
    """A list of a section that shows readers' choice stands for so long before it changes; those of
    the whole edition change in every run."""
