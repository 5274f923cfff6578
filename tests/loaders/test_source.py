from __future__ import annotations

import codecs
import os

import pytest

from loaders.files import read_file
from loaders.nodes import Items, Map, entries, join, place_of, points_of
from loaders.problems import Refused
from loaders.source import decode, parse

DROPPED = "YAML drops the text from this # on; put the whole text in quotes"


def refusal(text: str | bytes) -> list[tuple[int, int, str]]:
    """Line, column and sentence of everything the reader refuses."""
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(Refused) as refused:
        parse(decode(data, "f.yaml"), "f.yaml")
    return [(p.place.line, p.place.column, p.message) for p in refused.value.problems]


def accepted(text: str | bytes) -> Map:
    data = text.encode() if isinstance(text, str) else text
    return parse(decode(data, "f.yaml"), "f.yaml")


def test_every_scalar_stays_the_text_that_was_typed():
    typed = ["no", "on", "12:30", "0777", "1_000", "0x1F", "1e5", ".nan", "2024-04-29", "=", "y"]
    found = accepted("a:\n" + "".join(f"  - {word}\n" for word in typed) + "~: b \n'null': '~'\n")
    assert found == {"a": typed, "~": "b", "null": "~"}


def test_every_node_knows_its_line_and_column():
    found = accepted("a:\n  - {b: c}\n  - d\n")
    items = found["a"]
    assert isinstance(items, Items)
    first, _ = items
    assert isinstance(first, Map)
    assert list(found.keys_at()) == [("a", (1, 1))]
    assert list(found.points()) == [(items.line, items.column)] == [(2, 3)]
    assert list(items.points()) == [(first.line, first.column), (3, 5)] == [(2, 5), (3, 5)]
    assert (list(first.keys_at()), list(first.points())) == ([("b", (2, 6))], [(2, 9)])


@pytest.mark.parametrize("written", ["\ufeffa: b\n", "a: b\r\n", "a: b\r", "# c\r\n\na: b\n"])
def test_a_byte_order_mark_and_any_line_ends_are_accepted(written):
    assert accepted(written) == {"a": "b"}


@pytest.mark.parametrize(
    "written",
    [
        'a: "Issue # 5"  # so\n',
        "a: # so\n  b\n",
        "a: [b, c]  # so\n",
        "a: [b, # so\n  c]\n",
        "a: >-  # so\n  b # c\n",
        "a: b#c\n",
        "a: {b: 'c'}  # so\n# so\n",
        "a:\n  [\n    b,\n  ]\n",
        'a: "b\n c"\n',
        "a:\n  - {\n      b: c,\n    }\n",
        "a:\n  b: 'c\n \n    d'\n",
        "a: {b: 'c\nd'}\n".replace("\n", "\n  ", 1),
        "a: [“b”, “c”, “d, e]\n",
        "a: ['“b', c”]\n",
        "a:\n  b: {c: d}\n  e: f\n",
    ],
)
def test_comments_and_values_that_go_on_are_accepted_where_they_are_told_apart(written):
    assert list(accepted(written)) == ["a"]


@pytest.mark.parametrize("typed", ["b. \n", "b. \n\n", "b.   \n"])
def test_a_blank_at_the_end_of_a_folded_text_is_forgiven(typed):
    assert accepted(f"a: >-\n  some\n  {typed}") == {"a": "some b."}


def test_the_joiners_of_persian_and_emoji_are_accepted():
    assert accepted("a: پیام\u200cرسان 👨\u200d👩\n") == {"a": "پیام\u200cرسان 👨\u200d👩"}


