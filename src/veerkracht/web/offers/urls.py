from django.urls import path

from . import care_views, catalogue_views, group_views, peer_views, search_views

app_name = "offers"
CASE = "mensen/<slug:public_id>/aanbod/"
urlpatterns = [
    path(CASE, search_views.for_case, name="for_case"),
    path(f"{CASE}kaart/<int:factor_id>/", search_views.for_factor, name="for_factor"),
    path(f"{CASE}doel/<int:goal_id>/", search_views.for_goal, name="for_goal"),
    path(f"{CASE}<int:offer_id>/neem/", search_views.take, name="take"),
    path("mensen/<slug:public_id>/opvang/", care_views.find_care, name="find_care"),
    path("mensen/<slug:public_id>/opvang/<int:centre_id>/", care_views.put_in_week, name="put_in_week"),
    path(
        "mensen/<slug:public_id>/opvang/<int:centre_id>/in-plaats-van/",
        care_views.replace_care,
        name="replace_care",
    ),
    path("mensen/<slug:public_id>/groepen/", group_views.groups, name="groups"),
    path("mensen/<slug:public_id>/groepen/<int:offer_id>/mee/", group_views.join, name="join_group"),
    path("mensen/<slug:public_id>/groepen/<int:offer_id>/stop/", group_views.leave, name="leave_group"),
    path("mijn/samen/", peer_views.parents, name="parents"),
    path("mijn/samen/over/", peer_views.profile, name="parent_profile"),
    path("mijn/samen/stop/", peer_views.close, name="parent_close"),
    path("mijn/samen/vraag/<int:profile_id>/", peer_views.ask, name="parent_ask"),
    path("mijn/samen/<int:contact_id>/antwoord/", peer_views.answer, name="parent_answer"),
    path("mijn/samen/<int:contact_id>/stop/", peer_views.stop, name="parent_stop"),
    path("mijn/samen/<int:contact_id>/bericht/", peer_views.write, name="parent_write"),
    path("aanbod/", catalogue_views.catalogue, name="catalogue"),
    path("aanbod/nieuw/", catalogue_views.add_offer, name="add_offer"),
    path("aanbod/<int:offer_id>/", catalogue_views.change_offer, name="change_offer"),
    path("aanbod/<int:offer_id>/stop/", catalogue_views.stop_offer, name="stop_offer"),
    path("aanbod/opvang/nieuw/", catalogue_views.add_centre, name="add_centre"),
    path("aanbod/opvang/<int:centre_id>/", catalogue_views.change_centre, name="change_centre"),
    path("aanbod/opvang/<int:centre_id>/stop/", catalogue_views.stop_centre, name="stop_centre"),
    path("aanbod/voorbeelden/", catalogue_views.add_examples, name="add_examples"),
    path("aanbod/voorbeelden/stop/", catalogue_views.stop_examples, name="stop_examples"),
    path("aanbod/inlezen/<slug:sheet>/", catalogue_views.read_file, name="read_file"),
    path("aanbod/inlezen/<slug:sheet>/opslaan/", catalogue_views.confirm_file, name="confirm_file"),
]
