"""How full the week of help is: Z4 of the scenarios (seven appointments, four places, nine hours of travel)."""

from __future__ import annotations

from veerkracht.web.chain.domain.load import Visits, week_load


def test_mirjam_has_seven_appointments_in_four_places_and_nine_hours_on_the_road() -> None:
    visits = [
        Visits(in_four_weeks=4, place="Wijkteam", travel_minutes=80),
        Visits(in_four_weeks=8, place="Praktijk", travel_minutes=90),
        Visits(in_four_weeks=8, place="Gemeente", travel_minutes=70),
        Visits(in_four_weeks=4, place="School ", travel_minutes=60),
        Visits(in_four_weeks=4, place="school", travel_minutes=80),
        Visits(in_four_weeks=0, place="Nergens", travel_minutes=600),
    ]
    load = week_load(visits)
    assert (load.appointments, load.places, load.travel_hours) == (7, 4, 9)
    assert load.is_full


def test_once_in_four_weeks_is_a_quarter_rounded_to_halves() -> None:
    assert week_load([Visits(in_four_weeks=1)]).appointments == 0.5
    assert week_load([Visits(in_four_weeks=2)]).appointments == 0.5
    assert week_load([Visits(in_four_weeks=6)]).appointments == 1.5


def test_nobody_asks_nothing() -> None:
    load = week_load([])
    assert (load.appointments, load.places, load.travel_hours, load.is_full) == (0, 0, 0, False)
