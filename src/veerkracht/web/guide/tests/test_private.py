"""What a professional keeps for herself is on nobody else's page, in no search, log, letter or copy."""

from __future__ import annotations

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse
from django.utils import timezone
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from veerkracht.method.library import items
from veerkracht.web.guide import actions, queries
from veerkracht.web.guide.domain.reflection import names_in, swapped, topic_groups
from veerkracht.web.guide.models import IntervisionCard, MirrorTick, Reflection
from veerkracht.web.people.models import Assignment
from veerkracht.web.people.queries import history
from veerkracht.web.people.who_looked import who_looked
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.record.models import Event, Reading

CANARY = "kanariegeel"
OWN_PAGES = ("mirror", "reflections", "intervision")


@pytest.fixture
def secrets(peter, samira_case, talk) -> None:
    """Peter wrote about himself, in every place where he can."""
    about = {"by": peter, "about": peter}
    actions.reflect(**about, topic="S8", words=f"Ik voel druk. {CANARY}")
    actions.reflect(**about, topic="V1", words=CANARY)
    actions.write_card(**about, situation=CANARY, tried=CANARY, system=CANARY, question=CANARY)
    actions.tick_mirror(**about, talk_id=talk.pk, factors=["F4", "F16"])
    plan_actions.write_wish(by=peter, case=samira_case, wish="Koken.", seen_version=1)
    actions.add_quote(by=peter, case=samira_case, talk_id=talk.pk, words="Ik kook graag.")
    actions.end_talk(by=peter, case=samira_case, talk_id=talk.pk)
    talk.refresh_from_db()
    shown = queries.report_text(talk=talk, case=samira_case).hash
    actions.sign_report(by=peter, case=samira_case, talk_id=talk.pk, shown_hash=shown, seen="Wat ik zag.")


def _addresses(case, talk) -> list[str]:
    """Every page of the program that a GET can reach, with the arguments of this case."""
    given = {"public_id": case.public_id, "talk_id": talk.pk, "topic": "S8"}
    found = []
    for name, routes in _routes():
        for _pattern, wanted in routes:
            arguments = {key: given.get(key, 1) for key in wanted}
            try:
                found.append(reverse(name, kwargs=arguments))
            except Exception:  # noqa: BLE001 - an address with an argument of another kind: not one of ours
                continue
    return sorted(set(found))


def _routes():
    for space, (_, resolver) in get_resolver().namespace_dict.items():
        for name in resolver.reverse_dict:
            if isinstance(name, str):
                yield f"{space}:{name}", [(p, w) for p, w in resolver.reverse_dict.getlist(name)[0][0]]


def _readable(answer) -> str:
    content = b"".join(answer) if answer.streaming else answer.content
    kind = answer.get("Content-Type", "")
    if "pdf" in kind:
        return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if "wordprocessing" in kind:
        return "\n".join(p.text for p in Document(io.BytesIO(content)).paragraphs)
    return content.decode("utf-8", "replace")


def test_on_no_page_of_anybody_else(
    as_, aylin, bas, marleen, samira, denise, others, samira_case, denise_case, talk, secrets
):
    Assignment.objects.create(
        case=samira_case,
        account=aylin,
        kind="stand_in",
        starts_on=timezone.localdate(),
        ends_on=timezone.localdate(),
    )
    pages = _addresses(samira_case, talk)
    assert len(pages) > 40
    for who in (aylin, bas, marleen, samira, denise, *others.values()):
        client = as_(who)
        for page in pages:
            text = _readable(client.get(page))
            assert CANARY not in text, (who.login, page)
        search = client.get(reverse("people:case_list"), {"zoek": CANARY})
        assert search.status_code == 404 or "Er is niemand" in _readable(search)


def test_not_even_on_the_pages_of_the_case_for_its_own_writer(as_, peter, samira_case, talk, secrets):
    client = as_(peter)
    about_her = [page for page in _addresses(samira_case, talk) if samira_case.public_id in page]
    for page in about_her:
        assert CANARY not in _readable(client.get(page)), page


def test_the_writer_finds_it_back(as_, peter, talk, secrets):
    for name in ("reflections", "intervision"):
        assert CANARY in as_(peter).get(reverse(f"guide:{name}")).content.decode()
    card = IntervisionCard.objects.get()
    assert CANARY in as_(peter).get(reverse("guide:card", args=[card.pk])).content.decode()
    mirror = as_(peter).get(reverse("guide:mirror")).content.decode()
    assert mirror.count('aria-label="herkend"') == 2


def test_no_log_of_the_case_knows_of_it(as_, peter, samira_case, talk, secrets):
    before = Reading.objects.count()
    for page in (
        *(reverse(f"guide:{name}") for name in OWN_PAGES),
        reverse("guide:mirror_talk", args=[talk.pk]),
    ):
        assert as_(peter).get(page).status_code == 200
    assert Reading.objects.count() == before
    own = Event.objects.filter(kind="guide.own_note_kept")
    assert own.count() == 4
    assert not own.exclude(case_id=None, object_id=None, object_type="").exists()
    looked = [words for day in who_looked(case=samira_case) for who in day.people for words in who.looked_at]
    told = [one.words for one in history(case=samira_case)] + looked
    assert not [words for words in told if "zichzelf" in words or "spiegel" in words]


