"""The newsroom's glossary at Amazon Translate: a terminology for each pair of languages.

Its name ends with a hash of what it says. An import under a name that Amazon knows takes up to ten
minutes to be the one that is used, and what is translated meanwhile would be remembered; a new name
has nothing behind it that could be used instead.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from botocore.client import BaseClient
from botocore.exceptions import BotoCoreError, ClientError

from shared.aws.failures import code
from shared.ids import digest
from shared.news.glossary import Term
from shared.translation.ports import Pair

LONGEST = 200
"""Bytes of a name, in either language."""
FORMULAS = ("=", "+", "-", "@")
"""What no name may begin with: in a spreadsheet it could be run, so Amazon refuses the file."""


@dataclass(frozen=True)
class Terminologies:
    """Those whose names begin with a prefix; `terms` are all of the glossary."""

    client: BaseClient = field(repr=False)
    prefix: str
    terms: tuple[Term, ...] = field(repr=False)

    def ready(self, pair: Pair) -> str:
        """The name of the pair's, which Amazon knows now; "" where the glossary has no names."""
        names = self._names(pair)
        if not names:
            return ""
        content = _file([pair, *names])
        name = f"{self.prefix}-{pair.source}-{pair.target}-{digest(content)[:16]}"
        if not self._stands(name):
            self.client.import_terminology(
                Name=name,
                MergeStrategy="OVERWRITE",
                TerminologyData={"File": content, "Format": "CSV", "Directionality": "UNI"},
            )
        return name

    def renew(self, pairs: Iterable[Pair]) -> str:
        """Have those of pairs ready, and none of what the glossary said before.

        The code of what kept Amazon from it, which comes right by itself: `ready` is asked again,
        and what is left over goes with the next change.
        """
        try:
            self._delete_all_but({self.ready(pair) for pair in pairs})
        except ClientError as error:
            return code(error)
        except BotoCoreError as error:
            return type(error).__name__
        return ""

    def _names(self, pair: Pair) -> Sequence[tuple[str, str]]:
        """Each name and its translation; of names that differ by case alone, the first.

        What is to be kept is not among them, since no engine sees it. Nor is what is a term in
        some case only: Amazon takes it in any, and would have WHO in "those who signed".
        """
        names: dict[str, tuple[str, str]] = {}
        for term in self.terms:
            source, target = term.form(pair.source), term.form(pair.target)
            if _fits(source) and _fits(target) and not term.keep and not _by_case(term, source):
                names.setdefault(source.casefold(), (source, target))
        return tuple(names.values())

    def _stands(self, name: str) -> bool:
        try:
            self.client.get_terminology(Name=name)
        except ClientError as error:
            if code(error) == "ResourceNotFoundException":
                return False
            raise
        return True

    def _delete_all_but(self, wanted: set[str]) -> None:
        ours = re.compile(rf"{re.escape(self.prefix)}-[a-z]{{2}}-[a-z]{{2}}-[0-9a-f]{{16}}")
        pages = self.client.get_paginator("list_terminologies").paginate()
        found = [one["Name"] for page in pages for one in page["TerminologyPropertiesList"]]
        for name in found:
            if ours.fullmatch(name) and name not in wanted:
                self.client.delete_terminology(Name=name)


def as_written(said: str, names: Iterable[str]) -> str:
    """Proper names with the capitals that they have in the glossary.

    Where each word of the source has one, Amazon gives one to each of the name as well, and writes
    "Consejo De Seguridad".
    """
    for name in names:
        if name != name.lower():
            every = " ".join(word[:1].upper() + word[1:] for word in name.split(" "))
            said = said.replace(every, every[:1] + name[1:])
    return said


def _fits(name: str) -> bool:
    return 0 < len(name.encode()) <= LONGEST and not name.startswith(FORMULAS)


def _by_case(term: Term, name: str) -> bool:
    """Whether the glossary knows the name by its case."""
    written = term.match == "exact" and name.lower() != name.upper()
    return written or (term.match == "inflected" and name.isupper())


def _file(rows: Iterable[Sequence[str]]) -> bytes:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue().encode()
