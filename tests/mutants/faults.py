"""The small faults that are put into a module, one at a time: what `make mutants` tries.

Only what runs inside a function is changed: its code can be exchanged in a running process, where
a table or a class would have to be made again. Text with a space in it is left as it is, since
messages are asserted word for word; so are annotations and asserts, which tell the type checker
what the code knows.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from typing import Any

OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list"}
METHODS = {
    "startswith": "endswith",
    "endswith": "startswith",
    "partition": "rpartition",
    "rpartition": "partition",
    "fullmatch": "match",
    "match": "search",
    "search": "match",
}
LEFT_OUT = {"strip", "lstrip", "rstrip", "lower", "upper", "casefold", "capitalize"}
UNREAD = {"annotation", "returns", "decorator_list", "format_spec"}
"""Fields of a node that no fault is put into."""


@dataclass(frozen=True)
class Fault:
    """One change of one function."""

    function: str
    """Qualified name of the outermost function that it is in."""
    words: str
    """`a < b -> a <= b`."""
    tree: ast.Module
    """The whole module with it, until the next fault is asked for."""


def put_in(source: str) -> Iterator[Fault]:
    """The module with each fault in turn."""
    tree = ast.parse(source)
    for name, body in _functions(tree, ""):
        for owner, field, at, node in _places(body):
            for new in _variants(node):
                told = owner if _is_clearer(owner, node) else node
                before = _say(told)
                _put(owner, field, at, new)
                after = _say(new if told is node else told)
                yield Fault(name, f"{before} -> {after}", ast.fix_missing_locations(tree))
                _put(owner, field, at, node)


def _functions(node: ast.AST, above: str) -> Iterator[tuple[str, ast.AST]]:
    """Functions, methods and the lambdas of tables, by their name at run time."""
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield above + name, child
            case ast.ClassDef(name=name):
                yield from _functions(child, f"{above}{name}.")
            case ast.Lambda():
                yield f"{above}<lambda>", child
            case _:
                yield from _functions(child, above)


def _places(node: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """Every node below: its owner, the field and position it is in, and itself."""
    for field, value in ast.iter_fields(node):
        if field in UNREAD or isinstance(value, ast.arguments):
            continue
        many = isinstance(value, list)
        for at, child in enumerate(value if many else [value]):
            if isinstance(child, ast.AST) and not _is_left_alone(node, child):
                yield node, field, at if many else None, child
                yield from _places(child)


def _is_left_alone(owner: ast.AST, node: ast.AST) -> bool:
    match owner, node:
        case _, (ast.Assert() | ast.keyword(arg="strict") | ast.Expr(value=ast.Constant())):
            return True
        case ast.JoinedStr(), ast.Constant():
            return True
        case ast.Call(func=ast.Name(id="cast"), args=[first, *_]), _:
            return node is first
    return False


def _is_clearer(owner: ast.AST, node: ast.AST) -> bool:
    """Whether a fault is told by what a number or word stands in: `a[0] -> a[1]`."""
    return isinstance(node, ast.Constant) and not isinstance(owner, ast.Dict)


def _put(owner: ast.AST, field: str, at: int | None, node: ast.AST) -> None:
    if at is None:
        setattr(owner, field, node)
    else:
        getattr(owner, field)[at] = node


def _variants(node: Any) -> Iterator[ast.AST]:
    """What may stand in place of a node."""
    match node:
        case ast.Compare():
            for at, op in enumerate(node.ops):
                yield _with(node, ops=[*node.ops[:at], OTHER[type(op)](), *node.ops[at + 1 :]])
        case ast.BoolOp():
            yield _with(node, op=OTHER[type(node.op)]())
            for values in _without_one(node.values):
                yield _with(node, values=values) if len(values) > 1 else values[0]
        case ast.BinOp() if type(node.op) in OTHER:
            yield _with(node, op=OTHER[type(node.op)]())
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield node.operand
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value) | float(value)):
            yield ast.Constant(value + 1)
        case ast.Constant(value=str(value)) if re.fullmatch(r"[\w-]*", value):
            yield ast.Constant(value + "X")
        case ast.IfExp():
            yield from (node.body, node.orelse)
        case ast.If():
            yield from (_with(node, test=ast.Constant(value)) for value in (True, False))
        case ast.While():
            yield _with(node, test=ast.Constant(False))
        case ast.comprehension():
            yield from (_with(node, ifs=ifs) for ifs in _without_one(node.ifs))
        case ast.Tuple(ctx=ast.Load()) | ast.List(ctx=ast.Load()) | ast.Set():
            yield from (_with(node, elts=elts) for elts in _without_one(node.elts) if elts)
        case ast.Slice():
            yield from (
                _with(node, **{end: None}) for end in ("lower", "upper") if getattr(node, end)
            )
        case ast.Call():
            yield from _calls(node)
        case (
            ast.Expr() | ast.AugAssign() | ast.Raise() | ast.Delete() | ast.Break() | ast.Continue()
        ):
            yield ast.copy_location(ast.Pass(), node)
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield ast.copy_location(ast.Pass(), node)


def _calls(node: ast.Call) -> Iterator[ast.AST]:
    for keyword in node.keywords:
        if keyword.arg != "strict":
            yield _with(node, keywords=[one for one in node.keywords if one is not keyword])
    match node.func:
        case ast.Name(id="min" | "max" | "next") if len(node.args) > 1:
            yield from (_with(node, args=args) for args in _without_one(node.args))
        case ast.Attribute(attr=name, value=value) if name in LEFT_OUT:
            yield value
    match node.func:
        case ast.Name(id=name) if name in NAMES:
            keywords = [] if name == "sorted" else node.keywords
            yield _with(node, func=ast.Name(NAMES[name], ast.Load()), keywords=keywords)
        case ast.Attribute(attr=name) if name in METHODS:
            yield _with(node, func=_with(node.func, attr=METHODS[name]))


def _without_one(nodes: list[Any]) -> Iterator[list[Any]]:
    return (nodes[:at] + nodes[at + 1 :] for at in range(len(nodes)))


def _with(node: Any, **fields: Any) -> Any:
    new = copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def _say(node: ast.AST) -> str:
    """A node in one line; of a statement that holds others, its first."""
    if isinstance(node, ast.comprehension):
        return "".join(f"if {ast.unparse(one)} " for one in node.ifs).strip() or "no if"
    return ast.unparse(node).partition("\n")[0]
