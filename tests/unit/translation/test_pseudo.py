import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.news.glossary import Term
from shared.news.language import Language
from shared.translation.checks.lexicon import SCALES
from shared.translation.gates import refuse
from shared.translation.markup import bare, codes
from shared.translation.ports import Order, Pair
from shared.translation.pseudo import Pseudo, pseudo

WORDS: dict[Language, str] = {
    "en": "the river rises in spring and children of seven towns measure it with painted sticks",
    "es": "el río crece cada primavera y los niños de siete pueblos lo miden con palos pintados",
    "ar": "يرتفع النهر كل ربيع ويقيسه أطفال سبع بلدات بعصي ملونة وهم يضحكون قرب الماء",
}
PAIRS = [Pair(a, b) for a in WORDS for b in WORDS if a != b]


@given(st.data(), st.sampled_from(PAIRS))
def test_it_passes_every_gate_and_keeps_codes_and_numbers(data: st.DataObject, pair: Pair) -> None:
    words = data.draw(
        st.lists(st.sampled_from(WORDS[pair.source].split()), min_size=4, max_size=14, unique=True)
    )
    scale = data.draw(st.sampled_from([*SCALES[pair.source]]))
    line = f"XPA0X{words[0]}XPZ0X {' '.join(words[1:])} 1,250 XPH1X, 48, 3 {scale}."
    said = pseudo(line, pair)
    assert codes(said) == codes(line)
    assert re.findall(r"\d+", said) == re.findall(r"\d+", line)
    assert refuse(line, said, pair) is None


def test_it_says_the_glossarys_names() -> None:
    dam = Term(en="Oruma dam", es="presa de Oruma")
    kept = Term(en="XPH1X", keep=True)
    order = Order(["Gates of the Oruma dam, said XPH1X."], Pair("en", "es"), terms=(dam, kept))
    assert Pseudo().translate(order) == ["Gátés óf thé presa de Oruma, sáíd XPH1X."]


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair.target == "ar"])
def test_arabic_is_written_in_arabic_script_and_punctuation(pair: Pair) -> None:
    said = bare(pseudo("Rain, wind; who knows? e B XPA0XYXPZ0X", pair))
    assert not re.search("[A-Za-z]", said)
    assert [mark for mark in said if mark in "،؛؟,;?"] == ["،", "؛", "؟"]


def test_arabic_becomes_latin_script_with_a_capital() -> None:
    said = pseudo("يرتفع النهر، كل ربيع؟ ٤٨", Pair("ar", "en"))
    assert not re.search("[\u0600-\u06ff]", said)
    assert said[0].isupper()
    assert said.endswith("? 48")


def test_no_word_stays_as_it_was() -> None:
    said = pseudo("Hmm, the BBC rhythm", Pair("en", "es"))
    assert not set(said.split()) & {"Hmm,", "the", "BBC", "rhythm"}


def test_the_same_text_gives_the_same_text() -> None:
    assert pseudo(WORDS["en"], Pair("en", "ar")) == pseudo(WORDS["en"], Pair("en", "ar"))
