"""What template.yaml promises."""

import importlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from shared import settings
from shared.aws.leases import LEASE
from shared.news.keys import PICTURE_ENDINGS, XLIFF_ENDINGS
from shared.translation.breaker import FIRST, PROBE
from shared.wiring.translate import MOST_SECONDS, RESERVE_SECONDS
from tests.house.template import (
    ROOT,
    environment,
    function_property,
    referred,
    resources,
    template,
)

FUNCTIONS = resources("AWS::Serverless::Function")
QUEUES = resources("AWS::SQS::Queue")
ALL_RULES = resources("AWS::Events::Rule")
RULES = {name: rule for name, rule in ALL_RULES.items() if not name.endswith("MailRule")}
ROLES = resources("AWS::IAM::Role")
ALARMS = resources("AWS::CloudWatch::Alarm")
OF_ALL_FUNCTIONS = ["ErrorsAlarm", "ThrottlesAlarm", "DurationAlarm"]

LOG_DELIVERY = {
    "logs:CreateLogDelivery",
    "logs:GetLogDelivery",
    "logs:UpdateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:DescribeResourcePolicies",
    "logs:DescribeLogGroups",
}
"""What a state machine needs for its log; AWS knows no resources for these."""
NAMELESS = LOG_DELIVERY | {"translate:TranslateText", "translate:ListTerminologies"}


def verb(function: str) -> str:
    return function.removesuffix("Function").lower()


def statements(role: dict[str, Any]) -> list[dict[str, Any]]:
    return [s for policy in role["Policies"] for s in policy["PolicyDocument"]["Statement"]]


def queues_of(function: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in function.get("Events", {}).values() if one["Type"] == "SQS"]


def window(mapping: dict[str, Any]) -> tuple[int, int]:
    """How long its function waits for a batch to fill, on AWS and locally."""
    seconds = mapping.get("MaximumBatchingWindowInSeconds", {"Fn::If": ["OnAws", 0, 0]})
    on_aws, locally = seconds["Fn::If"][1:]
    return on_aws, locally


def schedules_of(function: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in function.get("Events", {}).values() if "Schedule" in one["Type"]]


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_each_folder_of_functions_is_one_lambda_and_the_other_way_round() -> None:
    folders = {path.parent.name for path in (ROOT / "functions").glob("*/handler.py")}
    assert {verb(name) for name in FUNCTIONS} == folders


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_handler_is_where_the_template_says(name: str) -> None:
    module, _, function = FUNCTIONS[name]["Handler"].rpartition(".")
    assert module == f"functions.{verb(name)}.handler"
    assert callable(getattr(importlib.import_module(module), function))


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_is_given_exactly_the_settings_that_it_reads(name: str) -> None:
    fields = settings.VERBS[verb(name)].model_fields
    theirs = ("POWERTOOLS_", "PYDANTIC_")
    given = {one for one in environment(FUNCTIONS[name]) if not one.startswith(theirs)}
    assert given == {field.upper() for field in fields}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_has_a_role_and_logs_of_its_own(name: str) -> None:
    role, logs = referred(FUNCTIONS[name]["Role"]), FUNCTIONS[name]["LoggingConfig"]["LogGroup"]
    assert (role, referred(logs)) == (
        name.replace("Function", "Role"),
        name.replace("Function", "Logs"),
    )
    others = [other for other in FUNCTIONS if other != name]
    assert role not in {referred(FUNCTIONS[other]["Role"]) for other in others}


@pytest.mark.parametrize("name", resources("AWS::Logs::LogGroup"))
def test_logs_are_not_kept_for_ever(name: str) -> None:
    assert resources("AWS::Logs::LogGroup")[name]["RetentionInDays"]


@pytest.mark.parametrize("name", ROLES)
def test_a_role_names_its_actions_and_resources(name: str) -> None:
    for statement in statements(ROLES[name]):
        assert not [action for action in as_list(statement["Action"]) if "*" in action]
        nameless = set(as_list(statement["Action"])) <= NAMELESS
        assert nameless or "*" not in as_list(statement["Resource"])


