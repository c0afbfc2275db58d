"""What CloudFront asks of its functions, for all of infra/cdn."""

import re
from pathlib import Path

import pytest

from tests.unit.cdn.edge import CDN

FUNCTIONS = sorted(CDN.glob("*.js"))
_COMMENTS = re.compile(r"//[^\n]*|'[^'\n]*'|/\^(?:\\.|[^/\n])+/i?")
_TOO_NEW = re.compile(
    r"=>|\?\.|\?\?|\.\.\.|`|\b(?:let|const|class|async|await|import|for\s*\([^;)]*\bof\b|eval|"
    r"new (?:Function|Map|Set)|require|setTimeout|XMLHttpRequest|fetch|replaceAll|at)\b"
)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda path: path.stem)
def test_a_function_is_small_and_written_in_what_every_runtime_knows(function: Path) -> None:
    code = function.read_text()
    assert len(code.encode()) < 10_000
    assert _TOO_NEW.findall(_COMMENTS.sub("", code)) == []
