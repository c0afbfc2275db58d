"""Where one sentence ends and the next begins, in English, Arabic and Spanish.

A sentence is the unit of the translation memory. The cut is lossless: the pieces joined again
are the text.
"""

import re

from shared.news.language import Language

# Only those that hardly ever end a sentence ("Dr.", not "etc.").
_ABBREVIATIONS = {
    "en": "mr mrs ms messrs dr prof rev fr hon gen maj col capt cmdr adm lt sgt cpl pvt insp det"
    " supt gov sen sens rep reps pres amb st mt vs v dept approx ca cf e.g i.e viz"
    " jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues thu thurs fri",
    "es": "sr sra sres sras srta srtas dr dra dres d dña ud uds prof profa gral cnel cap tte ing"
    " lic arq av avda c/ pág págs párr núm núms nro art arts vol vols cap ej aprox dpto tel ext ee"
    " ff rr admón sto sta mons pbro v vs cf p.ej mr mrs ms st mt",
    "ar": "",
}
_BEFORE_NUMBERS = {
    "en": "no nos n° n.º p pp fig figs vol vols ch sec art arts para cl cir ext tel",
    "es": "n no n° n.º p pp fig figs ene feb mar abr may jun jul ago sep sept set oct nov dic"
    " lun mié jue vie sáb dom párrf",
    "ar": "",
}
# A company's or a person's, at the end of a name: the sentence goes on, unless a word follows
# that hardly ever continues one. Dotted initials (U.S., J. K.) are like them.
_AFTER_NAMES = {"en": "inc corp co ltd bros jr sr ft ave blvd", "es": "cía ltda hnos jr", "ar": ""}
_OPENERS = {
    "en": "the a an this that these those he she it they we i you his her its their our my your"
    " but and or so yet if when while after before as since until there then now in on at for"
    " from with what who how why where which did do does is was are were has have can will no"
    " not some many most several all both each every once also still even however meanwhile"
    " according instead",
    "es": "el la los las lo un una unos unas su sus este esta esto estos estas ese esa eso aquel"
    " aquella en con por para de del a al y o pero no ni si sí se es era fue son según cuando"
    " como aunque mientras tras desde hasta entre sin sobre también además así ahora después"
    " luego entonces ya hay había todo todos toda todas muchos muchas algunos algunas qué quién"
    " quiénes cómo dónde cuándo él ella ellos ellas yo nosotros",
    "ar": "",
}
_HOURS = frozenset(("a.m", "p.m", "am", "pm"))
_AFTER_HOURS = frozenset(
    re.findall(
        r"\w+",
        """
        et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest eastern central mountain
        pacific monday tuesday wednesday thursday friday saturday sunday jan january feb february
        mar march apr april may jun june jul july aug august sep sept september oct october nov
        november dec december
        """,
    )
)


def _sets(lists: dict[str, str]) -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in lists.items()}


_ABBREVIATED, _NUMBERING = _sets(_ABBREVIATIONS), _sets(_BEFORE_NUMBERS)
_NAMING, _OPENING_WORDS = _sets(_AFTER_NAMES), _sets(_OPENERS)

_TERMINATOR = ".!?؟…"
_CLOSING = "»”’\"'›)\\]}"
_END = re.compile(
    rf"[{_TERMINATOR}]+(?:[{_CLOSING}]+[{_TERMINATOR}]*)*"
    r"(?P<gap>[^\S\u00a0\u2007\u202f]+)(?=[^\s.])"
)
_LAST_WORD = re.compile(r"[^\s()\[\]«»“”\"'‘’¿¡-]+\Z")
_OPENING = "«“‘\"'‹([{"
_NEXT_WORD = re.compile(rf"[¿¡{re.escape(_OPENING)}]*([^\W\d_]+)\b(?!\.)")
# The number or letter of an item, at its beginning: "2.", "b)", "• 10.".
_ITEM = re.compile(r"\s*(?:[•⁃▪*–-]\s*)?(?:\d{1,3}|[A-Za-z])\.?[).]\s+")


def sentences(text: str, language: Language) -> list[str]:
    """The sentences of one paragraph, each with the white space that follows it."""
    pieces, start = [], 0
    for end in _END.finditer(text):
        if _goes_on(text, start, end, language):
            continue
        pieces.append(text[start : end.end()])
        start = end.end()
    return [*pieces, text[start:]] if start < len(text) else pieces


def _goes_on(text: str, start: int, end: re.Match[str], language: Language) -> bool:
    """Whether the sentence continues after what looked like its end."""
    following = text[end.end() : end.end() + 3].lstrip(f"—{_OPENING}")[:1]
    if following.islower() or _is_item(text, start, end.end()):
        return True
    if text[end.start() : end.start("gap")] != ".":
        return False
    last = _LAST_WORD.search(text, max(start, end.start() - 24), end.start())
    return last is not None and _is_abbreviation(last[0], text, end.end(), language)


def _is_item(text: str, start: int, end: int) -> bool:
    """Whether all that stands here is the number of an item, in a paragraph of items."""
    item = _ITEM.match(text, start)
    return item is not None and item.end() == end and (start == 0 or bool(_ITEM.match(text)))


def _is_abbreviation(word: str, text: str, end: int, language: Language) -> bool:
    plain = word.lower()
    if plain in _ABBREVIATED[language]:
        return True
    if plain in _NUMBERING[language] and text[end].isdigit():
        return True
    if plain in _HOURS:
        return _next_word(text, end) in _AFTER_HOURS
    if plain in _NAMING[language] or _is_initial(word, before=text[end : end + 2]):
        return _next_word(text, end) not in _OPENING_WORDS[language]
    return False


def _is_initial(word: str, before: str) -> bool:
    """Whether a capital stands alone ("J."), or a small letter before one ("a. C.")."""
    last = word.rpartition(".")[2]
    alone = len(last) == 1 and last.isalpha()
    return alone and (not last.islower() or before.endswith("."))


def _next_word(text: str, end: int) -> str:
    """The word that follows, in lower case; empty where a number, or an initial, does."""
    found = _NEXT_WORD.match(text, end)
    return found[1].lower() if found else ""
