"""The newsroom's glossary: how terms are said in each language, and how they must not be said.

`config/glossary.csv` and `config/glossary.tmx` in the newsroom bucket, checked by intake. Each has
a log of its own; the terms of both are in force, those of the CSV first.
"""

from typing import Literal

from shared.ids import digest
from shared.news.archive import Archive, Bodies, fetch
from shared.news.facts import Dropped, GlossaryAccepted
from shared.news.keys import GLOSSARY_KEYS, log_of
from shared.news.language import Language
from shared.news.log import Log
from shared.news.record import Record

Match = Literal["exact", "any-case", "inflected"]
"""Which words count as the term: as written; in any case; in any case, number and with Arabic's
prefixes and suffixes."""


class Term(Record):
    """One thing, and its name in each language; a name that is not given is "".

    A term to `keep` is written in every language as the source writes it, so it has one name.
    """

    en: str = ""
    ar: str = ""
    es: str = ""
    keep: bool = False
    match: Match = "inflected"
    pos: str = ""
    note: str = ""
    forbidden_en: tuple[str, ...] = ()
    forbidden_ar: tuple[str, ...] = ()
    forbidden_es: tuple[str, ...] = ()

    def form(self, language: Language) -> str:
        """The name in a language, "" where the glossary gives none."""
        form: str = getattr(self, language)
        return form or (self.en or self.ar or self.es if self.keep else "")

    def forbidden(self, language: Language) -> tuple[str, ...]:
        """What the term must not be called in a language."""
        forbidden: tuple[str, ...] = getattr(self, f"forbidden_{language}")
        return forbidden

    def applies(self, source: Language, target: Language) -> bool:
        """Whether it says anything of a translation from one language into the other."""
        says = self.form(target) or self.forbidden(target)
        return source != target and bool(self.form(source) and says)


class Glossary(Record):
    """All terms, in the order of the file."""

    terms: tuple[Term, ...] = ()


def terms_digest(terms: tuple[Term, ...], source: Language, target: Language) -> str:
    """A hash of what the terms ask of a translation, whatever their order; "" for none.

    A note or a part of speech asks nothing, so a change there makes no sentence new.
    """
    asked = {
        "\t".join(
            (term.form(source), term.form(target), str(term.keep), *sorted(term.forbidden(target)))
        )
        for term in terms
    }
    return digest("\n".join(sorted(asked)).encode()) if asked else ""


NO_TERMS = Glossary()


def glossary_of(log: Log, bodies: Bodies) -> Glossary:
    """What a log of a glossary's file says now; nothing where the file was deleted."""
    body = _body_of(log)
    return fetch(bodies, body, Glossary) if body else NO_TERMS


def glossary_bodies(archive: Archive) -> tuple[str, ...]:
    """The bodies of the files in force, as they were last accepted."""
    named = (_body_of(archive.read(log_of(key))) for key in GLOSSARY_KEYS)
    return tuple(body for body in named if body)


def glossary_from(names: tuple[str, ...], bodies: Bodies) -> Glossary:
    """The terms of those bodies together."""
    every = (fetch(bodies, name, Glossary) for name in names)
    return Glossary(terms=tuple(term for glossary in every for term in glossary.terms))


def _body_of(log: Log) -> str | None:
    for fact in reversed(log.facts):
        match fact.what:
            case GlossaryAccepted(body=body):
                return body
            case Dropped():
                return None
    return None
