"""What a story says now: a pure function of its log and of the bodies that the log names.

The facts are folded one by one, so the view also knows since which fact each edition, list entry
and picture is what it is. Pages name those numbers (`as_of`): facts only grow, so a page's bytes
never repeat.
"""

from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from itertools import pairwise

from shared.news.archive import Bodies, fetch
from shared.news.article import (
    Article,
    Entry,
    Image,
    Picture,
    address_of,
    media_address,
)
from shared.news.facts import (
    Chosen,
    Digest,
    EditionAccepted,
    EditionWithdrawn,
    Fact,
    Illustrated,
    Released,
    SourceAccepted,
    Translated,
    Withdrawn,
)
from shared.news.language import LANGUAGES, Language
from shared.news.log import Log
from shared.news.slugs import slugify
from shared.news.story import EditionText, MachineText, Part, PictureWish, Source, Texts

VIEWS = 64
"""How many views are remembered: a publication folds the same log once for each page."""


@dataclass(frozen=True)
class AcceptedSource:
    """A source revision: the fact that accepted it, and its body."""

    number: int
    fact: SourceAccepted
    at: datetime
    body: Source

    @property
    def public_at(self) -> datetime:
        """When it becomes public: its minute if it has to wait, else when it was accepted."""
        return self.fact.release_at or self.at


@dataclass(frozen=True)
class PersonText:
    """A person's words in force for an edition. `saw` is the source text that they were made of."""

    number: int
    fact: EditionAccepted
    body: EditionText
    saw: str | None


@dataclass(frozen=True)
class Media:
    """The renditions of one Illustrated fact: readable while `shown`, tombstones after that.

    `ever` is false where it was never shown, so nothing may stand at its addresses; `as_of` is
    the number of the fact that last showed it or took it back.
    """

    number: int
    fact: Illustrated
    shown: bool
    ever: bool
    as_of: int


@dataclass(frozen=True)
class Place:
    """An edition's address and time, as they were at the fact that first made it live."""

    number: int
    address: str
    published: datetime


@dataclass(frozen=True)
class EditionView:
    """One edition: its frozen place if it was ever live, its article if it is live.

    `revision` is the number of the newest upload whose words it says (the source's, or a
    person's); `as_of` the number of the newest fact that changed anything about it. `coming` are
    a person's words for a source whose minute has not come: they wait with it.
    """

    place: Place | None = None
    article: Article | None = None
    revision: int = 0
    as_of: int = 0
    person: PersonText | None = None
    coming: PersonText | None = None

    @property
    def gone(self) -> bool:
        """It was live, and is not."""
        return self.place is not None and self.article is None


@dataclass(frozen=True)
class StoryView:
    """A story after its last fact."""

    id: str
    revision: int
    source: AcceptedSource | None
    released: AcceptedSource | None
    withdrawn: Withdrawn | None
    canceled: bool
    editions: dict[Language, EditionView]
    entries: tuple[Entry, ...]
    media: tuple[Media, ...]
    chosen: tuple[str, ...]
    pictures: dict[str, Illustrated]
    wished: frozenset[str] = frozenset()
    """The keys of the pictures that its newest source asks for, or that an article is to show."""
    related_as_of: int = 0
    """The fact since which the candidates for related stories are these, in this order."""

    def stands(self, edition: Language) -> Entry | None:
        """What the edition's home list (and so every link to the article) should say."""
        return next(
            (item for item in self.entries if (item.edition, item.list) == (edition, "home")), None
        )

    def missing(self, edition: Language, source: AcceptedSource | None = None) -> frozenset[Part]:
        """The parts that the machine has to give for a source; for the released one by default."""
        wanted = source or self.released
        if wanted is None or edition == wanted.body.language:
            return frozenset()
        state = self.editions[edition]
        public = self.released is not None and self.released.number == wanted.number
        person = state.person if public else state.coming or state.person
        given = person.body.texts.parts() if person else frozenset()
        return wanted.body.texts.parts() - given

    def waiting(self) -> AcceptedSource | None:
        """The newest source, where it is not public yet (embargo, publication to come)."""
        if self.source is None or self.withdrawn:
            return None
        public = self.released is not None and self.released.number == self.source.number
        return None if public else self.source


