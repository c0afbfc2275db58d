"""Microsoft's Translator by deep-translator: a key, and the region of its resource."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from shared.translation.ports import (
    AUTH,
    PAIR,
    THROTTLED,
    TOO_LONG,
    UNAVAILABLE,
    Order,
    Pair,
    Refusal,
    StyleName,
)
from shared.translation.rounds import Answer, Retryable, beforehand, one_round
from shared.web.library import answer, module

ADDRESS = "https://api.cognitive.microsofttranslator.com/translate?api-version=3.0"
LONGEST = 50_000
_LANGUAGES = {"english": "en", "arabic": "ar", "spanish": "es"}
_CODE = re.compile(r"'code': (\d{3})(\d{3})\b")
_REFUSED = {
    "400035": PAIR,
    "400036": PAIR,
    "400050": TOO_LONG,
    "400077": TOO_LONG,
    "403001": THROTTLED,  # what a free key may ask for is used up
    "401": AUTH,
    "403": AUTH,
    "429": THROTTLED,
}


@dataclass(frozen=True)
class Microsoft:
    """`key` tells the key when it is needed, "" where there is none."""

    key: Callable[[], str]
    region: str = ""
    address: str = ADDRESS
    name: str = field(default="microsoft", init=False)
    paid: bool = field(default=True, init=False)
    styles: tuple[StyleName, ...] = field(default=("words", "brackets"), init=False)

    def translate(self, order: Order) -> list[Answer]:
        key, rest = beforehand(order, self.key)
        if isinstance(key, Refusal) or not key:
            return [key or Refusal(AUTH)] * len(order.sentences)
        return one_round(rest, lambda sentence: self._ask(sentence, order.pair, key))

    def _ask(self, sentence: str, pair: Pair, key: str) -> Answer:
        if len(sentence) > LONGEST:
            return Refusal(TOO_LONG)
        translator = _translator()(
            source=pair.source, target=pair.target, api_key=key, region=self.region
        )
        vars(translator)["_base_url"] = self.address
        return answer(lambda: _told(translator.translate, sentence))


@cache
def _translator() -> type:
    """The library's class without its request for the table of languages, one for each object."""
    ready = {"_get_supported_languages": lambda _: _LANGUAGES}
    return type("Translator", (module("microsoft").MicrosoftTranslator,), ready)


def _told(translate: Callable[[str], str], sentence: str) -> Answer:
    """The translation, or a refusal by the number of Microsoft's error, whose text stays here."""
    try:
        return translate(sentence)
    except module("exceptions").MicrosoftAPIerror as error:
        found = _CODE.search(error.api_message)
        status, code = (found[1], found[1] + found[2]) if found else ("", "")
        if status.startswith("5"):
            raise Retryable(code) from None
        return Refusal(_REFUSED.get(code) or _REFUSED.get(status, UNAVAILABLE))
