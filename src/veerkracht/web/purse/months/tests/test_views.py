"""Money month by month through its pages: events, promises with one click, pay slips, the year afterwards."""

from __future__ import annotations

import datetime as dt
import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from veerkracht.money.ledger.days import add_months, first_of
from veerkracht.web.plan.actions import remove_promise
from veerkracht.web.plan.models import Promise
from veerkracht.web.purse import actions
from veerkracht.web.purse.models import KeptScenario, MoneyEvent, PaySlip
from veerkracht.web.record.models import Conflict, Event

PAYING = {"saldo": 900.0, "dagelijks": 1500.0, "betaaldag_huur": 1.0, "betaaldag_bijstand": 28.0}
HOURS = {"hours": 26.0, "hourly_wage": 15.1, "pay_day": 24}


def url(name: str, case, *more) -> str:
    return reverse(f"purse:{name}", args=[case.public_id, *more])


def text_of(page) -> str:
    bare = re.sub(r"<(script|style|head)\b.*?</\1>", " ", page.content.decode(), flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", bare)).replace("\u00a0", " ")


def ahead(months: int, day: int = 1) -> dt.date:
    return add_months(first_of(timezone.localdate()), months).replace(day=day)


def typed(on: dt.date) -> str:
    return on.strftime("%d-%m-%Y")


@pytest.fixture
def more_hours(cleaning, tell, peter) -> MoneyEvent:
    """From 12 to 26 hours in two months, with a wage on the 24th."""
    tell(cleaning, betalen=PAYING)
    given = {"on": ahead(2), "kind": "hours_change", "fields": HOURS}
    return actions.note_event(by=peter, case=cleaning, **given)


def test_first_the_sentence_then_what_is_left_then_a_year_of_months(as_, samira, cleaning, more_hours):
    page = as_(samira).get(url("months", cleaning))
    shown, text = page.context["shown"], text_of(page)
    assert shown.headline.replace("\u00a0", " ") in text
    html = page.content.decode()
    assert html.index("purse-top__sentence") < html.index("months__line") < html.index("purse-events")
    assert len(shown.first_year) in (12, 13) and html.count('<details class="months__month') == len(
        shown.rows
    )
    assert "26 uur per week, € 15,10 per uur, betaald op de 24e" in text
    assert "Er is begonnen met € 900" in text


def test_without_her_own_figures_no_amount_is_a_balance(as_, samira, cleaning):
    text = text_of(as_(samira).get(url("months", cleaning)))
    assert "Daarom staat hier geen saldo" in text and "te weinig" not in text


def test_the_months_with_work_that_is_only_looked_at_say_so(as_, samira, cleaning):
    browser = as_(samira)
    page = browser.get(url("months", cleaning))
    labels = [choice.label.replace("\u00a0", " ") for choice in page.context["choices"]]
    day = ahead(2)
    assert labels[0] == "Zoals nu, 12 uur" and labels[2].startswith(f"26 uur vanaf {day.day} ")
    looked = browser.get(page.context["choices"][2].url)
    assert "Dat is nog niet opgeschreven." in text_of(looked) and not MoneyEvent.objects.exists()
    assert looked.context["shown"].forecast.months != page.context["shown"].forecast.months
    assert looked.context["form"].initial["work"] == "uren_2"


def test_beside_what_will_change_stands_how_it_is_now(as_, samira, cleaning, more_hours):
    browser = as_(samira)
    now = browser.get(url("months", cleaning) + "?met=nu")
    assert [choice.is_current for choice in now.context["choices"]] == [False, True]
    assert now.context["shown"].events, "what was noted stays in its list"
    changed = browser.get(url("months", cleaning)).context["shown"]
    assert now.context["shown"].forecast.months != changed.forecast.months


def test_a_month_opens_to_each_payment_with_its_reason_article_and_certainty(
    as_, peter, cleaning, more_hours
):
    text = text_of(as_(peter).get(url("month", cleaning, f"{ahead(2):%Y-%m}")))
    for words in (
        "Loon",
        "Het nettoloon over",
        "Wet op de loonbelasting 1964",
        "Dit volgt uit de wet",
        "Huur",
    ):
        assert words in text


@pytest.mark.parametrize("month", ["1999-01", "2026-13", "nu", "x" * 90])
def test_a_month_that_is_not_shown_is_not_there(as_, peter, cleaning, month):
    assert as_(peter).get(url("month", cleaning, month)).status_code == 404


def test_before_anything_is_told_the_page_says_what_is_missing(as_, samira, samira_case):
    page = as_(samira).get(url("months", samira_case))
    assert "nog nodig" in text_of(page) and url("part", samira_case, "werk") in page.content.decode()
    assert "nog nodig" in text_of(as_(samira).get(url("settlement", samira_case)))


def test_a_kept_sum_stands_in_the_months_in_one_step(as_, peter, cleaning, tell):
    tell(cleaning, betalen=PAYING)
    page = as_(peter).get(url("months", cleaning))
    labels = [label for _, label in page.context["form"].fields["work"].choices]
    assert [label.replace("\u00a0", " ") for label in labels] == [
        "20 uur per week voor € 15,10 per uur",
        "26 uur per week voor € 15,10 per uur",
    ]
    sent = {"work": "uren_2", "on": typed(ahead(2)), "pay_day": "24", "once": str(uuid.uuid4())}
    for _ in range(2):
        assert as_(peter).post(url("take_over", cleaning), sent).status_code == 302
    (event,) = MoneyEvent.objects.all()
    assert (event.kind, event.on, event.fields) == ("hours_change", ahead(2), HOURS)
    assert Event.objects.filter(kind="purse.work_taken_over").count() == 1


def test_care_that_grows_with_the_work_comes_along(as_, peter, cleaning, tell):
    child = cleaning.household.children.first()
    care = {f"opvang_{child.pk}": "bso", f"opvanguren_{child.pk}": 20.0, f"uurtarief_{child.pk}": 9.9}
    tell(cleaning, kinderen={"traject": "nee", **care, f"opvang_erbij_{child.pk}": 0.4})
    sent = {"work": "uren_1", "on": typed(ahead(2)), "pay_day_weet_niet": "1"}
    assert as_(peter).post(url("take_over", cleaning), sent).status_code == 302
    kinds = dict(MoneyEvent.objects.values_list("kind", "fields"))
    assert kinds["hours_change"]["pay_day"] == "onbekend"
    assert kinds["childcare_changes"]["child"] == str(child.pk)
    assert kinds["childcare_changes"]["hours_per_month"] > 20
    assert as_(peter).get(url("months", cleaning)).context["shown"].missing is None


@pytest.mark.parametrize("on", ["31-02-2027", "morgen", "", "01-01-2001", "01-01-2060"])
def test_work_on_a_day_that_cannot_be_gets_a_sentence(as_, peter, cleaning, on):
    page = as_(peter).post(url("take_over", cleaning), {"work": "uren_1", "on": on})
    assert page.status_code == 200 and page.context["form"].errors["on"][0].endswith(".")
    assert not MoneyEvent.objects.exists()


def test_nothing_to_take_over_says_where_it_begins(as_, peter, samira_case):
    assert "nog geen werk om over te nemen" in text_of(as_(peter).get(url("take_over", samira_case)))
    page = as_(peter).post(url("take_over", samira_case), {"work": "uren_1", "on": typed(ahead(2))})
    assert page.status_code == 200 and not MoneyEvent.objects.exists()


def test_each_kind_has_a_form(as_, samira, cleaning):
    kinds = as_(samira).get(url("event_kinds", cleaning))
    for _, group in kinds.context["groups"]:
        for kind, title in group:
            page = as_(samira).get(url("note_event", cleaning, kind))
            assert page.status_code == 200 and title in text_of(page)
    assert "Opvang begint" in text_of(kinds)
    cleaning.household.children.all().delete()
    assert "Opvang begint" not in text_of(as_(samira).get(url("event_kinds", cleaning)))
    for wrong in ("child_birthday", "lottery"):
        assert as_(samira).get(url("note_event", cleaning, wrong)).status_code == 404


def test_an_event_is_noted_changed_and_removed(as_, samira, cleaning):
    browser = as_(samira)
    sent = {"on": typed(ahead(3)), "rent": "720,50", "service_costs": ""}
    assert browser.post(url("note_event", cleaning, "rent_changes"), sent).status_code == 302
    event = MoneyEvent.objects.get()
    assert event.fields == {"rent": 720.5}
    page = browser.get(url("change_event", cleaning, event.pk))
    assert 'value="720,50"' in page.content.decode()
    changed = {**sent, "rent": "730", "seen_version": "1"}
    assert browser.post(url("change_event", cleaning, event.pk), changed).status_code == 302
    event.refresh_from_db()
    assert (event.fields, event.version) == ({"rent": 730.0}, 2)
    assert browser.post(url("remove_event", cleaning, event.pk)).status_code == 302
    assert not MoneyEvent.objects.exists()
    kinds = list(
        Event.objects.filter(kind__startswith="purse.event").order_by("pk").values_list("kind", flat=True)
    )
    assert kinds == ["purse.event_noted", "purse.event_changed", "purse.event_removed"]


@pytest.mark.parametrize(
    ("kind", "sent", "field", "says"),
    [
        ("job_starts", {"hours": "8", "hourly_wage": "16"}, "on", "er is al werk"),
        ("hours_change", {"hours": "veel"}, "hours", "geen getal"),
        ("hours_change", {"hours": "99"}, "hours", "meer dan 60"),
        ("hours_change", {"hours": "26", "pay_day": "0"}, "pay_day", "1 of meer"),
        ("hours_change", {"hours": "26", "pay": "four_weekly"}, "on", "Eerste betaaldag"),
        ("hours_change", {"hours": "26", "first_pay_on": "31-02-2027"}, "first_pay_on", "bestaat"),
        ("job_starts", {"hourly_wage": "16"}, "hours", "Vul hier een getal in"),
        ("childcare_ends", {"child": "999999"}, "child", "bestaat niet"),
        ("childcare_ends", {}, "child", "Kies"),
        ("partner_leaves", {}, "on", "geen partner"),
        ("cost_ends", {"name": "Sportschool"}, "on", "geen vaste last"),
        ("one_off", {"name": "", "amount": "12"}, "name", "Vul hier iets in"),
        ("exemption_starts", {"regime": "alles"}, "regime", "bestaat niet"),
    ],
)
def test_an_event_that_cannot_be_gets_a_sentence_and_keeps_what_was_typed(
    as_, peter, cleaning, kind, sent, field, says
):
    page = as_(peter).post(url("note_event", cleaning, kind), {"on": typed(ahead(3)), **sent})
    assert page.status_code == 200 and says in str(page.context["form"].errors[field])
    assert f'value="{typed(ahead(3))}"' in page.content.decode() and not MoneyEvent.objects.exists()


@pytest.mark.parametrize("months", [-12, 24])
def test_a_day_outside_the_months_is_named_with_the_days_that_fit(as_, peter, cleaning, months):
    page = as_(peter).post(
        url("note_event", cleaning, "rent_changes"), {"on": typed(ahead(months)), "rent": "700"}
    )
    assert "valt buiten de maanden waarover we rekenen" in text_of(page) and not MoneyEvent.objects.exists()


def test_an_event_of_last_month_counts_and_one_of_long_ago_says_it_does_not(as_, peter, cleaning, more_hours):
    MoneyEvent.objects.update(on=ahead(-1))
    assert "Deze dag is al geweest; het telt mee." in text_of(as_(peter).get(url("months", cleaning)))
    MoneyEvent.objects.update(on=ahead(-14))
    page = as_(peter).get(url("months", cleaning))
    assert "dit telt niet meer mee" in text_of(page) and page.context["shown"].missing is None


def test_events_that_no_longer_fit_leave_a_sentence_and_a_way_to_mend_it(as_, peter, cleaning, more_hours):
    MoneyEvent.objects.update(kind="job_starts")
    page = as_(peter).get(url("months", cleaning))
    assert (
        "er is al werk" in text_of(page)
        and url("change_event", cleaning, more_hours.pk) in page.content.decode()
    )
    assert as_(peter).get(url("settlement", cleaning)).status_code == 200


def test_two_at_once_see_each_others_version(as_, peter, samira, cleaning, more_hours):
    address = url("change_event", cleaning, more_hours.pk)
    form = as_(peter).get(address).context["form"]
    was = {"was": form["was"].value(), "seen_version": "1"}
    hers = {
        "on": typed(ahead(2)),
        "hours": "24",
        "hourly_wage": "15,10",
        "pay_day": "24",
        "seen_version": "1",
    }
    assert as_(samira).post(address, hers).status_code == 302
    his = {**hers, **was, "hours": "28", "pay_day": "", "pay_day_weet_niet": "1"}
    page = as_(peter).post(address, his)
    assert page.status_code == 409
    for words in ("26", "24", "28", "Weet ik niet"):
        assert words in text_of(page)
    settled = {**hers, "seen_version": "2", "hours": "28"}
    assert as_(peter).post(address, settled).status_code == 302
    assert MoneyEvent.objects.get().fields["hours"] == 28


def press(browser, send) -> object:
    return browser.post(send.url, dict(send.fields))


def test_one_click_makes_a_promise_and_twice_makes_no_second(as_, peter, samira, cleaning, more_hours):
    browser = as_(peter)
    first = browser.get(url("months", cleaning)).context["arrange"][0]
    (send,) = first.sends
    for _ in range(2):
        assert press(browser, send).status_code == 302
    assert press(as_(samira), send).status_code == 302, "of hers it is a question, beside the promise"
    promise = Promise.objects.get()
    assert (promise.owner, promise.due_on, promise.what) == (
        "municipality",
        first.what.before,
        first.what.what,
    )
    again = browser.get(url("months", cleaning))
    made = again.context["arrange"][0]
    assert made.sends == () and made.promise_url.endswith(f"#belofte-{promise.pk}")
    assert "Dit is nu een belofte in het plan" in text_of(again)
    assert f'id="belofte-{promise.pk}"' in browser.get(made.promise_url).content.decode()


def test_the_months_ask_a_constant_number_of_questions(as_, peter, cleaning, more_hours):
    browser = as_(peter)

    def number() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert browser.get(url("months", cleaning)).status_code == 200
        return len(asked)

    number()
    few = number()
    for place in range(6):
        fields = {"name": f"Rekening {place}", "amount": -50.0}
        actions.note_event(by=peter, case=cleaning, on=ahead(3, place + 1), kind="one_off", fields=fields)
        actions.note_slip(by=peter, case=cleaning, month=ahead(-place), net=700.0, hours=None)
    facts = {"day": ahead(0), "rules": "x", "hours": 20, "hourly_wage": 15, "facts": {}, "kept_by": peter}
    KeptScenario.objects.create(
        case=cleaning, label="Som", amounts={"to_spend": 1, "more": 0, "rows": []}, **facts
    )
    assert number() == few


def test_slips_ask_a_constant_number_of_questions(as_, peter, cleaning):
    def number() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert as_(peter).get(url("slips", cleaning)).status_code == 200
        return len(asked)

    actions.note_slip(by=peter, case=cleaning, month=ahead(0), net=700.0, hours=None)
    number()
    few = number()
    for back in range(1, 6):
        actions.note_slip(by=peter, case=cleaning, month=ahead(-back), net=700.0, hours=11)
    assert number() == few


def test_a_slip_stands_beside_what_was_expected(as_, samira, cleaning):
    browser = as_(samira)
    assert "Wat er echt binnenkwam" in text_of(browser.get(url("slips", cleaning)))
    sent = {"month": f"{ahead(-1):%Y-%m}", "net": "719,80", "hours": "11"}
    assert browser.post(url("note_slip", cleaning), sent).status_code == 302
    text = text_of(browser.get(url("slips", cleaning)))
    assert "719,80" in text and "Er is 11 uur per week betaald en 12 uur verwacht." in text
    assert Event.objects.filter(kind="purse.slip_noted").count() == 1


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"month": "2001-01", "net": "700"}, "month"),
        ({"month": "x", "net": "700"}, "month"),
        ({"net": ""}, "net"),
        ({"net": "-5"}, "net"),
        ({"net": "700", "hours": "99"}, "hours"),
    ],
)
def test_a_slip_that_cannot_be_gets_a_sentence(as_, samira, cleaning, sent, field):
    given = {"month": f"{ahead(-1):%Y-%m}", **sent}
    page = as_(samira).post(url("note_slip", cleaning), given)
    assert page.status_code == 200 and page.context["form"].errors[field][0].endswith(".")
    assert not PaySlip.objects.exists()


