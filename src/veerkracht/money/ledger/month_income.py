"""What is due for a month, and a calendar year as the tax office sees it afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from veerkracht.law.choices import GEEN

from .other_income import Net


@dataclass(frozen=True)
class Income:
    """Wages and bijstand of one month: what is due for that month, whenever it is paid."""

    gross: float
    net: float
    net_partner: float
    other: float
    extra: tuple[Net, ...] = ()
    runs: bool = False
    """Whether bijstand runs, also in a month in which nothing of it is due."""
    bijstand: float = 0.0
    reserved: float = 0.0
    right: float = 0.0
    """What bijstand would be with the wage of the month itself taken off: otherwise only with netting afterwards."""
    exemption: float = GEEN
    free: float = 0.0
    """What of the wage is left alone, in EUR."""
    credited: float = 0.0
    """Which part of a month the municipality applies her tax credit; then that of a partner."""
    credited_partner: float = 0.0
    own_support: float = 0.0
    """Net bijstand in her own name: with a partner half of it."""

    @property
    def typed(self) -> float:
        """Other income under the older pair of names: an amount of no kind."""
        return self.other - sum(net for _, net in self.extra)

    @property
    def support(self) -> float:
        return self.bijstand + self.reserved


@dataclass(frozen=True)
class Year:
    """A calendar year as the tax office sees it afterwards.

    The income of a partner counts for allowances in the months together, and then that of the whole year.
    """

    own_income: float
    tax_on_wage: float
    net_partner: float
    partner_income: float
    from_work: float = 0.0
    bijstand_of_partner: tuple[float, float] = (0.0, 0.0)
    """Taxable and net."""

    @property
    def incomes(self) -> tuple[float, float]:
        return self.own_income, self.partner_income