@pytest.mark.parametrize("name", [name for name in QUEUES if name.endswith("Queue")])
def test_a_queue_has_dead_letters_that_last(name: str) -> None:
    letters = referred(QUEUES[name]["RedrivePolicy"]["deadLetterTargetArn"])
    assert letters == name.replace("Queue", "DeadLetters")
    assert QUEUES[letters]["MessageRetentionPeriod"] == 14 * 24 * 3600
    assert QUEUES[letters]["SqsManagedSseEnabled"]
    assert QUEUES[name]["SqsManagedSseEnabled"]


def test_every_queue_is_a_queue_or_its_dead_letters() -> None:
    queues = {name.removesuffix("Queue") for name in QUEUES if name.endswith("Queue")}
    letters = {name.removesuffix("DeadLetters") for name in QUEUES if name.endswith("DeadLetters")}
    assert queues == letters
    assert len(QUEUES) == 2 * len(queues)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_message_stays_invisible_for_six_times_the_function_s_timeout_and_its_wait(
    name: str,
) -> None:
    for source in queues_of(FUNCTIONS[name]):
        mapping = source["Properties"]
        shortest = 6 * function_property(FUNCTIONS[name], "Timeout") + window(mapping)[0]
        assert QUEUES[referred(mapping["Queue"])]["VisibilityTimeout"] >= shortest


def test_leases_outlive_the_function_and_engines_leave_it_time() -> None:
    timeout = function_property(FUNCTIONS["TranslateFunction"], "Timeout")
    assert LEASE.total_seconds() > timeout >= MOST_SECONDS + RESERVE_SECONDS
    assert MOST_SECONDS < PROBE.total_seconds() < FIRST.total_seconds()


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_fails_message_by_message_and_only_counting_waits_for_a_batch(name: str) -> None:
    for source in queues_of(FUNCTIONS[name]):
        mapping = source["Properties"]
        assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
        workers = mapping["ScalingConfig"]["MaximumConcurrency"]
        on_aws, locally = workers["Fn::If"][1:] if isinstance(workers, dict) else (workers, 2)
        assert on_aws >= locally >= 2
        waits = 60 if name == "CountFunction" else 0
        assert window(mapping) == (waits, 0)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_retries_and_then_keeps_what_it_could_not_deliver(name: str) -> None:
    for target in RULES[name]["Targets"]:
        assert target["RetryPolicy"]["MaximumEventAgeInSeconds"] == 24 * 3600
        queue, letters = referred(target["Arn"]), referred(target["DeadLetterConfig"]["Arn"])
        assert letters == queue.replace("Queue", "DeadLetters")


@pytest.mark.parametrize("name", RULES)
def test_a_rule_may_send_to_its_queue_and_to_its_dead_letters(name: str) -> None:
    for target in RULES[name]["Targets"]:
        queue = referred(target["Arn"])
        policy = resources("AWS::SQS::QueuePolicy")[f"{queue}Policy"]
        (statement,) = policy["PolicyDocument"]["Statement"]
        senders = {referred(arn) for arn in statement["Condition"]["ArnEquals"]["aws:SourceArn"]}
        assert name in senders
        assert {referred(arn) for arn in statement["Resource"]} == {
            queue,
            referred(target["DeadLetterConfig"]["Arn"]),
        }


def test_only_what_cloudfront_delivers_for_the_distribution_is_counted() -> None:
    told = resources("AWS::S3::Bucket")["LogBucket"]["NotificationConfiguration"]
    ((how,),) = told.values()
    assert (referred(how["Queue"]), how["Event"]) == ("CountQueue", "s3:ObjectCreated:*")
    (rule,) = how["Filter"]["S3Key"]["Rules"]
    prefix = "AWSLogs/${AWS::AccountId}/CloudFront/${Distribution}."
    assert rule == {"Name": "prefix", "Value": {"Fn::Sub": prefix}}


def test_buckets_of_the_account_and_nobody_else_may_send_to_the_queue_of_counting() -> None:
    (statement,) = resources("AWS::SQS::QueuePolicy")["CountQueuePolicy"]["PolicyDocument"][
        "Statement"
    ]
    assert statement["Principal"] == {"Service": "s3.amazonaws.com"}
    assert referred(statement["Resource"]) == "CountQueue"
    account = {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}
    assert statement["Condition"] == {"StringEquals": account}
    assert template()["Resources"]["LogBucket"]["DependsOn"] == "CountQueuePolicy"


