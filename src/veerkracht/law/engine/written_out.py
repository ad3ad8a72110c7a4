"""Written out: the rules as plain statements, one after another, without a call for each rule.

Read from the syntax tree of each rule, so that there is one definition. The same statements run as they are for a
line of one household, and compiled for many at once (population/kernel.py). Children are a loop of `kinderen` turns.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from types import FunctionType
from typing import Any

from .rules import Book, Rule

LIBRARY = ("naar_beneden", "naar_boven", "rekenkundig", "opzoeken")
BUILT_IN = ("min", "max", "abs", "range")
COMPARED: dict[str, type[ast.cmpop]] = {"max": ast.Gt, "min": ast.Lt}
NOT_A_NUMBER = "UNKNOWN"
Statements = list[ast.stmt]


def variable(key: str) -> str:
    """The variable that holds a quantity or a parameter."""
    return f"p_{key.replace('.', '_')}" if "." in key else key


@dataclass
class Writer:
    """Writes rules out, and remembers which helper functions they call."""

    book: Book
    tables: str = ""
    """What look-ups and helpers take before their own arguments; empty where a table is a table."""
    interpreted: bool = False
    """Whether Python itself runs the statements: a claim may then be unknown, and a call is dear."""
    helpers: dict[str, str] = field(default_factory=dict)

    def rule(self, rule: Rule) -> list[str]:
        """The statements that give a rule's quantity its value; a rule about a child runs once for each."""
        names = {name: variable(key) for name, key in zip(rule.inputs, rule.keys, strict=True)}
        if rule.per_child:
            many = {key for key in rule.keys if key in self.book.units and self.book.units[key].many}
            names = {
                name: f"{variable(key)}[kind]" if key in many else variable(key)
                for name, key in zip(rule.inputs, rule.keys, strict=True)
            }
        target = f"{rule.name}[kind]" if rule.per_child else rule.name
        body = _body(rule.function)
        as_number = not self.interpreted and bool(rule.unknown) and rule.unit.symbol == "bool"
        inside = Inside(self, rule.function, names, f"{rule.name}__", as_number)
        lines = [ast.unparse(ast.fix_missing_locations(s)) for s in inside.statements(body, target)]
        if not rule.per_child:
            return lines
        return ["for kind in range(kinderen):", *indented(lines)]

    def call(self, function: FunctionType) -> str:
        """The name under which a helper of a law stands among the helpers, written out on first use."""
        name = f"{function.__module__.split('.')[-2]}_{function.__name__}"
        if name not in self.helpers:
            self.helpers[name] = ""
            arguments = list(inspect.signature(function).parameters)
            inside = Inside(self, function, {each: each for each in arguments}, "", False)
            body = [ast.unparse(ast.fix_missing_locations(inside.visit(s))) for s in _body(function)]
            head = f"def {name}({', '.join([*([self.tables] if self.tables else []), *arguments])}):"
            del self.helpers[name]
            self.helpers[name] = "\n".join([head, *indented(body)])
        return name


