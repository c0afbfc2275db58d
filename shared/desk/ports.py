"""What the desk remembers of each log, the rows of its overview; and what ranking tells it."""

from typing import Protocol

from shared.desk.dead_letters import DeadLetters
from shared.desk.receipt import EditionReceipt, State
from shared.news.language import Language
from shared.news.ranking import Radar
from shared.news.record import Instant, Record


class Line(Record):
    """One upload of a row."""

    upload: str
    state: State
    says: str | None = None


class Row(Record):
    """One log in the overview. `first` is the time of its first fact: its frozen place.

    `open` is anything that is not settled: rejected, held, or not yet live everywhere.
    `revision` is the log's, `stands` the sum of the revisions that stand: neither ever falls.
    """

    log: str
    story: bool
    headline: str
    state: State
    open: bool
    uploads: tuple[Line, ...]
    editions: dict[Language, EditionReceipt]
    first: Instant
    at: Instant
    revision: int
    stands: int


class Rows(Protocol):
    """The rows, kept."""

    def put(self, row: Row) -> None:
        """Keep the row, unless one that knows more in any respect stands; then nothing is done."""
        ...

    def newest(self, count: int) -> tuple[Row, ...]:
        """The rows of the newest stories."""
        ...

    def open(self) -> tuple[Row, ...]:
        """Every open row, the oldest first."""
        ...

    def dead_letters(self) -> DeadLetters:
        """The messages that nobody tries any more, as the sweep last found them."""
        ...


class Radars(Protocol):
    """What whoever ranks the stories wants the desk to look at."""

    def radar(self) -> Radar | None:
        """The newest radar, strongly consistent; None before the first."""
        ...
