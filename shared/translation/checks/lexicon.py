"""Words for numbers, magnitudes, months and times in the three languages.

Arabic words stand here without the article and what else is glued before them.
"""

import re
from decimal import Decimal

from shared.news.language import LANGUAGES, Language

_UNWRITTEN = re.compile("[\u0640\u064b-\u065f\u0670]")
_LETTERS = str.maketrans("أإآٱى", "ااااي")


def plain(text: str) -> str:
    """Small letters without Arabic's vowel signs and forms of hamza."""
    return unvowelled(text).translate(_LETTERS).lower()


def unvowelled(text: str) -> str:
    """The text without what Arabic need not write."""
    return _UNWRITTEN.sub("", text)


def one_of(words: str) -> str:
    """A pattern for any of the words, which are patterns apart; a space within one is escaped."""
    return "|".join(re.split(r"(?<!\\)\s+", words))


_NUMBERS: dict[Language, str] = {
    "en": """
        0 zero nil; 1 one once first single; 2 two twice second couple pair both double;
        3 three thrice third trio triple; 4 four fourth; 5 five fifth; 6 six sixth;
        7 seven seventh; 8 eight eighth; 9 nine ninth; 10 ten tenth decade; 11 eleven eleventh;
        12 twelve twelfth dozen; 13 thirteen thirteenth; 14 fourteen fourteenth fortnight;
        15 fifteen fifteenth; 16 sixteen sixteenth; 17 seventeen seventeenth;
        18 eighteen eighteenth; 19 nineteen nineteenth; 20 twenty twentieth twenties;
        30 thirty thirtieth thirties; 40 forty fortieth forties; 50 fifty fiftieth fifties;
        60 sixty sixtieth sixties; 70 seventy seventieth seventies;
        80 eighty eightieth eighties; 90 ninety ninetieth nineties""",
    "es": """
        0 cero; 1 un uno una primer primero primera primeros primeras;
        2 dos segundo segunda segundos segundas ambos ambas par doble dúo;
        3 tres tercer tercero tercera terceros terceras trío triple;
        4 cuatro cuarto cuarta cuartos; 5 cinco quinto quinta; 6 seis sexto sexta;
        7 siete séptimo séptima; 8 ocho octavo octava octavos; 9 nueve noveno novena;
        10 diez décimo décima década decena; 11 once undécimo undécima;
        12 doce duodécimo duodécima docena; 13 trece; 14 catorce; 15 quince quincena;
        16 dieciséis; 17 diecisiete; 18 dieciocho; 19 diecinueve;
        20 veinte veintes vigésimo vigésima veintena; 21 veintiuno veintiún veintiuna;
        22 veintidós; 23 veintitrés; 24 veinticuatro; 25 veinticinco; 26 veintiséis;
        27 veintisiete; 28 veintiocho; 29 veintinueve;
        30 treinta treintas trigésimo trigésima treintena; 40 cuarenta cuarentas cuarentena;
        50 cincuenta cincuentas quincuagésimo cincuentena; 60 sesenta sesentas sexagésimo;
        70 setenta setentas septuagésimo; 80 ochenta ochentas octogésimo;
        90 noventa noventas nonagésimo; 200 doscientos doscientas; 300 trescientos trescientas;
        400 cuatrocientos cuatrocientas; 500 quinientos quinientas; 600 seiscientos seiscientas;
        700 setecientos setecientas; 800 ochocientos ochocientas; 900 novecientos novecientas""",
    "ar": """
        0 صفر; 1 واحد واحدة أحد إحدى أول أولى مرة حادي حادية;
        2 اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي ثاني ثان ثانية ثانيا كلا كلتا كلي مرتين
        مرتان ضعف ضعفي زوج ثنائي ثنائية; 3 ثلاث ثلاثة ثالث ثالثة ثلاثي ثلاثية;
        4 أربع أربعة رابع رابعة رباعي رباعية; 5 خمس خمسة خامس خامسة; 6 ست ستة سادس سادسة;
        7 سبع سبعة سابع سابعة; 8 ثمان ثماني ثمانية ثامن ثامنة; 9 تسع تسعة تاسع تاسعة;
        10 عشر عشرة عاشر عاشرة عقد; 20 عشرون عشرين عشرينات عشرينيات;
        30 ثلاثون ثلاثين ثلاثينات ثلاثينيات; 40 أربعون أربعين أربعينات أربعينيات;
        50 خمسون خمسين خمسينات خمسينيات; 60 ستون ستين ستينات ستينيات;
        70 سبعون سبعين سبعينات سبعينيات; 80 ثمانون ثمانين ثمانينات ثمانينيات;
        90 تسعون تسعين تسعينات تسعينيات; 200 مئتان مئتين مئتي مائتان مائتين مائتي;
        300 ثلاثمئة ثلاثمائة; 400 أربعمئة أربعمائة; 500 خمسمئة خمسمائة; 600 ستمئة ستمائة;
        700 سبعمئة سبعمائة; 800 ثمانمئة ثمانمائة ثمانيمئة ثمانيمائة; 900 تسعمئة تسعمائة;
        2000 ألفان ألفين ألفي; 2000000 مليونان مليونين مليوني;
        2000000000 ملياران مليارين ملياري""",
}
_SCALES: dict[Language, str] = {
    "en": """
        100 hundred hundreds hundredth; 1000 thousand thousands k thousandth;
        1000000 million millions mn mln millionth; 1000000000 billion billions bn bln;
        1000000000000 trillion trillions tn trn""",
    "es": """
        100 cien ciento cientos centenar centenares centenario; 1000 mil miles millar millares;
        1000000 millón millones mill; 1000000000 millardo millardos;
        1000000000000 billón billones""",
    "ar": """
        100 مئة مائة مئات; 1000 ألف آلاف ألفا; 1000000 مليون ملايين مليونا;
        1000000000 مليار مليارات مليارا بليون بلايين بليونا;
        1000000000000 تريليون ترليون تريليونات تريليونا""",
}
_MONTHS: dict[Language, str] = {
    "en": """
        1 january jan; 2 february feb; 3 march mar; 4 april apr; 5 may; 6 june jun; 7 july jul;
        8 august aug; 9 september sept sep; 10 october oct; 11 november nov; 12 december dec""",
    "es": """
        1 enero; 2 febrero; 3 marzo; 4 abril; 5 mayo; 6 junio; 7 julio; 8 agosto;
        9 septiembre setiembre; 10 octubre; 11 noviembre; 12 diciembre""",
    "ar": """
        1 يناير جانفي; 2 فبراير فيفري شباط; 3 مارس آذار; 4 أبريل إبريل أفريل نيسان; 5 مايو ماي أيار;
        6 يونيو جوان حزيران; 7 يوليو جويلية تموز; 8 أغسطس أوت آب; 9 سبتمبر أيلول; 10 أكتوبر;
        11 نوفمبر; 12 ديسمبر""",
}
_HOURS: dict[Language, str] = {
    "en": "pm p am a afternoon evening night morning noon midnight",
    "es": "pm p am a tarde noche mañana madrugada mediodía h hs hrs horas hora",
    "ar": "مساء مساءا ليلا صباحا ظهرا عصرا فجرا المساء الصباح الظهر الليل العصر م ص",
}
_HALVES: dict[Language, str] = {"en": "half halves", "es": "medio media mitad", "ar": "نصف النصف"}
_JOINS: dict[Language, str] = {"en": "and - ‑", "es": "y e", "ar": "و"}
DUALS = re.compile(
    r"\b[وفبلك]?(?:ال)?(?:يوم|عام|سن|شهر|اسبوع|ساع|دقيق|ثاني|مر|نقط|هدف|شخص|رجل|امرا|طفل|دول|بلد"
    r"|جول|مبارا|نسخ|مرحل|طائر|قتيل|جريح|جندي|مقعد|لاعب|حزب|طرف|جانب|قدم|ضعف|دولار|ريال|درهم|دينار|جنيه|كيلومتر|متر|لتر|طن|منزل|سيار|صاروخ|عامل|طالب|مدين|قري)ت?(?:ين|ان)\b"
)
"""Two of what news count, in one plain word."""


def _table(text: str) -> dict[str, Decimal]:
    rows = (row.split() for row in text.split(";"))
    return {plain(word): Decimal(value) for value, *words in rows for word in words}


def _words(texts: dict[Language, str]) -> dict[Language, frozenset[str]]:
    return {language: frozenset(text.split()) for language, text in texts.items()}


NUMBERS = {language: _table(_NUMBERS[language]) for language in LANGUAGES}
SCALES = {language: _table(_SCALES[language]) for language in LANGUAGES}
MONTHS = {language: _table(_MONTHS[language]) for language in LANGUAGES}
HALVES = _words(_HALVES)
JOINS = _words(_JOINS)
"""What may stand between the words of one number."""
OF_HOURS = _words(_HOURS)
"""What may stand after an hour: in another language it may be counted to 24, or to 12."""
_BY_VALUE = {
    language: {value: word for word, value in reversed(SCALES[language].items())}
    for language in LANGUAGES
}


def scale_word(word: str, source: Language, target: Language) -> str | None:
    """What stands for a word like "million" in another language; None for any other word."""
    value = SCALES[source].get(plain(word))
    return _BY_VALUE[target].get(value) if value else None