def test_a_month_has_one_slip(as_, peter, cleaning):
    slip = actions.note_slip(by=peter, case=cleaning, month=ahead(0), net=700.0, hours=None)
    page = as_(peter).post(url("note_slip", cleaning), {"month": f"{ahead(0):%Y-%m}", "net": "1"})
    assert page.context["form"].errors["month"] and PaySlip.objects.get().net == 700
    own = {"month": f"{ahead(0):%Y-%m}", "net": "705", "seen_version": "1"}
    assert as_(peter).post(url("change_slip", cleaning, slip.pk), own).status_code == 302
    late = as_(peter).post(url("change_slip", cleaning, slip.pk), {**own, "net": "710"})
    assert late.status_code == 409 and "705" in text_of(late) and "710" in text_of(late)


def test_a_slip_that_somebody_else_noted_just_before_is_a_conflict_and_nothing_is_lost(
    peter, samira, cleaning
):
    actions.note_slip(by=samira, case=cleaning, month=ahead(0), net=700.0, hours=None)
    with pytest.raises(Conflict) as raised:
        actions.note_slip(by=peter, case=cleaning, month=ahead(0), net=710.0, hours=None)
    assert raised.value.current.net == PaySlip.objects.get().net == 700


def test_a_debt_says_until_when_and_what_is_not_computed(as_, peter, cleaning, more_hours):
    debt = {"name": "Energie", "amount": 330.0, "instalment": 110.0}
    actions.note_event(by=peter, case=cleaning, on=ahead(1), kind="debt_starts", fields=debt)
    page = as_(peter).get(url("months", cleaning))
    debts = page.context["shown"].debts
    assert debts[0].startswith("Energie: nog 330 euro, met 110 euro per maand nog 3 maanden")
    assert "beslagvrije voet; bij Geld staat een schatting" in debts[1] and debts[0] in text_of(page)
    assert any("Schuldhulpverlening laten uitrekenen" in one.what.what for one in page.context["arrange"])


