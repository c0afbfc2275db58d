"""What a story says now: a pure function of its log and of the bodies that the log names.

The facts are folded one by one, so the view also knows since which fact each edition, list entry
and picture is what it is. Pages name those numbers (`as_of`): facts only grow, so a page's bytes
never repeat.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from itertools import pairwise

from shared.news.archive import Bodies, fetch
from shared.news.article import (
    Article,
    BlockOrigin,
    Entry,
    Image,
    Picture,
    Waiting,
    about_address,
    address_of,
    media_address,
)
from shared.news.blocks import Legend
from shared.news.facts import (
    Chosen,
    Digest,
    EditionAccepted,
    EditionWithdrawn,
    Expired,
    Fact,
    Illustrated,
    Released,
    Rendition,
    SourceAccepted,
    Translated,
    Withdrawn,
)
from shared.news.keys import page_name
from shared.news.language import LANGUAGES, Language
from shared.news.log import Log
from shared.news.slugs import slugify
from shared.news.story import PLACELESS, PictureWish, Source, Texts
from shared.news.units import Unit
from shared.news.wording import Person, Revision, Revisions, Wording, source_wording, wording
from shared.news.words import EditionText, Held, MachineText, Made, UnitDigest

UNREAD = ""
"""In place of the hash of a source text that was replaced before anybody read it."""
VIEWS = 64
"""How many views, and folds that may go on, are remembered: a publication folds the same log once
for each page, and whoever appends a fact looks at the log before and after it."""


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
    """A person's words in force for an edition, and when they were uploaded (else accepted)."""

    number: int
    fact: EditionAccepted
    body: EditionText
    at: datetime


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
    person's); `as_of` the number of the newest fact that changed anything about it. `people` are
    the words that people gave for it, the newest last; `coming` those for a source whose minute
    has not come: they wait with it. `drafts` are its
    words for the newest public source and for the one that waits, by the numbers of their facts,
    and `lacks` the source blocks that the machine still has to give for each. `text` is the hash
    of the source text that its article says, `saw` the one that the newest person saw.
    """

    place: Place | None = None
    article: Article | None = None
    revision: int = 0
    as_of: int = 0
    people: tuple[PersonText, ...] = ()
    coming: tuple[PersonText, ...] = ()
    text: Digest = ""
    saw: Digest | None = None
    drafts: Mapping[int, Wording] = field(default_factory=dict)
    lacks: Mapping[int, tuple[Unit, ...]] = field(default_factory=dict)

    @property
    def gone(self) -> bool:
        """It was live, and is not."""
        return self.place is not None and self.article is None

    @property
    def person(self) -> PersonText | None:
        """The newest words that a person gave for it."""
        return self.people[-1] if self.people else None

    def gives(self, key: str) -> bool:
        """Whether a file of a person has a part in it, now or when its source comes out."""
        return any(one.fact.key == key for one in (*self.people, *self.coming))


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
    leads: Language | None = None
    """The edition that the story's short address leads to: the source's, while it is public; else
    the first that was ever live."""
    leads_as_of: int = 0
    """The fact since which it leads there."""
    gathering: bool = False
    """Its editions are to come out together, and wait for one another."""
    captioned: bool = False
    """It has a video with captions, or had when it was public."""
    over: bool = False
    """The flash or the live page that it is is over."""
    revisions: Mapping[Digest, Revision] = field(default_factory=dict)
    """Every text that its source ever had, by its hash."""

    @property
    def is_live(self) -> bool:
        """It is a live page, which has posts."""
        return self.source is not None and self.source.body.kind == "live"

    def stands(self, edition: Language) -> Entry | None:
        """What every link to the article should say."""
        return next((item for item in self.entries if item.edition == edition and item.main), None)

    @property
    def placeless(self) -> bool:
        """It has no page of its own: other pages show it."""
        return self.source is not None and self.source.body.kind in PLACELESS

    def draft(self, edition: Language) -> Wording | None:
        """An edition's words for the released source; for the one that waits if none is public."""
        source = self.released or self.waiting()
        return self.editions[edition].drafts.get(source.number) if source else None

    def complete(self, edition: Language) -> bool:
        """Whether nothing keeps the released text from being shown in an edition."""
        draft = self.draft(edition)
        if draft is None or self.released is None:
            return False
        return ready(draft, self.released, edition)

    def pending(self, edition: Language) -> bool:
        """Whether a block of the draft has no words yet."""
        draft = self.draft(edition)
        return draft is None or any(block.state == "pending" for block in draft.blocks)

    def lacking(self, edition: Language, source: AcceptedSource | None = None) -> tuple[Unit, ...]:
        """The blocks that the machine has to give for a source; for the released one by default."""
        wanted = source or self.released
        return self.editions[edition].lacks.get(wanted.number, ()) if wanted else ()

    def waiting(self) -> AcceptedSource | None:
        """The newest source, where it is not public yet (embargo, publication to come)."""
        if self.source is None or self.withdrawn:
            return None
        public = self.released is not None and self.released.number == self.source.number
        return None if public else self.source

    @property
    def running(self) -> AcceptedSource | None:
        """The source of a flash that is public and not over."""
        public = None if self.withdrawn else self.released
        return public if public and public.body.expires and not self.over else None


