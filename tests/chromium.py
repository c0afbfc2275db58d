"""Debian's Chromium without a window, which reaches nothing but this machine."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.debian import installed

NAMES = ("chromium", "chromium-browser", "google-chrome")
# Debian's wrapper adds flags and keys of its own.
BEHIND_THE_WRAPPER = Path("/usr/lib/chromium/chromium")
FLAGS = (
    "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
    "--disable-component-update", "--disable-default-apps", "--disable-domain-reliability",
    "--disable-sync", "--disable-breakpad", "--disable-extensions", "--no-first-run", "--no-pings",
    "--no-default-browser-check", "--metrics-recording-only", "--mute-audio", "--hide-scrollbars",
    "--password-store=basic", "--use-mock-keychain", "--force-color-profile=srgb",
    "--font-render-hinting=none",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
)  # fmt: skip


@contextmanager
def chromium(*flags: str) -> Iterator[Browser]:
    """A browser; Debian's Chromium is installed where there is none."""
    program = next(filter(None, map(shutil.which, NAMES)), "") or installed(NAMES[0], NAMES[0])
    binary = BEHIND_THE_WRAPPER if BEHIND_THE_WRAPPER.exists() else Path(program)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=binary,
            args=[*FLAGS, *flags],
            chromium_sandbox=os.geteuid() != 0,  # as root it refuses to start with one
        )
        yield browser
        browser.close()
