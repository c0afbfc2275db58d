"""Whether a translation says the same words again and again."""

from collections import Counter
from itertools import pairwise


def loops(source: str, answer: str) -> bool:
    """Whether words come back far more often than in the source."""
    return _most_repeated(answer) > max(2, 1.5 * _most_repeated(source))


def _most_repeated(text: str) -> int:
    """How often four words in a row come back, or one word follows itself."""
    words = text.lower().split()
    grams = Counter(zip(*(words[shift:] for shift in range(4)), strict=False))
    run = longest = 1
    for word, following in pairwise(words):
        run = run + 1 if word == following else 1
        longest = max(longest, run)
    return max(longest, *grams.values()) if grams else longest
