"""Whether a translation asks where its source does."""

import re

_QUESTION = re.compile(r"[?؟][\s»”’\"'›)\]!.…]*\Z")


def asks_otherwise(source: str, answer: str) -> bool:
    """Whether only one of both ends as a question."""
    return bool(_QUESTION.search(source)) != bool(_QUESTION.search(answer))
