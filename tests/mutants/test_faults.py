"""The faults that `make mutants` puts in: each kind, where it is put, and what is left alone."""

from __future__ import annotations

import ast

import pytest

from tests.mutants.faults import put_in


def faults(body: str) -> list[str]:
    """The faults of a function with this body, in words."""
    return [fault.words for fault in put_in(f"def f(a, b):\n    {body}\n")]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("return a < b", ["a < b -> a <= b"]),
        ("return a and b", ["a and b -> a or b", "a and b -> b", "a and b -> a"]),
        ("return not a", ["not a -> a"]),
        ("return a - b", ["a - b -> a + b"]),
        ("return a[0]", ["a[0] -> a[1]"]),
        ("return a[1:]", ["1: -> :", "1: -> 2:"]),
        ("return a if b else a.c", ["a if b else a.c -> a", "a if b else a.c -> a.c"]),
        ("return a == 'key'", ["a == 'key' -> a != 'key'", "a == 'key' -> a == 'keyX'"]),
        ("return max(a, key=b)", ["max(a, key=b) -> max(a)", "max(a, key=b) -> min(a, key=b)"]),
        ("return sorted(a)", ["sorted(a) -> list(a)"]),
        ("return a.strip()", ["a.strip() -> a"]),
        ("return [one for one in a if one]", ["if one -> no if"]),
        ("return a, b", ["(a, b) -> (b,)", "(a, b) -> (a,)"]),
        ("a.append(b)", ["a.append(b) -> pass"]),
        ("a[b] = b", ["a[b] = b -> pass"]),
        ("if a: return b", ["if a: -> if True:", "if a: -> if False:"]),
    ],
)
def test_each_kind_of_fault_is_put_in(body: str, words: list[str]):
    assert faults(body) == words


@pytest.mark.parametrize(
    "body",
    [
        "return 'a message for a reader'",
        "return f'a{b}'",
        "'''What it is for.'''",
        "assert a < b",
        "c: dict[str, int] = a",
        "return zip(a, b, strict=True)",
    ],
)
def test_messages_notes_and_types_are_left_alone(body: str):
    assert faults(body) == []


def test_a_fault_is_named_by_the_outermost_function_and_taken_out_again():
    source = "class C:\n    def f(self):\n        return [lambda: 1]\n\nt = {1: lambda: 2}\n"
    found = [(fault.function, ast.unparse(fault.tree)) for fault in put_in(source)]
    plain = ast.unparse(ast.parse(source))
    assert found == [
        ("C.f", plain.replace("lambda: 1", "lambda: 2")),
        ("<lambda>", plain.replace("lambda: 2", "lambda: 3")),
    ]
