"""A run in parts is the run: stopped and gone on with, on a cluster, with a worker killed, the same to the last bit."""

from __future__ import annotations

import datetime as dt
import os
import signal
from pathlib import Path

import numpy as np
import pytest

from veerkracht.population import partitions
from veerkracht.population.effects import TARGETS, ReformComparison, compare
from veerkracht.population.households import Households
from veerkracht.population.partitions import PartitionJob, run_in_parts
from veerkracht.population.reforms.reading import shipped
from veerkracht.population.synthetic.columns import prepared
from veerkracht.population.synthetic.draw import draw

DAY = dt.date(2026, 3, 1)


@pytest.fixture(scope="module")
def families() -> Households:
    return prepared(draw(1000, 20261129, DAY))


@pytest.fixture
def job(monkeypatch: pytest.MonkeyPatch) -> PartitionJob:
    monkeypatch.setattr(partitions, "SIZE", 150)
    return PartitionJob(day=DAY, reform=shipped(DAY)["kgb_afbouw_5"], targets=TARGETS)


def silent(done: int, whole: int) -> None:
    assert 0 < done <= whole


def same(one: ReformComparison, other: ReformComparison) -> None:
    for side in ("before", "after"):
        mine, theirs = getattr(one, side), getattr(other, side)
        for target in TARGETS:
            assert mine.amounts[target].tobytes() == theirs.amounts[target].tobytes()
            assert (mine.status[target] == theirs.status[target]).all()


def test_a_run_that_was_killed_goes_on_where_it_was(
    families: Households, job: PartitionJob, tmp_path: Path
) -> None:
    whole = compare(families, DAY, job.reform)
    child = os.fork()
    if child == 0:
        run_in_parts(
            families,
            job,
            tmp_path,
            lambda done, _: os.kill(os.getpid(), signal.SIGKILL) if done > 400 else None,
        )
    _, how = os.waitpid(child, 0)
    assert os.WTERMSIG(how) == signal.SIGKILL
    there = {file: file.stat().st_mtime_ns for file in tmp_path.glob("*.npz")}
    assert len(there) == 3
    same(run_in_parts(families, job, tmp_path, silent), whole)
    assert {file: file.stat().st_mtime_ns for file in there} == there, "what was done is not done again"


def test_parts_of_another_question_are_not_used(
    families: Households, job: PartitionJob, tmp_path: Path
) -> None:
    run_in_parts(families, job, tmp_path, silent)
    other = PartitionJob(day=DAY, reform=shipped(DAY)["alo_kop_plus_500"], targets=TARGETS)
    same(run_in_parts(families, other, tmp_path, silent), compare(families, DAY, other.reform))


def dies_once(households: Households, job: PartitionJob) -> ReformComparison:
    marker = Path(os.environ["DIES_ONCE"])
    if not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return compare(households, job.day, job.reform, job.targets)


def test_a_cluster_with_a_killed_worker_gives_the_same(
    families: Households, job: PartitionJob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from distributed import LocalCluster

    monkeypatch.setenv("DIES_ONCE", str(tmp_path / "died"))
    monkeypatch.setattr(partitions, "run_part", dies_once)
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        found = run_in_parts(families, job, tmp_path / "parts", silent, cluster.scheduler_address)
    assert (tmp_path / "died").exists()
    whole = compare(families, DAY, job.reform)
    same(found, whole)
    assert np.isfinite(whole.after.amounts["besteedbaar_inkomen"]).sum() > 900
