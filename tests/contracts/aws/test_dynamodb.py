"""DynamoDB: conditions, consistent reads in order, and the limits that we live within."""

from typing import Any

import pytest

from tests.contracts.account import Account, eventually, known_gap, refused


@pytest.fixture
def dynamodb(cloud: Account) -> Any:
    return cloud.client("dynamodb")


def an_item(pk: str, sk: str, **numbers: int) -> dict[str, Any]:
    return {"pk": {"S": pk}, "sk": {"S": sk}, **{n: {"N": str(v)} for n, v in numbers.items()}}


def test_an_item_is_put_once_where_it_must_be_new(dynamodb: Any, table: str) -> None:
    put = {
        "TableName": table,
        "Item": an_item("once", "1"),
        "ConditionExpression": "attribute_not_exists(pk)",
    }
    dynamodb.put_item(**put)
    with refused("ConditionalCheckFailedException"):
        dynamodb.put_item(**put)


def test_a_condition_compares_numbers_and_a_refused_put_changes_nothing(
    dynamodb: Any, table: str
) -> None:
    def put(revision: int, stands: int) -> None:
        dynamodb.put_item(
            TableName=table,
            Item=an_item("compare", "1", revision=revision, stands=stands),
            ConditionExpression="attribute_not_exists(pk)"
            " OR (revision <= :revision AND stands <= :stands)",
            ExpressionAttributeValues={
                ":revision": {"N": str(revision)},
                ":stands": {"N": str(stands)},
            },
        )

    put(9, 1)
    put(10, 1)  # as text, "10" would come before "9"
    with refused("ConditionalCheckFailedException"):
        put(9, 2)
    key = an_item("compare", "1")
    answer = dynamodb.get_item(TableName=table, Key=key, ConsistentRead=True)
    assert answer["Item"]["revision"] == {"N": "10"}


def test_a_partition_is_read_in_the_order_of_the_bytes_of_its_sort_keys(
    dynamodb: Any, table: str
) -> None:
    names = ["2026-10", "2026-11", "B", "a", "é", "نهر"]
    for name in reversed(names):
        dynamodb.put_item(TableName=table, Item=an_item("order", name))
    found: list[str] = []
    start: dict[str, Any] = {}
    while True:
        answer = dynamodb.query(
            TableName=table, ConsistentRead=True, Limit=4, KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": {"S": "order"}}, **start,
        )  # fmt: skip
        found += [item["sk"]["S"] for item in answer["Items"]]
        if "LastEvaluatedKey" not in answer:
            break
        start = {"ExclusiveStartKey": answer["LastEvaluatedKey"]}
    assert found == names


@pytest.mark.parametrize(
    ("condition", "found"),
    [("begins_with(sk, :x)", ["2026-11-24", "2026-11-03"]), ("sk < :x", ["2026-10-31"])],
)
def test_a_partition_is_read_backwards_from_a_bound_or_under_a_prefix(
    dynamodb: Any, table: str, condition: str, found: list[str]
) -> None:
    for name in ("2026-10-31", "2026-11-03", "2026-11-24", "2026-12-01"):
        dynamodb.put_item(TableName=table, Item=an_item("bound", name))
    answer = dynamodb.query(
        TableName=table, ConsistentRead=True, ScanIndexForward=False,
        KeyConditionExpression=f"pk = :pk AND {condition}",
        ExpressionAttributeValues={":pk": {"S": "bound"}, ":x": {"S": "2026-11"}},
    )  # fmt: skip
    assert [item["sk"]["S"] for item in answer["Items"]] == found


@pytest.fixture(scope="module")
def long_items(cloud: Account, table: str) -> list[dict[str, Any]]:
    """The keys of 50 items of almost 400 KB."""
    keys = [an_item("long", f"{number:02}") for number in range(50)]
    for key in keys:
        cloud.client("dynamodb").put_item(
            TableName=table, Item=key | {"value": {"S": "x" * 390_000}}
        )
    return keys