def test_only_she_takes_a_slip_away(as_, peter, samira, cleaning):
    slip = actions.note_slip(by=peter, case=cleaning, month=ahead(0), net=700.0, hours=None)
    assert "weghalen" not in text_of(as_(peter).get(url("change_slip", cleaning, slip.pk)))
    assert as_(peter).post(url("remove_slip", cleaning, slip.pk)).status_code == 404
    assert "weghalen" in text_of(as_(samira).get(url("change_slip", cleaning, slip.pk)))
    assert as_(samira).post(url("remove_slip", cleaning, slip.pk)).status_code == 302
    assert not PaySlip.objects.exists()


def test_a_slip_without_a_forecast_says_what_is_missing(as_, peter, samira_case):
    actions.note_slip(by=peter, case=samira_case, month=ahead(0), net=700.0, hours=None)
    assert "Een verwachting is er nog niet" in text_of(as_(peter).get(url("slips", samira_case)))


def test_the_year_afterwards_in_words(as_, samira, cleaning, more_hours):
    page = as_(samira).get(url("settlement", cleaning))
    text, after = text_of(page), page.context["after"]
    assert [one.months_late for one in after.late] == [0, 1, 3, 6]
    for words in (
        "meteen",
        "6 maanden later",
        "Beginnen in maart of in september",
        "Een schatting:",
        "De afrekening over",
    ):
        assert words in text
    assert "Welk jaarinkomen doorgeven?" in text and "Wat niet op de loonstrook staat" in text


