"""The year, the school holidays, and an offer laid over a week."""

from __future__ import annotations

import datetime as dt

from veerkracht.web.planner.childcare.payment import GO_WITH, ROUTES, needs, risk, routes_for
from veerkracht.web.planner.domain.saved_week import Kid, SavedWeek
from veerkracht.web.planner.domain.week_answer import family_of, school_week, week_answer
from veerkracht.web.planner.offer.rosters import lay_over
from veerkracht.web.planner.year.calendar import school_holidays, school_year
from veerkracht.web.planner.year.words import year_lines

from .test_family import golden_told

FINN = dict.fromkeys(["ma", "di", "do", "vr"], ["08:30", "14:15"]) | {"wo": ["08:30", "12:15"]}
SHOP = dict.fromkeys(["ma", "di", "wo", "do"], ["07:45", "16:15"])


def roos(vso: int = 0, bso: int = 4, **limits: int) -> SavedWeek:
    """The bicycle shop: school 8:30-14:15, Wednesday until 12:15, care 7:30-18:30, 25 minutes by bus."""
    every = {"children": ["f"], "at": "school", "open_days": ["ma", "di", "wo", "do", "vr"]}
    own = {"leave_after": "06:30", "home_by": "19:00", "load_day": 600, "load_week": 2400, **limits}
    return SavedWeek(
        (Kid("f", "Finn", 9),),
        {
            ("child", "f"): {"kind": "school", "school": FINN},
            ("service", "b"): {**every, "type": "bso", "name": "Bso", "close": "18:30", "days_school": bso},
            ("service", "v"): {
                **every,
                "type": "voorschoolse_opvang",
                "name": "Vso",
                "open": "07:30",
                "days_school": vso,
            },
            ("limits", ""): {"mode": "ov", **own},
            ("travel", "ov"): {"home-work": 25, "home-school": 8, "work-school": 25},
        },
    )


def offer(**more: object) -> dict[str, object]:
    return {
        "name": "Fietsenwinkel",
        "sort": "job",
        "days": SHOP,
        "home": 25,
        "travel": {},
        "wage": 14.71,
        **more,
    }


def test_the_bicycle_shop_misses_the_morning_and_the_page_says_how_much():
    """School opens at 8:20, three minutes to hand over, 25 + 5 by bus: there at 8:53 instead of 7:45."""
    fit = lay_over(family_of(roos()), "school", offer())
    assert not fit.fits
    assert [block.reasons for block in fit.blocks] == [
        ("Het begin is 68 minuten te vroeg, om Finn te brengen.",)
    ] * 4
    assert fit.mended is not None
    assert fit.mended.words == "maandag, dinsdag, woensdag en donderdag 09:00–17:30"
    assert (fit.mended.hours, fit.mended.as_many) == ("32 uur", True)


def test_where_nobody_has_the_child_the_employer_would_leave_out_the_day():
    """After-school care is closed on Wednesday and school is out that day: the shop without Wednesday fits."""
    told = roos(vso=4)
    closed = {**told.parts["child", "f"], "school": {d: t for d, t in FINN.items() if d != "wo"}}
    week = SavedWeek(told.kids, {**told.parts, ("child", "f"): closed})
    fit = lay_over(family_of(week), "school", offer(days={day: ["08:15", "16:15"] for day in SHOP}))
    (wednesday,) = [block for block in fit.blocks if not block.fits]
    assert wednesday.reasons == ("Voor Finn is er dan niemand (8 uur).",)
    assert fit.mended is not None
    assert (fit.mended.words, fit.mended.hours) == ("niet op woensdag", "22,5 uur")


def test_with_care_before_school_twenty_minutes_are_still_missing():
    """Open at 7:30, five minutes to hand over, 30 by bus: there at 8:05."""
    fit = lay_over(family_of(roos(vso=4)), "school", offer())
    assert [block.reasons for block in fit.blocks] == [
        ("Het begin is 20 minuten te vroeg, om Finn te brengen.",)
    ] * 4


def test_the_shop_begins_at_quarter_past_eight_and_keeps_its_hours():
    """Z8: the start moves half an hour, the end too; what is left of the difference is explained."""
    fit = lay_over(family_of(roos(vso=4)), "school", offer(), places={"school": "school"})
    assert fit.mended is not None
    assert fit.mended.words == "maandag, dinsdag, woensdag en donderdag 08:15–16:45"
    assert (fit.mended.hours, fit.mended.as_many) == ("32 uur", True)
    assert fit.mended.why == (
        "Eerder dan 08:05 kan niet: klaar met brengen (school) om 07:35, daarna 25 minuten reis en 5 minuten speling; "
        "werktijden gaan hier per kwartier.",
    )