def ready(words: Wording, source: AcceptedSource, edition: Language) -> bool:
    """Whether an edition may say these words of a source."""
    policy = source.body.policy(edition)
    noticed = policy.outdated == "publish-with-notice" and not words.removed
    return (noticed or not words.outdated) and words.complete(policy)


def _together(people: Sequence[PersonText], *more: PersonText) -> tuple[PersonText, ...]:
    """Their words in the order of uploading, as events may come in any order."""
    found = list(people)
    for new in more:
        found = [*(one for one in found if not _replaces(new, one)), new]
    return tuple(sorted(found, key=lambda one: (one.at, one.number)))


def _replaces(new: PersonText, old: PersonText) -> bool:
    """Whether it is the next version of a file; a file of single blocks adds to those before."""
    return new.fact.key == old.fact.key and bool(new.body.texts.parts())


@dataclass
class _Machine:
    """The machine's words for blocks of the source, and those it could not give, by digest."""

    made: dict[UnitDigest, Made] = field(default_factory=dict)
    told: dict[UnitDigest, list[Made]] = field(default_factory=dict)
    held: dict[UnitDigest, Held] = field(default_factory=dict)

    def take(self, text: MachineText) -> None:
        """The first words for a block stay, unless the glossary's terms in it have changed."""
        for digest, made in text.made.items():
            known = self.made.get(digest)
            if known is None or known.terms != made.terms:
                self.made[digest] = made
                self.told.setdefault(digest, []).append(made)
            self.held.pop(digest, None)
        self.held |= {one: why for one, why in text.held.items() if one not in self.made}


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
    persons: dict[Language, tuple[PersonText, ...]] = field(default_factory=dict)
    coming: dict[Language, tuple[PersonText, ...]] = field(default_factory=dict)
    machine: dict[tuple[Language, Language], _Machine] = field(default_factory=dict)
    """By edition and language of the source."""
    revisions: Revisions = field(default_factory=Revisions)
    expired: set[int] = field(default_factory=set)
    came_out: datetime | None = None
    """When its first edition came out, since the story was last withdrawn."""
    gathering: bool = False
    pictures: dict[str, tuple[int, Illustrated]] = field(default_factory=dict)
    illustrated: list[tuple[int, Illustrated]] = field(default_factory=list)
    wishes: dict[Language, frozenset[str]] = field(default_factory=dict)
    shown: dict[int, tuple[bool, int]] = field(default_factory=dict)
    chosen: tuple[str, ...] = ()
    related: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    related_as_of: int = 0
    leads: Language | None = None
    leads_as_of: int = 0
    places: dict[Language, Place] = field(default_factory=dict)
    articles: dict[Language, Article | None] = field(default_factory=dict)
    said: dict[Language, int] = field(default_factory=dict)
    says: dict[Language, Digest] = field(default_factory=dict)
    as_of: dict[Language, int] = field(default_factory=dict)
    entries: dict[tuple[Language, str], Entry] = field(default_factory=dict)
    wordings: dict[Language, dict[tuple[int, bool], Wording]] = field(default_factory=dict)
    """What editions say of sources, until a fact may change it."""
    revision: int = 0
    at: datetime = field(init=False)

    def step(self, fact: Fact) -> None:
        self.revision, self.at = fact.number, fact.at
        self._take(fact)
        self.gathering = self._gathers()
        for edition in LANGUAGES:
            article = None if self.gathering else self._article(edition)
            if article != self.articles.get(edition):
                self.as_of[edition] = fact.number
            self.articles[edition] = article
            self._enter(edition, article)
            if article:
                self.came_out = self.came_out or fact.at
        self._show()
        related = (self.released[-1].body.related if self.released else (), self.chosen)
        if related != self.related:
            self.related, self.related_as_of = related, fact.number
        leads = self._leads()
        if leads != self.leads:
            self.leads, self.leads_as_of = leads, fact.number

    def _take(self, fact: Fact) -> None:
        if isinstance(fact.what, Translated | EditionAccepted):
            self.wordings.pop(fact.what.edition, None)
        else:
            self.wordings.clear()
        match fact.what:
            case SourceAccepted() as what:
                self._take_source(fact, what)
            case EditionAccepted() as what:
                self._take_person(fact, what)
            case EditionWithdrawn(key=key, edition=edition):
                for people in (self.persons, self.coming):
                    kept = (one for one in people.get(edition, ()) if one.fact.key != key)
                    people[edition] = tuple(kept)
            case Withdrawn() as what:
                self.withdrawn = what
                self.canceled = self.canceled or what.outcome == "canceled"
                self.came_out = None
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
            case Expired(source=number):
                self.expired.add(number)
            case _:  # Rejected, Dropped and the newsroom's own facts change no edition
                pass

    def _take_source(self, fact: Fact, what: SourceAccepted) -> None:
        body = fetch(self.bodies, what.body, Source)
        source = AcceptedSource(fact.number, what, fact.at, body)
        self.sources.append(source)
        self.revisions.add(what.text, body.texts)
        self.withdrawn = None
        self.canceled = False
        if what.release_at is None:
            self._release(source)

    def _release(self, source: AcceptedSource) -> None:
        self.released.append(source)
        self.public.append(source)
        if source.body.expires and source.body.expires <= self.at:
            self.expired.add(source.number)
        for edition, coming in self.coming.items():
            self.persons[edition] = _together(self.persons.get(edition, ()), *coming)
        self.coming.clear()

    def _take_person(self, fact: Fact, what: EditionAccepted) -> None:
        """Beside a live text, words made from one that is not public yet wait with that one."""
        body = fetch(self.bodies, what.body, EditionText)
        person = PersonText(fact.number, what, body, what.uploaded or fact.at)
        waits = bool(self.released) and self.released[-1].number != self.sources[-1].number
        if waits and self._saw(person) not in {source.fact.text for source in self.public}:
            self.coming[what.edition] = _together(self.coming.get(what.edition, ()), person)
            return
        self.persons[what.edition] = _together(self.persons.get(what.edition, ()), person)
        coming = self.coming.get(what.edition, ())
        self.coming[what.edition] = tuple(one for one in coming if not _replaces(person, one))

    def _saw(self, person: PersonText) -> str | None:
        """The source text that a person saw: the one that they name, else the newest one then.

        By the times of uploading, as events may come in any order; within S3's second, by the
        order of the facts. Who wrote before there was a source saw the first. What nobody has
        read has no text: whoever saw it is asked to look again.
        """
        if person.fact.translates or not self.sources:
            return person.fact.translates
        then = (person.at, person.number)
        known = [one for one in self.sources if (one.fact.uploaded or one.at, one.number) < then]
        following = self.sources[len(known) :]
        if following and following[0].fact.since and following[0].fact.since <= person.at:
            return UNREAD
        return (known[-1] if known else self.sources[0]).fact.text

    def _take_translation(self, what: Translated) -> None:
        if what.body:
            text = fetch(self.bodies, what.body, MachineText)
            self._machine(what.edition, text.language).take(text)

    def _machine(self, edition: Language, language: Language) -> _Machine:
        return self.machine.setdefault((edition, language), _Machine())

    def _is_over(self) -> bool:
        """Of the newest version that is public, whichever one an edition says."""
        newest = self.released[-1] if self.released else None
        if newest is None:
            return False
        return newest.body.over or (bool(newest.body.expires) and newest.number in self.expired)

    def _gathers(self) -> bool:
        """Whether the editions wait for one another: only before the first of them is out."""
        if self.withdrawn or self.came_out or not self.released:
            return False
        source = self.released[-1]
        return (
            source.body.release == "together"
            and source.number not in self.expired
            and not all(ready(self._wording(one, source), source, one) for one in LANGUAGES)
        )

    def _article(self, edition: Language) -> Article | None:
        """The newest version that may be shown: nothing missing, nothing held, nothing outdated.

        Where people's words are older than every public source, the newest complete version is
        shown all the same, with all that they wrote: it says so, and no live page vanishes.
        """
        if self.withdrawn:
            return None
        for source in reversed(self.released):
            words = self._wording(edition, source)
            if ready(words, source, edition):
                return self._make(edition, source, words)
        for source in reversed(self.released):
            words = self._wording(edition, source, as_written=True)
            if words.complete(source.body.policy(edition)):
                return self._make(edition, source, words)
        return None

    def _wording(
        self, edition: Language, source: AcceptedSource, *, as_written: bool = False
    ) -> Wording:
        known, which = self.wordings.setdefault(edition, {}), (source.number, as_written)
        if which not in known:
            known[which] = self._worded(edition, source, as_written=as_written)
        return known[which]

    def _worded(
        self,
        edition: Language,
        source: AcceptedSource,
        coming: Sequence[PersonText] = (),
        *,
        as_written: bool = False,
    ) -> Wording:
        revision = self.revisions.by_text[source.fact.text]
        if edition == source.body.language:
            return source_wording(revision)
        people = _together(self.persons.get(edition, ()), *coming)
        machine = self._machine(edition, source.body.language)
        return wording(
            revision,
            people=[Person(one.body, self._saw(one), bool(one.fact.translates)) for one in people],
            revisions=self.revisions,
            made=machine.made,
            told=machine.told,
            held=machine.held,
            as_written=as_written,
        )

    def _make(self, edition: Language, source: AcceptedSource, words: Wording) -> Article:
        story, texts = source.body, words.texts()
        people = self.persons.get(edition, ())
        place = self.places.get(edition) or self._settle(edition, source, texts)
        gallery = self._gallery(story, texts)
        picture = self._picture(story.picture, texts) if story.picture else None
        foreign = edition != story.language
        self.wishes[edition] = frozenset(wish.key for wish in story.wishes)
        self.says[edition] = source.fact.text
        self.said[edition] = max([source.number, *(one.number for one in people if foreign)])
        return Article(
            story=self.log,
            edition=edition,
            source_language=story.language,
            address=place.address,
            published=place.published,
            updated=self._updated(source),
            kind=story.kind,
            section=story.section,
            within=story.within,
            programme=story.programme,
            regions=story.regions,
            coverage=story.coverage,
            label=story.label,
            byline=story.byline,
            texts=texts,
            picture=picture or next(iter(gallery), None),
            gallery=gallery,
            video=story.video,
            origins=words.origins(),
            blocks=tuple(
                BlockOrigin(id=one.id, state=one.state, by="+".join(one.by), outdated=one.outdated)
                for one in words.blocks
            ),
            stale=self._wording(edition, self.released[-1]).outdated,
            waiting=self._waiting(edition, source, words),
            sensitive=story.sensitive,
            link=story.link,
            about=story.about,
            over=self._is_over(),
            live=story.live,
        )

    def _waiting(self, edition: Language, shown: AcceptedSource, words: Wording) -> Waiting | None:
        """What readers are told of a version that is not (everywhere) the newest.

        Of the texts that people saw the oldest counts: a correction is never passed over.
        """
        people = self.persons.get(edition, ())
        saw = {self._saw(one) for one in people} if words.outdated else {shown.fact.text}
        since = min((self._since(text) for text in saw), default=1)
        if any(source.fact.change == "correction" for source in self.released[since:]):
            return "correction"
        return "update" if words.outdated else None

    def _since(self, text: Digest | None) -> int:
        """The place of the first public source that came after this text."""
        known = [at for at, source in enumerate(self.released) if source.fact.text == text]
        return known[-1] + 1 if known else 1

    def _leads(self) -> Language | None:
        if self.released:
            return self.released[-1].body.language
        return min(self.places, key=lambda one: self.places[one].number, default=None)

    def _settle(self, edition: Language, source: AcceptedSource, texts: Texts) -> Place:
        number = self.revision
        own = source.body.slug if edition == source.body.language else None
        slugs = (one.body.slug for one in reversed(self.persons.get(edition, ())))
        asked = own or next(filter(None, slugs), None)
        slug = slugify(asked or texts.headline or "")
        name = page_name(source.fact.key) if source.body.kind == "page" else None
        address = (
            about_address(edition, name)
            if name
            else address_of(edition, source.body, slug, self.log)
        )
        place = Place(number, address, self._published(source.body))
        self.places[edition] = place
        return place

    def _published(self, story: Source) -> datetime:
        """As the editor says, but never before the embargo; else when it first came out."""
        if story.published:
            return max(story.published, story.embargo or story.published)
        if story.release == "together":
            return self.came_out or self.at
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

    def _gallery(self, story: Source, texts: Texts) -> tuple[Picture, ...]:
        """Those of its pictures that are there by now."""
        said = {legend.file: legend for legend in texts.pictures or ()}
        found = []
        for wish in story.pictures:
            legend = said.get(wish.key.rpartition("/")[2], Legend(file=""))
            words = Texts(caption=legend.caption, alt=legend.alt)
            found.append(self._picture(wish, words))
        return tuple(picture for picture in found if picture)

    def _picture(self, wish: PictureWish, texts: Texts) -> Picture | None:
        number, done = self.pictures.get(wish.key, (0, None))
        if done is None or not done.renditions:
            return None
        whole = [one for one in done.renditions if one.crop is None]
        every = [one.bodies() for one in whole]
        return Picture(
            images=tuple(self._image(number, one) for one in whole),
            shapes=tuple(self._image(number, one) for one in done.renditions if one.crop),
            formats=tuple(one for one in every[0] if all(one in bodies for bodies in every)),
            caption=texts.caption or "",
            credit=wish.credit,
            alt=texts.alt or texts.caption or "",
            focus=wish.focus,
        )

    def _image(self, number: int, one: Rendition) -> Image:
        address = media_address(self.log, number, one.name)
        return Image(address=address, width=one.width, height=one.height)

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
        used = self._used()
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

    def _edition(self, edition: Language) -> EditionView:
        drafts, people = list(self._drafts(edition)), self.persons.get(edition, ())
        return EditionView(
            place=self.places.get(edition),
            article=self.articles.get(edition),
            revision=self.said.get(edition, 0),
            as_of=self.as_of.get(edition, 0),
            people=people,
            coming=self.coming.get(edition, ()),
            text=self.says.get(edition, ""),
            saw=self._saw(people[-1]) if people else None,
            drafts={source.number: words for source, words in drafts},
            lacks={
                source.number: words.lacks(
                    source.body.policy(edition),
                    self._machine(edition, source.body.language).made,
                )
                for source, words in drafts
            },
        )

    def _drafts(self, edition: Language) -> Iterator[tuple[AcceptedSource, Wording]]:
        if self.withdrawn:
            return
        released = self.released[-1] if self.released else None
        if released:
            yield released, self._wording(edition, released)
        if self.sources and self.sources[-1] != released:
            yield (
                self.sources[-1],
                self._worded(edition, self.sources[-1], self.coming.get(edition, ())),
            )

    def view(self) -> StoryView:
        return StoryView(
            id=self.log,
            revision=self.revision,
            source=self.sources[-1] if self.sources else None,
            released=self.released[-1] if self.released else None,
            withdrawn=self.withdrawn,
            canceled=self.canceled,
            editions={edition: self._edition(edition) for edition in LANGUAGES},
            entries=tuple(self.entries.values()),
            media=tuple(self._media(at, what) for at, what in self.illustrated),
            chosen=self.chosen,
            pictures={key: what for key, (_, what) in self.pictures.items()},
            wished=self._wished(),
            related_as_of=self.related_as_of,
            leads=self.leads,
            leads_as_of=self.leads_as_of,
            gathering=self.gathering,
            captioned=any(one.body.video and one.body.video.cues for one in self.public),
            over=self._is_over(),
            revisions=dict(self.revisions.by_text),
        )

    def _wished(self) -> frozenset[str]:
        newest = self.sources[-1].body.wishes if self.sources else ()
        return self._used() | {wish.key for wish in newest}

    def _used(self) -> frozenset[str]:
        """The pictures that articles are to show."""
        shown = (self.wishes[edition] for edition, article in self.articles.items() if article)
        return frozenset[str]().union(*shown)