@pytest.mark.parametrize("name", sorted(ALL_RULES.keys() - RULES.keys()))
def test_a_mail_is_tried_for_a_day_and_names_the_receipt(name: str) -> None:
    (target,) = ALL_RULES[name]["Targets"]
    assert target["RetryPolicy"]["MaximumEventAgeInSeconds"] == 24 * 3600
    assert target["InputTransformer"]["InputPathsMap"]["receipt"] == "$.detail.receipt"
    (statement,) = resources("AWS::SNS::TopicPolicy")["DeskTopicPolicy"]["PolicyDocument"][
        "Statement"
    ]
    senders = statement["Condition"]["ArnEquals"]["aws:SourceArn"]
    assert name in {referred(arn) for arn in senders}


@pytest.mark.parametrize("name", resources("AWS::S3::Bucket"))
def test_a_bucket_is_private_encrypted_and_kept(name: str) -> None:
    bucket = template()["Resources"][name]
    properties = bucket["Properties"]
    assert set(properties["PublicAccessBlockConfiguration"].values()) == {True}
    assert properties["OwnershipControls"] == {
        "Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]
    }
    assert properties["BucketEncryption"]
    assert (bucket["DeletionPolicy"], bucket["UpdateReplacePolicy"]) == ("Retain", "Retain")


@pytest.mark.parametrize("name", ["NewsroomBucket", "SiteBucket"])
def test_content_keeps_its_earlier_versions(name: str) -> None:
    bucket = resources("AWS::S3::Bucket")[name]
    assert bucket["VersioningConfiguration"] == {"Status": "Enabled"}


def test_readers_addresses_are_forgotten_after_two_days() -> None:
    bucket = resources("AWS::S3::Bucket")["LogBucket"]
    assert "VersioningConfiguration" not in bucket  # else they would go on as earlier versions
    (rule, _) = bucket["LifecycleConfiguration"]["Rules"]
    assert rule == {"Id": "raw-logs", "Status": "Enabled", "ExpirationInDays": 2}


def test_the_table_is_kept_and_can_be_put_back_to_any_minute() -> None:
    table = template()["Resources"]["Table"]
    assert (table["DeletionPolicy"], table["UpdateReplacePolicy"]) == ("Retain", "Retain")
    assert table["Properties"]["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"]


def test_readers_reach_the_site_bucket_through_the_distribution_alone() -> None:
    (distribution,) = resources("AWS::CloudFront::Distribution").values()
    (origin,) = distribution["DistributionConfig"]["Origins"]
    assert referred(origin["OriginAccessControlId"]) == "OriginAccess"
    policy = resources("AWS::S3::BucketPolicy")["SiteBucketPolicy"]["PolicyDocument"]
    allowed = [one for one in policy["Statement"] if one.get("Effect") == "Allow"]
    assert [one["Principal"] for one in allowed] == [{"Service": "cloudfront.amazonaws.com"}]
    assert "${Distribution}" in str(allowed[0]["Condition"]["StringEquals"]["aws:SourceArn"])


def test_the_function_that_uploads_wake_writes_no_uploads() -> None:
    detail = ALL_RULES["UploadRule"]["EventPattern"]["detail"]
    woken_by = {one["prefix"] for one in detail["object"]["key"]}
    written = {
        arn["Fn::Sub"].removeprefix("${NewsroomBucket.Arn}/")
        for statement in statements(ROLES["IngestRole"])
        if "s3:PutObject" in as_list(statement["Action"])
        for arn in as_list(statement["Resource"])
    }
    assert written
    assert not [path for path in written for prefix in woken_by if path.startswith(prefix)]


def test_no_lifecycle_rule_ends_what_an_editor_uploaded() -> None:
    for rule in resources("AWS::S3::Bucket")["NewsroomBucket"]["LifecycleConfiguration"]["Rules"]:
        assert "ExpirationInDays" not in rule
        if "NoncurrentVersionExpiration" in rule:
            assert rule["Prefix"] in {"receipts/", "translations/"}


def test_the_pseudo_translator_is_never_allowed_by_default() -> None:
    assert template()["Parameters"]["PseudoTranslator"]["Default"] == "false"


