"""python -m tests.pictures: take the accepted pictures anew. Look at them before you commit."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.settle import IMPATIENT
from tests.pictures.take import ACCEPTED, PAGES, serve_fixed, take


def main() -> None:
    ACCEPTED.mkdir(exist_ok=True)
    for old in ACCEPTED.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        server = serve_fixed(Path(scratch))
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        page = browser.new_page()
        page.add_init_script(IMPATIENT)
        for address in PAGES:
            for name, picture in take(page, server, address):
                picture.quantize(256).save(ACCEPTED / name, optimize=True)
                print(name)
        browser.close()
        server.stop()


if __name__ == "__main__":
    main()
