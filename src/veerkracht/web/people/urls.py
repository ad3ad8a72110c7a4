from django.urls import path

from . import accounts, double_views, entry, hand_over, her_door_pages, new_code_pages, views

app_name = "people"
urlpatterns = [
    path("inloggen/", entry.log_in, name="log_in"),
    path("inloggen/code/", entry.code, name="code"),
    path("inloggen/app-koppelen/", entry.set_up_code, name="set_up_code"),
    path("uitloggen/", entry.log_out, name="log_out"),
    path("verder/", entry.resume, name="resume"),
    path("nog-hier/", entry.still_here, name="still_here"),
    path("mensen/", views.case_list, name="case_list"),
    path("mensen/bestand/", views.export_cases, name="export_cases"),
    path("mensen/nieuw/", views.open_case, name="open_case"),
    path("mensen/inlezen/", views.import_caseload, name="import"),
    path("mensen/inlezen/opslaan/", views.confirm_caseload, name="confirm_import"),
    path("mensen/wacht-op-u/", new_code_pages.waiting_for_you, name="waiting_for_you"),
    path("mensen/wacht-op-u/<int:request_id>/", new_code_pages.answer_new_code, name="answer_new_code"),
    path(
        "mensen/wacht-op-u/accounts/<int:account_request_id>/",
        accounts.answer_account_change,
        name="answer_account_change",
    ),
    path("mensen/<slug:public_id>/", views.case, name="case"),
    path("mensen/<slug:public_id>/gegevens/", views.change_case, name="change_case"),
    path("mensen/<slug:public_id>/kinderen/nieuw/", views.add_child, name="add_child"),
    path("mensen/<slug:public_id>/kinderen/<int:child_id>/", views.change_child, name="change_child"),
    path("mensen/<slug:public_id>/kinderen/<int:child_id>/weg/", views.remove_child, name="remove_child"),
    path("mensen/<slug:public_id>/verloop/", views.history, name="history"),
    path("mensen/<slug:public_id>/wie-keek/", views.who_looked, name="who_looked"),
    path("mensen/<slug:public_id>/uitnodigen/", her_door_pages.invite_her, name="invite"),
    path("mensen/<slug:public_id>/nieuwe-code/", new_code_pages.ask_new_code, name="ask_new_code"),
    path("uitnodiging/", her_door_pages.her_door, name="her_door"),
    path("team/doorgeven/", hand_over.hand_over_all, name="hand_over_all"),
    path("team/", views.team, name="team"),
    path("team/dubbel/", double_views.possible_doubles, name="possible_doubles"),
    path("team/dubbel/<int:held_id>/", double_views.settle_double, name="settle_double"),
    path("accounts/", accounts.account_list, name="accounts"),
    path("accounts/nieuw/", accounts.make_account, name="make_account"),
    path("accounts/<int:account_id>/", accounts.change_account, name="change_account"),
    path("mijn-wachtwoord/", accounts.own_password, name="own_password"),
]
