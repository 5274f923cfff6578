"""What pandoc makes of our bibliographies, in Chicago and APA style, for a dozen kinds of article.

Chicago is pandoc's own; styles/apa.csl is that of the CSL project (its terms stand in it).
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pypandoc
import pytest

from exports.citations import list_articles, list_data, write_bibtex, write_csl
from loaders.load import read_ledger

FILE = """\
measures:
  left_unit: {label: Left their unit, counts: people, definition: Left.}
claimants:
  hur: {name: HUR, kind: state_body}
units:
  russia: {name: Russian forces}
  ukraine: {name: Ukrainian forces}
articles:
  person:
    outlet: Kyiv Independent
    url: https://example.org/1
    language: en
    title: Desertions double in a year
    author: ["Nowak, Anna"]
    read: 2026-11-28
    published: 2024-03-02
  two-persons:
    outlet: The Moscow Times
    url: https://example.org/2
    language: en
    title: Two wrote this
    author: ["Nowak, Anna", "Kos, Jan"]
    published: 2024-03-02
  cyrillic:
    outlet: Діло
    url: https://example.org/3
    language: uk
    title: Скільки військових пішли в СЗЧ
    author: ["Шевченко, Олена"]
    published: 2024-05
  no-date:
    outlet: Baza
    url: https://example.org/4
    language: ru
    title: Они ушли сами
    read: 2026-11-01
  no-author:
    outlet: BBC News
    url: https://example.org/5
    language: en
    title: No one is named here
    published: 2023-07-09
  no-title: {outlet: Astra, url: https://example.org/6, language: ru, published: 2023}
  body:
    outlet: ISW
    url: https://example.org/7
    language: en
    title: Campaign assessment
    author: ["Institute for the Study of War"]
    published: 2025-01-05
  body-with-comma:
    outlet: UN News
    url: https://example.org/8
    language: en
    title: A report
    author: Office of the Prosecutor General, Ukraine
    published: 2025-01-05
  repost:
    outlet: Meduza
    url: https://example.org/9
    language: ru
    title: Перепечатка
    published: 2024-02-01
    repost_of: The Insider
  kept-copy:
    outlet: Verstka
    url: https://example.org/10
    language: ru
    title: Kept
    published: 2024-02-01
    archived: https://archive.example/1
  signs:
    outlet: News & Views
    url: https://example.org/11?a=1&b=50%25_x#y
    language: en
    title: 100 % AWOL & $1_000
    published: 2024-02-01
  particle:
    outlet: Der Standard
    url: https://example.org/12
    language: de
    title: Deserteure
    author: ["van der Berg, Jan"]
    published: 2024-02-01
figures: []
"""
LEDGER = read_ledger(FILE.encode())
ARTICLES = list_articles(LEDGER, LEDGER.articles)
APA = Path("tests/exports/styles/apa.csl")

IN_CHICAGO = """\
“100 % AWOL & $1_000.” 2024. News & Views, February 1. https://example.org/11?a=1&b=50%25_x#y.
2023. Astra. https://example.org/6.
Berg, Jan van der. 2024. “Deserteure.” Der Standard, February 1. https://example.org/12.
Institute for the Study of War. 2025. “Campaign assessment.” ISW, January 5. https://example.org/7.
“Kept.” 2024. Verstka, February 1. https://example.org/10.
“No one is named here.” 2023. BBC News, July 9. https://example.org/5.
Nowak, Anna. 2024. “Desertions double in a year.” Kyiv Independent, March 2. https://example.org/1.
Nowak, Anna, and Jan Kos. 2024. “Two wrote this.” The Moscow Times, March 2. https://example.org/2.
Office of the Prosecutor General, Ukraine. 2025. “A report.” UN News, January 5. https://example.org/8.
“Они ушли сами.” n.d. Baza. Accessed November 1, 2026. https://example.org/4.
“Перепечатка.” 2024. Meduza, February 1. https://example.org/9.
Шевченко, Олена. 2024. “Скільки військових пішли в СЗЧ.” Діло, May. https://example.org/3.
"""
IN_APA = """\
Astra. (2023). https://example.org/6
Baza. (n.d.). Они ушли сами. Retrieved November 1, 2026, from https://example.org/4
BBC News. (2023, July 9). No one is named here. https://example.org/5
Berg, J. van der. (2024, February 1). Deserteure. Der Standard. https://example.org/12
Institute for the Study of War. (2025, January 5). Campaign assessment. ISW. https://example.org/7
Meduza. (2024, February 1). Перепечатка. https://example.org/9
News & Views. (2024, February 1). 100 % AWOL & $1_000. https://example.org/11?a=1&b=50%25_x#y
Nowak, A. (2024, March 2). Desertions double in a year. Kyiv Independent. https://example.org/1
Nowak, A., & Kos, J. (2024, March 2). Two wrote this. The Moscow Times. https://example.org/2
Office of the Prosecutor General, Ukraine. (2025, January 5). A report. UN News. https://example.org/8
Verstka. (2024, February 1). Kept. https://example.org/10
Шевченко, О. (2024, May). Скільки військових пішли в СЗЧ. Діло. https://example.org/3
"""


def cite(bibliography: bytes, ending: str, folder: Path, *style: str) -> set[str]:
    """The references that pandoc prints, of all that is in the bibliography."""
    file = folder / f"articles.{ending}"
    file.write_bytes(bibliography)
    command = [pypandoc.get_pandoc_path(), "--citeproc", f"--bibliography={file}", *style]
    said = subprocess.run(
        [*command, "--to=plain", "--wrap=none"],
        input="---\nnocite: '@*'\n---\n",
        capture_output=True,
        check=True,
        text=True,
    )
    assert said.stderr == ""
    return set(filter(None, said.stdout.splitlines()))


@pytest.mark.parametrize(
    ("style", "expected"), [((), IN_CHICAGO), ((f"--csl={APA}",), IN_APA)], ids=["Chicago", "APA"]
)
def test_articles_as_bibtex_are_cited_as_the_style_wants_it(style, expected, tmp_path):
    found = cite(write_bibtex(ARTICLES), "bib", tmp_path, *style)
    assert found == set(expected.splitlines())


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ((), "Nowak, Anna. 2024. “Desertions Double in a Year.” Kyiv Independent, March 2. "),
        ((f"--csl={APA}",), "Nowak, A. (2024, March 2). Desertions double in a year. "),
    ],
    ids=["Chicago", "APA"],
)
def test_articles_as_csl_json_are_cited_too(style, expected, tmp_path):
    found = cite(write_csl(ARTICLES), "json", tmp_path, *style)
    assert len(found) == len(ARTICLES)
    assert [line for line in found if line.startswith(expected)]


def test_the_data_is_cited_with_its_version(tmp_path):
    item = list_data(LEDGER, "Reported figures")
    (line,) = cite(write_bibtex([item]), "bib", tmp_path, f"--csl={APA}")
    version = f"(Version {LEDGER.short_version})"
    assert line.startswith("The maintainers of Desertion statistics. (n.d.). Reported figures")
    assert version in line
