from django.urls import path

from .views import figures, scan, together

app_name = "policy"
urlpatterns = [
    path("cijfers/", figures.figures, name="figures"),
    path("cijfers/vraag/", figures.ask, name="ask"),
    path("cijfers/raad.pdf", figures.report_pdf, name="report_pdf"),
    path("cijfers/raad.xlsx", figures.report_sheet, name="report_sheet"),
    path("cijfers/samen/", together.company, name="company"),
    path("cijfers/samen/vragen/", together.propose, name="propose_company"),
    path("cijfers/samen/antwoord/", together.answer, name="answer_company"),
    path("cijfers/samen/stoppen/", together.stop, name="stop_company"),
    path("cijfers/<str:quarter>/", figures.quarter, name="quarter"),
    path("zelfscan/", scan.scan, name="scan"),
    path("zelfscan/acties/<int:action_id>/gedaan/", scan.finish_action, name="finish_action"),
    path("zelfscan/<str:question>/", scan.answer, name="answer"),
    path("zelfscan/<str:question>/actie/", scan.add_action, name="add_action"),
    path("bewijs/", scan.evidence, name="evidence"),
]
