"""The script that copies an article's address, in a browser of a few lines."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from shared.pages import assets

SCRIPT = Path(assets.__file__).parent / "assets" / assets.SCRIPT
BROWSER = """
const may = JSON.parse(process.argv[1]);
const told = { hidden: true, copied: [], said: '' };
const place = { set hidden(is) { told.hidden = is; } };
const status = { set textContent(text) { told.said = text; } };
const copy = { value: 'https://azimuth.example/en/a', dataset: { copied: 'Link copied' },
               parentElement: place, nextElementSibling: status };
const clipboard = { writeText: async (text) => { told.copied.push(text); } };
Object.defineProperty(global, 'navigator', { value: may ? { clipboard } : {} });
global.document = { querySelector: (what) => (what === '[data-copied]' ? copy : null) };
require('vm').runInThisContext(require('fs').readFileSync(process.argv[2], 'utf8'));
Promise.resolve(copy.onclick?.()).then(() => process.stdout.write(JSON.stringify(told)));
"""


def click(*, may_copy: bool) -> dict[str, Any]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    node = shutil.which("node", path=path) or "node"
    done = subprocess.run(
        [node, "-e", BROWSER, json.dumps(may_copy), str(SCRIPT)],
        capture_output=True,
        text=True,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_the_address_is_copied_and_that_is_said() -> None:
    assert click(may_copy=True) == {
        "hidden": False,
        "copied": ["https://azimuth.example/en/a"],
        "said": "Link copied",
    }


def test_where_the_browser_does_not_let_pages_copy_it_is_not_offered() -> None:
    assert click(may_copy=False) == {"hidden": True, "copied": [], "said": ""}
