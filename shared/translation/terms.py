"""Which terms of the glossary a sentence has, and whether its translation says them rightly.

A text is a row of words and signs, and a term is a row of them too. A word of the text counts as
a word of the term under one of its `keys`, which depend on the term's way of matching:

    exact       as written; Arabic without vowel signs, and behind one-letter words (و ب ل ك ف س)
                and the article
    any-case    in any case; the forms of hamza, alef, ya and ta marbuta are the same
    inflected   its plural too, and with Arabic's suffixes; an acronym stays in capitals

Where two terms begin at the same word, the longer counts; of two with the same name, the first.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from shared.news.glossary import NO_TERMS, Glossary, Match, Term, terms_digest
from shared.news.language import Language
from shared.translation.ports import Pair

_CODE = re.compile(r"XP([AZH])\d{1,4}X", re.IGNORECASE)
_ARABIC = (
    "\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f"
    "\ufb50-\ufdff\ufe70-\ufefc\u200c\u200d"
)
_WORD = re.compile(rf"[{_ARABIC}]+|(?:(?![{_ARABIC}])\w[\u0300-\u036f]*)+|\S")
_SIGNS = str.maketrans("\u2019\u2018\u02bc\u2010\u2011", "'''--")
_UNWRITTEN = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06ed\u200c\u200d]"
)
_LETTERS = str.maketrans("أإآٱؤئىیک", "ااااءءييك")
_ARTICLE = "ال"
_ENOUGH = 3
"""Letters that have to be left of an Arabic word without its one-letter words."""
_CLITICS = [f"{link}{before}" for link in ("", "و", "ف") for before in ("", "ب", "ل", "ك", "س")]
_PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "كم", "كن", "نا", "ه", "ك")
_ENDINGS = {"ات": "ة", "تان": "ة", "تين": "ة", "ون": "", "ين": "", "ان": "", "ا": ""}
_UNACCENTED = str.maketrans("áéíóú", "aeiou")
_ACCENTED = str.maketrans("aeiou", "áéíóú")
_PLURALS: dict[str, tuple[str, ...]] = {
    "ies": ("y", "ie"),
    "ves": ("f", "fe"),
    "ses": ("sis", "s"),
    "men": ("man",),
    "es": ("", "e"),
    "s": ("",),
}
_IRREGULAR = {
    "people": "person",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "regímenes": "régimen",
    "especímenes": "espécimen",
    "caracteres": "carácter",
}


class _Word(NamedTuple):
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Found:
    """Where a term stands in a line; `inflected` if only in another form than the glossary's."""

    term: Term
    start: int
    end: int
    inflected: bool = False


class Broken(NamedTuple):
    """A term whose name a translation does not use, or the forbidden name that it uses."""

    term: Term
    forbidden: str = ""


class Lexicon:
    """The terms that say something of translations in a pair, as they are looked for in a line."""

    def __init__(self, terms: Iterable[Term], pair: Pair) -> None:
        self.pair = pair
        applying = [term for term in terms if term.applies(*pair)]
        self._names = _Names(((term.form(pair.source), term) for term in applying), pair.source)

    def find(self, line: str) -> list[Found]:
        """The terms of a canonical line, from its beginning to its end; none overlap."""
        return self._names.find(line)

    def terms(self, *lines: str) -> tuple[Term, ...]:
        """The terms of lines, each once."""
        return tuple(dict.fromkeys(found.term for line in lines for found in self.find(line)))

    def digest(self, *lines: str) -> str:
        """A hash of what the lines' terms ask of their translation; "" where they have none."""
        return terms_digest(self.terms(*lines), *self.pair)

    def kept(self, line: str) -> Mapping[str, str]:
        """What must not be translated, as `shield` wants it."""
        words = (line[one.start : one.end] for one in self.find(line) if one.term.keep)
        return {word: word for word in words}


class Lexicons:
    """A glossary, made ready for each pair of languages when it is first asked for."""

    def __init__(self, glossary: Glossary) -> None:
        self._terms = glossary.terms
        self._ready: dict[Pair, Lexicon] = {}

    def of(self, pair: Pair) -> Lexicon:
        if pair not in self._ready:
            self._ready[pair] = Lexicon(self._terms, pair)
        return self._ready[pair]


NO_LEXICONS = Lexicons(NO_TERMS)


def without(line: str, kept: Iterable[str]) -> str:
    """The line with a code for each word that is to be kept, which says nothing of a language."""
    words = sorted(filter(None, kept), key=len, reverse=True)
    return re.sub("|".join(map(re.escape, words)), "XPH9999X", line) if words else line


