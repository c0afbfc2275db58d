"""Amazon Translate: one TranslateText for each sentence, between languages that we name.

It honours `translate="no"` in markup (TranslateDocument does too, but only from or into English),
and can be asked to be formal in Spanish, not in Arabic or English.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from botocore.client import BaseClient

from shared.aws.refusals import answer
from shared.aws.terminology import Terminologies, as_written
from shared.translation.ports import TOO_LONG, Order, Pair, Refusal, StyleName
from shared.translation.rounds import Answer, beforehand, one_round

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
        pair, given = order.pair, dict[str, Any]()
        if pair.target in FORMAL:
            given["Settings"] = {"Formality": "FORMAL"}
        if order.terms:
            name, order = beforehand(order, lambda: self._terminology(pair))
            given |= {"TerminologyNames": [name]} if isinstance(name, str) and name else {}
        names = [term.form(pair.target) for term in order.terms]
        answers = one_round(order, lambda sentence: self._ask(sentence, pair, given))
        return [one if isinstance(one, Refusal) else as_written(one, names) for one in answers]

    def _terminology(self, pair: Pair) -> Answer:
        return answer(lambda: self.terminologies.ready(pair))

    def _ask(self, sentence: str, pair: Pair, given: Mapping[str, Any]) -> Answer:
        if len(sentence.encode()) > MOST_BYTES:
            return Refusal(TOO_LONG)
        asked = {
            "Text": sentence,
            "SourceLanguageCode": pair.source,
            "TargetLanguageCode": pair.target,
        }
        return answer(lambda: self._said(asked, given))

    def _said(self, asked: Mapping[str, Any], given: Mapping[str, Any]) -> str:
        """Without the terminology where Amazon does not know it yet, or no more."""
        try:
            return str(self.client.translate_text(**asked, **given)["TranslatedText"])
        except self.client.exceptions.ResourceNotFoundException:
            rest = {name: value for name, value in given.items() if name != "TerminologyNames"}
            return str(self.client.translate_text(**asked, **rest)["TranslatedText"])
