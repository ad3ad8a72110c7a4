"""The household as Week (planner.Part) and Geld (purse.PartAnswers) each kept it, moved to one place, without loss.

Where both say something about one childcare or one offered job, both statements are kept: they are asked about.
The tables below are those of the day of the move; what the pages do later does not change them.
"""

from django.db import migrations
from django.utils.crypto import get_random_string

ROOTS = {
    "child": "children",
    "service": "cares",
    "offer": "jobs",
    "travel": "travel",
    "block": "protected",
    "limits": "limits",
    "course": "course",
}
SINGLE = ("limits", "course")
WEEK = {
    ("child", "other_school"): "other_parent.school",
    ("child", "other_holiday"): "other_parent.holiday",
    ("child", "other_could"): "other_parent.could",
    ("child", "own_travel"): "own_way_minutes",
    ("child", "other_safe"): "other_parent_safe",
    ("child", "alone_after"): "alone_minutes.school",
    ("child", "alone_holiday"): "alone_minutes.holiday",
    ("service", "type"): "kind",
    ("service", "at"): "place",
    ("service", "open_days"): "days",
    ("service", "open"): "opens",
    ("service", "close"): "closes",
    ("service", "days_school"): "contract_days.school",
    ("service", "days_holiday"): "contract_days.holiday",
    ("service", "rate"): "euros_per_hour",
    ("offer", "days"): "blocks",
    ("offer", "wage"): "wage_per_hour",
    ("offer", "home"): "minutes_from_home",
    ("offer", "travel"): "minutes_from",
}
MAY_BE_UNKNOWN = ("days_school", "days_holiday", "alone_after", "alone_holiday", "home")
MONEY = {
    "leeftijd": "adult.age",
    "huur": "home.rent",
    "servicekosten": "home.service_costs",
    "partner": "lives_with_partner",
    "loon_partner": "partner.wage_per_year",
    "leeftijd_partner": "partner.age",
    "medebewoners": "home.co_residents",
    "kostendelers": "home.cost_sharers",
    "inkomen_medebewoners": "home.co_residents_income",
    "uren": "present_job.hours_per_week",
    "uurloon": "present_job.wage_per_hour",
    "reiskosten": "travel.euros_per_month",
    "bijstand": "support.bijstand",
    "vrijlating": "support.exemption",
    "ander_inkomen": "other_income.euros",
    "ander_inkomen_belast": "other_income.taxed",
    "traject": "childcare_ground.course",
    "vermogen": "wealth_on_1_january",
    "vaste_lasten": "costs.fixed",
    "aflossing": "debts.instalment",
    "maanden_laag_inkomen": "support.months_low_income",
    "saldo": "account_balance",
    "dagelijks": "costs.daily",
    "betaaldag_huur": "home.pay_day",
    "betaaldag_vaste_lasten": "costs.pay_day",
    "betaaldag_loon": "present_job.pay_day",
    "betaaldag_bijstand": "support.pay_day",
    "verrekening": "support.pay_month",
    "reiskosten_straks": "money.offer.travel_euros_per_month",
    "uurloon_straks": "money.offer.wage_per_hour",
    "uren_1": "money.offer.hours_per_week",
}
OF_A_CHILD = {
    "opvang": "kind",
    "opvanguren": "hours_per_month",
    "uurtarief": "euros_per_hour",
    "opvang_erbij": "hours_per_work_hour",
}
PARTS = ("wonen", "werk", "kinderen", "bezit", "gemeente", "gekregen", "straks", "betalen")
PAID = ("dagopvang", "gastouder", "bso", "voorschoolse_opvang", "vakantieopvang")


def move(apps, schema_editor):
    Part, Sheet = apps.get_model("planner", "Part"), apps.get_model("purse", "PartAnswers")
    sheets, parts = by_case(Sheet), by_case(Part.objects.filter(kind__in=ROOTS))
    for case in sorted({*sheets, *parts}):
        said = Said(apps, case, [*parts.get(case, []), *sheets.get(case, [])])
        for part in parts.get(case, []):
            for name, value in part.facts.items():
                said.state(week_path(part, name), week_value(part, name, value), "week", part)
        cared_for = {child for part in parts.get(case, []) for child in paid_children(part)}
        for sheet in (one for one in sheets.get(case, []) if one.part in PARTS):
            move_sheet(said, sheet, cared_for)
        Part.objects.filter(pk__in=[part.pk for part in parts.get(case, [])]).delete()


