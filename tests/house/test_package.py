"""What the functions' zip holds."""

import os
import subprocess
from pathlib import Path

from tests.house.template import ROOT

MOST_BYTES = 2_000_000


def test_the_zip_of_a_function_is_our_code_alone_and_small(tmp_path: Path) -> None:
    subprocess.run(
        ["make", "-s", "-f", "infra/package/Makefile", "build-IngestFunction"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "ARTIFACTS_DIR": str(tmp_path)},
        check=True,
    )
    files = [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.parts[0] for path in files} == {"functions", "shared"}
    assert {path.suffixes[0] for path in files if path.suffix == ".pyc"} <= {".cpython-313"}
    assert sum((tmp_path / path).stat().st_size for path in files) < MOST_BYTES
