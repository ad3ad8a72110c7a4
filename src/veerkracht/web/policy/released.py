"""What a quarter that is out holds, whoever it is of."""

from __future__ import annotations

from django.db import models


class ReleasedQuarter(models.Model):
    """Append-only; each holds the digest of the one before it in its series."""

    quarter = models.CharField(max_length=7)  # 2026-K4
    released_on = models.DateField()
    not_out = models.CharField(max_length=30, blank=True)
    # Label → what is shown; null: "minder dan 15 of niet getoond". Only what went through the rule.
    counts = models.JSONField(default=dict)
    sums = models.JSONField(default=dict)
    titles = models.JSONField(default=dict)  # what a value was called that quarter, for topics of signals
    digest = models.CharField(max_length=64)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.quarter

    @property
    def places(self) -> list[str]:
        """The municipalities it is of, when there are several."""
        return []
