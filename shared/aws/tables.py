"""DynamoDB: one table of items (pk, sk), read strongly consistent, written on conditions.

Values are stored as their JSON (`value`), beside the numbers that conditions need.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from botocore.client import BaseClient

from shared.aws.failures import calling
from shared.errors import Conflict, Unavailable
from shared.news.article import Entry
from shared.news.facts import Fact
from shared.news.language import LANGUAGES, Language
from shared.news.log import BrokenLog, Log
from shared.news.record import Record
from shared.pages.names import ListName

GAP_READS = 5
MOST_KEYS = 100
"""Of one BatchGetItem."""
NOT_OLDER = "attribute_not_exists(pk) OR revision <= :revision"
"""A condition on what stands: it is no newer than what is to be done to it."""

DynamoItem = dict[str, dict[str, Any]]


@dataclass
class Table:
    """The table, as the adapters below use it."""

    client: BaseClient
    name: str

    def items(
        self,
        pk: str,
        *,
        newest_first: bool = False,
        under: str = "",
        since: str = "",
        before: str = "",
        page: int = 1000,
        consistent: bool = True,
    ) -> Iterator[DynamoItem]:
        """The items of a partition in the order of their sort keys, read `page` at a time.

        `under` is a prefix of the sort keys, `since` an inclusive lower bound, `before` an
        exclusive upper one (only one of them).
        """
        condition, values = "pk = :pk", {":pk": {"S": pk}}
        if under:
            condition += " AND begins_with(sk, :under)"
            values[":under"] = {"S": under}
        if since:
            condition += " AND sk >= :since"
            values[":since"] = {"S": since}
        if before:
            condition += " AND sk < :before"
            values[":before"] = {"S": before}
        start: dict[str, DynamoItem] = {}
        while True:
            with calling("DynamoDB"):
                answer = self.client.query(
                    TableName=self.name,
                    KeyConditionExpression=condition,
                    ExpressionAttributeValues=values,
                    ConsistentRead=consistent,
                    ScanIndexForward=not newest_first,
                    Limit=page,
                    **start,
                )
            yield from answer["Items"]
            if "LastEvaluatedKey" not in answer:
                return
            start = {"ExclusiveStartKey": answer["LastEvaluatedKey"]}

    def get(self, pk: str, sk: str) -> str | None:
        """The JSON of an item's value."""
        with calling("DynamoDB"):
            answer = self.client.get_item(
                TableName=self.name, Key=_item(pk, sk, None, {}), ConsistentRead=True
            )
        return answer["Item"]["value"]["S"] if "Item" in answer else None

    def get_many(
        self, places: Iterable[tuple[str, str]], *, consistent: bool = True
    ) -> Iterator[str]:
        """The JSON of the values of these items, in any order; those that are there."""
        keys = [_item(pk, sk, None, {}) for pk, sk in places]
        for at in range(0, len(keys), MOST_KEYS):
            asked = {"Keys": keys[at : at + MOST_KEYS], "ConsistentRead": consistent}
            wanted = {self.name: asked}
            while wanted:
                with calling("DynamoDB"):
                    answer = self.client.batch_get_item(RequestItems=wanted)
                yield from (item["value"]["S"] for item in answer["Responses"][self.name])
                wanted = answer.get("UnprocessedKeys", {})

    def put(self, pk: str, sk: str, value: Record | None = None, **numbers: int) -> None:
        """Write an item whatever stands there."""
        with calling("DynamoDB"):
            self.client.put_item(TableName=self.name, Item=_item(pk, sk, value, numbers))

    def put_new(self, pk: str, sk: str, value: Record) -> None:
        """Write an item; raises Conflict where one stands."""
        with calling("DynamoDB"):
            self.client.put_item(
                TableName=self.name,
                Item=_item(pk, sk, value, {}),
                ConditionExpression="attribute_not_exists(pk)",
            )

    def put_over_passing(self, pk: str, sk: str, value: Record, **numbers: int) -> None:
        """Write an item; raises Conflict where one stands that does not expire."""
        with calling("DynamoDB"):
            self.client.put_item(
                TableName=self.name,
                Item=_item(pk, sk, value, numbers),
                ConditionExpression="attribute_not_exists(pk) OR attribute_exists(expires)",
            )

    def put_next(self, pk: str, sk: str, value: Record, revision: int, **numbers: int) -> None:
        """Write an item; raises Conflict unless the revision before it stands, or nothing."""
        with calling("DynamoDB"):
            self.client.put_item(
                TableName=self.name,
                Item=_item(pk, sk, value, {"revision": revision} | numbers),
                ConditionExpression="attribute_not_exists(pk) OR revision = :before",
                ExpressionAttributeValues={":before": {"N": str(revision - 1)}},
            )

    def put_not_older(self, pk: str, sk: str, value: Record, revision: int) -> None:
        """Write an item, unless one of a newer revision stands; then nothing is to be done."""
        try:
            with calling("DynamoDB"):
                self.client.put_item(
                    TableName=self.name,
                    Item=_item(pk, sk, value, {"revision": revision}),
                    ConditionExpression=NOT_OLDER,
                    ExpressionAttributeValues={":revision": {"N": str(revision)}},
                )
        except Conflict:
            return

    def delete(self, pk: str, sk: str) -> None:
        """Delete an item whatever stands there, if anything does."""
        with calling("DynamoDB"):
            self.client.delete_item(TableName=self.name, Key=_item(pk, sk, None, {}))

    def delete_not_newer(self, pk: str, sk: str, revision: int) -> None:
        """Delete an item, unless one of a newer revision stands."""
        try:
            with calling("DynamoDB"):
                self.client.delete_item(
                    TableName=self.name,
                    Key=_item(pk, sk, None, {}),
                    ConditionExpression=NOT_OLDER,
                    ExpressionAttributeValues={":revision": {"N": str(revision)}},
                )
        except Conflict:
            return


