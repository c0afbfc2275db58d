"""The numbers of a text with their magnitudes, however a language writes them.

Several values of one number are ways to read it: 1.500 may be 1500 in Spanish, and 8 p.m. is
20:00.
"""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from decimal import Decimal
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from shared.news.language import Language
from shared.translation.checks.lexicon import (
    HALVES,
    JOINS,
    MONTHS,
    NUMBERS,
    OF_HOURS,
    SCALES,
    plain,
    unvowelled,
)
from shared.translation.numerals import western

Values = AbstractSet[Decimal]

_NARROW = "[\u00a0\u202f\u2009]"
_TOKEN = re.compile(
    rf"(?P<number>\d{{1,3}}(?:{_NARROW}\d{{3}})+(?!\d)(?:[.,٫]\d+)?"
    rf"|(?<!\d )\d{{1,3}}(?: \d{{3}})+(?!{_NARROW}?\d)(?:[.,٫]\d+)?"
    r"|\d+(?:(?:[.,٬٫'’]|،(?=\d{3}\b))\d+)*)|(?P<word>[^\W\d_]+)|(?P<mark>[^\s\w])"
)
_ROMAN = re.compile(r"(?=[IVXLC]{2}|[VX])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMANS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_CLITICS = re.compile("^[فبلك]?(?:ال|لل)?")
_GLUED = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
"""Behind a number; an m may be metres as well."""
_HALF, _ONE, _TWELVE = map(Decimal, ("0.5", "1", "12"))
_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)
_NOTHING: Values = frozenset()


class Amount(NamedTuple):
    """A number: the values that it may have, its digits if it has some, and its magnitude."""

    values: Values
    digits: str
    scale: Decimal = _ONE


@lru_cache(maxsize=64)
def amounts(text: str, language: Language) -> tuple[Amount, ...]:
    """The numbers of a text in their order."""
    tokens, found, at = _tokens(text, language), list[Amount](), 0
    while at < len(tokens):
        if tokens[at].is_number or tokens[at].meaning:
            reading = _Reading(tokens, at, language)
            found += reading.amounts()
            at = max(reading.at, at + 1)
        else:
            at += 1
    return tuple(found)


class _Meaning(NamedTuple):
    """What a word says of a number: "unit", "scale", "half", "month" or "roman", with its value."""

    kind: str
    value: Decimal


class _Token(NamedTuple):
    text: str
    is_glued: bool
    """Whether nothing stands between it and the one before."""
    is_number: bool = False
    meaning: _Meaning | None = None


def _tokens(text: str, language: Language) -> list[_Token]:
    tokens, end = list[_Token](), -1
    for found in _TOKEN.finditer(unvowelled(western(text))):
        is_glued, end = found.start() == end, found.end()
        if found.lastgroup == "word":
            for word, meaning in _understood(found[0], language):
                tokens.append(_Token(word, is_glued, meaning=meaning))
                is_glued = True
        else:
            tokens.append(_Token(found[0], is_glued, is_number=found.lastgroup == "number"))
    return tokens


@lru_cache(maxsize=20_000)
def _understood(word: str, language: Language) -> tuple[tuple[str, _Meaning | None], ...]:
    """A word in plain letters with its meaning; Arabic's "and" is a word of its own."""
    text = plain(word)
    if meaning := _meaning(text, language):
        return ((text, meaning),)
    if _ROMAN.fullmatch(word):
        return ((text, _Meaning("roman", Decimal(_roman(word)))),)
    if language == "ar" and text[0] == "و" and (rest := _meaning(text[1:], language)):
        return (("و", None), (text[1:], rest))
    return ((text, None),)


def _meaning(word: str, language: Language) -> _Meaning | None:
    if language != "ar":
        return _known(word, language)
    found = _known(word, language) or _known(_CLITICS.sub("", word, count=1), language)
    is_percent = found and found.value == _HUNDRED and word.startswith(("ال", "بال"))
    return None if is_percent else found


def _known(word: str, language: Language) -> _Meaning | None:
    tables = {"unit": NUMBERS, "scale": SCALES, "month": MONTHS}
    if word in HALVES[language]:
        return _Meaning("half", _HALF)
    return next(
        (
            _Meaning(kind, table[language][word])
            for kind, table in tables.items()
            if word in table[language]
        ),
        None,
    )