def test_nobody_else_opens_changes_or_wipes_it(as_, aylin, marleen, samira, others, talk, secrets):
    card, reflection = IntervisionCard.objects.get(), Reflection.objects.first()
    for who in (aylin, marleen, samira, *others.values()):
        client = as_(who)
        assert client.get(reverse("guide:card", args=[card.pk])).status_code == 404
        assert client.post(reverse("guide:card", args=[card.pk])).status_code == 404
        assert client.post(reverse("guide:forget_reflection", args=[reflection.pk])).status_code == 404
        assert client.get(reverse("guide:mirror_talk", args=[talk.pk])).status_code == 404
        assert (
            client.post(reverse("guide:mirror_talk", args=[talk.pk]), {"factors": ["F1"]}).status_code == 404
        )
    for who in (marleen, samira, *others.values()):
        for name in OWN_PAGES:
            assert as_(who).get(reverse(f"guide:{name}")).status_code == 404
    assert (IntervisionCard.objects.count(), Reflection.objects.count(), MirrorTick.objects.count()) == (
        1,
        2,
        1,
    )


def test_wiping_is_the_writers_own_button(as_, peter, secrets):
    as_(peter).post(reverse("guide:card", args=[IntervisionCard.objects.get().pk]))
    for reflection in list(Reflection.objects.all()):
        as_(peter).post(reverse("guide:forget_reflection", args=[reflection.pk]))
    assert not IntervisionCard.objects.exists() and not Reflection.objects.exists()


def test_after_a_change_of_klantmanager_the_name_is_gone_from_the_mirror(
    as_, peter, samira_case, talk, secrets
):
    assert "Samira" in as_(peter).get(reverse("guide:mirror")).content.decode()
    Assignment.objects.filter(account=peter).delete()
    page = as_(peter).get(reverse("guide:mirror")).content.decode()
    assert "Samira" not in page and 'aria-label="herkend"' in page


def test_a_card_with_a_name_in_it_is_sent_back(as_, peter, samira_case):
    data = {"situation": "Samira durft de brief niet te openen.", "question": "Hoe helpen we?"}
    page = as_(peter).post(reverse("guide:intervision"), data).content.decode()
    assert "Hier staat een naam: Samira" in page and "durft de brief" in page
    assert not IntervisionCard.objects.exists()
    for child in ("Yara", "yara"):
        as_(peter).post(
            reverse("guide:intervision"), {"situation": "Een moeder.", "question": f"En {child}?"}
        )
    assert not IntervisionCard.objects.exists()
    as_(peter).post(reverse("guide:intervision"), {"situation": "Een moeder.", "question": "Hoe helpen we?"})
    assert IntervisionCard.objects.count() == 1


def test_the_mirror_asks_the_same_number_of_questions(as_, peter, samira_case, talk, secrets):
    client, counts = as_(peter), []
    for _ in range(2):
        client.get(reverse("guide:mirror"))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("guide:mirror"))
        counts.append(len(asked))
        for _n in range(10):
            more = actions.plan_talk(by=peter, case=samira_case, on=talk.on)
            actions.start_talk(by=peter, case=samira_case, talk_id=more.pk)
            actions.tick_mirror(by=peter, about=peter, talk_id=more.pk, factors=["F1"])
    assert counts[0] == counts[1] < 12


# --- the rules without a database -----------------------------------------------------------------------------
def test_all_nine_questions_about_the_system_are_asked():
    asked = {topic.id for group in topic_groups() for topic in group.topics}
    assert {one.id for one in items("S")} <= asked
    assert len(items("F")) == 31


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Zij zorgt voor haar kinderen.", "Hij zorgt voor zijn kinderen."),
        ("Deze moeder wil werken.", "Deze vader wil werken."),
        ("Hij haalt ze op.", "Zij haalt hij op."),
        ("Zijn hamer is van hem.", "Haar hamer is van haar."),
        ("Mevrouw belt de school.", "Meneer belt de school."),
    ],
)
def test_man_and_woman_changed_places(text, other):
    assert swapped(text) == other


@given(st.text(max_size=200))
def test_swapping_never_fails_and_keeps_everything_that_is_no_word(text):
    def bare(words: str) -> str:
        return "".join(c for c in words if not c.isalpha())

    assert bare(swapped(text)) == bare(text)


def test_a_name_is_found_as_a_word_and_not_inside_one():
    assert names_in("Roos plukt een roos.", ["Roos"]) == ["Roos"]
    assert names_in("De rozentuin van El.", ["Roze", "E"]) == []
    assert names_in("Mevrouw de Rooij belde", ["de Rooij"]) == ["de Rooij"]
    assert names_in("Zij vindt de brief moeilijk.", ["de Rooij"]) == []