def broken(source: str, answer: str, terms: Iterable[Term], pair: Pair) -> tuple[Broken, ...]:
    """The terms of a line that its translation does not honour.

    A plural can be another word in Arabic, so there a term that the source has only in the plural
    is never missing. What is forbidden for one term may be the right name of another.
    """
    occurring = Lexicon(terms, pair).find(source)
    right = [
        place
        for one in occurring
        for place in _Names([(one.term.form(pair.target), one.term)], pair.target, loose=True).find(
            answer
        )
    ]
    said = {place.term for place in right}
    whole = {one.term for one in occurring if not one.inflected}
    faults = []
    for term in dict.fromkeys(one.term for one in occurring):
        wrong = _forbidden(answer, term, pair.target, right)
        missing = term.form(pair.target) and term not in said
        if wrong or (missing and (term in whole or pair.target != "ar")):
            faults.append(Broken(term, wrong))
    return tuple(faults)


def _forbidden(answer: str, term: Term, language: Language, right: Iterable[Found]) -> str:
    """The first forbidden name that is said, and is not part of a right one."""
    for name in term.forbidden(language):
        for place in _Names([(name, term)], language).find(answer):
            if not any(one.start <= place.start and place.end <= one.end for one in right):
                return name
    return ""


class _Names:
    """Names of terms in one language, ready to be looked for.

    `loose` is for translations: there a name is found in every form that its language has rules
    for, gender and definiteness included.
    """

    def __init__(
        self, names: Iterable[tuple[str, Term]], language: Language, *, loose: bool = False
    ) -> None:
        self._language, self._loose = language, loose
        self._starts = defaultdict[tuple[Match, str], list[_Name]](list)
        for rank, (name, term) in enumerate(names):
            match: Match = "inflected" if loose else term.match
            keys = tuple(_key(word.text, match, language, loose=loose) for word in _words(name))
            if keys:
                self._starts[match, keys[0]].append(_Name(keys[1:], rank, term))
        self._matches = sorted({match for match, _ in self._starts})

    def find(self, line: str) -> list[Found]:
        words, found, at = _words(line) if self._starts else [], list[Found](), 0
        while at < len(words):
            here = min(self._at(words, at), key=lambda one: one[:2], default=None)
            found += [here[2]] if here else []
            at += -here[0] if here else 1
        return found

    def _at(self, words: list[_Word], at: int) -> Iterator[tuple[int, int, Found]]:
        """The names that begin with a word, those that count as the smallest."""
        for match in self._matches:
            for key, cut in self._keys(words[at], match).items():
                for rest, rank, term in self._starts.get((match, key), ()):
                    following = words[at + 1 : at + 1 + len(rest)]
                    cuts = [cut, *self._cuts(following, rest, match)]
                    if len(cuts) == 1 + len(rest):
                        start = words[at].start + _behind(words[at].text, cut.letters)
                        end = [words[at], *following][-1].end
                        inflected = any(one.inflected for one in cuts)
                        yield -len(cuts), rank, Found(term, start, end, inflected)

    def _cuts(self, words: Iterable[_Word], rest: Iterable[str], match: Match) -> Iterator["_Cut"]:
        """How words became the rest of a name, up to the first that does not."""
        for word, key in zip(words, rest, strict=False):
            cut = self._keys(word, match, whole=True).get(key)
            if cut is None:
                return
            yield cut

    def _keys(self, word: _Word, match: Match, *, whole: bool = False) -> Mapping[str, "_Cut"]:
        if self._language == "ar":
            return _arabic_keys(word.text, match, whole=whole, loose=self._loose)
        return _latin_keys(word.text, match, self._language, loose=self._loose)


class _Name(NamedTuple):
    """The keys of a name after its first, and its place among the names."""

    rest: tuple[str, ...]
    rank: int
    term: Term


class _Cut(NamedTuple):
    """How a word became a key: letters cut from its beginning, and whether its end differs."""

    letters: int = 0
    inflected: bool = False


def _words(text: str) -> list[_Word]:
    """The words and signs of a text; a mark is none, and what its code stands for is a sign."""
    masked = _CODE.sub(lambda code: ("\ufffc" if code[1] in "hH" else " ") * len(code[0]), text)
    return [_Word(found[0], found.start(), found.end()) for found in _WORD.finditer(masked)]


def _key(word: str, match: Match, language: Language, *, loose: bool) -> str:
    """What a word of a name is looked for as."""
    if language == "ar" and _is_arabic(word):
        letters = _letters(word, match)
        bare = letters.removeprefix(_ARTICLE)
        return bare if loose and len(bare) >= _ENOUGH else letters
    plain = _plain(word)
    if match == "exact" or (match == "inflected" and _is_acronym(plain)):
        return plain
    return plain.casefold()


# --- English and Spanish -------------------------------------------------------------------------


