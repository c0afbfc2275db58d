"""The script of the pages, in a browser of a few lines."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[3] / "shared/pages/assets/paper.js"
BROWSER = """
const said = JSON.parse(process.argv[1]);
const told = { asked: [], rows: 'kept' };
const rows = {
  dataset: { rows: '/en/most-read-rows' },
  remove() { told.rows = 'gone'; },
  replaceChildren(...entries) { told.rows = entries; },
};
const now = {
  dataset: { now: '/en/ticker' },
  replaceChildren(...entries) { told.now = entries; },
};
const fresh = {
  dataset: { latest: '/en/a/latest', says: 'Show new posts' },
  buttons: [],
  get firstChild() { return this.buttons[0]; },
  append(button) { this.buttons.push(button); },
  replaceChildren() { this.buttons = []; },
};
const posts = {
  textContent: 'old',
  replaceChildren(...children) { told.posts = children; },
  firstElementChild: { focus() { told.focused = this.tabIndex; } },
};
global.setInterval = (look) => { for (let n = said.posts.length; n > 0; n--) look(); };
const list = said.entries && { children: said.entries };
const places = { '[data-rows]': said.place && rows, '[data-now]': said.now && now,
  '[data-latest]': said.posts && fresh, '.posts': posts };
global.document = {
  hidden: Boolean(said.hidden),
  createElement: () => ({}),
  querySelector: (which) => places[which] || null,
};
global.XMLHttpRequest = class {
  open(method, address) { told.asked.push(`${method} ${address}`); }
  send() {
    this.status = said.status;
    const found = { children: said.entries, textContent: said.posts && said.posts.shift() };
    const answer = { querySelector: () => (said.posts ? found : list) };
    this.response = list === undefined || found.textContent === null ? null : answer;
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
if (said.posts) {
  told.told = fresh.buttons.map((one) => one.textContent);
  if (fresh.buttons.length) fresh.buttons[0].onclick();
  told.left = fresh.buttons.length;
}
process.stdout.write(JSON.stringify(told));
"""


def run(**said: Any) -> dict[str, Any]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    node = shutil.which("node", path=path) or "node"
    scene = {
        "place": True,
        "now": False,
        "near": [True],
        "status": 200,
        "entries": ["one", "two"],
    } | said
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


def test_what_is_happening_fills_its_line_at_once() -> None:
    told = run(place=False, now=True)
    assert told["asked"] == ["GET /en/ticker"]
    assert (told["now"], told["type"]) == (["one", "two"], "document")


def test_where_nothing_is_heard_of_it_the_line_stays_with_its_link() -> None:
    assert "now" not in run(place=False, now=True, status=404)


def test_new_posts_are_told_once_and_come_when_the_reader_asks() -> None:
    told = run(place=False, posts=["old", "new", "newer"])
    assert told["asked"] == 3 * ["GET /en/a/latest"]
    assert told["told"] == ["Show new posts"]
    assert (told["posts"], told["left"]) == (["one", "two"], 0)
    assert told["focused"] == -1, "the first post has the focus, and nothing else moved"


def test_new_posts_that_were_told_can_be_shown_though_the_line_breaks_meanwhile() -> None:
    told = run(place=False, posts=["new", None])
    assert (told["posts"], told["left"]) == (["one", "two"], 0)


def test_without_new_posts_nothing_is_told() -> None:
    told = run(place=False, posts=["old", "old"])
    assert (told["told"], "posts" in told) == ([], False)


def test_a_page_that_nobody_looks_at_asks_for_nothing() -> None:
    assert run(place=False, posts=["new"], hidden=True)["asked"] == []
