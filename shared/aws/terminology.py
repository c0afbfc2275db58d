"""The newsroom's glossary at Amazon Translate: a terminology for each pair of languages."""

import csv
import io
from dataclasses import dataclass, field

from botocore.client import BaseClient
from botocore.exceptions import ClientError

from shared.aws.failures import code
from shared.ids import digest
from shared.news.glossary import Term
from shared.translation.ports import Pair

LONGEST = 200
"""Bytes of a name, in either language."""


@dataclass(frozen=True)
class Terminologies:
    """Those whose names begin with a prefix; `terms` are all of the glossary."""

    client: BaseClient = field(repr=False)
    prefix: str
    terms: tuple[Term, ...] = field(repr=False)

    def ready(self, pair: Pair) -> str:
        """The name of the pair's, which says what the glossary says now; "" where that is nothing.

        What is to be kept is no part of it, since no engine sees it.
        """
        names: dict[str, str] = {}
        for term in self.terms:
            source, target = term.form(pair.source), term.form(pair.target)
            if source and target and not term.keep and _fits(source) and _fits(target):
                names.setdefault(source, target)
        if not names:
            return ""
        name, content = f"{self.prefix}-{pair.source}-{pair.target}", _file(pair, names)
        if self._version(name) != digest(content):
            self.client.import_terminology(
                Name=name,
                MergeStrategy="OVERWRITE",
                Description=digest(content),
                TerminologyData={"File": content, "Format": "CSV", "Directionality": "UNI"},
            )
        return name

    def _version(self, name: str) -> str:
        """Of what it was made, as its description says."""
        try:
            found = self.client.get_terminology(Name=name)
        except ClientError as error:
            if code(error) == "ResourceNotFoundException":
                return ""
            raise
        return str(found["TerminologyProperties"].get("Description", ""))


def _fits(name: str) -> bool:
    return len(name.encode()) <= LONGEST


def _file(pair: Pair, names: dict[str, str]) -> bytes:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([pair, *names.items()])
    return written.getvalue().encode()
