"""A curator edits in a real Chromium, from a new claim to a conflict; elsewhere nobody can."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from editing.block import Edit
from editing.disk import version_of
from editing.save import NotAllowed, policy_of_server, save
from tests.browser.server import Server
from tests.browser.settle import open_page, settle, wait_until_ready
from tests.editing.small import cut

pytestmark = pytest.mark.browser

ID = "idite-lesom-help-requests-2026-02"
OPEN = "/edit?token=printed"
FEW = cut(
    "hur-southern-military-district-2024-04",
    "hur-58-combined-arms-army-2024-04",
    "idite-lesom-2023-01",
)
"""What these tests need of the real file; test_edit_page.py goes through the whole of it."""
FOUND = "/by-source?claimant=idite-lesom&measure=help_requests&from=2026-02&to=2026-02"


@pytest.fixture(scope="module")
def editing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    environ = {"DESERTION_EDIT": "local", "DESERTION_EDIT_TOKEN": "printed"}
    server = Server(tmp_path_factory.mktemp("editing"), environ, FEW)
    yield server
    server.stop()


def choose(page: Page, label: str, words: str, line: str) -> None:
    """Choose in a list, and wait for the line it makes: a scroll or a new run closes the list."""
    field = page.get_by_label(label, exact=True)
    option = page.get_by_role("option", name=re.compile(words)).first
    wait_until_ready(page)
    field.evaluate("field => field.scrollIntoView({block: 'center'})")
    field.fill(words)
    page.wait_for_timeout(500)
    if not option.is_visible():
        field.fill("")
        field.fill(words)
    option.click()
    show_code(page, line)


def fill(page: Page, label: str, text: str, line: str) -> None:
    page.get_by_label(label, exact=True).fill(text)
    page.get_by_label(label, exact=True).press("Enter")
    show_code(page, line)


def show_code(page: Page, text: str) -> None:
    """What highlighting cuts into pieces is one text all the same."""
    expect(page.get_by_test_id("stCode").filter(has_text=text).first).to_be_visible()


def add_claim(page: Page) -> None:
    choose(page, "Claimant", "Idite Lesom", "claimant: idite-lesom")
    choose(page, "Measure", "Asked an aid group", "measure: help_requests")
    choose(page, "Unit", "Russian forces", "unit: russia")
    fill(page, "Count", "777", "count: 777")
    fill(page, "During", "2026-02", f"- id: {ID}")
    choose(page, "Basis", "Aid group log", "basis: aid_group_log")
    fill(page, "Address", "https://post.example/2026/03/claim", "url: https://post.example")
    fill(page, "Outlet", "Post", "outlet: Post")
    fill(page, "Published", "2026-03-02", "post-2026-03-02:")
    fill(page, "Language", "en", "language: en")


def change_in_the_text(page: Page, old: str, new: str) -> None:
    area = page.locator("textarea")
    expect(area).to_have_value(re.compile(old))
    area.fill(area.input_value().replace(old, new))
    area.press("Control+Enter")
    show_code(page, f"+    {new}")


@pytest.mark.long
def test_a_claim_is_added_seen_changed_through_a_conflict_and_found_in_the_csv(
    editing: Server, page: Page
) -> None:
    open_page(page, editing, OPEN)
    expect(page).to_have_url(editing.url + "/edit")
    page.get_by_role("link", name="About", exact=True).click()
    expect(page.locator("h1")).to_have_text("About")
    page.get_by_role("link", name="Edit", exact=True).click()
    expect(page.locator("h1")).to_have_text("Edit")
    add_claim(page)
    expect(page.get_by_text(re.compile("Idite Lesom reported 777 requests"))).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved.", exact=True).first).to_be_visible()

    page.get_by_role("link", name="Open figure").click()
    page.get_by_role("link", name="Change this figure").click()
    change_in_the_text(page, "count: 777", "count: 778")
    show_code(page, "-    count: 777")
    theirs = editing.data.read_text(encoding="utf-8").replace("count: 18000", "count: 18002", 1)
    editing.data.write_text(theirs, encoding="utf-8")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text(re.compile("was changed since it was read"))).to_be_visible()
    show_code(page, "+    count: 18002")
    assert editing.data.read_text(encoding="utf-8") == theirs
    page.get_by_role("button", name="Put mine on top").click()
    expect(page.get_by_role("button", name="Put mine on top")).to_have_count(0)
    saved = editing.data.read_text(encoding="utf-8")
    assert saved == theirs.replace("count: 777\n", "count: 778\n")
    assert ",778," in find_row(editing, page, "reported 778 requests")
    open_page(page, editing, FOUND)
    expect(page.get_by_text(re.compile("^1 of 4 figures"))).to_be_visible()


def find_row(editing: Server, page: Page, words: str) -> str:
    """The figure's line of the CSV, once the file has been quiet and is read again."""
    for _ in range(120):
        lines = editing.get("/data/figures.csv?claimant=idite-lesom").decode().splitlines()
        (row,) = [line for line in lines if line.startswith(ID)]
        if words in row:
            break
        page.wait_for_timeout(250)
    return row


