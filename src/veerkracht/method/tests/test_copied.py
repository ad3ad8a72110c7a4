"""No text of the product repeats six words in a row from the two documents."""

from pathlib import Path

import pytest

from veerkracht.method.tests.copied import BYTES_KEPT, SOURCE_RUNS, copied_runs, main, read_fingerprints, runs
from veerkracht.method.tests.copied import source_fingerprints as fingerprints_of

ROOT = Path(__file__).parents[4]
KINDS_OF_TEXT = {".toml", ".py", ".html", ".md", ".typ", ".txt", ".json", ".js"}
INVENTED = "De bakker op de hoek verkoopt elke dins-\ndag warme broodjes met kaneel."


def product_texts() -> list[Path]:
    """Everything people may read: sources, templates, data and papers."""
    found = [path for folder in ("src", "docs") for path in (ROOT / folder).rglob("*")]
    found += [*ROOT.glob("*.md"), *ROOT.glob("*.yml")]
    return sorted(
        path
        for path in found
        if path.suffix in KINDS_OF_TEXT and path.is_file() and "node_modules" not in path.parts
    )


def test_no_six_words_of_the_documents_stand_in_the_product() -> None:
    known = read_fingerprints()
    copied = {
        str(path.relative_to(ROOT)): found
        for path in product_texts()
        if (found := copied_runs(path.read_text(encoding="utf-8"), known))
    }
    assert copied == {}, "Zeg het met andere woorden; maak geen uitzonderingen."


def test_the_committed_file_is_sorted_and_without_repeats() -> None:
    packed = SOURCE_RUNS.read_bytes()
    hashes = [packed[start : start + BYTES_KEPT] for start in range(0, len(packed), BYTES_KEPT)]
    # The two documents together hold some ten thousand words.
    assert len(packed) % BYTES_KEPT == 0 and len(hashes) > 5_000
    assert hashes == sorted(set(hashes))


def test_a_copied_run_is_seen_whatever_its_marks_case_and_line_ends() -> None:
    known = frozenset(fingerprints_of([INVENTED]))
    assert copied_runs("Zij zei: <b>de Bakker</b>, op de HÓEK\n", known) == []
    assert copied_runs("'De BAKKER – op de hóek: verkoopt'", known) == ["de bakker op de hoek verkoopt"]
    assert copied_runs("hoek verkoopt elke dinsdag warme broodjes", known) != []


def test_five_words_are_free() -> None:
    assert list(runs("de bakker op de hoek")) == []


def test_the_script_packs_the_runs_of_two_files(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    for name in ("een.txt", "twee.txt"):
        (tmp_path / name).write_text(INVENTED, encoding="utf-8")
    assert main([str(tmp_path / "een.txt"), str(tmp_path / "twee.txt")]) == 0
    assert capfdbinary.readouterr().out == b"".join(fingerprints_of([INVENTED]))


@pytest.mark.parametrize("arguments", [[], ["een.txt"], ["weg.txt", "ook_weg.txt"]])
def test_the_script_says_what_is_wrong(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1
