"""DynamoDB: rankings, in the table of counts; and the stories that may stand in them.

One item for each ranking. Pages read it strongly consistent; ranking itself does not need to,
since a place that is not what was read refuses the put.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from shared.aws.tables import DynamoLists, Table
from shared.clock import Clock
from shared.news.article import Card, Entry
from shared.news.language import Language
from shared.news.ranking import Chart, Printed, Radar, Ranking
from shared.pages.names import ListName
from shared.trending.ports import Place

RADAR = ("RADAR", "desk")
MOST_KNOWN = 100_000
AGE_OF_ABSENT = timedelta(minutes=5)
AGE_OF_LATEST, AGE_OF_FEW = timedelta(minutes=5), timedelta(seconds=30)
"""Of a list that is long enough already, and of one that is not: only for the same run."""


@dataclass
class DynamoRankings:
    """What readers read most, and what the desk is told of it."""

    table: Table

    def ranking(self, edition: Language, name: str, chart: Chart) -> Ranking | None:
        value = self.table.get(*_key((edition, name, chart)))
        return Ranking.model_validate_json(value) if value else None

    def standing(self, places: Collection[Place]) -> Mapping[Place, Ranking]:
        values = self.table.get_many(map(_key, places), consistent=False)
        rankings = map(Ranking.model_validate_json, values)
        return {(one.edition, one.list, one.chart): one for one in rankings}

    def put(self, ranking: Ranking) -> None:
        place = (ranking.edition, ranking.list, ranking.chart)
        self.table.put_next(*_key(place), ranking, ranking.revision)

    def radar(self) -> Radar | None:
        value = self.table.get(*RADAR)
        return Radar.model_validate_json(value) if value else None

    def hang(self, radar: Radar) -> None:
        self.table.put_next(*RADAR, radar, radar.revision)


def _key(place: Place) -> tuple[str, str]:
    edition, name, chart = place
    return f"L#{edition}#{name}", chart


@dataclass
class DynamoPrints:
    """Which rankings the pages of lists show, in the table of stories."""

    table: Table

    def note(self, printed: Printed) -> None:
        self.table.put(*_print(printed.edition, printed.list), printed)

    def noted(self, lists: Collection[tuple[Language, str]]) -> Collection[Printed]:
        places = (_print(edition, name) for edition, name in lists)
        values = self.table.get_many(places, consistent=False)
        return [Printed.model_validate_json(value) for value in values]


def _print(edition: Language, name: str) -> tuple[str, str]:
    return f"printed#{edition}#{name}", "rankings"


@dataclass
class DynamoStories:
    """The stories that are live, remembered for as long as one may."""

    table: Table
    clock: Clock
    known: dict[tuple[str, Language], tuple[datetime, Card | None]] = field(default_factory=dict)
    newest: dict[tuple[Language, str], tuple[datetime, Sequence[Card]]] = field(
        default_factory=dict
    )

    def cards(
        self, stories: Collection[str], edition: Language, age: timedelta
    ) -> Mapping[str, Card]:
        now = self.clock()
        if len(self.known) > MOST_KNOWN:
            self.known.clear()
        asked = [one for one in stories if not self._is_known(one, edition, now, age)]
        places = ((f"stands#{story}", edition) for story in asked)
        values = self.table.get_many(places, consistent=False)
        entries = {one.story: one for one in map(Entry.model_validate_json, values)}
        for story in asked:
            card = entries[story].card if story in entries else None
            self.known[story, edition] = now, card
        found = {story: self.known[story, edition][1] for story in stories}
        return {story: card for story, card in found.items() if card}

    def latest(self, edition: Language, name: str, count: int) -> Sequence[Card]:
        now = self.clock()
        read, cards = self.newest.get((edition, name), (None, ()))
        age = AGE_OF_LATEST if len(cards) >= count else AGE_OF_FEW
        if read is None or now - read > age:
            entries = DynamoLists(self.table).newest(ListName(edition, name), count)
            cards = [entry.card for entry in entries if entry.card]
            self.newest[edition, name] = now, cards
        return cards

    def _is_known(self, story: str, edition: Language, now: datetime, age: timedelta) -> bool:
        if (story, edition) not in self.known:
            return False
        read, card = self.known[story, edition]
        return now - read <= (age if card else min(age, AGE_OF_ABSENT))
