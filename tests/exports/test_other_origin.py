"""A page of another site in a real browser: it may read the data, and ask for a part of it."""

from __future__ import annotations

import pytest

from exports.downloads import DOWNLOADS
from tests.exports.conftest import serve_files

pytestmark = pytest.mark.browser

READ = """async ([url, headers]) => {
  const answer = await fetch(url, { headers });
  return [answer.status, (await answer.arrayBuffer()).byteLength, answer.headers.get("ETag")];
}"""


@pytest.fixture
def page(browser, tmp_path):
    (tmp_path / "index.html").write_text("<!doctype html><title>Another site</title>")
    with serve_files(tmp_path) as elsewhere:
        page = browser.new_page()
        page.goto(elsewhere + "index.html")
        yield page
        page.close()


@pytest.mark.parametrize("name", ["figures.csv", "figures.json", "datapackage.json"])
def test_it_reads_a_file_and_is_told_when_nothing_is_new(page, address, name):
    assert name in DOWNLOADS
    url = f"{address}/data/{name}"
    status, length, tag = page.evaluate(READ, [url, {}])
    assert (status, length > 1000) == (200, True)
    assert page.evaluate(READ, [url, {"If-None-Match": tag}])[0] == 304


def test_it_reads_a_part(page, address):
    url = f"{address}/data/figures.parquet"
    assert page.evaluate(READ, [url, {"Range": "bytes=0-3"}])[:2] == [206, 4]
    assert page.evaluate(READ, [url, {"Range": "bytes=-8"}])[:2] == [206, 8]
