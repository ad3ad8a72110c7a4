from django.urls import path

from .able import views as able
from .childcare import service_views as services
from .childcare import views as childcare
from .employer import views as employer
from .offer import views as offer
from .plan_b import views as plan_b
from .public import views as public
from .week import block_views, part_views
from .week import views as week
from .year import views as year

app_name = "planner"
_WEEK = "mensen/<slug:public_id>/week/"
urlpatterns = [
    path(_WEEK, week.week, name="week"),
    path(f"{_WEEK}op-de-kaart/", week.put_on_map, name="put_on_map"),
    path(f"{_WEEK}kinderen/<int:child_id>/", part_views.child, name="child"),
    path(f"{_WEEK}wat-kan-wel/", able.able, name="able"),
    path(f"{_WEEK}grenzen/", part_views.limits, name="limits"),
    path(f"{_WEEK}reizen/per-reis/", part_views.leg_modes, name="leg_modes"),
    path(f"{_WEEK}reizen/<slug:mode>/", part_views.travel, name="travel"),
    path(f"{_WEEK}les/", part_views.course, name="course"),
    path(f"{_WEEK}vrij/nieuw/", block_views.block, name="add_block"),
    path(f"{_WEEK}vrij/<slug:block_key>/", block_views.block, name="block"),
    path(f"{_WEEK}vrij/<slug:block_key>/verplaatsen/", block_views.move_block, name="move_block"),
    path(f"{_WEEK}opvang/nieuw/", services.choose_service, name="choose_service"),
    path(f"{_WEEK}opvang/nieuw/<slug:care_type>/", services.add_service, name="add_service"),
    path(f"{_WEEK}opvang/<slug:service_key>/", services.service, name="service"),
    path(f"{_WEEK}les/weg/", part_views.remove_course, name="remove_course"),
    path(f"{_WEEK}vrij/<slug:block_key>/weg/", part_views.remove_block, name="remove_block"),
    path(f"{_WEEK}opvang/<slug:service_key>/weg/", part_views.remove_service, name="remove_service"),
    path(f"{_WEEK}erover/<slug:offer_key>/weg/", part_views.remove_offer, name="remove_offer"),
    path(f"{_WEEK}erover/", offer.offers, name="offers"),
    path(f"{_WEEK}erover/nieuw/", offer.add_offer, name="add_offer"),
    path(f"{_WEEK}erover/<slug:offer_key>/", offer.offer, name="offer"),
    path(f"{_WEEK}erover/<slug:offer_key>/past-het/", able.own_fit, name="own_fit"),
    path(f"{_WEEK}erover/<slug:offer_key>/veranderen/", offer.change_offer, name="change_offer"),
    path(f"{_WEEK}plan-b/", plan_b.plan_b, name="plan_b"),
    path(f"{_WEEK}plan-b/<slug:situation>/", plan_b.change_plan_b, name="change_plan_b"),
    path(f"{_WEEK}jaar/", year.year, name="year"),
    path(f"{_WEEK}jaar/veranderen/", year.change_year, name="change_year"),
    path(f"{_WEEK}betaling/", childcare.care, name="care"),
    path(f"{_WEEK}betaling/nagaan/", childcare.check, name="check_care"),
    path(f"{_WEEK}betaling/keuze/", childcare.view, name="view"),
    path(f"{_WEEK}werkgever/", employer.sheet, name="sheet"),
    path(f"{_WEEK}werkgever/schrijven/", employer.write, name="write_sheet"),
    path(f"{_WEEK}werkgever/blad.pdf", employer.pdf, name="sheet_pdf"),
    path("week", public.week, name="public"),
]
