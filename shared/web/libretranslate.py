"""A LibreTranslate server of one's own, by deep-translator."""

from dataclasses import dataclass, field

from shared.translation.ports import TOO_LONG, Order, Pair, Refusal, StyleName
from shared.translation.rounds import Answer, one_round
from shared.web.library import answer, module

NO_KEY = "none"
"""The library demands a key even where the server wants none."""
LONGEST = 5_000


@dataclass(frozen=True)
class LibreTranslate:
    """`url` is the server's, like "http://translate.internal:5000"."""

    url: str
    key: str = field(default=NO_KEY, repr=False)
    name: str = field(default="libretranslate", init=False)
    paid: bool = field(default=True, init=False)
    styles: tuple[StyleName, ...] = field(default=("words", "brackets"), init=False)

    def translate(self, order: Order) -> list[Answer]:
        return one_round(order, lambda sentence: self._ask(sentence, order.pair))

    def _ask(self, sentence: str, pair: Pair) -> Answer:
        if len(sentence) > LONGEST:
            return Refusal(TOO_LONG)
        translator = module("libre").LibreTranslator(
            source=pair.source,
            target=pair.target,
            api_key=self.key,
            custom_url=f"{self.url.rstrip('/')}/",
        )
        return answer(lambda: translator.translate(sentence))
