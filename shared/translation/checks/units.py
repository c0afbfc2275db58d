"""What the numbers of a text count: per cent, and the currencies of money."""

import re
from collections.abc import Iterator

from shared.translation.checks.lexicon import one_of, plain

_WORDS = {
    "per cent": r"""per\ ?cent\w* pct percentages? por\ ?ciento por\ cien porcentaje\w*
        porcentual\w* (?<=بال)م(?:ئ|ائ)ة (?<=في\ ال)م(?:ئ|ائ)ة مئوي\w*""",
    "dollar": r"dollars? usd bucks? d[óo]lar(?:es)? دولار\w*",
    "euro": r"euros? eur يورو\w*",
    "pound": r"pounds? gbp quid libras? esterlinas? جنيه\w* استرليني\w* رطل\w* ارطال",
    "yen": r"yen(?:es)? jpy (?<!\w)ين",
    "yuan": r"yuan(?:es)? renminbi rmb cny يوان\w*",
    "rouble": r"rou?bles? rublos? روبل\w*",
    "rupee": r"rupees? rupias? روبي(?:ة|ات)",
    "peso": r"pesos? بيزو\w*",
    "riyal": r"riy?als? riy?ales ريال\w*",
    "dirham": r"dirhams? dírhams? درهم\w* دراهم",
    "dinar": r"dinar(?:s|es)? دينار\w* دنانير",
    "lira": r"lir[ae]s? لير(?:ة|ات)",
}
_SIGNS = {
    "%": {"per cent"}, "٪": {"per cent"}, "$": {"dollar", "peso"}, "€": {"euro"},
    "£": {"pound", "lira"}, "¥": {"yen", "yuan"}, "₽": {"rouble"}, "₹": {"rupee"}, "₺": {"lira"},
}  # fmt: skip
_NAMES = list(_WORDS)
_ANY = "|".join(f"({one_of(words)})" for words in _WORDS.values())
_WORD = re.compile(rf"(?<!\w)[وفبلك]?(?:ال|لل)?(?:{_ANY})(?!\w)")
_SIGN = re.compile(f"[{''.join(_SIGNS)}]")


def is_swapped(source: str, answer: str) -> bool:
    """Whether a translation with numbers has a unit that its source does not have."""
    if not any(map(str.isdigit, answer)):
        return False
    known = set[str]().union(*_units(source))
    return any(known.isdisjoint(names) for names in _units(answer))


def _units(text: str) -> Iterator[set[str]]:
    """Each mention of a unit, as what it may be."""
    yield from (_SIGNS[sign] for sign in _SIGN.findall(text))
    yield from ({_NAMES[(found.lastindex or 1) - 1]} for found in _WORD.finditer(plain(text)))