@pytest.mark.parametrize(
    ("text", "place_and_words"),
    [
        ("a: 1\na: 2\n", (2, 1, '"a" is given twice, first on line 1; keep one')),
        ('a: 1\n"a": 2\n', (2, 1, '"a" is given twice, first on line 1; keep one')),
        (
            "a: &co news\n",
            (1, 4, 'the anchor "&co" is not allowed; quote text that starts with &'),
        ),
        (
            "a: *bold*\n",
            (1, 4, "text that starts with * or & must be in quotes"),
        ),
        (
            "a: *co\n",
            (1, 4, 'the alias "*co" is not allowed; write the value out, or quote it'),
        ),
        ("a: {b: http://[::1}\n", (1, 15, "a { is not closed, or text inside it needs quotes")),
        ("a: {<<: b}\n", (1, 5, "merge keys (<<) are not allowed; write the values out")),
        (
            "a: !!python/object/apply:os.system [x]\n",
            (
                1,
                4,
                'the tag "tag:yaml.org,2002:python/object/apply:os.system" is not allowed; '
                "quote text that starts with !",
            ),
        ),
        (
            "a: !Money 5\n",
            (1, 4, 'the tag "!Money" is not allowed; quote text that starts with !'),
        ),
        ("a: b\n---\nc: d\n", (2, 1, "a second document starts here; a file holds one")),
        ("%YAML 1.2\n---\na: b\n", (1, 1, "remove the % line; directives are not allowed")),
        ("a:\tb\n", (1, 3, "a tab; use spaces")),
        ("a: b\0\n", (1, 5, "the invisible character U+0000 (a control character); delete it")),
        (
            "a: \u202e000,81\n",
            (1, 4, _ := "the invisible character U+202E (right-to-left override); delete it"),
        ),
        ('a: "\\u202e000,81"\n', (1, 4, _)),
        ("a: b\u200bc\n", (1, 5, "the invisible character U+200B (zero width space); delete it")),
        ("a: b\u2028c\n", (1, 5, "the invisible character U+2028 (line separator); delete it")),
        ("? [a]\n: b\n", (1, 3, "a key must be plain text, not a list or a mapping")),
        ("a: \n", (1, 3, "no value here; write one, or delete the line")),
        ("a: ~\n", (1, 4, "no value here; write one, or delete the line")),
        ("-id: a\n", (1, 1, "a key cannot start with -; put a space after the -")),
        ("a: b #5\n", (1, 6, _ := f"{DROPPED}, or a comment on a line of its own")),
        ("a: Issue # 5\n", (1, 10, _)),
        ("a: 1  # 8000\n", (1, 7, _)),
        ("a: {b: 1 # 8000\n  }\n", (1, 10, _)),
        ("a:\n  - b\n  - c # d\n", (3, 7, _)),
        ('a: "value"# so\n', (1, 11, _ := "a comment needs a blank before its #")),
        ("a: 'value'#so\n", (1, 11, _)),
        ("a: ># comment\n  text\n", (1, 5, _)),
        ("a: |-# comment\n  text\n", (1, 6, _)),
        ("a: [b, c, ]#so\n", (1, 12, _)),
        ("a: [b,# so\n  c]\n", (1, 7, _)),
        ("a: {# so\n  b: c}\n", (1, 5, _)),
        ("a: {b: 'c',# so\n  d: e}\n", (1, 12, _)),
        ("a: [b, {c: d} ,# so\n  e]\n", (1, 16, _)),
        ("a: b\n  c # d\n", (2, 5, f"{DROPPED}, or a comment on a line of its own")),
        ("a: [“c , d”]\n", (1, 5, "“ opens no quotes in YAML, write \" or '")),
        ("a: {b: c, d e”}\n", (1, 15, "no value here; ” closes no quotes in YAML, write \" or '")),
        (
            "a: {b: 1,000}\n",
            (1, 13, "no value here; write the number without its comma, or delete the line"),
        ),
        ("a:\n  - \n", (2, 4, "no value here; write one, or delete the line")),
        ("a: b\nc: d\nc: e\n", (3, 1, '"c" is given twice, first on line 2; keep one')),
        ("a: {b: c, d, e: f}\n", (1, 12, "no value here; write one, or delete the line")),
        ("a: |+\n\n\nb: c\n", (1, 4, "no value here; write one, or delete the line")),
        ('a: "b\\rc"\n', (1, 4, "the invisible character U+000D (a control character); delete it")),
        (
            "%TAG ! !b\n---\na: b\n",
            (1, 1, "remove the % line; directives are not allowed"),
        ),
        ('"a\nb"\n', (1, 1, _start := "the file must start with a section such as `figures:`")),
        ("a\n", (1, 1, _start)),
        ("@a\n", (1, 1, "a value cannot start with this character; put it in quotes")),
        ("  \n", (0, 0, "the file is empty; an editor may be in the middle of saving it")),
        ("a: b\n--- *c\n", (2, 1, "a second document starts here; a file holds one")),
        (
            'a: "b\nc"\n',
            (2, 1, _ := "a value that goes on needs more blanks before it than its field"),
        ),
        ("a:\n  b: 'c\n  d'\n", (3, 1, _)),
        ("a: [b,\nc]\n", (2, 1, _)),
        ("a:\n  - {b: c,\n  d: e}\n", (3, 1, _)),
        ("a:\n  b: c\nd: 'e\nf'\n", (4, 1, _)),
        ('a: "b\n\tc"\n', (2, 1, "a tab; use spaces")),
        (
            "b: c\na:\u00a0284\n",
            (2, 3, "the blank after the : is U+00A0, no-break space; write an ordinary blank"),
        ),
        (
            "b: c\na:\u202f284\nd: e\n",
            (
                2,
                3,
                _ := "the blank after the : is U+202F, narrow no-break space; "
                "write an ordinary blank",
            ),
        ),
        ("a: {low:\u202f60, high: 90}\n", (1, 12, f"no value here; {_}")),
        (
            "a: “b: c”\n",
            (
                1,
                6,
                'a ": " inside unquoted text, or wrong indentation; '
                "“ opens no quotes in YAML, write \" or '",
            ),
        ),
        ("a: b: c\n", (1, 5, 'a ": " inside unquoted text, or wrong indentation')),
        ('a: "b\n', (1, 4, "a quotation mark is opened and never closed")),
        (
            'a: "b" c\n',
            (1, 8, _quote := "wrong indentation, or text after a closing quotation mark"),
        ),
        ('a: b\nc: "d：" e\n', (2, 9, _quote)),
        ('a: "\\q"\n', (1, 5, "unknown backslash escape; use '…' quotes or double the backslash")),
        ('a: "\\ud800"\n', (1, 7, "this \\u escape is not a character")),
        ("a: @b\n", (1, 4, "a value cannot start with this character; put it in quotes")),
        ("a: {?b: c}\n", (1, 5, "a value cannot start with ?; put it in quotes")),
        ("a: >\n \n  \n   \n # b\n", (1, 4, "no value here; write one, or delete the line")),
        ("a: |-\nb: c\n", (1, 4, "no value here; write one, or delete the line")),
        ("a: - b\n", (1, 4, "a list cannot start here; begin a new line, or quote the -")),
        ("a: ![x](http://h)\n", (1, 5, "text that starts with ! must be in quotes")),
        ("a: [b, c\n", (1, 4, "a [ is not closed, or text inside it needs quotes")),
        ("a: |x\n  b\n", (1, 5, "text after | or >; begin it on the next line")),
        (
            "a: b",
            (1, 5, "the last line has no line break: the file may be cut off; end it with one"),
        ),
        (
            "a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> x\n",
            (2, 1, "an unresolved merge conflict starts here; keep one side"),
        ),
        ("a: b\n\u00a0c: d\n", (2, 1, "a line starts with a no-break space; use ordinary spaces")),
        ("- a\n", (1, 1, "the file must start with a section such as `figures:`")),
        ("<!DOCTYPE html>\n", (1, 1, "this is a web page, not the data; get the file itself")),
        (
            "version https://git-lfs.github.com/spec/v1\n",
            (1, 1, "this is a Git LFS pointer, not the data; run `git lfs pull`"),
        ),
        ("", (0, 0, "the file is empty; an editor may be in the middle of saving it")),
    ],
)
def test_what_a_curator_never_means_is_refused_at_its_place(text, place_and_words):
    assert refusal(text) == [place_and_words]


