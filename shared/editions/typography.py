"""The typography of each language: its own punctuation, quotation marks and spaces.

Only what loses nothing: punctuation, spaces and Arabic's stretched lines are put, moved or taken
away, never a letter or a digit, and only where the text leaves no doubt. What comes through as it
is (addresses, handles, hashtags, a translator's codes) stands as one character while the rules
work; each of them takes time proportional to the text.
"""

import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from shared.editions.quotes import PAIRS
from shared.news.language import Language
from shared.news.newsroom import Quotes

Class = Literal["marks", "spaces", "kashida", "percent", "opening", "quotes", "dashes"]
"""What a rule looks after."""

_ADDRESS = r"[^\s<>«»“”‘’\"]*[^\s<>«»“”‘’\".,;:!?؟،؛)\]]"
LITERAL = (
    rf"https?://{_ADDRESS}"
    rf"|(?<![\w.@/])www\.{_ADDRESS}"
    r"|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b"
    r"|(?<![\w@])@\w+(?:\.\w+)*"
    r"|(?<![\w#&])\#\w*[^\W\d]\w*"
)
"""A pattern of what comes through untouched: addresses, handles, hashtags."""

ROUNDS = 6
"""How often the rules may be applied until they change nothing; a heap of marks takes some."""
_LITERALS = re.compile(LITERAL)
_OPENS, _CLOSES, _WORD = "\ufdd0", "\ufdd1", "\ufdd2"  # no text has them: Unicode's own reserve
_STANDING = re.compile(f"[{_OPENS}{_CLOSES}{_WORD}]")
_LETTER = r"\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f"
_ARABIC = rf"{_LETTER}\u064b-\u065f\u0670\ufb50-\ufdcf\ufe70-\ufefc"
_GAP = "[ \u00a0\u202f]"
_QUOTES = "\"“”«»'‘’"
_SHUT = f"{_QUOTES})\\]{_CLOSES}"

Rule = Callable[[str, Quotes], str]


class Lapse(NamedTuple):
    """Where a text is not as a rule wants it, as an index into it."""

    about: Class
    at: int


def typeset(
    text: str, language: Language, quotes: Quotes, kept: re.Pattern[str] = _LITERALS
) -> str:
    """The text as its language writes it; twice is the same as once.

    What `kept` finds comes through. Its groups "opens" and "closes" are marks, which may stand
    between a word and its punctuation; whatever else it finds counts as a word. Punctuation so
    heaped up that the rules would go on changing it stays as it came.
    """
    before = text
    for _ in range(ROUNDS):
        after = _ruled(before, language, quotes, kept)
        if after == before:
            return after
        before = after
    return text


def _ruled(text: str, language: Language, quotes: Quotes, kept: re.Pattern[str]) -> str:
    if _STANDING.search(text):
        return text
    line = kept.sub(lambda found: _STAND.get(found.lastgroup or "", _WORD), text)
    for _, rule in _RULES[language]:
        line = rule(line, quotes)
    whole = kept.finditer(text)
    return _STANDING.sub(lambda _: next(whole)[0], line)


def lapses(text: str, language: Language, quotes: Quotes) -> Iterator[Lapse]:
    """The first place at which the text breaks each rule that it breaks."""
    line = _LITERALS.sub(lambda found: _WORD * len(found[0]), text)
    for about, rule in _RULES[language]:
        right = rule(line, quotes)
        if right != line:
            pairs = enumerate(zip(line, right, strict=False))
            yield Lapse(about, next((at for at, (one, other) in pairs if one != other), 0))


def around(text: str, at: int) -> str:
    """The words around a place, some twenty letters before and behind it."""
    start = text.rfind(" ", 0, max(0, at - 20)) + 1
    end = text.find(" ", at + 20)
    words = text[start : end if end > 0 else None].strip()
    return f"{'…' if start else ''}{words}{'…' if end > 0 else ''}"


_STAND = {"opens": _OPENS, "closes": _CLOSES}


# --- Arabic --------------------------------------------------------------------------------------

