"""A LibreTranslate server of one's own, by deep-translator."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from shared.translation.ports import TOO_LONG, Pair, Refusal
from shared.web.library import answer, module
from shared.web.rounds import SECONDS, Answer, one_round

NO_KEY = "none"
"""The library demands a key even where the server wants none."""
LONGEST = 5_000


@dataclass(frozen=True)
class LibreTranslate:
    """`url` is the server's, like "http://translate.internal:5000"."""

    url: str
    key: str = field(default=NO_KEY, repr=False)
    seconds: float = SECONDS
    name: str = field(default="libretranslate", init=False)
    paid: bool = field(default=True, init=False)

    def translate(self, sentences: Sequence[str], pair: Pair) -> list[Answer]:
        return one_round(sentences, lambda sentence: self._ask(sentence, pair), self.seconds)

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