class _Reading:
    """A number that begins at a token, read as far as it goes.

    Like 2 million three hundred, it has a `whole` that a magnitude has closed, and what is still
    `open` to be multiplied: each as the values that it may have.
    """

    def __init__(self, tokens: list[_Token], at: int, language: Language) -> None:
        self.tokens, self.at, self.language = tokens, at, language
        self.whole, self.open = _NOTHING, _NOTHING
        self.scale, self.digits = _ONE, ""

    def amounts(self) -> list[Amount]:
        """The number; more than one where it is a date, a version or a time."""
        token = self.tokens[self.at]
        if token.meaning and token.meaning.kind in {"month", "roman"}:
            return [Amount(_values(token.meaning.value), "")]
        if token.is_number and (parts := self._parts(token.text)):
            self.at += 1
            hour = Amount(self._with_hours(_values(parts[0])), parts[0])
            others = [Amount(_values(one), one) for one in parts[1:] if one != "00"]
            return [hour, *others]
        while self._goes_on():
            pass
        if not self._has_begun() or self.digits == "00":
            return []
        values = _each(self.whole, self.open, lambda whole, left: whole + left)
        found = Amount(self._with_hours(values), self.digits, self.scale)
        return [found, *self._minutes(values)]

    def _minutes(self, values: Values) -> list[Amount]:
        """Half past five is 5:30."""
        if self.scale != _ONE or self.digits or any(one % 1 != _HALF for one in values):
            return []
        hours = {one - _HALF for one in values if one > 1}
        return [Amount(one, "") for one in (_values(30), hours) if one]

    def _has_begun(self) -> bool:
        return bool(self.whole or self.open)

    def _text(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def _meant(self, at: int) -> _Meaning | None:
        return self.tokens[at].meaning if at < len(self.tokens) else None

    def _goes_on(self) -> bool:
        """Take the next token, with a word that joins it to those before, if it belongs to us."""
        joined = self._has_begun() and self._text(self.at) in JOINS[self.language]
        at = self.at + joined
        if joined and self._text(at) == "a":  # two and a half
            at += 1
        if (
            self.scale == _THOUSAND and not self.open and self._text(at) == "de"
        ):  # miles de millones
            at += 1
        if at >= len(self.tokens) or not self._takes(at, joined=joined):
            return False
        following = self._meant(at + 2) if self._text(at + 1) == "a" else None
        half_a_million = self.open == {_HALF} and following and following.kind == "scale"
        self.at = at + (2 if half_a_million else 1)
        return True

    def _takes(self, at: int, *, joined: bool) -> bool:
        text, is_glued, is_number, meaning = self.tokens[at]
        if is_number:
            return self._takes_digits(text, joined=joined)
        if is_glued and self.digits and text in _GLUED:
            factor = _GLUED[text]
            self.open |= {value * factor for value in self.open}
            return bool(self.open)
        match meaning:
            case _Meaning("unit", value):
                return self._takes_unit(value, joined=joined)
            case _Meaning("scale", value):
                return self._takes_scale(value, joined=joined)
            case _Meaning("half"):
                return self._takes_half(joined=joined)
        return False

    def _takes_digits(self, text: str, *, joined: bool) -> bool:
        """At the beginning, or in Arabic after a magnitude: مليون و200 ألف."""
        values = _read(text, self.language)
        may_follow = joined and self.language == "ar" and max(values) < self.scale
        if self.open or (self.whole and not may_follow):
            return False
        self.open = values
        self.digits += re.sub(r"\D", "", text)
        return True

    def _takes_unit(self, value: Decimal, *, joined: bool) -> bool:
        arabic = joined and self.language == "ar"
        if self.digits and (self.open or not arabic):
            return False
        if self.open:
            may_be_added = all(self._adds(one, value, joined=joined) for one in self.open)
            self.open = {one + value for one in self.open} if may_be_added else self.open
            return may_be_added
        if self.whole and (value >= self.scale or (self.language == "ar" and not joined)):
            return False
        if value >= _THOUSAND:  # مليونان
            self.whole = _each(self.whole, _values(value), lambda whole, two: whole + two)
            self.scale = value / 2
        else:
            self.open = _values(value)
        return True

    def _adds(self, one: Decimal, value: Decimal, *, joined: bool) -> bool:
        """Whether a word adds to the one before: twenty five, خمسة وعشرون, خمسة عشر."""
        rest = one % _HUNDRED
        if self.language == "ar" and not joined:
            return value == 10 and 0 < rest < 10
        if rest == 0:
            return one >= _HUNDRED > value
        if self.language == "ar":
            return rest < 10 and 20 <= value < _HUNDRED and value % 10 == 0
        return rest >= 20 and rest % 10 == 0 and 0 < value < 10

    def _takes_scale(self, value: Decimal, *, joined: bool) -> bool:
        if joined and (self.open or self.language != "ar" or value >= self.scale):
            return False
        multiplies = self.whole and value > self.scale
        if self.whole and not self.open and not multiplies and self.language == "en":
            return False
        if value == _HUNDRED:
            self.open = {one * value for one in self.open or _values(1)}
            return True
        if multiplies:  # dos mil millones
            whole = _each(self.whole, self.open, lambda whole, left: whole + left)
            self.whole = {one * value for one in whole}
        else:
            opened = self.open or _values(1)
            self.whole = _each(self.whole, opened, lambda whole, left: whole + left * value)
        self.open, self.scale = _NOTHING, value
        return True

    def _takes_half(self, *, joined: bool) -> bool:
        if self._has_begun() and not joined:
            return False
        if self.whole and not self.open:
            self.whole = {one + self.scale * _HALF for one in self.whole}
        else:
            self.open = {one + _HALF for one in self.open or _values(0)}
        return True

    def _parts(self, text: str) -> list[str]:
        """The numbers of a date, of a version or of an hour with minutes."""
        is_time = re.fullmatch(r"\d?\d\.\d\d", text) and self._is_hour(self.at + 1)
        return re.findall(r"\d+", text) if is_time or not _read(text, self.language) else []

    def _is_hour(self, at: int) -> bool:
        following = {self._text(one) for one in range(at, at + 3)}
        return self._text(at) == ":" or bool(following & OF_HOURS[self.language])

    def _with_hours(self, values: Values) -> Values:
        """An hour may be counted to 12, or to 24."""
        if self.scale != _ONE or not self._is_hour(self.at):
            return values | self._with_centuries(values)
        hours = {one for one in values if one == int(one) and one <= 24}
        other = {one + 12 if one < 12 else one - 12 for one in hours}
        return values | other | ({_TWELVE, 2 * _TWELVE} if _TWELVE in hours else _NOTHING)

    def _with_centuries(self, values: Values) -> Values:
        """The 1980s are the eighties, and in 1950-53 the year 53 is 1953."""
        value = max(values)
        if not self.digits or self.scale != _ONE:
            return _NOTHING
        if 1800 <= value < 2100 and (value % 10 == 0 or self._is_span()):
            return _values(value % _HUNDRED)
        if len(self.digits) == 2 and self._is_span():
            return {value + 1900, value + 2000}
        return _NOTHING

    def _is_span(self) -> bool:
        """Whether the number ends a span of years, or has an apostrophe before it."""
        sign, before = self._text(self.at - 2), self._text(self.at - 3)
        is_year = len(before) == 4 and before.isdecimal()
        return sign in {"'", "’", "‘"} or (is_year and sign in {"-", "–", "/"})


def _values(*some: Decimal | str | int) -> Values:
    return frozenset(Decimal(one) for one in some)


def _each(some: Values, others: Values, combine: Callable[[Decimal, Decimal], Decimal]) -> Values:
    """What comes of every value with every other; nothing stands for 0."""
    return {combine(*both) for both in product(some or _values(0), others or _values(0))}


def _roman(text: str) -> int:
    digits = [_ROMANS[letter] for letter in text]
    return sum(
        -one if one < following else one
        for one, following in zip(digits, [*digits[1:], 0], strict=True)
    )


@lru_cache(maxsize=1024)
def _read(text: str, language: Language) -> Values:
    """What a number in digits may be; nothing where its separators are none of a number."""
    text = re.sub(r"(?<=\d)[ \u00a0\u202f\u2009'’٬،](?=\d{3})", "", text)
    signs = re.sub(r"\d", "", text)
    if not signs:
        return _values(text)
    *groups, fraction = re.split(r"\D", text)
    as_whole, as_decimal = "".join([*groups, fraction]), f"{''.join(groups)}.{fraction}"
    may_be_whole = len(groups[0]) <= 3 == len(fraction) and text[0] != "0" and signs[-1] != "٫"
    if len(signs) > 1:
        is_grouped = all(len(one) == 3 for one in groups[1:]) and len(set(signs[:-1])) == 1
        if not is_grouped or (signs[-1] == signs[0] and not may_be_whole):
            return _NOTHING
        return _values(as_whole if signs[-1] == signs[0] else as_decimal)
    if signs in "'’،" or not may_be_whole:
        return _NOTHING if signs in "'’،" else _values(as_decimal)
    if language == "en":
        return _values(as_whole if signs == "," else as_decimal)
    return _values(as_whole, as_decimal)