@lru_cache(maxsize=20_000)
def _latin_keys(word: str, match: Match, language: Language, *, loose: bool) -> Mapping[str, _Cut]:
    plain = _plain(word)
    if match == "exact":
        return {plain: _Cut()}
    folded = plain.casefold()
    if match == "any-case":
        return {folded: _Cut()}
    keys = {plain: _Cut(), folded: _Cut()}
    if plain.endswith("s") and _is_acronym(plain[:-1]):
        keys[plain[:-1]] = _Cut(inflected=True)
    singulars = _english(folded) if language == "en" else _spanish(folded)
    if loose and language == "es":
        singulars = singulars.union(*map(_masculine, (folded, *singulars)))
    return dict.fromkeys(singulars, _Cut(inflected=True)) | keys


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", word).translate(_SIGNS)


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _english(word: str) -> set[str]:
    """What the word may be the plural of."""
    known = {_IRREGULAR[word]} if word in _IRREGULAR else set()
    return known | {
        stem + ending
        for plural, endings in _PLURALS.items()
        if len(stem := word.removesuffix(plural)) >= 2 and stem != word and word[-2:] != "ss"
        for ending in endings
    }


def _spanish(word: str) -> set[str]:
    """What the word may be the plural of: an accent may come or go with the ending."""
    if len(word) < 4 or not word.endswith("s"):
        return set()
    known = {_IRREGULAR[word]} if word in _IRREGULAR else set()
    if word.endswith("ces"):
        known.add(f"{word[:-3]}z")
    if word.endswith("es"):
        known |= {word[:-2], word[:-2].translate(_UNACCENTED), _stressed(word[:-2])}
    return known | {word[:-1]}


def _masculine(word: str) -> set[str]:
    """What the word may be the feminine of: ministra, primera, inglesa."""
    if not word.endswith("a"):
        return set()
    return {f"{word[:-1]}o", word[:-1], _stressed(word[:-1])}


def _stressed(stem: str) -> str:
    """The stem with an accent on its last vowel."""
    last = max(map(stem.rfind, "aeiou"))
    return stem[:last] + stem[last].translate(_ACCENTED) + stem[last + 1 :] if last >= 0 else stem


# --- Arabic --------------------------------------------------------------------------------------


@lru_cache(maxsize=20_000)
def _arabic_keys(word: str, match: Match, *, whole: bool, loose: bool) -> Mapping[str, _Cut]:
    """The word without one-letter words (a `whole` word has none) and, inflected, suffixes."""
    if not _is_arabic(word):
        return _latin_keys(word, match, "en", loose=loose)
    letters = _UNWRITTEN.sub("", unicodedata.normalize("NFKC", word))
    keys: dict[str, _Cut] = {}
    for stem, cut in _stems(letters, whole=whole):
        forms = {stem: False}
        if match == "inflected":
            forms = dict.fromkeys(_without_suffix(stem), True) | forms
        for form, inflected in forms.items():
            folded = form if match == "exact" else _folded(form)
            keys.setdefault(folded, _Cut(cut, inflected))
    return keys


def _stems(letters: str, *, whole: bool) -> Iterator[tuple[str, int]]:
    """What may stand behind one-letter words and the article, and how many letters were cut.

    After لـ the article has no alef: للمحكمة is ل and المحكمة, and للجنة is ل and اللجنة.
    """
    for clitics in ("",) if whole else _CLITICS:
        rest = letters.removeprefix(clitics)
        if len(rest) + len(clitics) > len(letters) or (clitics and len(rest) < _ENOUGH):
            continue
        yield rest, len(clitics)
        if rest.startswith(_ARTICLE) and len(rest) > len(_ARTICLE) + 1:
            yield rest[2:], len(clitics) + 2
        if clitics.endswith("ل") and rest.startswith("ل"):
            for name in (rest[1:], rest):
                yield _ARTICLE + name, len(clitics)
                yield name, len(clitics) + len(rest) - len(name)


def _without_suffix(stem: str) -> Iterator[str]:
    """What the word is without a pronoun, and in the singular; ة is ت before a suffix."""
    for pronoun in _PRONOUNS:
        bare = stem.removesuffix(pronoun)
        if bare != stem and len(bare) >= _ENOUGH:
            yield bare
            yield from _endings(bare)
    yield from _endings(stem)
    if stem.endswith("تي"):
        yield f"{stem[:-2]}ة"


def _endings(stem: str) -> Iterator[str]:
    if stem.endswith("ت"):
        yield f"{stem[:-1]}ة"
    if stem.endswith("ا"):
        yield f"{stem[:-1]}ى"
    for ending, singular in _ENDINGS.items():
        bare = stem.removesuffix(ending)
        if bare != stem and len(bare) >= _ENOUGH:
            yield bare + singular
            yield bare


def _letters(word: str, match: Match) -> str:
    letters = _UNWRITTEN.sub("", unicodedata.normalize("NFKC", word))
    return letters if match == "exact" else _folded(letters)


def _folded(letters: str) -> str:
    return letters.translate(_LETTERS).replace("ة", "ه")


def _is_arabic(word: str) -> bool:
    return bool(re.match(f"[{_ARABIC}]", word))


def _behind(word: str, letters: int) -> int:
    """Where the rest of a word begins whose first letters, unwritten signs aside, are cut."""
    at = 0
    while letters or (at and at < len(word) and _UNWRITTEN.match(word[at])):
        letters -= not _UNWRITTEN.match(word[at])
        at += 1
    return at
