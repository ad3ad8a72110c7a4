from django.urls import path

from . import end_views, stop_views, views

app_name = "aftercare"
CASE = "mensen/<slug:public_id>/nazorg/"
urlpatterns = [
    path(CASE, views.aftercare, name="aftercare"),
    path(f"{CASE}erbij/", views.add_start, name="add_start"),
    path(f"{CASE}<int:start_id>/", views.change_start, name="change_start"),
    path(f"{CASE}<int:start_id>/bellen/", views.choose_moments, name="choose_moments"),
    path(f"{CASE}<int:start_id>/tegenzit/", views.plan_relapse, name="plan_relapse"),
    path(f"{CASE}<int:start_id>/week/", views.note_week, name="note_week"),
    path(f"{CASE}<int:start_id>/stopt/", stop_views.stop, name="stop"),
    path(f"{CASE}<int:start_id>/verder/", stop_views.fall_back, name="fall_back"),
    path(f"{CASE}<int:start_id>/toch/", stop_views.go_on, name="go_on"),
    path(f"{CASE}gesprek/<int:aftercare_talk_id>/", views.hold_talk, name="hold_talk"),
    path(f"{CASE}einde/", end_views.good_end, name="good_end"),
    path(f"{CASE}einde/schrijven/", end_views.write_end, name="write_end"),
]
