"""Whether a translation still says that somebody else's words are theirs.

People drop and add quotation marks too, single words' above all, and nest them in other ways: so
only a text that has lost all of them is told.
"""

import re

_QUOTED = re.compile(r"""(?<!\d)["“”„‟«»][^"“”„‟«»]+["“”„‟«»]""")
"""A mark after a digit measures inches."""
_MARK = re.compile(r"""["“”„‟«»‹›‚]|(?<!\w)['‘’]|['‘’](?!\w)""")
"""Any mark, but no apostrophe inside a word."""


def is_unquoted(source: str, answer: str) -> bool:
    """Whether the source has words between double quotation marks, and the answer no mark."""
    return bool(_QUOTED.search(source)) and not _MARK.search(answer)
