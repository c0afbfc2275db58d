"""The layer as it ships: for Lambda's processor and Python, whatever machine built it."""

import re
import struct
from pathlib import Path

import pytest

from tests.house.template import ROOT, resources, template
from tests.runtime.conftest import make

pytestmark = pytest.mark.slow

AARCH64 = 183
MOST_BYTES = 250_000_000
GLOBALS = template()["Globals"]["Function"]


@pytest.fixture(scope="module")
def layer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make("build-DependenciesLayer", tmp_path_factory.mktemp("arm64") / "layer")


def machine(library: Path) -> int:
    """The processor in an ELF header."""
    head = library.read_bytes()[:20]
    assert head[:4] == b"\x7fELF"
    (found,) = struct.unpack_from("<H", head, 18)
    return int(found)


def test_every_wheel_is_for_the_runtime_and_the_processor_of_the_template(layer: Path) -> None:
    (promised,) = resources("AWS::Serverless::LayerVersion").values()
    assert promised["CompatibleArchitectures"] == GLOBALS["Architectures"] == ["arm64"]
    assert promised["CompatibleRuntimes"] == [GLOBALS["Runtime"]] == ["python3.13"]
    fits = re.compile(r"(py2|py3)-none-any|(cp313-cp313|cp3\d+-abi3)-manylinux[_0-9]+_aarch64")
    for wheel in layer.glob("python/*.dist-info/WHEEL"):
        tags = re.findall(r"^Tag: (.*)$", wheel.read_text(), re.MULTILINE)
        assert tags, wheel
        assert [tag for tag in tags if not fits.fullmatch(tag)] == [], wheel.parent.name


def test_every_library_is_machine_code_of_that_processor(layer: Path) -> None:
    libraries = [path for path in layer.rglob("*") if re.search(r"\.so(\.|$)", path.name)]
    assert len(libraries) > 10
    assert {machine(library) for library in libraries} == {AARCH64}


def test_every_dependency_is_in_it_once_as_it_is_locked(layer: Path) -> None:
    lock = (ROOT / "infra/package/requirements.txt").read_text()
    pins = re.findall(r"^([a-z0-9-]+)==(\S+)", lock, re.MULTILINE)
    locked = {f"{name.replace('-', '_')}-{version}" for name, version in pins}
    found = [path.stem.lower() for path in layer.glob("python/*.dist-info")]
    assert set(found) <= locked  # which names another version for each Python
    assert sorted(name.split("-")[0] for name in found) == sorted(
        {name.replace("-", "_") for name, _ in pins}
    )


def test_it_is_small_enough_for_lambda_and_holds_bytecode_of_the_runtime_alone(
    layer: Path,
) -> None:
    files = [path for path in layer.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < MOST_BYTES
    compiled = {path.suffixes[-2] for path in files if path.suffix == ".pyc"}
    assert compiled <= {".cpython-313"}
