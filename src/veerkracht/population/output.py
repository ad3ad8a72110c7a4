"""One row a household: its id, each target with its status, and where the households come from."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from .effects import ReformComparison
from .run import STATUS

ORIGIN = "herkomst"


def write_rows(
    file: Path, comparison: ReformComparison, targets: Sequence[str], label: dict[str, Any]
) -> None:
    """Written beside and moved into place, so that a file is there whole or not at all."""
    columns = rows_as_columns(comparison, targets, label)
    beside = file.with_name(f"{file.name}.deel")
    if file.suffix == ".csv":
        write_csv(beside, columns)
    else:
        write_parquet(beside, columns, label)
    beside.replace(file)


def rows_as_columns(
    comparison: ReformComparison, targets: Sequence[str], label: dict[str, Any]
) -> dict[str, Any]:
    """What is after the reform stands under the name of the target; `_voor` is before it."""
    size = len(comparison.households)
    words = np.array(STATUS)
    columns: dict[str, Any] = {"id": list(comparison.households.ids) or [str(n) for n in range(1, size + 1)]}
    for target in targets:
        columns[target] = comparison.after.amounts[target]
        columns[f"{target}_status"] = words[comparison.after.status[target]]
        if comparison.after is not comparison.before:
            columns[f"{target}_voor"] = comparison.before.amounts[target]
    assumed = f"; aanname: {', '.join(label['assumed'])}" if label.get("assumed") else ""
    columns[ORIGIN] = [f"{label['source']}{assumed}"] * size
    return columns


def write_csv(file: Path, columns: dict[str, Any]) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(columns)
        for row in zip(*columns.values(), strict=True):
            writer.writerow("" if value != value else value for value in row)


def write_parquet(file: Path, columns: dict[str, Any], label: dict[str, Any]) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    table = pa.table({name: pa.array(column, from_pandas=True) for name, column in columns.items()})
    about = {f"veerkracht.{name}": str(value) for name, value in label.items()}
    parquet.write_table(table.replace_schema_metadata(about), file)