@dataclass(frozen=True)
class _Reading:
    """A log to be folded. Its id and head stand for all of it: bodies are named by their hash."""

    id: str
    head: Digest
    log: Log = field(compare=False)
    bodies: Bodies = field(compare=False)


_unfinished: dict[tuple[str, Digest], _Fold] = {}
"""Folds by the id and the head of their logs: the next facts of a log go on from there."""


@lru_cache(maxsize=VIEWS)
def _folded(reading: _Reading) -> StoryView:
    fold = _begun(reading.log) or _Fold(reading.id, reading.bodies)
    fold.bodies = reading.bodies
    for fact in reading.log.facts[fold.revision :]:
        fold.step(fact)
    if len(_unfinished) == VIEWS:
        del _unfinished[next(iter(_unfinished))]
    _unfinished[reading.id, reading.head] = fold
    return fold.view()


def _begun(log: Log) -> _Fold | None:
    """The fold of the longest part of the log that is at hand, taken away since it will change."""
    heads = (fact.previous for fact in reversed(log.facts[1:]))
    return next(filter(None, (_unfinished.pop((log.id, head), None) for head in heads)), None)


def view(log: Log, bodies: Bodies) -> StoryView:
    """What the story says after the last fact of its log."""
    return _folded(_Reading(log.id, log.head, log, bodies))