def _item(pk: str, sk: str, value: Record | None, numbers: Mapping[str, int]) -> DynamoItem:
    item: DynamoItem = {"pk": {"S": pk}, "sk": {"S": sk}}
    if value is not None:
        item["value"] = {"S": value.canonical().decode()}
    return item | {name: {"N": str(number)} for name, number in numbers.items()}


@dataclass
class DynamoArchive:
    """The logs: one partition each, facts numbered from 1."""

    table: Table

    def read(self, log: str) -> Log:
        for _ in range(GAP_READS):
            items = self.table.items(f"log#{log}")
            facts = tuple(Fact.model_validate_json(item["value"]["S"]) for item in items)
            try:
                return Log(log, facts)
            except BrokenLog:  # a query is not atomic: read again
                continue
        raise Unavailable(f"log {log} has a gap")

    def append(self, log: str, fact: Fact) -> None:
        self.table.put_new(f"log#{log}", f"{fact.number:08d}", fact)


def _place(published: datetime, story: str) -> str:
    return f"{published:%Y-%m-%dT%H:%M:%S.%f}#{story}"


@dataclass
class DynamoLists:
    """The lists: one partition each, entries by their frozen place."""

    table: Table

    def enter(self, entry: Entry) -> None:
        pk = f"list#{entry.edition}#{entry.list}"
        place = _place(entry.published, entry.story)
        self.table.put_not_older(pk, place, entry, entry.revision)

    def newest(
        self, which: ListName, live: int, before: tuple[datetime, str] | None = None
    ) -> tuple[Entry, ...]:
        read: list[Entry] = []
        bound = _place(*before) if before else ""
        page = 2 * live
        for item in self.table.items(self._pk(which), newest_first=True, before=bound, page=page):
            read.append(Entry.model_validate_json(item["value"]["S"]))
            live -= read[-1].card is not None
            if live == 0:
                break
        return tuple(read)

    def month(self, which: ListName, period: str) -> tuple[Entry, ...]:
        items = self.table.items(self._pk(which), newest_first=True, under=period)
        return tuple(Entry.model_validate_json(item["value"]["S"]) for item in items)

    def _pk(self, which: ListName) -> str:
        return f"list#{which.edition}#{which.name}"


@dataclass
class DynamoPeriods:
    """The months of a list whose archive page stands."""

    table: Table
    made: set[tuple[ListName, str]] = field(default_factory=set)

    def mark(self, which: ListName, period: str) -> None:
        if (which, period) not in self.made:  # a mark is never taken back
            self.table.put(self._pk(which), period)
            self.made.add((which, period))

    def marked(self, which: ListName) -> tuple[str, ...]:
        items = self.table.items(self._pk(which), newest_first=True)
        return tuple(item["sk"]["S"] for item in items)

    def _pk(self, which: ListName) -> str:
        return f"periods#{which.edition}#{which.name}"


@dataclass
class DynamoStands:
    """Which editions of a story stand."""

    table: Table

    def stand(self, entry: Entry) -> None:
        pk = f"stands#{entry.story}"
        self.table.put_not_older(pk, entry.edition, entry, entry.revision)

    def standing(self, story: str) -> Mapping[Language, Entry]:
        items = self.table.items(f"stands#{story}")
        entries = (Entry.model_validate_json(item["value"]["S"]) for item in items)
        return {entry.edition: entry for entry in entries}

    def cards(self, stories: Collection[str], edition: Language) -> Mapping[str, Entry]:
        found = self.table.get_many((f"stands#{story}", edition) for story in stories)
        entries = (Entry.model_validate_json(value) for value in found)
        return {entry.story: entry for entry in entries}


class Mark(Record):
    """The number of the fact up to which something is done."""

    revision: int


@dataclass
class DynamoFinished:
    """How far the pages of stories are known to be what the facts say."""

    table: Table

    def finish(self, story: str, revision: int) -> None:
        self._mark(story, "pages", revision)

    def finished(self, story: str) -> int:
        return self._marked(story, "pages")

    def renew(self, story: str, office: int) -> None:
        self._mark(story, "office", office)

    def renewed(self, story: str) -> int:
        return self._marked(story, "office")

    def _mark(self, story: str, what: str, number: int) -> None:
        self.table.put_not_older(f"finished#{story}", what, Mark(revision=number), number)

    def _marked(self, story: str, what: str) -> int:
        value = self.table.get(f"finished#{story}", what)
        return Mark.model_validate_json(value).revision if value else 0


@dataclass
class DynamoShows:
    """Which articles show which stories."""

    table: Table
    asked: set[tuple[str, str, Language]] = field(default_factory=set)

    def register(self, shown: str, story: str, edition: Language) -> None:
        request = (shown, story, edition)
        if request not in self.asked:  # a request is never taken back
            self.table.put(f"shows#{shown}", f"{story}#{edition}")
            self.asked.add(request)

    def pages(self, shown: str) -> tuple[tuple[str, Language], ...]:
        names = (item["sk"]["S"].split("#") for item in self.table.items(f"shows#{shown}"))
        return tuple(
            (story, next(code for code in LANGUAGES if code == edition)) for story, edition in names
        )


@dataclass
class DynamoWishes:
    """Which stories want which picture."""

    table: Table

    def wish(self, picture: str, story: str) -> None:
        self.table.put(f"wish#{picture}", story)

    def wishing(self, picture: str) -> tuple[str, ...]:
        return tuple(item["sk"]["S"] for item in self.table.items(f"wish#{picture}"))
