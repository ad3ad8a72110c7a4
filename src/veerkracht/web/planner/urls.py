from django.urls import path

from .views import blocks, care, offers, other_days, parts, public, sheet, week

app_name = "planner"
_WEEK = "mensen/<slug:public_id>/week/"
urlpatterns = [
    path(_WEEK, week.week, name="week"),
    path(f"{_WEEK}op-de-kaart/", week.put_on_map, name="put_on_map"),
    path(f"{_WEEK}kinderen/<int:child_id>/", parts.child, name="child"),
    path(f"{_WEEK}grenzen/", parts.limits, name="limits"),
    path(f"{_WEEK}reizen/per-reis/", parts.leg_modes, name="leg_modes"),
    path(f"{_WEEK}reizen/<slug:mode>/", parts.travel, name="travel"),
    path(f"{_WEEK}les/", parts.course, name="course"),
    path(f"{_WEEK}vrij/nieuw/", blocks.block, name="add_block"),
    path(f"{_WEEK}vrij/<slug:block_key>/", blocks.block, name="block"),
    path(f"{_WEEK}vrij/<slug:block_key>/verplaatsen/", blocks.move_block, name="move_block"),
    path(f"{_WEEK}opvang/nieuw/", parts.choose_service, name="choose_service"),
    path(f"{_WEEK}opvang/nieuw/<slug:care_type>/", parts.add_service, name="add_service"),
    path(f"{_WEEK}opvang/<slug:service_key>/", parts.service, name="service"),
    path(f"{_WEEK}les/weg/", parts.remove_course, name="remove_course"),
    path(f"{_WEEK}vrij/<slug:block_key>/weg/", parts.remove_block, name="remove_block"),
    path(f"{_WEEK}opvang/<slug:service_key>/weg/", parts.remove_service, name="remove_service"),
    path(f"{_WEEK}erover/<slug:offer_key>/weg/", parts.remove_offer, name="remove_offer"),
    path(f"{_WEEK}erover/", offers.offers, name="offers"),
    path(f"{_WEEK}erover/nieuw/", offers.add_offer, name="add_offer"),
    path(f"{_WEEK}erover/<slug:offer_key>/", offers.offer, name="offer"),
    path(f"{_WEEK}erover/<slug:offer_key>/veranderen/", offers.change_offer, name="change_offer"),
    path(f"{_WEEK}plan-b/", other_days.plan_b, name="plan_b"),
    path(f"{_WEEK}plan-b/<slug:situation>/", other_days.change_plan_b, name="change_plan_b"),
    path(f"{_WEEK}jaar/", other_days.year, name="year"),
    path(f"{_WEEK}jaar/veranderen/", parts.change_year, name="change_year"),
    path(f"{_WEEK}betaling/", care.care, name="care"),
    path(f"{_WEEK}betaling/nagaan/", care.check, name="check_care"),
    path(f"{_WEEK}betaling/keuze/", care.view, name="view"),
    path(f"{_WEEK}werkgever/", sheet.sheet, name="sheet"),
    path(f"{_WEEK}werkgever/schrijven/", sheet.write, name="write_sheet"),
    path(f"{_WEEK}werkgever/blad.pdf", sheet.pdf, name="sheet_pdf"),
    path("week", public.week, name="public"),
]
