"""Counts that go out without leading to anybody: one rule, one list of tables, releases that never change.

Standard library only. Decision 0029 says why this rule; `tests/` holds the attacks it has to stand.
"""
