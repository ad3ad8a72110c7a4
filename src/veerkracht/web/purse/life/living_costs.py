"""What a month costs, from what was typed in: one set for every page of money."""

from __future__ import annotations

from dataclasses import dataclass

from ..domain.situation import Answers, known

NEEDED_FIXED, ALSO_FIXED, DAILY = ("huur", "vaste_lasten"), ("servicekosten", "aflossing"), "dagelijks"


@dataclass(frozen=True, kw_only=True)
class LivingCosts:
    """In EUR a month; None where it was not filled in. `typed_whole` is the amount she gave for all of it."""

    fixed: float | None
    daily: float | None
    typed_whole: float | None

    @property
    def needed(self) -> float | None:
        """What has to come in; None as long as a part is unknown."""
        if self.typed_whole is not None:
            return self.typed_whole
        if self.fixed is None or self.daily is None:
            return None
        return self.fixed + self.daily


def living_costs(answers: Answers) -> LivingCosts:
    """Rent with service costs, other fixed costs and instalments; and what is spent from day to day."""
    fixed = [known(answers, name) for name in NEEDED_FIXED]
    also = [known(answers, name) or 0.0 for name in ALSO_FIXED]
    return LivingCosts(
        fixed=None if None in fixed else float(sum(fixed) + sum(also)),
        daily=known(answers, DAILY),
        typed_whole=known(answers, "nodig_per_maand"),
    )
