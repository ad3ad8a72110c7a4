"""The levers in plain Dutch: what changes, and what it gives. Nothing here says what anybody should do."""

from __future__ import annotations

from collections.abc import Mapping

from veerkracht.levers.cliffs import Cliff
from veerkracht.levers.owners import OWN
from veerkracht.levers.purse import Money
from veerkracht.levers.worth import Found, Worth
from veerkracht.week.lever import Lever
from veerkracht.words.sentences import say
from veerkracht.words.week import capital, lever_words, spoken

ASSUMPTIONS = (
    "Het loon is uren × uurloon × 52 weken met vakantiegeld: de uren van een schoolweek gelden het hele jaar.",
    "De opvang komt uit de week: contractdagen × uren per dag × uurtarief, per kind, een twaalfde van het jaar.",
    "Wat de feiten over loon en opvang zeggen, telt hier niet mee. Wie alleen is en werkt, heeft recht op "
    "kinderopvangtoeslag.",
    "Van opvang en reiskosten is alleen gerekend wat erbij staat; niemand heeft nog iets toegezegd.",
)
CHILDCARE = ("kosten_kinderopvang", "kinderopvangtoeslag")
IF_BOTH_WANT = "als beiden dat willen"


def head(family_levers: Found) -> str:
    return (
        f"In een schoolweek past {spoken(family_levers.minutes)}. Daarbij is {euros(family_levers.purse.disposable)} "
        "per maand te besteden."
    )


def assumptions(money: Money) -> list[str]:
    """What was taken to be so, for this household and this wage."""
    sentences = [*ASSUMPTIONS, *(say(one) for one in money.remarks)]
    if money.assumes_tax_credit_at_work:
        sentences.append("De loonheffingskorting staat bij de werkgever; de feiten zeggen het niet.")
    minimum = money.minimum_wage()
    if minimum is not None and money.hourly_wage < minimum:
        written = f"{minimum:.2f}".replace(".", ",")
        sentences.append(f"Dit uurloon ligt onder het wettelijk minimumloon van € {written} per uur.")
    return sentences


def lever_sentence(worth: Worth) -> str:
    """For example: "Een dag meer bij kdv: 4,5 uur per week erbij, € 36 per maand meer."."""
    change = change_words(worth)
    parts = [f"{capital(change)}: {_hours(worth.minutes)}{_euros(worth.euros)}."]
    if worth.owner_kind == "network" and IF_BOTH_WANT not in change:
        parts.append("Alleen als beiden dat willen.")
    if worth.owner_kind == OWN:
        parts.append("Dit is een eigen grens: uitgerekend om het te weten, niet om voor te stellen.")
    if worth.minutes > 0 and worth.euros < 0.5:
        parts += [f"Er gaat {euros(less)} {name} af." for name, less in taken(worth.parts)]
    for cliff in worth.cliffs:
        parts.append(
            f"Vanaf {spoken(round(60 * cliff.at_hours))} per week valt {euros(cliff.euros)} per maand weg "
            f"door “{cliff.name}” ({cliff.article})."
        )
    return " ".join(parts)


def change_words(worth: Worth, *, named: bool = False) -> str:
    """What would change, without a capital; two changes together are joined. `named` as for `lever_words`."""
    words = [
        lever_words(change, named=named) if isinstance(change, Lever) else say(change.change)
        for change in worth.changes
    ]
    return " én ".join(words)


def taken(parts: Mapping[str, float]) -> list[tuple[str, float]]:
    """Which benefits and allowances become lower; what childcare costs stands against its allowance."""
    own_share = parts.get("kosten_kinderopvang", 0.0) + parts.get("kinderopvangtoeslag", 0.0)
    lower = {name.replace("_", " "): euros for name, euros in parts.items() if name not in CHILDCARE}
    lower["aan eigen bijdrage voor opvang"] = own_share
    return [(name, less) for name, less in lower.items() if less <= -0.5]


def euros(amount: float) -> str:
    """1234.5 → "€ 1.235"."""
    return f"€ {abs(round(amount)):,}".replace(",", ".")


def cliff_sentence(cliff: Cliff) -> str:
    """Why something is lost here, as the law's own list has it."""
    return cliff.sentence or "Dit bedrag daalt harder dan het loon stijgt."


def _hours(minutes: int) -> str:
    if minutes == 0:
        return "geen uren erbij, "
    return f"{spoken(abs(minutes))} per week {'erbij' if minutes > 0 else 'minder'}, "


def _euros(amount: float) -> str:
    if round(amount) == 0:
        return "en in geld blijft het gelijk"
    return f"{euros(amount)} per maand {'meer' if amount > 0 else 'minder'}"
