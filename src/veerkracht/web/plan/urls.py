from django.urls import path

from .views import goals, map_moves, papers, parts, plan, promises, proposals, readability, sums, versions

app_name = "plan"
_PLAN = "mensen/<slug:public_id>/plan/"
_PROMISE = f"{_PLAN}beloften/<int:promise_id>/"
_GOAL = f"{_PLAN}doelen/<int:goal_id>/"
_PROPOSAL = f"{_PLAN}voorstellen/<int:proposal_id>/"
_ACTIVITY = f"{_PLAN}samen/<int:activity_id>/"
urlpatterns = [
    path(_PLAN, plan.plan, name="plan"),
    path(f"{_PLAN}verhaal/", plan.write_story, name="story"),
    path(f"{_PLAN}wens/", plan.write_wish, name="wish"),
    path(f"{_PLAN}ritme/", plan.agree_rhythm, name="rhythm"),
    path(f"{_PLAN}beloften/nieuw/", promises.make_promise, name="make_promise"),
    path(f"{_PLAN}afspraken/<path:rest>", plan.moved_promise, name="moved_promise"),
    path(_PROMISE, promises.change_promise, name="change_promise"),
    path(f"{_PLAN}beloften/zo-lezen/", promises.promise_sentences, name="promise_sentences"),
    path(f"{_PROMISE}zo-lezen/", promises.word_promise, name="word_promise"),
    path(f"{_PROMISE}antwoord/", promises.answer_promise, name="answer"),
    path(f"{_PROMISE}gedaan/", promises.mark_done, name="mark_done"),
    path(f"{_PROMISE}klopt/", promises.confirm_done, name="confirm_done"),
    path(f"{_PROMISE}weg/", promises.remove_promise, name="remove_promise"),
    path(f"{_PLAN}doelen/nieuw/", goals.add_goal, name="add_goal"),
    path(_GOAL, goals.change_goal, name="change_goal"),
    path(f"{_GOAL}nu/", goals.say_where, name="say_where"),
    path(f"{_GOAL}weg/", goals.remove_goal, name="remove_goal"),
    path(f"{_PLAN}voorstellen/nieuw/", proposals.add_proposal, name="add_proposal"),
    path(_PROPOSAL, proposals.change_proposal, name="change_proposal"),
    path(f"{_PROPOSAL}antwoord/", proposals.reply_to, name="reply"),
    path(f"{_PROPOSAL}antwoord/meteen/", proposals.reply_at_once, name="reply_at_once"),
    path(f"{_PROPOSAL}reactie/", proposals.answer_reply, name="answer_reply"),
    path(f"{_PROPOSAL}weg/", proposals.remove_proposal, name="remove_proposal"),
    path(f"{_PLAN}ontheffing/", proposals.ask_exemption, name="exemption"),
    path(f"{_PLAN}samen/nieuw/", parts.add_activity, name="add_activity"),
    path(_ACTIVITY, parts.change_activity, name="change_activity"),
    path(f"{_ACTIVITY}weg/", parts.remove_activity, name="remove_activity"),
    path(f"{_PLAN}sommen/erbij/<int:kept_id>/", sums.add_sum, name="add_sum"),
    path(f"{_PLAN}sommen/<int:sum_id>/weg/", sums.remove_sum, name="remove_sum"),
    path(f"{_PLAN}weging/", parts.weigh, name="weigh"),
    path(f"{_PLAN}wet/", parts.choose_laws, name="laws"),
    path(f"{_PLAN}vaststellen/", versions.fix_plan, name="fix"),
    path(f"{_PLAN}van-de-kaart/", map_moves.promise_from_map, name="promise_from_map"),
    path(f"{_PLAN}van-de-kaart/<int:between_id>/hersteld/", map_moves.mended, name="mended"),
    path(f"{_PLAN}versies/<int:number>/", versions.fixed_plan, name="fixed"),
    path(f"{_PLAN}versies/<int:number>/naast/", versions.compare, name="compare"),
    path(f"{_PLAN}in-beweging/", papers.moving, name="moving"),
    path(f"{_PLAN}brief.pdf", papers.letter, name="letter"),
    path(f"{_PLAN}blad.pdf", papers.one_page, name="one_page"),
    path(f"{_PLAN}plan.pdf", papers.plan_paper, name="paper"),
    path("leesbaarheid/", readability.readability, name="readability"),
]
