"""What the commands share: their arguments and files, read; a mistake is one sentence on stderr."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
from pathlib import Path
from typing import Any, NoReturn

from veerkracht.household.problem import Refused, problem
from veerkracht.words.sentences import refusal


class MistakeInArguments(Refused):
    """An argument or a file that cannot be read."""


def refused(error: Refused, before: str = "") -> int:
    """Say why on stderr, in one line; the exit code of a mistake in the input."""
    print(before + " ".join(refusal(error).split()), file=sys.stderr)
    return 2


class Parser(argparse.ArgumentParser):
    """argparse, but a mistake is one sentence."""

    def error(self, message: str) -> NoReturn:
        named = " ".join(re.findall(r"--?[a-z][\w-]*", message))
        code = "arguments_wrong" if named else "arguments_incomplete"
        raise MistakeInArguments(problem(code, named, usage=self.usage))


def day_of(text: str) -> dt.date:
    if not text:
        return dt.date.today()
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            raise ValueError
        return dt.date.fromisoformat(text)
    except ValueError:
        raise MistakeInArguments(problem("argument_no_date", value=text)) from None


def read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        raise MistakeInArguments(problem("file_unreadable", file.name)) from None


def parsed(text: bytes, first_line: int = 1) -> Any:
    """JSON in which no name stands twice; `first_line` is the line of the file on which the text begins."""
    try:
        return json.loads(text.decode("utf-8-sig"), object_pairs_hook=once)
    except json.JSONDecodeError as error:
        wrong = problem("facts_no_json", line=error.lineno + first_line - 1, column=error.colno)
    except UnicodeDecodeError as error:
        wrong = problem("facts_no_utf8", line=text[: error.start].count(10) + first_line)
    except RecursionError:
        wrong = problem("facts_too_deep", line=first_line)
    except MistakeInArguments:
        raise
    except ValueError:
        wrong = problem("facts_number_too_long", line=first_line)
    raise MistakeInArguments(wrong)


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in pairs:
        if name in values:
            raise MistakeInArguments(problem("fact_given_twice", name))
        values[name] = value
    return values
