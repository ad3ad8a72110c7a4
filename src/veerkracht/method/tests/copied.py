"""Guard against copied sentences: hashes of every six-word run of the two source documents.

The documents are other people's work. Only hashes of their runs are kept here, so a test can
see that no text of ours repeats one, without the documents themselves being in the tree.

    python -m veerkracht.method.tests.copied DOCUMENT DOCUMENT > src/veerkracht/method/tests/source_runs.bin
"""

import hashlib
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

WORDS_IN_RUN = 6
BYTES_KEPT = 6  # 2**48 values against some ten thousand runs: a chance hit is out of the question
SOURCE_RUNS = Path(__file__).with_name("source_runs.bin")


def words(text: str) -> list[str]:
    """Lower case, accents off (scans lose them), letters and digits only."""
    plain = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.findall(r"[a-z0-9]+", plain)


def runs(text: str) -> Iterator[str]:
    found = words(text)
    for start in range(len(found) - WORDS_IN_RUN + 1):
        yield " ".join(found[start : start + WORDS_IN_RUN])


def fingerprint(run: str) -> bytes:
    return hashlib.sha256(run.encode()).digest()[:BYTES_KEPT]


def source_fingerprints(documents: Iterable[str]) -> list[bytes]:
    """Sorted and without repeats; words broken at a line end are taken both ways."""
    found: set[bytes] = set()
    for document in documents:
        for version in (document, re.sub(r"[-\u00ad]\s*\n\s*", "", document)):
            found.update(fingerprint(run) for run in runs(version))
    return sorted(found)


def read_fingerprints(path: Path = SOURCE_RUNS) -> frozenset[bytes]:
    packed = path.read_bytes()
    return frozenset(packed[start : start + BYTES_KEPT] for start in range(0, len(packed), BYTES_KEPT))


def copied_runs(text: str, known: frozenset[bytes]) -> list[str]:
    """The runs of this text that also stand in one of the documents."""
    return [run for run in runs(text) if fingerprint(run) in known]


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        sys.stderr.write("Geef precies twee tekstbestanden: de twee documenten van de methode.\n")
        return 2
    missing = [name for name in arguments if not Path(name).is_file()]
    if missing:
        sys.stderr.write(f"Dit bestand is er niet: {missing[0]}. Kijk of de naam klopt.\n")
        return 2
    documents = [Path(name).read_text(encoding="utf-8") for name in arguments]
    sys.stdout.buffer.write(b"".join(source_fingerprints(documents)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