def test_a_page_of_a_query_is_a_megabyte(
    dynamodb: Any, table: str, long_items: list[dict[str, Any]]
) -> None:
    page = dynamodb.query(
        TableName=table, KeyConditionExpression="pk = :pk",
        ExpressionAttributeValues={":pk": {"S": "long"}}, ConsistentRead=True,
    )  # fmt: skip
    assert 0 < len(page["Items"]) < 4
    assert page["LastEvaluatedKey"] == long_items[len(page["Items"]) - 1]


@known_gap("answers a batch whole, however large it is")
def test_a_batch_of_more_than_16_megabytes_leaves_keys_for_the_next_call(
    dynamodb: Any, table: str, long_items: list[dict[str, Any]]
) -> None:
    asked = {table: {"Keys": long_items, "ConsistentRead": True}}
    answer = dynamodb.batch_get_item(RequestItems=asked)
    left = answer["UnprocessedKeys"][table]
    assert left["ConsistentRead"] is True
    assert len(left["Keys"]) + len(answer["Responses"][table]) == 50


@pytest.mark.parametrize(
    "keys",
    [
        [an_item("twice", "1"), an_item("twice", "1")],
        [an_item("many", str(number)) for number in range(101)],
    ],
    ids=["twice the same", "more than 100"],
)
def test_a_batch_that_is_never_right_is_refused(
    dynamodb: Any, table: str, keys: list[dict[str, Any]]
) -> None:
    with refused("ValidationException"):
        dynamodb.batch_get_item(RequestItems={table: {"Keys": keys}})


def test_an_item_is_at_most_400_kilobytes(dynamodb: Any, table: str) -> None:
    with refused("ValidationException"):
        dynamodb.put_item(
            TableName=table, Item=an_item("long", "x") | {"value": {"S": "x" * 410_000}}
        )


@pytest.mark.parametrize(("pk", "sk"), [("p", "s" * 1025), ("p" * 2049, "s"), ("p", "")])
def test_a_key_is_never_empty_nor_longer_than_it_may_be(
    dynamodb: Any, table: str, pk: str, sk: str
) -> None:
    """The longest partition key of ours is `wish#` and a key of S3, 1,029 bytes."""
    with refused("ValidationException"):
        dynamodb.put_item(TableName=table, Item=an_item(pk, sk))


def _set(dynamodb: Any, table: str, word: str, **names: Any) -> None:
    dynamodb.update_item(
        TableName=table,
        Key=an_item("words", "1"),
        UpdateExpression=f"SET {word} = :one",
        ExpressionAttributeValues={":one": {"N": "1"}},
        **names,
    )


@pytest.mark.parametrize(
    "word", ["value", "name", pytest.param("size", marks=known_gap("does not know all of them"))]
)
def test_a_reserved_word_may_stand_in_no_expression(dynamodb: Any, table: str, word: str) -> None:
    with refused("ValidationException"):
        _set(dynamodb, table, word)


@pytest.mark.parametrize("word", ["revision", "stands", "expires", "pk", "sk"])
def test_the_words_of_our_expressions_are_not_reserved(
    dynamodb: Any, table: str, word: str
) -> None:
    if word in {"pk", "sk"}:
        dynamodb.put_item(
            TableName=table, Item=an_item("words", "2"),
            ConditionExpression=f"attribute_not_exists({word})",
        )  # fmt: skip
        dynamodb.delete_item(TableName=table, Key=an_item("words", "2"))
    else:
        _set(dynamodb, table, word)


def test_an_attribute_says_when_an_item_may_be_forgotten(dynamodb: Any, table: str) -> None:
    dynamodb.update_time_to_live(
        TableName=table,
        TimeToLiveSpecification={"AttributeName": "expires", "Enabled": True},
    )
    said = eventually(
        lambda: dynamodb.describe_time_to_live(TableName=table)["TimeToLiveDescription"],
        lambda one: one["TimeToLiveStatus"] in {"ENABLED", "ENABLING"},
    )
    assert said["AttributeName"] == "expires"
