from django.urls import path

from .views import cards, contact, own, placing, report, talk, talks

app_name = "guide"
_TALKS = "mensen/<slug:public_id>/gesprekken/"
_TALK = f"{_TALKS}<int:talk_id>/"
_WORDS = f"{_TALK}woorden/<int:quote_id>/"
urlpatterns = [
    path(_TALKS, talks.talks, name="talks"),
    path(f"{_TALKS}nieuw/", talks.plan_talk, name="plan_talk"),
    path(f"{_TALK}afspraak/", talks.change_talk, name="change_talk"),
    path(f"{_TALK}voorbereiden/", talks.prepare, name="prepare"),
    path(f"{_TALK}vragen/", talks.choose_questions, name="questions"),
    path(f"{_TALK}begin/", talk.start, name="start"),
    path(_TALK, talk.screen, name="talk"),
    path(f"{_TALK}samen/", talk.alone, name="alone"),
    path(f"{_TALK}concept/", talk.draft, name="draft"),
    path(f"{_TALK}woorden/", talk.add_quote, name="add_quote"),
    path(f"{_TALK}klaar/", talk.end, name="end"),
    path(f"{_TALK}afronden/", report.wrap_up, name="wrap_up"),
    path(f"{_TALK}ondertekenen/", report.sign, name="sign"),
    path(f"{_TALK}afspraken/<int:promise_id>/", placing.answer, name="answer"),
    path(f"{_TALK}verslag/", report.report, name="report"),
    path(f"{_TALK}verslag/mijn-woorden/", report.confirm, name="confirm"),
    path(f"{_TALK}verslag/reactie/", report.remark, name="remark"),
    path(f"{_TALK}verslag/aanvulling/", report.addition, name="addition"),
    path(f"{_TALK}verslag/tekst/", report.copy, name="copy"),
    path(f"{_TALK}verslag.docx", report.docx, name="docx"),
    path(f"{_TALK}gehoord/", report.heard, name="heard"),
    path(f"{_TALKS}omgekeerd/", own.swap, name="swap"),
    path(f"{_TALK}kaarten.pdf", cards.talk_deck, name="talk_deck"),
    path("gesprekskaarten/", cards.cards, name="cards"),
    path("gesprekskaarten/kaarten.pdf", cards.deck, name="deck"),
    path("spiegel/", own.mirror, name="mirror"),
    path("spiegel/gesprek/<int:talk_id>/", own.mirror_talk, name="mirror_talk"),
    path("spiegel/vragen/", own.reflections, name="reflections"),
    path("spiegel/vragen/<slug:topic>/", own.reflect, name="reflect"),
    path("spiegel/antwoorden/<int:reflection_id>/weg/", own.forget_reflection, name="forget_reflection"),
    path("spiegel/intervisie/", own.cards, name="intervision"),
    path("spiegel/intervisie/<int:card_id>/", own.card, name="card"),
    path("team/gehoord/", report.team_heard, name="team_heard"),
    path(_WORDS, placing.change_quote, name="quote"),
    path(f"{_WORDS}kaart/", placing.place_on_map, name="to_map"),
    path(f"{_WORDS}plan/", placing.place_in_plan, name="to_plan"),
    path(f"{_WORDS}wens/", placing.as_wish, name="to_wish"),
    path(f"{_WORDS}plek/", placing.put_aside, name="put_aside"),
    path(f"{_WORDS}terug/", placing.take_back, name="take_back"),
    path(f"{_TALKS}punten/", contact.add_agenda_point, name="agenda"),
    path(f"{_TALKS}punten/<int:point_id>/", contact.close_agenda_point, name="agenda_point"),
    path(f"{_TALKS}contact/", contact.note_contact, name="note_contact"),
    path(f"{_TALKS}contact/<int:note_id>/", contact.change_contact, name="contact"),
]