def test_limits_that_nobody_gave_are_none():
    told = roos(vso=4, load_day=300)
    later = offer(days={"ma": ["08:15", "16:15"]})
    assert lay_over(family_of(told), "school", later).limits
    assert lay_over(family_of(told), "school", later, own_limits=False).fits


def test_two_blocks_a_day_and_a_saturday_in_turn():
    days = [
        {"day": "ma", "from": "06:30", "to": "08:00", "weeks": "every"},
        {"day": "ma", "from": "09:30", "to": "13:00", "weeks": "every"},
        {"day": "za", "from": "10:00", "to": "14:00", "weeks": "even"},
    ]
    fit = lay_over(family_of(roos(vso=4)), "school", offer(days=days))
    assert [(line.day, line.asked, line.fits) for line in fit.blocks] == [
        ("Maandag", "06:30–08:00", False),
        ("Maandag", "09:30–13:00", True),
        ("Zaterdag (even weken)", "10:00–14:00", False),
    ]
    assert fit.blocks[-1].reasons == ("Voor Finn is er dan niemand (4 uur).",)
    assert fit.hours == "7 uur"  # 1.5 and 3.5 each week, 4 every other week


def test_a_later_start_fits():
    later = {day: ["08:15", "16:15"] for day in SHOP}
    fit = lay_over(family_of(roos(vso=4)), "school", offer(days=later))
    assert fit.fits and fit.sentence == "Fietsenwinkel past in de week."
    assert (fit.hours, fit.gross) == ("30 uur", 441.3)


def test_own_limits_are_told_apart_from_the_children():
    fit = lay_over(family_of(roos(vso=4, load_day=300)), "school", offer(days={"ma": ["08:15", "16:15"]}))
    assert not fit.fits and fit.limits
    assert "niet binnen de eigen grenzen" in fit.sentence


def test_the_year_of_the_golden_family():
    """0.808 of the year covered, 7.62 hours a week on average (the golden results A0)."""
    told = golden_told()
    lines = year_lines(week_answer(told))
    assert lines is not None
    assert "81% van het jaar" in lines.sentence and "7,62 uur" in lines.school_weeks
    rows = dict(lines.rows)
    assert (rows["Tekort in vakantieweken"], rows["Tekort op studiedagen"]) == ("72 uur", "10,8 uur")


def test_school_holidays_by_region():
    """Rijksoverheid, school year 2026-2027: autumn in the south 17-25 October, in the north 10-18 October."""
    south, north = (
        {one.name: one for one in school_holidays(region, dt.date(2026, 11, 21))}
        for region in ("Zuid", "Noord")
    )
    assert (south["Herfstvakantie"].start, south["Herfstvakantie"].end) == (
        dt.date(2026, 10, 17),
        dt.date(2026, 10, 25),
    )
    assert north["Herfstvakantie"].start == dt.date(2026, 10, 10)
    assert south["Kerstvakantie"].weeks == 2
    assert school_year(dt.date(2027, 7, 31)) == (dt.date(2026, 8, 1), dt.date(2027, 7, 31))


def test_what_could_be_asked_back():
    """Two days of 10.5 hours at 10.90: 91 hours a month; at the lowest income 96% is allowance (Toeslagen, 2026)."""
    kdv = {**golden_told().parts["service", "k"], "hours_per_day": 10.5, "rate": 10.9}
    told = golden_told({("service", "k"): kdv})
    (need, _bso) = needs(told)
    assert round(need.hours) == 91 and need.cost is not None and round(need.cost) == 992
    found = risk(told, dt.date(2026, 3, 1), dt.date(2026, 1, 1), dt.date(2026, 7, 1))
    assert found is not None and found.months == 6
    assert 0.95 * need.cost < found.per_month < 0.97 * need.cost
    assert risk(SavedWeek(()), dt.date(2026, 3, 1), None, None) is None


def test_the_week_says_how_much_of_the_care_it_uses_and_when():
    told = golden_told()
    (kdv, bso) = needs(told, school_week(told))
    assert (kdv.days, kdv.used, kdv.opening) == ("2 dagen", "2 dagen", "07:30 – 18:00")
    first, last = kdv.between.split(" – ")
    assert "07:30" <= first < last <= "18:00"
    assert needs(told)[0].used == "" and bso.name == "nso"


def test_the_ways_that_go_with_a_reason_come_first():
    fitting, others = routes_for("step")
    assert [route.id for route in fitting[:3]] == ["toeslag_step", "top_up", "smi"]
    for ground in ("", *GO_WITH):
        fitting, others = routes_for(ground)
        assert sorted(r.id for r in [*fitting, *others]) == sorted(r.id for r in ROUTES)


def test_each_route_says_how_sure_it_is_and_what_can_be_asked_back():
    assert len({route.id for route in ROUTES}) == 7
    assert all(route.certainty and route.needs and route.back for route in ROUTES)
    assert any(not route.can_be_asked_back for route in ROUTES)