ARTICLE = (
    "As many as 18,000 troops fled the Southern Military District by 29 April 2024, according to "
    "HUR. Frontelligence Insight says 7,777 men left the 20th division in 2024."
)


@pytest.mark.long
def test_a_pasted_article_is_corrected_in_edit_and_saved_with_all_that_it_claims(
    editing: Server, page: Page
) -> None:
    editing.data.write_bytes(FEW)  # another test changed the count of this claim
    open_page(page, editing, OPEN)
    page.get_by_role("link", name="Check", exact=True).click()
    page.get_by_label("A number, words, or a text", exact=True).fill(ARTICLE)
    page.get_by_role("button", name="Check", exact=True).click()
    page.get_by_text("Make a draft").click()
    page.get_by_label("Address of the text").fill("https://new.example/a?utm_source=x")
    page.get_by_label("Outlet", exact=True).fill("New Voice")
    page.get_by_label("Outlet", exact=True).press("Enter")
    show_code(page, "new-voice-undated")
    settle(page)  # a run that is on its way takes the button with it
    page.get_by_role("button", name="Correct and save it in Edit").click()
    expect(page.locator("h1")).to_have_text("Edit")
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_disabled()
    area = page.get_by_label("Articles, citations and figures", exact=True)
    area.fill(area.input_value().replace("to_be_named", "estimate"))
    area.press("Control+Enter")
    show_code(page, "basis: estimate")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved.", exact=True).first).to_be_visible()
    saved = editing.data.read_text(encoding="utf-8")
    # Another test of this file may have changed the claim's count meanwhile.
    assert re.search(
        r"\n      - \{article: new-voice-undated, printed: \{.*bound: up_to.*\}\}\n", saved
    )
    assert "\n      - {article: new-voice-undated}\n" in saved


@pytest.mark.long
def test_what_is_typed_stays_while_the_curator_looks_at_another_page(
    editing: Server, page: Page
) -> None:
    open_page(page, editing, OPEN)
    choose(page, "Claimant", "Idite Lesom", "claimant: idite-lesom")
    fill(page, "Count", "777", "count: 777")
    page.get_by_role("link", name="By source").click()
    expect(page.locator("h1")).to_have_text("By source")
    page.get_by_role("link", name="Edit", exact=True).click()
    show_code(page, "count: 777")
    expect(page.get_by_label("Count", exact=True)).to_have_value("777")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_fits_its_window_and_the_text_of_a_figure_is_set_like_code(
    editing: Server, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    open_page(page, editing, f"{OPEN}&id=hur-southern-military-district-2024-04")
    expect(page.locator("textarea")).to_have_css("font-family", "monospace")
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) <= 0


def test_with_editing_off_the_address_is_unknown_and_a_save_made_by_hand_is_refused(
    server: Server, browser: Browser
) -> None:
    page = browser.new_page()  # the console says that the page is unknown
    page.goto(server.url + "/edit")
    expect(page.get_by_text("Page not found")).to_be_visible()
    expect(page.get_by_role("link", name="Over time").first).to_be_attached()
    expect(page.get_by_role("link", name="Edit", exact=True)).to_have_count(0)
    page.close()
    before = server.data.read_bytes()
    edit = Edit("figures", "", key="hur-southern-military-district-2024-04")
    with pytest.raises(NotAllowed, match="editing is off"):
        save(server.data, [edit], version_of(before), policy_of_server("127.0.0.1", {}))
    assert server.data.read_bytes() == before
