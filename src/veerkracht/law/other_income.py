"""Income that is no wage and no bijstand: from the list `inkomen` to records, and from records to the quantities.

A benefit is gross, or net and then turned back with the place of the tax credit. Alimony for herself is paid gross,
alimony for a child is untaxed and counts for bijstand only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from veerkracht.household.household import OtherIncome
from veerkracht.household.problem import problem
from veerkracht.household.remark import Remark, remark
from veerkracht.household.unknown import NOT_ASKED, known

from .checking import MistakeInFacts

BENEFITS = ("ww", "zw", "wia", "wazo", "ioaw", "anw")
FOR_HERSELF = "partneralimentatie"
UNTAXED = ("kinderalimentatie", "onderhuur", "studiefinanciering")
ANYTHING = "anders"
KINDS = (*BENEFITS, FOR_HERSELF, *UNTAXED, ANYTHING)
FIELDS = ("soort", "bruto", "netto", "betaaldag", "van_partner", "belast")
MOST = 100_000.0
ABOUT: dict[str, Remark] = {
    "zw": remark("zw_as_given"),
    "wia": remark("wia_as_given"),
    "ioaw": remark("ioaw_as_given"),
    "anw": remark("anw_as_given"),
    FOR_HERSELF: remark("alimony_untaxed_so_far"),
    "kinderalimentatie": remark("child_alimony_not_for_allowances"),
}
"""What is said beside an amount of this kind: who decides, and how it was used."""


def incomes_of(raw: Any) -> tuple[OtherIncome, ...]:
    """The list `inkomen`, each with its kind and its amount in EUR a month.

    Raises:
        MistakeInFacts: names the place.
    """
    if not isinstance(raw, list) or not all(isinstance(one, Mapping) for one in raw):
        raise MistakeInFacts(problem("incomes_no_list", "inkomen"))
    return tuple(income_of(one, f"inkomen[{number}]", str(number)) for number, one in enumerate(raw))


def income_of(raw: Mapping[str, Any], where: str, key: str) -> OtherIncome:
    raw_fields = {name: value for name, value in raw.items() if value is not None}
    for name in raw_fields:
        if name not in FIELDS:
            raise MistakeInFacts(problem("fact_of_income_unknown", f"{where}.{name}", choices=FIELDS))
    kind = raw_fields.get("soort")
    if kind not in KINDS:
        raise MistakeInFacts(problem("no_choice", f"{where}.soort", choices=KINDS, value=kind))
    if ("bruto" in raw_fields) == ("netto" in raw_fields):
        raise MistakeInFacts(problem("gross_or_net", where))
    gross = "bruto" in raw_fields
    amount = raw_fields["bruto" if gross else "netto"]
    if isinstance(amount, bool) or not isinstance(amount, int | float) or not 0 <= amount <= MOST:
        raise MistakeInFacts(problem("income_out_of_range", where, highest=MOST, value=amount))
    return OtherIncome(
        key=key,
        kind=kind,
        euros=float(amount),
        gross=gross,
        taxed=is_taxed(kind, raw_fields, where),
        pay_day=pay_day_of(raw_fields.get("betaaldag"), where),
        of_partner=flag_of(raw_fields, "van_partner", where),
    )


def is_taxed(kind: str, raw_fields: Mapping[str, Any], where: str) -> bool:
    if kind != ANYTHING:
        return kind not in UNTAXED
    if "belast" not in raw_fields:
        raise MistakeInFacts(problem("income_taxed_or_not", where))
    return flag_of(raw_fields, "belast", where)


def flag_of(raw_fields: Mapping[str, Any], name: str, where: str) -> bool:
    value = raw_fields.get(name, False)
    if not isinstance(value, bool):
        raise MistakeInFacts(problem("no_flag", f"{where}.{name}", value=value))
    return value


def pay_day_of(value: Any, where: str) -> Any:
    if value is None:
        return NOT_ASKED
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 31:
        raise MistakeInFacts(problem("no_pay_day", f"{where}.betaaldag", value=value))
    return value


def quantities_of(incomes: Sequence[OtherIncome]) -> dict[str, Any]:
    """The sums that the rules ask for, in EUR a month (alimony for herself: a year).

    Raises:
        MistakeInFacts: an amount that says too little to count with.
    """
    sums = dict.fromkeys(("overig_netto_inkomen", "onbelast_inkomen", "bruto_uitkering"), 0.0)
    sums |= dict.fromkeys(("bruto_uitkering_partner", "partneralimentatie_bruto"), 0.0)
    for income in incomes:
        name = quantity_of(income)
        euros = known(income.euros)
        sums[name] += (euros or 0.0) * (12 if name == "partneralimentatie_bruto" else 1)
    return {**sums, "overig_inkomen_is_belast": sums["overig_netto_inkomen"] > 0}


def quantity_of(income: OtherIncome) -> str:
    """Which of the sums an income belongs to."""
    if not known(income.taxed):
        return "onbelast_inkomen"
    if income.of_partner and (income.kind == FOR_HERSELF or not known(income.gross)):
        raise MistakeInFacts(problem("partner_income_net", kind=income.kind))
    if income.kind == FOR_HERSELF:
        return "partneralimentatie_bruto"
    if not known(income.gross):
        return "overig_netto_inkomen"
    return "bruto_uitkering_partner" if income.of_partner else "bruto_uitkering"


def remarks_about(incomes: Sequence[OtherIncome]) -> tuple[Remark, ...]:
    """What is said about the kinds of income that there are."""
    return tuple(dict.fromkeys(ABOUT[one.kind] for one in incomes if one.kind in ABOUT))
