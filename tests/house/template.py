"""template.yaml as data, for the rules of the house."""

from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

ROOT = Path(__file__).parents[2]


class _Constructor(SafeConstructor):
    """Reads CloudFormation's tags (`!Ref x`) as mappings (`{"Ref": "x"}`)."""


def _tagged(constructor: SafeConstructor, suffix: str, node: Node) -> dict[str, Any]:
    value: Any
    if isinstance(node, ScalarNode):
        value = constructor.construct_scalar(node)
    elif isinstance(node, SequenceNode):
        value = constructor.construct_sequence(node, deep=True)
    else:
        assert isinstance(node, MappingNode)
        value = constructor.construct_mapping(node, deep=True)
    return {suffix if suffix in {"Ref", "Condition"} else f"Fn::{suffix}": value}


_Constructor.add_multi_constructor("!", _tagged)


@cache
def template() -> dict[str, Any]:
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _Constructor
    loaded: dict[str, Any] = yaml.load((ROOT / "template.yaml").read_text())
    return loaded


def resources(kind: str) -> dict[str, dict[str, Any]]:
    """Properties of all resources of one type, by logical id."""
    return {
        name: resource.get("Properties", {})
        for name, resource in template()["Resources"].items()
        if resource["Type"] == kind
    }


def function_property(function: dict[str, Any], name: str) -> Any:
    return function.get(name, template()["Globals"]["Function"].get(name))


def referred(value: Any) -> str:
    """The logical id in a !Ref, or in a !GetAtt without its attribute."""
    if "Ref" in value:
        return str(value["Ref"])
    return str(value["Fn::GetAtt"]).split(".")[0]


def environment(function: dict[str, Any]) -> set[str]:
    shared: dict[str, Any] = template()["Globals"]["Function"]["Environment"]["Variables"]
    return {*shared, *function.get("Environment", {}).get("Variables", {})}
