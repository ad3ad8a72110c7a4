from django.urls import path

from .views import answering, giving, intervision

app_name = "signals"
_TOPIC = "signalen/<int:topic_id>/"
urlpatterns = [
    path("mensen/<slug:public_id>/signaal/", giving.hand_in, name="hand_in"),
    path("mijn/signalen/", giving.for_her, name="for_her"),
    path("mijn/signalen/<uuid:ticket_id>/opnieuw/", giving.reopen_hers, name="reopen_hers"),
    path("mijn/signalen/<uuid:ticket_id>/terug/", giving.withdraw_hers, name="withdraw_hers"),
    path("signalen/", answering.topics, name="topics"),
    path("signalen/van-mij/", giving.mine, name="mine"),
    path("signalen/nieuw/", giving.hand_in_without, name="hand_in_without"),
    path("signalen/van-mij/<uuid:ticket_id>/opnieuw/", giving.reopen, name="reopen"),
    path("signalen/van-mij/<uuid:ticket_id>/terug/", giving.withdraw, name="withdraw"),
    path("signalen/nalezen/", answering.to_read, name="to_read"),
    path("signalen/nalezen/<uuid:ticket_id>/", answering.read_over, name="read_over"),
    path(_TOPIC, answering.topic, name="topic"),
    path(f"{_TOPIC}stap/", answering.take_step, name="take_step"),
    path(f"{_TOPIC}door/", answering.forward, name="forward"),
    path(f"{_TOPIC}naam/", answering.name_topic, name="name_topic"),
    path(f"{_TOPIC}samen/", answering.join, name="join"),
    path(f"{_TOPIC}brief.pdf", answering.letter, name="letter"),
    path("intervisie/", intervision.table, name="intervision"),
    path("intervisie/nieuw/<int:card_id>/", intervision.share_card, name="share_card"),
    path("intervisie/<uuid:shared_id>/reactie/", intervision.reply, name="reply_to_card"),
    path("intervisie/<uuid:shared_id>/weg/", intervision.take_off, name="take_card_off"),
    path("signalen/apart/<uuid:signal_id>/", answering.take_apart, name="take_apart"),
]
