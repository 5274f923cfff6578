"""Texts that want to be more than text, and a ledger that has each of them in every text field.

Whatever runs sets `window.pwned`; whatever is fetched comes from `evil.example`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

PAYLOADS = (
    "<script>window.pwned=1</script>",
    "<img src=http://evil.example/img.png onerror=window.pwned=1>",
    "<svg onload=window.pwned=1><image href=http://evil.example/svg.png /></svg>",
    '"><script>window.pwned=1</script><x y="',
    "</script><script>window.pwned=1</script>",
    "</textarea></title></style><script>window.pwned=1</script>",
    "' onmouseover='window.pwned=1' x='",
    "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    "<style>*{display:none}</style>@import url(http://evil.example/a.css);",
    "<b>bold</b><br><i>italic</i><a href='http://evil.example/a'>link</a>",
    "<!-- gone --> <![CDATA[gone]]> <?gone?>",
    "&lt;img src=x onerror=window.pwned=1&gt; &amp; &#60;b&#62;",
    "[link](javascript:window.pwned=1)",
    "[link](data:text/html,<script>window.pwned=1</script>)",
    "[link]: http://evil.example/reference [link]",
    "![picture](http://evil.example/markdown.png)",
    "[![picture](http://evil.example/nested.png)](http://evil.example/nested)",
    "<http://evil.example/autolink> http://evil.example/a HTTPS://evil.example www.evil.example",
    "mailto:someone@evil.example someone@evil.example",
    "# no heading",
    "- no list",
    "1. no list",
    "> no quotation",
    "**no bold** __no bold__ _no italics_ ~~not struck~~ `no code`",
    "18*000*3 and a_b_c",
    "| no | table | --- |",
    "[^1] [^1]: no footnote [x] [ ]",
    ":red[red] :blue-background[x] :material/home: :material_home: :smile: :streamlit:",
    "a -> b <- c <-> d -- e >= f <= g ~= h",
    "$x^2$ $$\\frac{1}{2}$$ \\(x\\)",
    "\\*back\\slashes\\n \\",
    "%{customdata} %{x:.2f} %{hovertext}<extra>pwned</extra>",
    "{{ 7*7 }} {% raw %} ${7*7} #{7*7} <%= 7*7 %>",
    "%s %d %(name)s {0} {name!r}",
    '=HYPERLINK("http://evil.example/cell";"x")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "＝1+1",
    "'an apostrophe first",
    "\\textbf{x} \\input{/etc/passwd} {open @misc{x, title={y}} %gone",
    "../../etc/passwd %2e%2e%2f ?a=1&b=2#c",
    "constructor.__proto__.pwned",
)
JOINED = " · ".join(PAYLOADS)
"""All of them in one text, for what shows one record at a time."""
TEXTS = (*PAYLOADS, JOINED)
LAST = len(PAYLOADS)
"""The number of the joined text."""
HARMLESS = tuple(f"text {number}" for number in range(len(TEXTS)))
"""The same ledger with these shows what a page is like without payloads."""

URLS = (
    "https://example.org/a)![x](http://evil.example/url.png)",
    "https://example.org/'onmouseover='window.pwned=1",
    "https://example.org/?a=1&b=2%22%3E%3Cscript%3E#x",
    "https://example.org/_a_*b*$c$:red[d]",
    "https://example.org/%0d%0aSet-Cookie:x",
)
"""Addresses as far as the format lets them go."""

KINDS = (
    "during: 2024-01",
    "as_of: 2024-01-31",
    "during: 2024-01\n    per: day",
    "as_of: 2024-01-31\n    since: 2023-01",
)


def write_ledger(texts: Sequence[str] = TEXTS) -> str:
    """A file that loads, with each text in every text field.

    For each text there are two figures that answer one question, and a part of one whole.
    """
    sections = {
        "measures": ["  total: {label: Total, counts: people, definition: All.}"],
        "offences": [],
        "claimants": [],
        "units": ["  russia: {name: Russian forces}", "  ukraine: {name: Ukrainian forces}"],
        "articles": [],
        "figures": [WHOLE],
        "gaps": [],
        "events": [],
    }
    for number, text in enumerate(texts):
        for section, records in _write_records(number, text, len(texts)).items():
            sections[section] += records
    return "".join(f"{name}:\n{chr(10).join(lines)}\n" for name, lines in sections.items())


WHOLE = """\
  - id: whole
    claimant: c0
    measure: total
    unit: russia
    count: 900000
    during: 2024
    basis: estimate
    citations:
      - {article: a0}"""


def _write_records(number: int, text: str, texts: int) -> dict[str, list[str]]:
    """The records that hold one text, as lines of YAML."""
    url = URLS[number % len(URLS)]
    one, other = f"c{number}", f"c{(number + 1) % texts}"
    key = "".join(chr(ord("a") + int(digit)) for digit in str(number))
    article = {"language": "en", "url": url, "archived": url}
    article |= dict.fromkeys(("title", "outlet", "author", "repost_of"), text)
    article["outlet"] = text.replace(";", ",")
    return {
        "measures": [
            _entry(f"m_{key}", label=text, definition=text, counts="verdicts", legal=True)
        ],
        "offences": [_entry(f"o_{key}", label=text, definition=text)],
        "claimants": [_entry(one, name=text, kind="ngo", aliases=[text], url=url)],
        "units": [_entry(f"u{number}", name=text, parent="russia", echelon=text, aliases=[text])],
        "articles": [
            _entry(f"a{number}", published="2024-02", **article),
            _entry(f"b{number}", published="2024-03", **article),
        ],
        "figures": [
            _figure(f"one-{number}", one, number, key, text),
            _figure(f"other-{number}", other, number, key, text),
            _part(number, text),
        ],
        "gaps": [_gap(one, number, key, text)],
        "events": [_item(date=f"2024-01-{number % 28 + 1:02}", label=text, article=f"a{number}")],
    }


def _figure(id: str, claimant: str, number: int, key: str, text: str) -> str:
    printed = {"count": 7, "category": f"{text} too", "claimant": f"{text} too"}
    cited = {"locator": text, "via": [text], "printed": printed}
    return f"""\
  - id: {id}
    claimant: {claimant}
    measure: m_{key}
    offence: o_{key}
    unit: u{number}
    category: {_quoted(text)}
    place: {_quoted(text)}
    count: {1000 + number}
    {KINDS[number % len(KINDS)]}
    basis: estimate
    citations:
      - {_quoted({"article": f"a{number}", **cited})}
      - {_quoted({"article": f"b{number}", "locator": text})}
    disputed_by:
      - {_quoted({"claimant": f"{text} too", "article": f"b{number}", "note": text})}
    note: {_quoted(text)}"""


def _part(number: int, text: str) -> str:
    return f"""\
  - id: part-{number}
    claimant: c0
    measure: total
    unit: russia
    category: {_quoted(text)}
    count: {100 + number}
    during: 2024
    basis: estimate
    part_of: whole
    citations:
      - {{article: a{number}}}
    asserts:
      - {{percent: 50, of: whole, article: a{number}}}"""


def _gap(claimant: str, number: int, key: str, text: str) -> str:
    fields = {"measure": f"m_{key}", "offence": f"o_{key}", "unit": f"u{number}", "note": text}
    return _item(claimant=claimant, **fields, **{"from": "2024-06", "reason": "stopped"})


def _entry(key: str, **fields: Any) -> str:
    return f"  {key}: {_quoted(fields)}"


def _item(**fields: Any) -> str:
    return f"  - {_quoted(fields)}"


def _quoted(value: Any) -> str:
    """JSON is YAML, and says every character exactly."""
    return json.dumps(value, ensure_ascii=False)
