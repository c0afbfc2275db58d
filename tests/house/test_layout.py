"""Where things are, and that the locks agree."""

import ast
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UNIT = ROOT / "tests/unit"
# What is tested elsewhere, and where.
ELSEWHERE = {
    "aws": "contracts",
    "web": "contracts",
    "wiring": "handlers",
    "settings": "house",
    "telemetry": "handlers",
}


def behaves(module: Path) -> bool:
    """Whether a module has functions of its own, beside the methods that a port only names."""
    return any(isinstance(node, ast.FunctionDef) for node in ast.parse(module.read_text()).body)


MODULES = [
    path.relative_to(ROOT / "shared").with_suffix("")
    for path in sorted((ROOT / "shared").rglob("*.py"))
    if path.stem != "__init__" and behaves(path)
]


def imported(test: Path) -> set[str]:
    """The modules that a test imports, or imports from."""
    names = set[str]()
    for node in ast.walk(ast.parse(test.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_module_has_its_test_at_the_same_place(module: Path) -> None:
    """`test_<module>.py` in the same folder of tests/unit, or a test there that imports it."""
    elsewhere = ELSEWHERE.get(module.parts[0])
    if elsewhere:
        assert list((ROOT / "tests" / elsewhere).rglob("test_*.py"))
        return
    folder, name = UNIT / module.parent, ".".join(("shared", *module.parts))
    assert (folder / f"test_{module.name}.py").exists() or any(
        name in imported(test) for test in folder.glob("test_*.py")
    ), f"no tests/unit/{module.parent}/test_{module.name}.py"


@pytest.mark.parametrize("folder", [path for path in UNIT.rglob("*/") if list(path.glob("test_*"))])
def test_a_folder_of_unit_tests_mirrors_a_package(folder: Path) -> None:
    place = folder.relative_to(UNIT)
    assert (ROOT / "shared" / place).is_dir() or (ROOT / "infra" / place).is_dir()


def locked(file: str) -> dict[str, str]:
    """Each package with its pin and hashes."""
    text = (ROOT / file).read_text().replace("\\\n", "")
    lines = (line.split() for line in text.splitlines())
    return {" ".join(w for w in words if "--hash" not in w): " ".join(words) for words in lines}


def test_the_layer_gets_what_the_tests_ran_with() -> None:
    developers = locked("requirements.lock")
    for pin, line in locked("infra/package/requirements.txt").items():
        assert developers.get(pin) == line


@pytest.mark.parametrize(
    "file", ["requirements.lock", "requirements-node.lock", "infra/package/requirements.txt"]
)
def test_a_lock_pins_and_hashes_everything_and_names_no_place(file: str) -> None:
    for pin, line in locked(file).items():
        assert re.match(r"[a-z0-9-]+==\S+", pin)
        assert "--hash=sha256:" in line
        assert "://" not in line


def test_the_lock_of_the_audits_tools_does_the_same() -> None:
    lock = json.loads((ROOT / "tests/audit/package-lock.json").read_text())
    for path, package in lock["packages"].items():
        assert "resolved" not in package
        assert not path or "integrity" in package


def test_no_module_has_a_name_that_says_nothing() -> None:
    banned = {"utils", "util", "helpers", "helper", "common", "manager", "service", "base", "misc"}
    modules = [
        p for folder in ("functions", "shared", "infra") for p in (ROOT / folder).rglob("*.py")
    ]
    assert not [path for path in modules if path.stem in banned or path.parent.name in banned]