def test_the_same_words_serve_both_who_read_them(as_, peter, cleaning, more_hours):
    for name, more in (("months", ()), ("settlement", ()), ("month", (f"{ahead(1):%Y-%m}",))):
        assert not re.search(
            r"\b[Jj]e\b|\b[Jj]ouw?\b", text_of(as_(peter).get(url(name, cleaning, *more)))
        ), name


def test_nobody_else_reads_or_writes_them(as_, bas, aylin, cleaning, more_hours):
    for account in (bas, aylin):
        for name, more in (
            ("months", ()),
            ("slips", ()),
            ("settlement", ()),
            ("change_event", (more_hours.pk,)),
        ):
            assert as_(account).get(url(name, cleaning, *more)).status_code == 404


def test_an_event_of_another_case_looks_absent(as_, aylin, denise_case, more_hours):
    for name in ("change_event", "remove_event"):
        answer = as_(aylin).post(url(name, denise_case, more_hours.pk), {})
        assert answer.status_code == 404
    assert MoneyEvent.objects.count() == 1


def test_after_the_days_of_paying_come_the_months(as_, samira, cleaning):
    answer = as_(samira).post(
        url("part", cleaning, "betalen"), {"saldo": "-120,50", "betaaldag_huur": "3", "seen_version": "1"}
    )
    assert answer.status_code == 302 and answer.url == url("months", cleaning)
    assert as_(samira).get(answer.url).context["shown"].ledger.saldo == -120.5


def test_the_public_page_does_not_ask_for_the_account(client):
    assert "Op de rekening" not in text_of(client.get(reverse("purse:public")))


def test_a_promise_that_was_taken_away_can_be_made_again(as_, peter, cleaning, more_hours):
    browser = as_(peter)
    (send,) = browser.get(url("months", cleaning)).context["arrange"][0].sends
    press(browser, send)
    promise = Promise.objects.get()
    remove_promise(by=peter, case=cleaning, promise_id=promise.pk, seen_version=promise.version)
    (again,) = browser.get(url("months", cleaning)).context["arrange"][0].sends
    assert press(browser, again).status_code == 302
    assert Promise.objects.get().what == promise.what
    assert browser.get(url("months", cleaning)).context["arrange"][0].promise_url