_OF_ARABIC = str.maketrans(",;?", "،؛؟")
_AFTER_ARABIC = re.compile(
    rf"(?<=[{_ARABIC}{_WORD}])([{_SHUT}]*{_GAP}?)([,;?])(?=[\s{_ARABIC}{_SHUT}{_OPENS}]|$)"
)
_BEFORE_ARABIC = re.compile(rf"[,;?](?=\s*[{_QUOTES}(\[{_OPENS}]*[{_ARABIC}])")
_AN_ARABIC = re.compile(f"[{_LETTER}]")
_GAP_BEFORE = re.compile(
    rf"(?<!{_GAP}){_GAP}++(?=[،؛؟!:.](?:[\s{_QUOTES}{_ARABIC}{_OPENS}{_CLOSES}]|$))"
)
_NO_GAP_AFTER = re.compile(
    rf"(?<=[{_ARABIC}{_WORD}{_CLOSES}][،؛؟!:])(?=[{_ARABIC}{_WORD}{_OPENS}])"
)
_STRETCHED = re.compile(rf"(?<=[{_ARABIC}])\u0640+(?=[{_LETTER}])")
_PERCENT_FIRST = re.compile(
    rf"(?<![\w%٪{_WORD}-])(?<!\d{_GAP})([%٪]){_GAP}?(\d++(?:[.,٫٬]\d++)*+)(?![\w%٪])"
)
_PERCENT_APART = re.compile(rf"(?<=\d){_GAP}++(?=[%٪](?!\w))")


def _arabic_marks(line: str, _: Quotes) -> str:
    if not _AN_ARABIC.search(line):
        return line
    line = _AFTER_ARABIC.sub(lambda found: found[1] + found[2].translate(_OF_ARABIC), line)
    line = _BEFORE_ARABIC.sub(lambda mark: mark[0].translate(_OF_ARABIC), line)
    asked = line.rstrip(".!?؟")
    return asked + line[len(asked) :].replace("?", "؟")


def _arabic_spaces(line: str, _: Quotes) -> str:
    return _NO_GAP_AFTER.sub(" ", _GAP_BEFORE.sub("", line))


def _arabic_percent(line: str, _: Quotes) -> str:
    return _PERCENT_APART.sub("", _PERCENT_FIRST.sub(r"\2\1", line))


def _unstretched(line: str, _: Quotes) -> str:
    """Kashida between letters only justifies lines; in هـ and before a bracket it is meant."""
    return _STRETCHED.sub("", line)


# --- Spanish -------------------------------------------------------------------------------------

_PERCENT = re.compile(r"(?<=\d) ?%(?!\w)")
_ENDING = re.compile(rf"(?<=[^\s(¿¡?!])[?!]++(?=([{_SHUT}]*)(?:[\s.,;:…—–-]|$))")
_SPOKEN = re.compile(rf"[^\W_]|{_WORD}")
_GOES_ON = re.compile(r"\s+[^\W\d_A-ZÁÉÍÓÚÑÜ]")
_BETWEEN = '"”»’)].,;:!?… \u00a0\u202f' + _CLOSES
_INDENTS = " \u00a0\u202f—–•*-"


def _spanish_percent(line: str, _: Quotes) -> str:
    return _PERCENT.sub("\u202f%", line)


def _opened(line: str, _: Quotes) -> str:
    """¿ and ¡ where a question or an exclamation ends that has none.

    They stand where the sentence begins, or behind the colon or the quotation mark that it
    follows. An exclamation mark in the middle of a sentence may be part of a name (Yahoo!).
    """
    pieces, begin = [], 0
    for ending in _ENDING.finditer(line):
        asks = "?" in ending[0]
        if not asks and not ending[1] and _GOES_ON.match(line, ending.end()):
            continue
        said = line[begin : ending.start()]
        if _SPOKEN.search(said) and "¿" not in said and "¡" not in said:
            at = _start(said)
            said = f"{said[:at]}{'¿' if asks else '¡'}{said[at:]}"
        pieces += [said, ending[0]]
        begin = ending.end()
    return "".join([*pieces, line[begin:]])