@pytest.mark.parametrize(
    ("data", "place_and_words"),
    [
        (
            "a: b\n".encode("utf-16"),
            (1, 1, _ := "the file is saved as UTF-16 or UTF-32; save it as UTF-8"),
        ),
        (codecs.BOM_UTF16_BE + "a: b\n".encode("utf-16-be"), (1, 1, _)),
        (codecs.BOM_UTF32_LE + "a: b\n".encode("utf-32-le"), (1, 1, _)),
        (codecs.BOM_UTF32_BE + "a: b\n".encode("utf-32-be"), (1, 1, _)),
        (
            "a: b\nc: é\n".encode("latin-1"),
            (2, 4, "the byte 0xE9 is not UTF-8; save the file as UTF-8"),
        ),
        (b"a: \xc0\xaf\n", (1, 4, "the byte 0xC0 is not UTF-8; save the file as UTF-8")),
        (b"a: b\n\xe2\x82", (2, 1, "the byte 0xE2 is not UTF-8; save the file as UTF-8")),
        (b"\x1f\x8b\x08\0", (1, 2, "the byte 0x8B is not UTF-8; save the file as UTF-8")),
    ],
)
def test_another_encoding_is_refused_at_the_first_wrong_byte(data, place_and_words):
    assert refusal(data) == [place_and_words]


