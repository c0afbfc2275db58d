"""Memories know a sentence by its normalised line; the reviewed one is looked up here."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from shared.news.language import Language
from shared.translation.markup import ordinals, renumbered
from shared.translation.ports import PaidKey, Pair, Reviewed


def normalised(line: str) -> str:
    """The line as memories compare it: NFC, white space collapsed, codes by first appearance."""
    composed = unicodedata.normalize("NFC", line)
    return renumbered(re.sub(r"\s+", " ", composed).strip(), ordinals(composed))


def paid_key(line: str, pair: Pair, engine: str, terms: str = "") -> PaidKey:
    """What an engine's translation of a line is remembered by.

    `terms` is the digest of the glossary's terms in it: with others, it is another sentence.
    """
    asked = f"{normalised(line)}\n{terms}" if terms else normalised(line)
    sentence = hashlib.sha256(asked.encode()).hexdigest()
    return PaidKey(sentence, pair.source, pair.target, engine)


@dataclass(frozen=True)
class ReviewedMemory:
    """Approved translations by pair of languages and normalised line."""

    entries: Mapping[tuple[Language, Language, str], str]

    def find(self, sentence: str, source: Language, target: Language) -> str | None:
        found = self.entries.get((source, target, normalised(sentence)))
        if found is None:
            return None
        back = {rank: number for number, rank in ordinals(sentence).items()}
        return renumbered(found, back)

    def __len__(self) -> int:
        return len(self.entries)


@dataclass(frozen=True)
class ForPairs:
    """A reviewed memory that is asked for some pairs of languages alone."""

    memory: Reviewed
    pairs: frozenset[Pair]

    def find(self, sentence: str, source: Language, target: Language) -> str | None:
        asked = Pair(source, target) in self.pairs
        return self.memory.find(sentence, source, target) if asked else None


NO_MEMORY = ReviewedMemory({})
