"""Amazon Translate: one TranslateText for each sentence, between languages that we name.

It honours `translate="no"` in markup (TranslateDocument does too, but only from or into English),
and can be asked to be formal in Spanish, not in Arabic or English.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from botocore.client import BaseClient

from shared.aws.refusals import answer
from shared.aws.terminology import Terminologies
from shared.translation.ports import TOO_LONG, Order, Pair, Refusal, StyleName
from shared.translation.rounds import Answer, one_round

MOST_BYTES = 10_000
"""Of UTF-8, where an Arabic letter takes two."""
FORMAL = frozenset({"es"})


@dataclass(frozen=True)
class AmazonTranslate:
    """`client` is one of `shared.aws.clients.translator`."""

    client: BaseClient = field(repr=False)
    terminologies: Terminologies
    name: str = field(default="amazon-translate", init=False)
    paid: bool = field(default=True, init=False)
    styles: tuple[StyleName, ...] = field(default=("html", "words"), init=False)

    def translate(self, order: Order) -> list[Answer]:
        patience = order.seconds / 4 if order.terms else 0.0
        given = self._terminology(order, patience) if order.terms else {}
        if order.pair.target in FORMAL:
            given["Settings"] = {"Formality": "FORMAL"}
        rest = replace(order, seconds=order.seconds - patience)
        return one_round(rest, lambda sentence: self._ask(sentence, order.pair, given))

    def _terminology(self, order: Order, patience: float) -> dict[str, Any]:
        """The glossary's, or nothing where it is not ready in time."""
        (name,) = one_round(
            replace(order, sentences=[""], seconds=patience),
            lambda _: answer(lambda: self.terminologies.ready(order.pair)),
        )
        return {"TerminologyNames": [name]} if name and isinstance(name, str) else {}

    def _ask(self, sentence: str, pair: Pair, given: Mapping[str, Any]) -> Answer:
        if len(sentence.encode()) > MOST_BYTES:
            return Refusal(TOO_LONG)
        return answer(
            lambda: self.client.translate_text(
                Text=sentence,
                SourceLanguageCode=pair.source,
                TargetLanguageCode=pair.target,
                **given,
            )["TranslatedText"]
        )
