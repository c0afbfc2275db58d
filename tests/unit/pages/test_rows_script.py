"""The script that fills the place of Most Read in articles, in a browser of a few lines."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[3] / "shared/pages/assets/rows.js"
BROWSER = """
const said = JSON.parse(process.argv[1]);
const told = { asked: [], rows: 'kept' };
const rows = {
  dataset: { rows: '/en/most-read-rows' },
  remove() { told.rows = 'gone'; },
  replaceChildren(...entries) { told.rows = entries; },
};
const list = said.entries && { children: said.entries };
global.document = { querySelector: () => (said.place ? rows : null) };
global.XMLHttpRequest = class {
  open(method, address) { told.asked.push(`${method} ${address}`); }
  send() {
    this.status = said.status;
    this.response = list === undefined ? null : { querySelector: () => list };
    told.type = this.responseType;
    this.onloadend();
  }
};
global.IntersectionObserver = class {
  constructor(act, how) { this.act = act; told.margin = how.rootMargin; }
  observe() { for (const near of said.near) this.act([{ isIntersecting: near }], this); }
  disconnect() { this.act = () => {}; }
};
require('vm').runInThisContext(require('fs').readFileSync(process.argv[2], 'utf8'));
process.stdout.write(JSON.stringify(told));
"""


def run(**said: Any) -> dict[str, Any]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    node = shutil.which("node", path=path) or "node"
    scene = {"place": True, "near": [True], "status": 200, "entries": ["one", "two"]} | said
    done = subprocess.run(
        [node, "-e", BROWSER, json.dumps(scene), str(SCRIPT)],
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_the_rows_come_once_when_the_reader_is_near() -> None:
    told = run(near=[False, True, True])
    assert told["asked"] == ["GET /en/most-read-rows"]
    assert told["rows"] == ["one", "two"]
    assert told["type"] == "document", "text would need a parser that trusted types forbid"


def test_nothing_is_asked_for_while_the_reader_is_far() -> None:
    told = run(near=[False, False])
    assert (told["asked"], told["rows"]) == ([], "kept")


@pytest.mark.parametrize(
    "answer", [{"status": 404}, {"status": 0, "entries": None}, {"entries": None}, {"entries": []}]
)
def test_where_no_rows_come_their_place_goes_and_the_link_stays(answer: dict[str, Any]) -> None:
    assert run(**answer)["rows"] == "gone"


def test_a_page_without_the_place_is_left_alone() -> None:
    assert run(place=False) == {"asked": [], "rows": "kept"}