@pytest.mark.parametrize("opened", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused_and_the_process_lives(opened):
    (line, _, words), *_ = refusal("a:\n  " + opened * 100_000 + "\n")
    assert (line, words) == (2, "nested deeper than 12 levels")


def test_twelve_levels_are_accepted_and_no_more():
    assert accepted("a: " + "[" * 11 + "b" + "]" * 11 + "\n")
    assert refusal("a: " + "[" * 12 + "b" + "]" * 12 + "\n") == [
        (1, 15, "nested deeper than 12 levels")
    ]


def test_an_entry_has_at_most_sixty_fields_and_a_section_as_many_entries_as_there_are():
    keys = [f"k{number}" for number in range(70)]
    assert accepted("".join(f"{key}: a\n" for key in keys))
    assert accepted("a:\n" + "".join(f"  {key}: b\n" for key in keys))
    fields = [f"    {key}: c\n" for key in keys]
    assert accepted("a:\n  b:\n" + "".join(fields[:60]))
    assert refusal("a:\n  b:\n" + "".join(fields)) == [(63, 5, "one entry has more than 60 fields")]


def test_aliases_that_would_multiply_are_never_expanded():
    text = "a: &a [x, x]\n" + "".join(f"{k}: &{k} [*a, *a]\n" for k in "bcdefgh")
    assert len(refusal(text)) == 22


def test_an_entry_is_known_by_its_id_or_by_its_position_and_none_hides_another():
    figures = accepted("a: [{id: x}, {id: x}, {id: 9}, {id: ''}, {id: [y]}, z, {b: c}, {id: v}]\n")
    assert list(entries(figures["a"])) == ["x", "2", "3", "4", "5", "6", "7", "v"]
    assert entries(figures) == figures
    assert entries("abc") == {}


def test_a_place_is_that_of_what_is_there():
    root = accepted("a:\n  - b: [c, d]\n")
    paths = [(), ("a",), ("a", 0, "b", 1), ("a", 0, "x"), ("a", 0, "b", 1, "x")]
    places = [place_of("f.yaml", root, path) for path in paths]
    assert [(one.line, one.column) for one in places] == [(1, 1), (2, 3), (2, 12), (2, 5), (2, 12)]


def test_one_text_holds_at_most_20000_characters():
    assert accepted(f"a: {'x' * 20_000}\n")
    assert refusal(f"a: {'x' * 20_001}\n") == [(1, 4, "a text of 20001 characters; at most 20000")]


def test_reading_stops_after_a_hundred_faults():
    assert len(refusal("".join(f"a: {n}\n" for n in range(1000)))) == 100


def test_each_key_that_is_given_again_is_told_with_its_own_first():
    text = "a: 1\na: 2\nb: 3\na: 4\nb: 5\n"
    assert refusal(text) == [
        (line, 1, f'"{key}" is given twice, first on line {first}; keep one')
        for line, key, first in [(2, "a", 1), (4, "a", 1), (5, "b", 3)]
    ]


def test_what_two_sections_hold_keeps_its_place_beside_the_others():
    old, new = (accepted(text)["a"] for text in ("a: {b: c, d: e}\n", "a:\n  f: g\n"))
    assert isinstance(old, Map) and isinstance(new, Map)
    both = join(old, new, ["b"])
    assert both == {"d": "e", "f": "g"}
    assert list(both.keys_at()) == [("d", (1, 11)), ("f", (2, 3))]
    assert points_of(both) == {"d": (1, 14), "f": (2, 6)}
    first, more = (accepted(text)["a"] for text in ("a: [{id: b}, c]\n", "a:\n  - d\n"))
    assert isinstance(first, Items) and isinstance(more, Items)
    assert points_of(join(first, more, ["b"])) == {"1": (1, 14), "2": (2, 5)}


def test_all_faults_are_told_at_once():
    assert [line for line, *_ in refusal("a: &x 1\nb: !t 2\na: *x\nc:\n")] == [1, 2, 3, 3, 4]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda _: None, "the file does not exist; check the name and the folder"),
        (lambda path: path.mkdir(), "this is a folder, not a file; name the YAML file itself"),
        (os.mkfifo, "this is not an ordinary file; name the YAML file itself"),
        (
            lambda path: path.symlink_to("/dev/zero"),
            "this is not an ordinary file; name the YAML file itself",
        ),
        (
            lambda path: path.symlink_to(path),
            "the file cannot be opened: Too many levels of symbolic links",
        ),
        (
            lambda path: os.truncate(os.open(path, os.O_CREAT | os.O_WRONLY), 2**26 + 1),
            "the file is larger than 64 MiB; check that it is the right one",
        ),
    ],
)
def test_what_is_no_ordinary_file_is_refused_without_waiting(tmp_path, make, words):
    path = tmp_path / "f.yaml"
    make(path)
    with pytest.raises(Refused) as refused:
        read_file(path)
    assert [str(problem) for problem in refused.value.problems] == [f"f.yaml: error: {words}"]


def test_a_name_with_a_nul_is_refused():
    with pytest.raises(Refused) as refused:
        read_file("a\0b")
    assert refused.value.problems[0].message == "the file cannot be opened: embedded null byte"


def test_a_link_to_the_file_is_followed(tmp_path):
    (tmp_path / "real.yaml").write_bytes(b"a: b\n")
    (tmp_path / "f.yaml").symlink_to("real.yaml")
    assert read_file(tmp_path / "f.yaml") == b"a: b\n"