@pytest.mark.parametrize(
    ("function", "file"),
    [("ViewerRequest", "viewer-request.js"), ("ViewerResponse", "viewer-response.js")],
)
def test_the_edge_runs_the_code_of_infra_cdn(function: str, file: str) -> None:
    code = resources("AWS::CloudFront::Function")[function]["FunctionCode"]
    assert code == (ROOT / "infra/cdn" / file).read_text(), f"copy {file} into template.yaml"


def test_no_page_may_run_what_is_not_the_site_s_own() -> None:
    (policy,) = resources("AWS::CloudFront::ResponseHeadersPolicy").values()
    security = policy["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
    rules = security["ContentSecurityPolicy"]["ContentSecurityPolicy"]["Fn::Sub"]
    said = dict(rule.strip().partition(" ")[::2] for rule in rules.split(";"))
    assert "unsafe" not in rules
    assert said.pop("default-src") == "'none'"
    assert said.pop("require-trusted-types-for") == "'script'"
    assert said.pop("media-src") == "'self' ${MediaHosts}"
    assert said.pop("img-src") == "'self' data:"
    assert set(said.values()) == {"'self'", "'none'"}


@pytest.mark.parametrize(
    ("hosts", "allowed"),
    [
        ("", True),
        ("https://video.example.org", True),
        ("https://video.example.org:8443 https://*.example.net", True),
        ("https:", False),
        ("*", False),
        ("http://video.example.org", False),
        ("https://video.example.org; script-src *", False),
        ("https://video.example.org 'unsafe-inline'", False),
    ],
)
def test_media_hosts_add_nothing_but_hosts(hosts: str, allowed: bool) -> None:
    pattern = template()["Parameters"]["MediaHosts"]["AllowedPattern"]
    assert bool(re.fullmatch(pattern, hosts)) is allowed


@pytest.mark.parametrize("name", ALARMS)
def test_an_alarm_says_which_page_to_open_and_tells_somebody(name: str) -> None:
    alarm = ALARMS[name]
    _, _, page = alarm["AlarmDescription"].rpartition(" docs/RUNBOOK.md#")
    assert alarm["AlarmName"]["Fn::Sub"].startswith(f"${{AWS::StackName}}-{page}")
    assert [referred(topic) for topic in alarm["AlarmActions"]] == ["AlarmsTopic"]
    assert alarm["TreatMissingData"] in {"breaching", "notBreaching"}


@pytest.mark.parametrize("name", [name for name in QUEUES if name.endswith("DeadLetters")])
def test_dead_letters_raise_an_alarm(name: str) -> None:
    alarm = ALARMS[f"{name}Alarm"]
    (dimension,) = alarm["Dimensions"]
    assert referred(dimension["Value"]) == name
    assert (alarm["MetricName"], alarm["Threshold"], alarm["ComparisonOperator"]) == (
        "ApproximateNumberOfMessagesVisible",
        0,
        "GreaterThanThreshold",
    )


@pytest.mark.parametrize(
    "name", [name for name, function in FUNCTIONS.items() if schedules_of(function)]
)
def test_a_function_on_a_schedule_that_is_silent_raises_an_alarm(name: str) -> None:
    alarm = ALARMS[name.replace("Function", "SilentAlarm")]
    assert (alarm["MetricName"], alarm["ComparisonOperator"], alarm["TreatMissingData"]) == (
        "Invocations",
        "LessThanThreshold",
        "breaching",
    )
    assert referred(alarm["Dimensions"][0]["Value"]) == name


@pytest.mark.parametrize("name", OF_ALL_FUNCTIONS)
def test_errors_throttles_and_long_runs_of_every_function_raise_an_alarm(name: str) -> None:
    watched = [
        one["MetricStat"]["Metric"] for one in ALARMS[name]["Metrics"] if "MetricStat" in one
    ]
    assert {metric["MetricName"] for metric in watched} == {name.removesuffix("Alarm")}
    assert {referred(metric["Dimensions"][0]["Value"]) for metric in watched} == set(FUNCTIONS)


def test_long_runs_are_measured_against_each_function_s_own_timeout() -> None:
    expressions = [one.get("Expression", "") for one in ALARMS["DurationAlarm"]["Metrics"]]
    measured = {
        function.strip(): int(percent)
        for expression in expressions
        if " / " in expression
        for functions, percent in [expression.removeprefix("MAX([").split("]) / ")]
        for function in functions.split(",")
    }
    assert measured == {
        verb(name): function_property(function, "Timeout") * 1000 / 100
        for name, function in FUNCTIONS.items()
    }


def test_the_dashboard_shows_every_queue_and_every_function() -> None:
    (dashboard,) = resources("AWS::CloudWatch::Dashboard").values()
    body = dashboard["DashboardBody"]["Fn::Sub"]
    assert json.loads(body)["widgets"]
    assert {name for name in FUNCTIONS if f'"${{{name}}}"' in body} == set(FUNCTIONS)
    assert {name for name in QUEUES if f'"${{{name}.QueueName}}"' in body} == set(QUEUES)


def test_a_rebuild_tries_each_part_again_bounds_its_workers_and_forgives_no_part() -> None:
    (machine,) = resources("AWS::StepFunctions::StateMachine").values()
    text, workers = machine["DefinitionString"]["Fn::Sub"]
    on_aws, locally = workers["Workers"]["Fn::If"][1:]
    assert on_aws > locally >= 2
    step = json.loads(text.replace("${Workers}", str(on_aws)))["States"]["Step"]
    assert step["ItemProcessor"]["ProcessorConfig"]["Mode"] == "DISTRIBUTED"
    assert not [name for name in step if name.startswith("Tolerated")]
    part = step["ItemProcessor"]["States"]["Part"]
    (retry,) = part["Retry"]
    assert retry["ErrorEquals"] == ["States.ALL"]
    assert retry["BackoffRate"] > 1
    states = part["Branches"][0]["States"]
    (given_back,) = states[states["Publish"]["Next"]]["Choices"]
    assert given_back["Variable"] == "$.Payload.batchItemFailures[0]"
    assert states[given_back["Next"]]["Type"] == "Fail"


def test_the_machine_of_a_rebuild_calls_publish_and_reads_its_own_files_alone() -> None:
    found = {
        action: statement["Resource"]
        for statement in statements(ROLES["RebuildRole"])
        for action in statement["Action"]
    }
    assert found["lambda:InvokeFunction"] == {"Fn::GetAtt": "PublishFunction.Arn"}
    assert found["s3:GetObject"] == {"Fn::Sub": "${NewsroomBucket.Arn}/rebuild/*"}


@pytest.mark.parametrize(
    ("desk", "language"), [("EnglishDesk", "en"), ("ArabicDesk", "ar"), ("SpanishDesk", "es")]
)
def test_a_desk_may_write_its_own_language_and_pictures_and_read_what_it_is_told(
    desk: str, language: str
) -> None:
    policy = resources("AWS::IAM::ManagedPolicy")[desk]["PolicyDocument"]
    write, read, find, where = policy["Statement"]
    written = {arn["Fn::Sub"].removeprefix("${NewsroomBucket.Arn}/") for arn in write["Resource"]}
    pictures = {f"inbox/*{ending}" for ending in PICTURE_ENDINGS}
    texts = {f"inbox/*.{language}{ending}" for ending in (".md", *XLIFF_ENDINGS)}
    assert {one.lower() for one in written} == {*texts, *pictures}
    assert set(write["Action"]) == {"s3:GetObject", "s3:PutObject", "s3:DeleteObject"}
    assert read["Action"] == ["s3:GetObject"]
    assert {arn["Fn::Sub"] for arn in read["Resource"]} == {
        "${NewsroomBucket.Arn}/receipts/*",
        "${NewsroomBucket.Arn}/translations/*",
    }
    assert find["Condition"]["StringLike"]["s3:prefix"] == [
        "inbox/*",
        "receipts/*",
        "translations/*",
    ]
    assert where["Action"] == ["s3:GetBucketLocation"]


def test_cloudformation_would_accept_the_template() -> None:
    linter = Path(sys.executable).with_name("cfn-lint")
    finished = subprocess.run(
        [str(linter), str(ROOT / "template.yaml")],
        env={"PATH": os.defpath, "AWS_DEFAULT_REGION": "us-east-1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (finished.returncode, finished.stdout) == (0, "")
