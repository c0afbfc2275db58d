"""The pseudo-translator: no translation, but text of the right script and length for layout.

Only ever allowed where the deployment says so; pages that have some of it carry a banner.
"""

import re
import unicodedata

from shared.news.language import Language
from shared.translation.checks.lexicon import scale_word
from shared.translation.numerals import western
from shared.translation.ports import Order, Pair, StyleName
from shared.translation.terms import Lexicon

_LETTER = r"(?!XP[AZH]\d)[^\W\d_]"
_PIECE = re.compile(rf"(XP[AZH]\d{{1,4}}X)|((?:{_LETTER})+(?:['’](?:{_LETTER})+)*)", re.IGNORECASE)
_TO_ARABIC = {
    "tion": "شن", "th": "ث", "sh": "ش", "kh": "خ", "gh": "غ", "ch": "تش", "ph": "ف", "ll": "ل",
    "oo": "و", "ou": "و", "ee": "ي", "ea": "ي", "ai": "اي", "qu": "كو", "ck": "ك",
    "a": "ا", "b": "ب", "c": "ك", "d": "د", "e": "", "f": "ف", "g": "ج", "h": "ه", "i": "ي",
    "j": "ج", "k": "ك", "l": "ل", "m": "م", "n": "ن", "o": "و", "p": "ب", "q": "ق", "r": "ر",
    "s": "س", "t": "ت", "u": "و", "v": "ف", "w": "و", "x": "كس", "y": "ي", "z": "ز",
}  # fmt: skip
_SYLLABLE = re.compile("|".join(sorted(_TO_ARABIC, key=len, reverse=True)))
_ROMAN = "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h u i a a a a i a u i"
_TO_LATIN = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ",
        _ROMAN.split(),
        strict=True,
    )
)
_ACCENTS = str.maketrans("aeiouAEIOUncNC", "áéíóúÁÉÍÓÚñçÑÇ")
_VOWEL_SIGNS = re.compile("[\u0640\u064b-\u065f\u0670]")
_ARABIC_MARKS = str.maketrans(",;?", "،؛؟")
_LATIN_MARKS = str.maketrans("،؛؟٪", ",;?%")


class Pseudo:
    """An engine that needs no network and never fails."""

    name = "pseudo"
    paid = False
    styles: tuple[StyleName, ...] = ("words",)

    def translate(self, order: Order) -> list[str]:
        names = Lexicon(order.terms, order.pair)
        return [_with_names(sentence, names) for sentence in order.sentences]


def _with_names(sentence: str, names: Lexicon) -> str:
    """The glossary's names for what it has names for, and a pseudo-translation around them."""
    said, at = [], 0
    for found in names.find(sentence):
        name = found.term.form(names.pair.target)
        if name:
            said += [pseudo(sentence[at : found.start], names.pair), name]
            at = found.end
    return "".join([*said, pseudo(sentence[at:], names.pair)])


def pseudo(sentence: str, pair: Pair) -> str:
    """A line of the right script and length; its codes stay, and millions are millions."""
    sentence = sentence if pair.target == "ar" else _VOWEL_SIGNS.sub("", sentence)
    pieces, at = [], 0
    for found in _PIECE.finditer(sentence):
        pieces.append(_between(sentence[at : found.start()], pair.target))
        pieces.append(found[1] or scale_word(found[2], *pair) or _word(found[2], pair.target))
        at = found.end()
    text = "".join([*pieces, _between(sentence[at:], pair.target)])
    return text if pair.target == "ar" or pair.source != "ar" else _capitalised(text)


def _between(text: str, target: Language) -> str:
    """What stands between words; digits grouped by commas keep them."""
    if target == "ar":
        text = re.sub("[¿¡]", "", text)
        return re.sub(
            r"(?<!\d)[,;?]|[,;?](?!\d)", lambda mark: mark[0].translate(_ARABIC_MARKS), text
        )
    return western(text).translate(_LATIN_MARKS)


def _word(word: str, target: Language) -> str:
    arabic = any("\u0600" <= letter <= "\u06ff" for letter in word)
    if target == "ar":
        return word if arabic else _arabic(word)
    if arabic:
        return "".join(_TO_LATIN.get(letter, "") for letter in word) or "a"
    return _accented(word)


def _arabic(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.casefold())
    letters = re.sub("[^a-z]", "", plain)
    letters = letters.replace("e", "i") if len(letters) < 5 else letters
    said = _SYLLABLE.sub(lambda found: _TO_ARABIC[found[0]], letters) or "ه"
    return said if said != "ين" else "اين"  # the one alone is money: yen


def _accented(word: str) -> str:
    accented = word.translate(_ACCENTS)
    return accented if accented != word else f"{word}ó"


def _capitalised(text: str) -> str:
    first = re.search(r"(?<![XPAZH\d])[a-z]", text)
    return f"{text[: first.start()]}{first[0].upper()}{text[first.end() :]}" if first else text
