"""A run in parts: each part is written when it is done, so that a run that was stopped goes on where it was.

Parts are households in a fixed order and the same on one machine and on many; on a Dask cluster a part whose worker
dies is run again. Putting the parts together gives, to the last bit, what one run gives.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from .effects import ReformComparison, compare, put_in_place
from .households import Households
from .reforms.reading import PopulationReform, as_toml
from .run import Amounts, Progress

SIZE = 50_000
RETRIES = 3


@dataclass(frozen=True, kw_only=True)
class PartitionJob:
    """What is asked of every part."""

    day: dt.date
    reform: PopulationReform | None
    targets: tuple[str, ...]

    def fingerprint(self, households: Households) -> str:
        """Of the question and the households: parts of another question are never used."""
        digest = hashlib.sha256(repr((self.day, self.reform, self.targets)).encode())
        digest.update(as_toml(self.reform).encode() if self.reform else b"")
        for columns in (households.facts, households.children):
            for name, column in sorted(columns.items()):
                digest.update(name.encode() + np.ascontiguousarray(column).tobytes())
        return digest.hexdigest()[:24]


def run_in_parts(
    households: Households, job: PartitionJob, folder: Path, progress: Progress, scheduler: str = ""
) -> ReformComparison:
    """Every part that is not there yet, here or on a cluster; then the whole."""
    folder.mkdir(parents=True, exist_ok=True)
    mark = job.fingerprint(households)
    parts = [(start, min(start + SIZE, len(households))) for start in range(0, len(households), SIZE)]
    files = [folder / f"{mark}-{start:012}.npz" for start, _ in parts]
    missing = [part for part, file in zip(parts, files, strict=True) if not file.exists()]
    done = len(households) - sum(stop - start for start, stop in missing)
    for start, stop, comparison in computed(households, job, missing, scheduler):
        write(folder / f"{mark}-{start:012}.npz", comparison)
        done += stop - start
        progress(done, len(households))
    return together(households, job, files)


def computed(
    households: Households, job: PartitionJob, parts: list[tuple[int, int]], scheduler: str
) -> Iterator[tuple[int, int, ReformComparison]]:
    if not scheduler:
        for start, stop in parts:
            yield start, stop, run_part(households.part(start, stop), job)
        return
    from distributed import Client, as_completed

    with Client(scheduler) as client:  # type: ignore[no-untyped-call]
        futures = {
            client.submit(run_part, households.part(start, stop), job, pure=False, retries=RETRIES): (
                start,
                stop,
            )
            for start, stop in parts
        }
        for future in as_completed(list(futures)):  # type: ignore[no-untyped-call]
            yield *futures[future], future.result()


def run_part(households: Households, job: PartitionJob) -> ReformComparison:
    return compare(households, job.day, job.reform, job.targets)


def write(file: Path, comparison: ReformComparison) -> None:
    """Written beside and moved into place: a part is there whole or not at all."""
    columns: dict[str, npt.NDArray[Any]] = {}
    for side, amounts in (("before", comparison.before), ("after", comparison.after)):
        for target in amounts.amounts:
            columns[f"{side}/{target}"] = amounts.amounts[target]
            columns[f"{side}_status/{target}"] = amounts.status[target]
    beside = file.with_suffix(f".{os.getpid()}.tmp")
    with beside.open("wb") as stream:
        np.savez(stream, **columns)  # type: ignore[arg-type]
    beside.replace(file)


def together(households: Households, job: PartitionJob, files: list[Path]) -> ReformComparison:
    parts = [dict(np.load(file)) for file in files]

    def side(name: str) -> Amounts:
        def joined(kind: str, target: str) -> npt.NDArray[Any]:
            return np.concatenate([part[f"{kind}/{target}"] for part in parts])

        return Amounts(
            amounts={target: joined(name, target) for target in job.targets},
            status={target: joined(f"{name}_status", target) for target in job.targets},
        )

    reformed, remarks = put_in_place(households, job.day, job.reform) if job.reform else (households, ())
    return ReformComparison(
        households=households, reformed=reformed, before=side("before"), after=side("after"), remarks=remarks
    )