class Inside(ast.NodeTransformer):
    """The body of one function with its names replaced by what they stand for."""

    def __init__(
        self,
        writer: Writer,
        function: Callable[..., Any],
        names: dict[str, str],
        prefix: str,
        as_number: bool,
    ) -> None:
        self.writer, self.names, self.prefix, self.as_number = writer, names, prefix, as_number
        self.globals: dict[str, Any] = getattr(function, "__globals__", {})
        self.before: Statements = []
        self.sums = self.held = 0

    def statements(self, body: Iterable[ast.stmt], target: str) -> Statements:
        """The body as assignments to the target: what comes after a branch that returns goes into the other one."""
        written: Statements = []
        todo = list(body)
        for position, statement in enumerate(todo):
            rest = todo[position + 1 :]
            if isinstance(statement, ast.Return) and statement.value is not None:
                return written + self._hoisted(self._answer(statement.value, target))
            if isinstance(statement, ast.If) and any(isinstance(n, ast.Return) for n in ast.walk(statement)):
                test = self._expression(statement.test)
                written += self._hoisted([])
                branches = [
                    self.statements([*branch, *rest], target) for branch in (statement.body, statement.orelse)
                ]
                return [*written, ast.If(test, *branches)]
            written += self._hoisted([self.visit(statement)])
        return written

    def _hoisted(self, statements: Statements) -> Statements:
        before, self.before = self.before, []
        return before + statements

    def _expression(self, node: ast.expr) -> ast.expr:
        visited: ast.expr = self.visit(node)
        return visited

    def _answer(self, value: ast.expr, target: str) -> Statements:
        if isinstance(value, ast.ListComp):
            (each,) = value.generators
            turns, element = self._expression(each.iter), self._expression(each.target)
            loop = ast.For(element, turns, [], [])
            place = _expression_of(f"{target}[{ast.unparse(element)}]", ast.Store())
            loop.body = [ast.Assign([place], self._expression(value.elt))]
            return [loop]
        answer = self._expression(value)
        if self.as_number and ast.unparse(answer) != NOT_A_NUMBER:
            answer = ast.IfExp(answer, ast.Constant(1.0), ast.Constant(0.0))
        return [ast.Assign([_expression_of(target, ast.Store())], answer)]

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in self.names:
            if isinstance(node.ctx, ast.Store) and self.names[node.id] != node.id:
                raise TypeError(f"{node.id} is an argument of a rule and cannot be given another value")
            return _expression_of(self.names[node.id], node.ctx)
        known = self.globals.get(node.id, self)
        if isinstance(node.ctx, ast.Load) and isinstance(known, bool | int | float):
            return ast.Constant(known) if known == known else ast.Name(NOT_A_NUMBER, ast.Load())
        return ast.Name(f"{self.prefix}{node.id}", node.ctx)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        name = ast.unparse(node.func)
        if name == "sum":
            return self._sum(node.args[0])
        if name == "len":
            return ast.Name("kinderen", ast.Load())
        arguments = [self._expression(argument) for argument in node.args]
        if self.writer.interpreted and name in COMPARED and len(arguments) == 2:
            return self._compared(name, *arguments)
        if name in BUILT_IN:
            return ast.Call(ast.Name(name, ast.Load()), arguments, [])
        tables = [ast.Name(self.writer.tables, ast.Load())] if self.writer.tables else []
        if name in LIBRARY:
            return ast.Call(
                ast.Name(name, ast.Load()), [*(tables if name == "opzoeken" else []), *arguments], []
            )
        called = self.writer.call(self.globals[name])
        return ast.Call(ast.Name(called, ast.Load()), [*tables, *arguments], [])

    def _compared(self, name: str, first: ast.expr, second: ast.expr) -> ast.expr:
        """`max` or `min` of two without a call: the first unless the second is beyond it."""
        (early, early_again), (late, late_again) = self._twice(first), self._twice(second)
        test = ast.Compare(late, [COMPARED[name]()], [early])
        return ast.IfExp(test, late_again, early_again)

    def _twice(self, value: ast.expr) -> tuple[ast.expr, ast.expr]:
        """An expression to be read twice and worked out once."""
        if isinstance(value, ast.Name | ast.Constant):
            return value, value
        name = f"{self.prefix}tussen_{self.held}"
        self.held += 1
        return ast.NamedExpr(ast.Name(name, ast.Store()), value), ast.Name(name, ast.Load())

    def _sum(self, over: ast.expr) -> ast.expr:
        """A sum over the children, counted up before the statement it stands in."""
        total = f"{self.prefix}som_{self.sums}"
        self.sums += 1
        if isinstance(over, ast.ListComp):
            (each,) = over.generators
            element = f"{ast.unparse(self._expression(each.iter))}[kind]"
            names = {**self.names, ast.unparse(each.target): element}
            outer, self.names = self.names, names
            term = ast.unparse(self._expression(over.elt))
            self.names = outer
        else:
            term = f"{ast.unparse(self._expression(over))}[kind]"
        lines = f"{total} = 0.0\nfor kind in range(kinderen):\n    {total} += {term}"
        self.before += ast.parse(lines).body
        return ast.Name(total, ast.Load())


def _expression_of(text: str, context: ast.expr_context) -> ast.expr:
    expression = ast.parse(text, mode="eval").body
    if isinstance(expression, ast.Name | ast.Subscript):
        expression.ctx = context
    return expression


def _body(function: Callable[..., Any]) -> Statements:
    """The statements of a function, without what it says about itself; a fresh tree each time."""
    definition = ast.parse(_source(function)).body[0]
    if not isinstance(definition, ast.FunctionDef):
        raise TypeError(f"{function.__name__} is not a plain function")
    return definition.body[1:] if ast.get_docstring(definition) else definition.body


@lru_cache(maxsize=1024)
def _source(function: Callable[..., Any]) -> str:
    return textwrap.dedent(inspect.getsource(function))


def indented(lines: Iterable[str]) -> list[str]:
    """The lines one step to the right."""
    return [f"    {line}" for block in lines for line in block.split("\n")]
