"""The watch: what must hold at every step, checked at every effect."""

import re
from dataclasses import dataclass, field

from shared.news.article import Article, Card
from shared.news.log import Log
from shared.news.shelf import Item
from shared.news.view import StoryView, view
from shared.pages.names import key_of
from tests.fakes.archive import MemoryArchive, MemoryBodies
from tests.fakes.shelf import MemoryShelf
from tests.simulation.editors import Editors
from tests.simulation.plain import Library, Said

NUMBER = re.compile(r"\d{4}")


class Violation(AssertionError):
    """Something happened that must never happen; the message begins with the invariant."""


@dataclass
class Watch:
    """Looks at each effect, and remembers what was there before.

    `gone` are the stories whose withdrawal was acknowledged, with the number of that fact.
    """

    archive: MemoryArchive
    bodies: MemoryBodies
    site: MemoryShelf
    library: Library
    editors: Editors
    history: dict[str, dict[bytes, int]] = field(default_factory=dict)
    standing: dict[str, Item] = field(default_factory=dict)
    known: dict[str, list[int]] = field(default_factory=dict)
    gone: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._views: dict[tuple[str, int], StoryView] = {}

    def passed(self, moment: str) -> None:
        """An effect happened."""
        what, _, about = moment.partition(" ")
        if what == "shelf.did":
            self.put(about.removeprefix("put "))
        elif what == "archive.did":
            self.appended(about.removeprefix("append "))

    # --- facts

    def appended(self, log: str) -> None:
        facts = self.archive.logs[log]
        known = self.known.setdefault(log, [])
        if [id(fact) for fact in facts[: len(known)]] != known or len(facts) != len(known) + 1:
            raise Violation(f"I6 facts of {log} were changed")
        known.append(id(facts[-1]))
        Log(log, tuple(facts))  # the chain of hashes
        if log in self.gone and self.view(log, len(facts)).withdrawn is None:
            del self.gone[log]

    def view(self, story: str, number: int) -> StoryView:
        """What the story said after that fact."""
        if (story, number) not in self._views:
            facts = tuple(self.archive.logs.get(story, ())[:number])
            self._views[story, number] = view(Log(story, facts), self.bodies)
        return self._views[story, number]

    # --- pages

    def put(self, key: str) -> None:
        if key not in self.site.items:
            raise Violation(f"I4 {key} was deleted, and with it what fends off late runs")
        item = self.site.items[key]
        before = self.standing.get(key)
        past = self.history.setdefault(key, {})
        if before and item.content != before.content and item.content in past:
            raise Violation(
                f"I1 {key} has the bytes again that it had {past[item.content]} puts ago"
            )
        for content in past:
            past[content] += 1
        past[item.content] = 0
        self.standing[key] = item
        said = self.library.get(item.content)
        if said is None:
            return
        older = self.library.get(before.content) if before else None
        self._forward(key, said, older)
        self._links(key, said)
        self._words(key, said)
        self._hidden(key, said)

    def _forward(self, key: str, said: Said, older: Said | None) -> None:
        """What a page knows of a story never becomes less."""
        if older is None:
            return
        for log, number in said.named.facts.items():
            if log != "newsroom" and number < older.named.facts.get(log, 0):
                raise Violation(
                    f"I1 {key} knew {log}:{older.named.facts[log]} and now only {number}"
                )
        if said.named.renderer < older.named.renderer:
            raise Violation(f"I1 {key} went back to an older renderer")

    def _links(self, key: str, said: Said) -> None:
        for link in said.links:
            if key_of(link) not in self.site.items:
                raise Violation(f"I1 {key} links {link}, which does not stand")

    def _words(self, key: str, said: Said) -> None:
        """Each article and card is what one revision of its story says, people's words kept."""
        for article in said.articles:
            seen = self.view(article.story, said.named.facts[article.story])
            if seen.editions[article.edition].article != article:
                raise Violation(f"I1 {key} mixes revisions of {article.story}")
            self._people(key, article, seen)
        for card in said.cards:
            if not self._was_said(card, said):
                raise Violation(f"I1 {key} shows a card of {card.story} that is no revision's")

    def _was_said(self, card: Card, said: Said) -> bool:
        facts = said.named.facts  # an article names its siblings by their editions
        number = facts.get(f"{card.story}.{card.edition}", facts.get(card.story, 0))
        entry = self.view(card.story, number).stands(card.edition)
        said_then = entry.card if entry else None
        if said_then and card.post:  # it leads to where its live page stands
            said_then = said_then.model_copy(update={"address": card.address})
        return said_then == card

    def _people(self, key: str, article: Article, seen: StoryView) -> None:
        person = seen.editions[article.edition].person
        if person is None or article.edition == article.source_language:
            return
        for part in person.body.texts.parts():
            mine = getattr(person.body.texts, part)
            if part in article.origins and getattr(article.texts, part) != mine:
                raise Violation(f"I3 {key} does not have the person's {part}")

    def _hidden(self, key: str, said: Said) -> None:
        """Nothing that nobody may read: embargoed, rejected, withdrawn, refused by a gate."""
        headlines = [card.headline for card in said.cards]
        headlines += [article.texts.headline or "" for article in said.articles]
        for headline in headlines:
            self._secret(f"{key} shows", headline)
            if "<html>" in headline:
                raise Violation(f"I5 {key} shows what a gate refuses")
        for story in shown_in(said):
            if story in self.gone:
                raise Violation(f"I4 {key} shows {story}, whose withdrawal was acknowledged")

    def sent(self, sentence: str) -> None:
        """An engine that may not see embargoed stories was given a sentence."""
        self._secret("an engine was given", sentence)

    def _secret(self, who: str, words: str) -> None:
        for number in NUMBER.findall(words):
            until = self.editors.secret.get(number)
            if until and self.editors.now < until:
                raise Violation(f"I2 {who} {number} before {until}")

    def acknowledged(self, story: str, revision: int) -> None:
        """A withdrawal was acknowledged by a run that began at that revision of the story."""
        facts = self.archive.logs[story]
        if self.view(story, len(facts)).withdrawn is None:
            return
        last = max(n for n in range(1, len(facts) + 1) if not self._withdrawn(story, n - 1))
        if last > revision:
            return  # taken back, returned, and taken back again since
        self.gone[story] = last
        for key, item in self.site.items.items():
            said = self.library.get(item.content)
            if said and story in shown_in(said):
                raise Violation(f"I4 {key} shows {story}, whose withdrawal is acknowledged")
            if key.startswith(f"media/{story}/") and item.status != 410:
                raise Violation(f"I4 {key} is readable though {story} is withdrawn")

    def _withdrawn(self, story: str, number: int) -> bool:
        return bool(number) and self.view(story, number).withdrawn is not None


def shown_in(said: Said) -> set[str]:
    """The stories that a page shows."""
    return {one.story for one in said.articles} | {card.story for card in said.cards}
