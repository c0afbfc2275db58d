"""Google Translate's public page by deep-translator: no key, and no promise that it answers."""

from dataclasses import dataclass, field
from urllib.parse import quote

from shared.translation.ports import TOO_LONG, Order, Pair, Refusal, StyleName
from shared.translation.rounds import Answer, one_round
from shared.web.library import answer, module

PAGE = "https://translate.google.com/m"
LONGEST_ADDRESS = 15_000
"""The real limit: the sentence is part of the address, where an Arabic letter takes 6 bytes."""


@dataclass(frozen=True)
class Google:
    """A new translator for each sentence: the library's mix up the answers of threads."""

    page: str = PAGE
    name: str = field(default="google", init=False)
    paid: bool = field(default=True, init=False)
    styles: tuple[StyleName, ...] = field(default=("words", "brackets"), init=False)

    def translate(self, order: Order) -> list[Answer]:
        return one_round(order, lambda sentence: self._ask(sentence, order.pair))

    def _ask(self, sentence: str, pair: Pair) -> Answer:
        if len(quote(sentence)) > LONGEST_ADDRESS:
            return Refusal(TOO_LONG)
        translator = module("google").GoogleTranslator(source=pair.source, target=pair.target)
        vars(translator)["_base_url"] = self.page
        return answer(lambda: translator.translate(sentence))