def _start(said: str) -> int:
    """Where the sentence begins that a text ends with."""
    unclosed = [said.rfind(a) for a, z in ("“”", "«»", "()") if said.rfind(a) > said.rfind(z)]
    places = [at + 1 for at in unclosed if _SPOKEN.match(said, at + 1)]
    colon = said.rfind(": ") + 1
    if _SPOKEN.search(said, colon):
        places.append(colon)
    at = max(len(said) - len(said.lstrip(_BETWEEN)), *places)
    return len(said) - len(said[at:].lstrip(_INDENTS))


# --- quotation marks -----------------------------------------------------------------------------

_MARKS = re.compile(f"[{_QUOTES}{_OPENS}{_CLOSES}]+")
_BEFORE_OPENING = frozenset("([{—–-/:¿¡ـ")
_AFTER_CLOSING = frozenset(")]}—–-/.,;:!?…،؛؟")
_ONE_LETTER_WORDS = frozenset("وفبلك")
_BETWEEN_LETTERS = re.compile(rf"(?<=[^\W_]|[{_WORD}{_CLOSES}])'(?=[^\W\d_])")
_DECADE = re.compile(r"(?<!\w)'(?=\d0s\b)")
_DASHES = re.compile(r"(?<=[^\W\d_] )--(?= [^\W\d_])|(?<=[^\W\d_])--(?=[^\W\d_])")

_Way = Literal["opens", "closes"]


def _quoted(line: str, quotes: Quotes) -> str:
    """Quotation marks of one style, the inner ones of another; untouched where they are unclear.

    A speech may go on over sentences: the first mark may close, and the last may open.
    """
    depth, done, pairs = 0, list(line), PAIRS[quotes]
    for rank, (at, way) in enumerate(_directed(line, '"“”«»')):
        alone = way == "closes" and depth == 0
        if way is None or (way == "opens" and depth == 2):
            return line
        if alone and (rank or line[at - 1].isdigit()):  # a pipe of 5"
            return line
        depth += way == "opens"
        done[at] = pairs[max(depth, 1) - 1][way == "closes"]
        depth -= way == "closes" and depth > 0
    return line if depth == 2 else "".join(done)


def _directed(line: str, wanted: str) -> Iterator[tuple[int, _Way | None]]:
    """The marks of a line, each with its direction, if what stands around it tells."""
    for run in _MARKS.finditer(line):
        start, end = run.span()
        before, after = line[max(0, start - 1) : start], line[end : end + 1]
        if before in _ONE_LETTER_WORDS and not line[max(0, start - 2) : start - 1].isalpha():
            before = ""
        for at in range(start, end):
            if line[at] in wanted:
                yield at, _direction(before, line[at], after)


def _direction(before: str, mark: str, after: str) -> _Way | None:
    free, ends = not before or before.isspace(), not after or after.isspace()
    opens = (free or before in _BEFORE_OPENING) and not ends and after not in _AFTER_CLOSING
    closes = not free and before not in "([{¿¡" and (ends or after in _AFTER_CLOSING)
    if opens != closes:
        return "opens" if opens else "closes"
    return "opens" if mark in "“«" else "closes" if mark in "”»" else None


def _apostrophes(line: str, _: Quotes) -> str:
    """Apostrophes, and single quotation marks where both of a pair are there."""
    if "'" not in line:
        return line
    done = list(_DECADE.sub("’", _BETWEEN_LETTERS.sub("’", line)))
    opened: int | None = None
    for at, way in _directed("".join(done), "'"):
        if way == "opens":
            opened = at
        elif way == "closes":
            if opened is not None:
                done[opened] = "‘"
            if opened is not None or done[at - 1].isalpha():
                done[at] = "’"
            opened = None
    return "".join(done)


def _dashes(line: str, _: Quotes) -> str:
    return _DASHES.sub("—", line)


_RULES: dict[Language, tuple[tuple[Class, Rule], ...]] = {
    "en": (("quotes", _quoted), ("quotes", _apostrophes), ("dashes", _dashes)),
    "ar": (
        ("kashida", _unstretched),
        ("marks", _arabic_marks),
        ("spaces", _arabic_spaces),
        ("percent", _arabic_percent),
        ("quotes", _quoted),
    ),
    "es": (
        ("percent", _spanish_percent),
        ("quotes", _quoted),
        ("quotes", _apostrophes),
        ("opening", _opened),
    ),
}
