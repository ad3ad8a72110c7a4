"""Presses, page loads and typed fields of a first talk and of a returning one, in a real browser with the demo.

Peer: the same first talk took 149 presses and 70 page loads before the talk was a room. Run by `make bench`; prints
the two lines, fails when a talk costs more than it may.
"""

from __future__ import annotations

import sys

import pytest

if __name__ == "__main__":
    sys.exit(
        pytest.main(
            [
                "-q",
                "-p",
                "no:randomly",
                "tests/journeys/test_talk_counted.py",
                "tests/journeys/test_a_caseload.py",
            ]
        )
    )
