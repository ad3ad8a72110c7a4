"""`veerkracht simulate`: many households before and after a reform, from public figures or from a file of one's own."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import shutil
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from veerkracht.household.problem import Refused, problem
from veerkracht.law.answer import check_targets
from veerkracht.words.sentences import say
from veerkracht.words.simulation import assumptions, summary

from .arguments import MistakeInArguments, Parser, day_of, refused

if TYPE_CHECKING:
    from veerkracht.population.households import Households
    from veerkracht.population.own_file import BrokenRow
    from veerkracht.population.reforms.reading import PopulationReform

USAGE = (
    "veerkracht simulate (--households N [--seed S] | --input BESTAND.parquet|.csv) [--date 2026-03-01] "
    "[--reform HERVORMING.toml] [--targets a,b] [--output BESTAND.parquet|.csv] "
    "[--grid ZOEK.toml] [--levers] [--scheduler tcp://…] [--json] [--schema]"
)
NEEDS = "Voor een simulatie zijn numba, pyarrow en dask nodig: installeer ze met pip install 'veerkracht[population]'."
SOME_BROKEN = 3
MOST = 50_000_000
MOST_FAMILIES = 20_000


def main(arguments: list[str]) -> int:
    """Run the command; 0 when it went well, 2 with one sentence for a mistake, 3 when rows were left out."""
    if not all(find_spec(name) for name in ("numba", "pyarrow", "dask")):
        print(NEEDS, file=sys.stderr)
        return 2
    try:
        return run(arguments)
    except Refused as error:
        return refused(error)


def options_of(arguments: list[str]) -> argparse.Namespace:
    parser = Parser(prog="veerkracht simulate", usage=USAGE, description=__doc__, allow_abbrev=False)
    parser.add_argument("--households", type=int, default=0, help="zoveel synthetische huishoudens")
    parser.add_argument(
        "--seed", type=int, default=20261129, help="hetzelfde getal geeft dezelfde huishoudens"
    )
    parser.add_argument("--input", type=Path, help="een eigen bestand met pseudonieme huishoudens")
    parser.add_argument("--date", default="2026-03-01", help="de dag waarop gerekend wordt")
    parser.add_argument(
        "--reform", type=Path, help="wat als: andere bedragen of regels, uit een TOML-bestand"
    )
    parser.add_argument(
        "--grid", type=Path, help="zoek: budget en per parameter een lijst met waarden, uit een TOML"
    )
    parser.add_argument(
        "--levers", action="store_true", help="zoveel gezinnen met hun zorgweek: welke verandering opent wat?"
    )
    parser.add_argument("--targets", default="", help="welke uitkomsten, met komma's ertussen")
    parser.add_argument("--output", type=Path, help="een regel per huishouden, .parquet of .csv")
    parser.add_argument("--scheduler", default="", help="een Dask-cluster, tcp://…")
    parser.add_argument("--json", action="store_true", help="alles als JSON")
    parser.add_argument("--schema", action="store_true", help="hoe een regel van een eigen bestand eruitziet")
    return parser.parse_args(arguments)


def run(arguments: list[str]) -> int:
    from veerkracht.population.own_file import schema

    options = options_of(arguments)
    if options.schema:
        print(json.dumps(schema(), ensure_ascii=False, indent=2))
        return 0
    check(options)
    if options.levers:
        return print_levers(options)
    households, broken, label = population(options)
    for row in broken:
        print(f"regel {row.line}, kolom {row.column}: {say(row.problem)}", file=sys.stderr)
    if not len(households):
        return SOME_BROKEN
    if options.grid:
        print(json.dumps(searched(options, households, label), ensure_ascii=False, indent=2))
        return SOME_BROKEN if broken else 0
    data = simulated(options, households, label)
    print(json.dumps(data, ensure_ascii=False, indent=2) if options.json else "\n".join(as_text(data)))
    return SOME_BROKEN if broken else 0


def check(options: argparse.Namespace) -> None:
    if bool(options.households) == bool(options.input):
        raise MistakeInArguments(problem("households_or_input", usage=USAGE))
    if options.input is None and not 1 <= options.households <= MOST:
        wrong = problem("households_out_of_range", highest=MOST, value=options.households)
        raise MistakeInArguments(wrong)
    if options.levers and (options.input or not 1 <= options.households <= MOST_FAMILIES):
        raise MistakeInArguments(problem("levers_of_families", highest=MOST_FAMILIES))
    for file in (options.input, options.output):
        if file is not None and file.suffix not in (".csv", ".parquet"):
            raise MistakeInArguments(problem("file_of_another_kind", file.name))
    if options.input and not options.input.is_file():
        raise MistakeInArguments(problem("file_unreadable", options.input.name))
    if options.output and not options.output.absolute().parent.is_dir():
        raise MistakeInArguments(problem("folder_missing", options.output.name))


def population(options: argparse.Namespace) -> tuple[Households, list[BrokenRow], dict[str, Any]]:
    """The households, the rows that were left out, and where they come from."""
    from veerkracht.population.own_file import read_households
    from veerkracht.population.synthetic.columns import prepared
    from veerkracht.population.synthetic.draw import LABEL, draw
    from veerkracht.population.synthetic.figures import assumed_columns, fingerprint

    day = day_of(options.date)
    if options.input:
        households, broken = read_households(options.input, day)
        return households, broken, {"source": options.input.name}
    label = {
        "source": LABEL,
        "seed": options.seed,
        "figures": fingerprint(),
        "assumed": list(assumed_columns()),
    }
    return prepared(draw(options.households, options.seed, day)), [], label


def print_levers(options: argparse.Namespace) -> int:
    from .simulate_levers import levers_of_caseload, lines_of

    day = day_of(options.date)
    data = levers_of_caseload(options.households, options.seed, day, progress_of("gezinnen"))
    print(json.dumps(data, ensure_ascii=False, indent=2) if options.json else "\n".join(lines_of(data)))
    return 0


def searched(options: argparse.Namespace, households: Households, label: dict[str, Any]) -> dict[str, Any]:
    """The best combination within the budget, and the line of cost against flat hours. An exercise."""
    from veerkracht.population.search import best_within, pareto, read_grid, search

    day = day_of(options.date)
    grid = read_grid(options.grid, day)
    start = time.perf_counter()
    points = search(households, day, grid, progress_of("combinaties"))
    best = best_within(points, grid.budget)
    return {
        "date": day.isoformat(),
        **label,
        "households": len(households),
        "budget": grid.budget,
        "tried": len(points),
        "best": vars(best) if best else None,
        "pareto": [vars(point) for point in pareto(points)],
        "assumptions": assumptions(day.year, "hypothese", "seed" in label),
        "seconds": round(time.perf_counter() - start, 3),
    }


def simulated(options: argparse.Namespace, households: Households, label: dict[str, Any]) -> dict[str, Any]:
    from veerkracht.law.catalogue import book
    from veerkracht.population.effects import TARGETS, refuse_without_law
    from veerkracht.population.indicators import as_data, indicators
    from veerkracht.population.output import write_rows
    from veerkracht.population.partitions import PartitionJob, run_in_parts

    day = day_of(options.date)
    reform = reform_of(options.reform, day) if options.reform else None
    asked = tuple(name for name in options.targets.split(",") if name.strip()) or TARGETS
    check_targets(book(), asked)
    refuse_without_law(day)
    job = PartitionJob(day=day, reform=reform, targets=tuple(dict.fromkeys((*TARGETS, *asked))))
    start = time.perf_counter()
    with parts_folder(options.output) as folder:
        comparison = run_in_parts(households, job, folder, progress_of("huishoudens"), options.scheduler)
        seconds = time.perf_counter() - start
        data = as_data(indicators(comparison, day, reform))
        if options.output:
            write_rows(options.output, comparison, asked, label)
    return {
        "date": day.isoformat(),
        **label,
        "households": len(households),
        "reform": about(reform) if reform else None,
        "indicators": data,
        "summary": summary(data) if reform else [],
        "remarks": [say(each) for each in comparison.remarks],
        "assumptions": assumptions(day.year, reform.status if reform else "", "seed" in label),
        "seconds": round(seconds, 3),
        "households_per_second": round(len(households) / max(seconds, 1e-9)),
    }


def reform_of(choice: Path, day: dt.date) -> PopulationReform:
    """A reform from a file, or one that comes with the program by its name."""
    from veerkracht.population.reforms.reading import read_population_reform, reform_named

    return read_population_reform(choice, day) if choice.suffix else reform_named(str(choice), day)


def about(reform: PopulationReform) -> dict[str, Any]:
    return {
        "sentence": reform.numbers.sentence,
        "source": reform.numbers.source,
        "date": reform.date.isoformat(),
        "status": reform.status,
        "leaves_out": list(reform.leaves_out),
    }


class parts_folder:  # noqa: N801  # reads as a verb after `with`
    """Where the parts are kept: beside the output, so that a stopped run goes on; gone when the run is whole."""

    def __init__(self, output: Path | None) -> None:
        import tempfile

        self.folder = Path(f"{output}.delen") if output else Path(tempfile.mkdtemp(prefix="veerkracht-"))
        self.kept_on_failure = output is not None

    def __enter__(self) -> Path:
        return self.folder

    def __exit__(self, kind: object, *rest: object) -> None:
        if kind is None or not self.kept_on_failure:
            shutil.rmtree(self.folder, ignore_errors=True)


def progress_of(what: str) -> Callable[[int, int], None]:
    """Says on stderr how many are done."""

    def progress(done: int, whole: int) -> None:
        end = "\n" if done == whole else ""
        print(f"\r{done} van {whole} {what}", end=end, file=sys.stderr, flush=True)

    return progress


def as_text(data: dict[str, Any]) -> list[str]:
    """A few lines for a person."""
    origin = f"{data['households']} huishoudens ({data['source']})"
    head = [f"{origin}, {data['date']}: {data['seconds']} s, {data['households_per_second']} per seconde"]
    if data["reform"]:
        head += ["", data["reform"]["sentence"], f"Bron: {data['reform']['source']}"]
    groups = [
        f"{group['name']:<24}{group['sample']:>9}{group['before']:>10.2f}{group['after']:>10.2f}"
        for group in data["indicators"]["by_kind"]
    ]
    title = f"{'besteedbaar per maand':<24}{'aantal':>9}{'voor':>10}{'na':>10}"
    return [*head, "", *data["summary"], *data["remarks"], "", title, *groups, "", *data["assumptions"]]
