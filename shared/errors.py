"""How things fail.

NewsroomError
├── Unavailable   something outside is down or slow: retried by the queue, then a dead letter
└── Conflict      someone else was first: read again and start over

What an editor can mend is no exception: intake returns faults, which become a receipt.
Anything else that is raised is a bug: dead letter and alarm.
"""


class NewsroomError(Exception):
    """Every failure that the newsroom itself names."""


class Unavailable(NewsroomError):
    """A service outside did not do its part; trying again later may help."""


class Conflict(NewsroomError):
    """The place that was to be written is no longer what was read."""