def by_case(model):
    rows = model.order_by("pk") if hasattr(model, "order_by") else model.objects.order_by("pk")
    found = {}
    for row in rows:
        found.setdefault(row.case_id, []).append(row)
    return found


class Said:
    """Writes the statements of one case, with who last wrote the row they come from."""

    def __init__(self, apps, case, rows):
        self.model = apps.get_model("facts", "Statement")
        self.events = apps.get_model("record", "Event").objects
        self.accounts = apps.get_model("people", "Account").objects
        self.case, self.revision = case, max(row.version for row in rows)
        apps.get_model("facts", "HouseholdFacts").objects.create(case_id=case, version=self.revision)

    def state(self, path, value, page, row):
        written = self.events.filter(object_type=row._meta.model_name, object_id=row.pk).order_by("pk").last()
        writer = self.accounts.filter(pk=written.actor_id).first() if written else None
        self.model.objects.create(
            case_id=self.case,
            path=path,
            value=value,
            said_on_page=page,
            said_by=writer,
            said_at=written.at if written else None,
            revision=row.version,
        )


def week_path(part, name):
    if (part.kind, name) == ("limits", "mode"):
        return "travel.mode"
    root = ROOTS[part.kind] if part.kind in SINGLE else f"{ROOTS[part.kind]}.{part.key}"
    return f"{root}.{WEEK.get((part.kind, name), name)}"


def week_value(part, name, value):
    if value is None:
        return {"unknown": "not_known"} if name in MAY_BE_UNKNOWN or part.kind == "travel" else None
    if isinstance(value, dict) and set(value) == {"min", "max"}:
        return {"between": [value["min"], value["max"]]}
    return value


def paid_children(part):
    """Children who have this care now: it costs money, is agreed, and is for a day a week or more."""
    facts = part.facts
    if part.kind != "service" or facts["type"] not in PAID or facts.get("state", "agreed") != "agreed":
        return []
    no_days = facts.get("days_school") == 0 and facts.get("days_holiday", 0) == 0
    return [] if no_days else facts.get("children", [])


def money_value(answer):
    return {"unknown": "not_known"} if answer == "onbekend" else answer


def move_sheet(said, sheet, cared_for):
    left, care = {}, {}
    for name, answer in sheet.answers.items():
        question, _underscore, child = name.rpartition("_")
        if name in MONEY:
            said.state(MONEY[name], money_value(answer), "money", sheet)
        elif question in OF_A_CHILD and child.isdecimal():
            care.setdefault(child, {})[OF_A_CHILD[question]] = money_value(answer)
        else:
            left[name] = answer
    for child, fields in care.items():
        move_care(said, sheet, child, fields, child in cared_for)
    type(sheet).objects.filter(pk=sheet.pk).update(answers=left)


def move_care(said, sheet, child, fields, in_week):
    """Beside the week where that has care for this child; else a care of its own, of which the days are not known."""
    apart = {"hours_per_work_hour"}
    if in_week or fields.get("kind") not in PAID:
        apart = set(fields)
    for name in sorted(apart & set(fields)):
        said.state(f"money.children.{child}.care.{name}", fields[name], "money", sheet)
    if apart >= set(fields):
        return
    key = get_random_string(8, "23456789ABCDEFGHJKMNPQRSTVWXYZ")
    days = (
        ("contract_days.school",)
        if fields["kind"] == "bso"
        else ("contract_days.school", "contract_days.holiday")
    )
    values = {"children": [child], **dict.fromkeys(days), **fields}
    for name, value in values.items():
        if name not in apart:
            said.state(f"cares.{key}.{name}", value, "money", sheet)


class Migration(migrations.Migration):
    dependencies = [
        ("facts", "0001_initial"),
        ("planner", "0001_initial"),
        ("purse", "0001_initial"),
        ("record", "0001_initial"),
        ("people", "0007_account_request"),
    ]

    operations = [migrations.RunPython(move)]
