"""What the template says of the distribution, as the CloudFront API tells it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast
from urllib.parse import unquote

import botocore.exceptions

from infra.local.edge.cache import Headers, Life, Pick, Policy, fits

ERROR_TTL = 10


@dataclass(frozen=True)
class Behavior:
    """What holds for the addresses that fit the pattern."""

    pattern: str
    policy: Policy
    compress: bool
    viewer_request: str | None
    viewer_response: str | None
    bucket: str
    origin_path: str


@dataclass(frozen=True)
class Distribution:
    """One distribution, read once: a changed one needs a restart."""

    id: str
    domain: str
    behaviors: tuple[Behavior, ...]
    error_ttls: Mapping[int, int]
    tag_header: str
    functions: Mapping[str, str]
    client: Callable[[str], Any]

    def behavior(self, path: str) -> Behavior:
        return next(one for one in self.behaviors if fits(one.pattern, path))

    def error_life(self, status: int) -> Life:
        """How long an error of the origin is kept."""
        return Life(self.error_ttls.get(status, ERROR_TTL))

    def origin_says(self, behavior: Behavior, uri: str) -> tuple[int, Headers]:
        """Status and headers of the object, which the viewer-response function hides."""
        key = unquote(behavior.origin_path + uri).lstrip("/")
        try:
            answer = self.client("s3").head_object(Bucket=behavior.bucket, Key=key)
        except botocore.exceptions.ClientError as error:
            return error.response["ResponseMetadata"]["HTTPStatusCode"], {}
        return 200, answer["ResponseMetadata"]["HTTPHeaders"]

    def invalidations(self) -> list[str]:
        """The ids of all that were ever made; the emulator gives them on one page."""
        listed = self.client("cloudfront").list_invalidations(DistributionId=self.id)
        return [one["Id"] for one in listed["InvalidationList"].get("Items", ())]

    def invalidated(self, invalidation: str) -> list[str]:
        found = self.client("cloudfront").get_invalidation(DistributionId=self.id, Id=invalidation)[
            "Invalidation"
        ]["InvalidationBatch"]["Paths"]
        return cast("list[str]", found.get("Items", []))


def read_distribution(client: Callable[[str], Any], id_: str) -> Distribution:
    """`client` gives a boto3 client by its service's name."""
    cloudfront = client("cloudfront")
    found = cloudfront.get_distribution(Id=id_)["Distribution"]
    config = found["DistributionConfig"]
    origins = {one["Id"]: one for one in config["Origins"]["Items"]}
    described = [*_items(config, "CacheBehaviors"), config["DefaultCacheBehavior"]]
    behaviors = tuple(_behavior(cloudfront, one, origins) for one in described)
    return Distribution(
        id=id_,
        domain=found["DomainName"],
        behaviors=behaviors,
        error_ttls={
            one["ErrorCode"]: one.get("ErrorCachingMinTTL", ERROR_TTL)
            for one in _items(config, "CustomErrorResponses")
        },
        tag_header=config.get("CacheTagConfig", {}).get("HeaderName", "").lower(),
        functions={
            name: cloudfront.get_function(Name=name, Stage="LIVE")["FunctionCode"].read().decode()
            for one in behaviors
            for name in (one.viewer_request, one.viewer_response)
            if name
        },
        client=client,
    )


def _items(about: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    return cast("list[dict[str, Any]]", about.get(name, {}).get("Items", []))


def _behavior(cloudfront: Any, about: Mapping[str, Any], origins: Mapping[str, Any]) -> Behavior:
    origin = origins[about["TargetOriginId"]]
    functions = {
        one["EventType"]: one["FunctionARN"].rsplit("/", 1)[-1]
        for one in _items(about, "FunctionAssociations")
    }
    policy = cloudfront.get_cache_policy(Id=about["CachePolicyId"])["CachePolicy"]
    return Behavior(
        pattern=about.get("PathPattern", "*"),
        policy=_policy(policy["CachePolicyConfig"]),
        compress=about.get("Compress", False),
        viewer_request=functions.get("viewer-request"),
        viewer_response=functions.get("viewer-response"),
        bucket=origin["DomainName"].partition(".s3.")[0],
        origin_path=origin.get("OriginPath", ""),
    )


def _policy(config: Mapping[str, Any]) -> Policy:
    keys = config["ParametersInCacheKeyAndForwardedToOrigin"]

    def pick(part: str, name: str) -> Pick:
        about = keys[f"{part}sConfig"]
        behavior = cast("Literal['none', 'whitelist', 'allExcept', 'all']", about[name])
        names = about.get("Headers" if part == "Header" else f"{part}s", {}).get("Items", ())
        return Pick(behavior, frozenset(map(str.lower, names) if part == "Header" else names))

    return Policy(
        min_ttl=config["MinTTL"],
        default_ttl=config["DefaultTTL"],
        max_ttl=config["MaxTTL"],
        gzip=keys["EnableAcceptEncodingGzip"],
        headers=pick("Header", "HeaderBehavior"),
        cookies=pick("Cookie", "CookieBehavior"),
        queries=pick("QueryString", "QueryStringBehavior"),
    )
