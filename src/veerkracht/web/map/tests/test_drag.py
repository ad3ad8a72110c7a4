"""A push goes where the hand points: the geometry is checked against points of the sheet, not against itself."""

import math

import pytest

from veerkracht.web.map.domain import Closeness, MapNode, Ring, SystemMap
from veerkracht.web.map.drag import dropped, stepped
from veerkracht.web.map.drawing import MapSheet, lay_out
from veerkracht.web.map.drawing.style import frame_for

ARROWS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}


def one(ring=Ring.EXO, closeness=Closeness.NORMAL, angle=None):
    return SystemMap("Samira", (MapNode("1", "Oma", ring, closeness=closeness, angle=angle),))


def moved(system_map, place):
    node = MapNode("1", "Oma", place.ring, closeness=place.closeness, angle=place.angle)
    return SystemMap(system_map.mother, (node,))


@pytest.mark.parametrize("sheet", list(MapSheet))
@pytest.mark.parametrize("angle", [20.0, 75.0, 110.0, 160.0, 200.0, 250.0, 290.0, 340.0])
@pytest.mark.parametrize("arrow", ARROWS)
def test_an_arrow_goes_the_way_it_points(sheet, angle, arrow):
    before = one(angle=angle)
    after = moved(before, stepped(before, "1", arrow, sheet))
    a, b = (lay_out(each, sheet).spots["1"] for each in (before, after))
    across, down = ARROWS[arrow]
    assert (b.x - a.x) * across + (b.y - a.y) * down > 0


def test_closer_and_further_pass_every_stop_and_end_at_the_edge():
    system_map, seen = one(Ring.MICRO, Closeness.CLOSE), []
    for _ in range(7):
        place = stepped(system_map, "1", "further", MapSheet.WIDE)
        seen.append((place.ring, place.closeness))
        system_map = moved(system_map, place)
    assert seen[:2] == [("micro", "normal"), ("micro", "far")]
    assert [ring for ring, _ in seen[2:]] == ["meso", "exo", "macro", "macro", "macro"]
    for _ in range(7):
        system_map = moved(system_map, stepped(system_map, "1", "closer", MapSheet.WIDE))
    assert (system_map.nodes[0].ring, system_map.nodes[0].closeness) == ("micro", "close")


def test_who_was_never_turned_stays_on_the_side_of_the_group():
    assert stepped(one(), "1", "closer", MapSheet.WIDE).angle is None
    assert stepped(one(), "1", "turn_left", MapSheet.WIDE).angle is not None


@pytest.mark.parametrize("sheet", list(MapSheet))
@pytest.mark.parametrize("ring", list(Ring))
@pytest.mark.parametrize("angle", [0.0, 33.0, 90.0, 180.0, 271.5])
def test_a_drop_on_a_place_is_that_place(sheet, ring, angle):
    frame = frame_for(sheet)
    for closeness in Closeness if ring is Ring.MICRO else (Closeness.NORMAL,):
        place = dropped(*frame.at(frame.rho(ring, closeness), angle), sheet)
        assert (place.ring, place.closeness) == (ring, closeness)
        assert math.isclose(place.angle or 0.0, angle, abs_tol=0.11)
