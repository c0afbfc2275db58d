"""Words of the source that were left as they were.

Names, titles and quotations stay in the other language rightly; a run of plain words with one that
only the source's language has, or one of its sentences, does not.
"""

import re

from shared.news.language import Language
from shared.translation.ports import Pair

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ARABIC = re.compile("[\u0620-\u064a]{2}")
_RUN = 3
_PLAIN: dict[Language, str] = {
    "en": """the and of to that was were is are be been has have had would will could should with
        from this which who they their his her its it he she not said for by at into when while
        after before but than there what where also only about because over under between more
        most""",
    "es": """que los las el la una un por con para del al su sus se fue fueron han había está están
        es pero como según cuando mientras después antes sobre entre desde hasta también sólo solo
        más muy lo le les y en ya porque donde quien cual este esta estos estas""",
    "ar": "",
}
_PLAIN_WORDS = {language: frozenset(text.split()) for language, text in _PLAIN.items()}


def is_left(source: str, answer: str, pair: Pair) -> bool:
    """Whether a run of the source's words stands in the answer."""
    if pair.source == "ar":
        return _ARABIC.search(answer) is not None
    given = _runs([word.lower() for word in _WORD.findall(source)])
    words = _WORD.findall(answer)
    plain = _PLAIN_WORDS[pair.source] - _PLAIN_WORDS[pair.target]
    return any(
        tuple(word.lower() for word in run) in given
        and not plain.isdisjoint(run)
        and any(word.islower() and len(word) >= _RUN and word not in plain for word in run)
        for run in _runs(words)
    )


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[shift:] for shift in range(_RUN)), strict=False))