@dataclass
class _Fold:
    """The state while facts are folded."""

    log: str
    bodies: Bodies
    sources: list[AcceptedSource] = field(default_factory=list)
    released: list[AcceptedSource] = field(default_factory=list)
    public: list[AcceptedSource] = field(default_factory=list)
    """Every source that ever was public; `released` begins anew after a withdrawal."""
    withdrawn: Withdrawn | None = None
    canceled: bool = False
    persons: dict[Language, PersonText] = field(default_factory=dict)
    coming: dict[Language, PersonText] = field(default_factory=dict)
    machine: dict[tuple[Language, str], list[MachineText]] = field(default_factory=dict)
    pictures: dict[str, tuple[int, Illustrated]] = field(default_factory=dict)
    illustrated: list[tuple[int, Illustrated]] = field(default_factory=list)
    wishes: dict[Language, str | None] = field(default_factory=dict)
    shown: dict[int, tuple[bool, int]] = field(default_factory=dict)
    chosen: tuple[str, ...] = ()
    related: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    related_as_of: int = 0
    places: dict[Language, Place] = field(default_factory=dict)
    articles: dict[Language, Article | None] = field(default_factory=dict)
    said: dict[Language, int] = field(default_factory=dict)
    as_of: dict[Language, int] = field(default_factory=dict)
    entries: dict[tuple[Language, str], Entry] = field(default_factory=dict)
    revision: int = 0

    def step(self, fact: Fact) -> None:
        self.revision = fact.number
        self._take(fact)
        for edition in LANGUAGES:
            article = self._article(edition)
            if article != self.articles.get(edition):
                self.as_of[edition] = fact.number
            self.articles[edition] = article
            self._enter(edition, article)
        self._show()
        related = (self.released[-1].body.related if self.released else (), self.chosen)
        if related != self.related:
            self.related, self.related_as_of = related, fact.number

    def _take(self, fact: Fact) -> None:
        match fact.what:
            case SourceAccepted() as what:
                self._take_source(fact, what)
            case EditionAccepted() as what:
                self._take_person(fact, what)
            case EditionWithdrawn(edition=edition):
                self.persons.pop(edition, None)
                self.coming.pop(edition, None)
            case Withdrawn() as what:
                self.withdrawn = what
                self.canceled = self.canceled or what.outcome == "canceled"
                self.released.clear()
                self.machine.clear()
                self.pictures.clear()
            case Translated() as what:
                self._take_translation(what)
            case Illustrated() as what:
                self.pictures[what.key] = (fact.number, what)
                self.illustrated.append((fact.number, what))
            case Chosen(stories=stories):
                self.chosen = stories
            case Released(source=number):
                for source in self.sources:
                    if source.number == number:
                        self._release(source)
            case _:  # Rejected, Dropped and the newsroom's own facts change no edition
                pass

    def _take_source(self, fact: Fact, what: SourceAccepted) -> None:
        body = fetch(self.bodies, what.body, Source)
        source = AcceptedSource(fact.number, what, fact.at, body)
        self.sources.append(source)
        self.withdrawn = None
        self.canceled = False
        for edition, person in self.persons.items():
            if person.saw is None:  # it came before its source
                self.persons[edition] = PersonText(
                    person.number, person.fact, person.body, what.text
                )
        if what.release_at is None:
            self._release(source)

    def _release(self, source: AcceptedSource) -> None:
        self.released.append(source)
        self.public.append(source)
        self.persons |= self.coming
        self.coming.clear()

    def _take_person(self, fact: Fact, what: EditionAccepted) -> None:
        """Beside a live text, words made from one that is not public yet wait with that one."""
        body = fetch(self.bodies, what.body, EditionText)
        saw = what.translates or (self.sources[-1].fact.text if self.sources else None)
        person = PersonText(fact.number, what, body, saw)
        waits = bool(self.released) and self.released[-1].number != self.sources[-1].number
        if waits and saw not in {source.fact.text for source in self.public}:
            self.coming[what.edition] = person
            return
        self.persons[what.edition] = person
        self.coming.pop(what.edition, None)

    def _take_translation(self, what: Translated) -> None:
        if what.body:
            made = fetch(self.bodies, what.body, MachineText)
            self.machine.setdefault((what.edition, what.text), []).insert(0, made)

    def _article(self, edition: Language) -> Article | None:
        """The newest complete version: its source, and words for every part of it."""
        if self.withdrawn:
            return None
        for source in reversed(self.released):
            words = self._words(edition, source)
            if words is not None:
                return self._make(edition, source, *words)
        return None

    def _words(
        self, edition: Language, source: AcceptedSource
    ) -> tuple[Texts, dict[Part, str]] | None:
        needed = source.body.texts.parts()
        if edition == source.body.language:
            return source.body.texts, dict.fromkeys(sorted(needed), "source")
        person = self.persons.get(edition)
        texts = person.body.texts if person else Texts()
        origins: dict[Part, str] = dict.fromkeys(sorted(texts.parts() & needed), "person")
        for made in self.machine.get((edition, source.fact.text), ()):
            fresh = made.texts.parts() & (needed - texts.parts())
            origins |= {part: "+".join(made.engines.get(part, ())) for part in sorted(fresh)}
            texts = texts.over(made.texts.only(fresh))
        if not needed <= texts.parts():
            return None
        return texts.only(texts.parts() & needed), origins

    def _make(
        self, edition: Language, source: AcceptedSource, texts: Texts, origins: dict[Part, str]
    ) -> Article:
        story = source.body
        person = self.persons.get(edition)
        place = self.places.get(edition) or self._settle(edition, source, texts)
        picture = self._picture(story.picture, texts) if story.picture else None
        foreign = edition != story.language
        self.wishes[edition] = story.picture.key if story.picture else None
        self.said[edition] = max(source.number, person.number if foreign and person else 0)
        return Article(
            story=self.log,
            edition=edition,
            source_language=story.language,
            address=place.address,
            published=place.published,
            updated=self._updated(source),
            kind=story.kind,
            section=story.section,
            regions=story.regions,
            label=story.label,
            byline=story.byline,
            texts=texts,
            picture=picture,
            origins=origins,
            stale=bool(foreign and person and person.saw != source.fact.text),
            sensitive=story.sensitive,
        )

    def _settle(self, edition: Language, source: AcceptedSource, texts: Texts) -> Place:
        number = self.revision
        person = self.persons.get(edition)
        own = source.body.slug if edition == source.body.language else None
        asked = own or (person.body.slug if person else None)
        slug = slugify(asked or texts.headline or "")
        address = address_of(edition, source.body, slug, self.log)
        place = Place(number, address, self._published(source.body))
        self.places[edition] = place
        return place

    def _published(self, story: Source) -> datetime:
        """As the editor says, but never before the embargo; else when it first became public."""
        if story.published:
            return max(story.published, story.embargo or story.published)
        return self.public[0].public_at

    def _updated(self, source: AcceptedSource) -> datetime | None:
        """When its words last changed by more than a typo; None for the first version."""
        before = [one for one in self.public if one.number <= source.number]
        told = [
            one.public_at
            for older, one in pairwise(before)
            if one.fact.text != older.fact.text and one.fact.change != "typo"
        ]
        return told[-1] if told else None

    def _picture(self, wish: PictureWish, texts: Texts) -> Picture | None:
        number, done = self.pictures.get(wish.key, (0, None))
        if done is None or not done.renditions:
            return None
        images = tuple(
            Image(address=media_address(self.log, number, one.width), width=one.width,
                  height=one.height)
            for one in done.renditions
        )  # fmt: skip
        return Picture(
            images=images,
            caption=texts.caption or "",
            credit=wish.credit,
            alt=texts.alt or texts.caption or "",
            focus=wish.focus,
        )

    def _enter(self, edition: Language, article: Article | None) -> None:
        lists = article.lists() if article else ()
        card = article.card() if article else None
        known = {name for place, name in self.entries if place == edition}
        for name in sorted({*known, *lists}):
            shown = card if name in lists else None
            before = self.entries.get((edition, name))
            same = before is not None and before.card == shown
            self.entries[edition, name] = Entry(
                story=self.log,
                edition=edition,
                list=name,
                published=self.places[edition].published,
                revision=self.revision,
                as_of=before.as_of if before and same else self.revision,
                card=shown,
            )

    def _show(self) -> None:
        """Which pictures are shown now, and since which fact each is or no longer is.

        One that no article shows any more is forgotten: a story that wants it again illustrates
        anew, so that a tombstone never turns back into a picture.
        """
        used = {self.wishes[edition] for edition, article in self.articles.items() if article}
        current = {
            number
            for key, (number, what) in self.pictures.items()
            if key in used and what.renditions
        }
        for number in {*self.shown, *current}:
            before, _ = self.shown.get(number, (False, 0))
            if before != (number in current):
                self.shown[number] = (number in current, self.revision)
        gone = [key for key, (number, _) in self.pictures.items()
                if number in self.shown and number not in current]  # fmt: skip
        for key in gone:
            del self.pictures[key]

    def _media(self, number: int, fact: Illustrated) -> Media:
        shown, as_of = self.shown.get(number, (False, number))
        return Media(number, fact, shown=shown, ever=number in self.shown, as_of=as_of)

    def view(self) -> StoryView:
        return StoryView(
            id=self.log,
            revision=self.revision,
            source=self.sources[-1] if self.sources else None,
            released=self.released[-1] if self.released else None,
            withdrawn=self.withdrawn,
            canceled=self.canceled,
            editions={
                edition: EditionView(
                    place=self.places.get(edition),
                    article=self.articles.get(edition),
                    revision=self.said.get(edition, 0),
                    as_of=self.as_of.get(edition, 0),
                    person=self.persons.get(edition),
                    coming=self.coming.get(edition),
                )
                for edition in LANGUAGES
            },
            entries=tuple(self.entries.values()),
            media=tuple(self._media(at, what) for at, what in self.illustrated),
            chosen=self.chosen,
            pictures={key: what for key, (_, what) in self.pictures.items()},
            wished=self._wished(),
            related_as_of=self.related_as_of,
        )

    def _wished(self) -> frozenset[str]:
        newest = self.sources[-1].body.picture if self.sources else None
        shown = {self.wishes[edition] for edition, article in self.articles.items() if article}
        return frozenset(key for key in (*shown, newest and newest.key) if key)


@dataclass(frozen=True)
class _Reading:
    """A log to be folded. Its id and head stand for all of it: bodies are named by their hash."""

    id: str
    head: Digest
    log: Log = field(compare=False)
    bodies: Bodies = field(compare=False)


@lru_cache(maxsize=VIEWS)
def _folded(reading: _Reading) -> StoryView:
    fold = _Fold(reading.id, reading.bodies)
    for fact in reading.log.facts:
        fold.step(fact)
    return fold.view()


def view(log: Log, bodies: Bodies) -> StoryView:
    """What the story says after the last fact of its log."""
    return _folded(_Reading(log.id, log.head, log, bodies))
