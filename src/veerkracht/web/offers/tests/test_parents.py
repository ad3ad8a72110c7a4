"""Two parents: contact only when both said yes, stopped at once, and neither sees anything of the other's case."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse

from tests.cast import account, case_of
from veerkracht.web.offers import peer_actions as acts
from veerkracht.web.offers import peer_queries as reads
from veerkracht.web.offers.models import PeerContact, PeerMessage, PeerProfile
from veerkracht.web.people.models import Account, Case, Municipality
from veerkracht.web.record.models import Event

As = Callable[[Account], Client]
PAGE = reverse("offers:parents")


@pytest.fixture
def fatma_case(voorbeeld: Municipality, peter: Account) -> Case:
    return case_of(account(voorbeeld, "fatma", "Fatma Aydin", "moeder"), peter, "Fatma", "Aydin")


@pytest.fixture
def hamid_case(voorbeeld: Municipality, peter: Account, fatma_case: Case) -> Case:
    """Fatma's husband: a case of his own, in the same household."""
    case = case_of(account(voorbeeld, "hamid", "Hamid Aydin", "moeder"), peter, "Hamid", "Aydin")
    Case.objects.filter(pk=case.pk).update(household=fatma_case.household)
    case.refresh_from_db()
    return case


def opens(case: Case, name: str, words: str) -> PeerProfile:
    made: PeerProfile = acts.open_profile(by=case.account, case=case, name=name, words=words)
    return made


def test_a_mother_meets_two_mothers(as_: As, fatma_case, samira_case, denise_case) -> None:
    """Z3 step 6, as pages: she reads words without a name, asks two, and both say yes."""
    fatma, samira, denise = (as_(case.account) for case in (fatma_case, samira_case, denise_case))
    assert "Nu niemand." in fatma.get(PAGE).content.decode()
    about = reverse("offers:parent_profile")
    samira.post(about, {"name": "Sam", "words": "Ik werk nu bij een opvang."})
    denise.post(about, {"name": "Dee", "words": "Ik deed een opleiding met kinderen."})
    page = fatma.get(PAGE).content.decode()
    assert "Ik werk nu bij een opvang." in page and "Ik deed een opleiding" in page
    for hidden in ("Sam<", "Dee<", "Haddad", "Samira", "Denise"):
        assert hidden not in page
    for profile in PeerProfile.objects.all():
        fatma.post(reverse("offers:parent_ask", args=[profile.pk]), {"name": "F.", "words": "Hoe begon je?"})
    page = samira.get(PAGE).content.decode()
    assert "Iemand wil je spreken" in page and "Hoe begon je?" in page and "Aydin" not in page
    for case, mother in ((samira_case, samira), (denise_case, denise)):
        [waiting] = reads.contacts_of(case=case)
        mother.post(reverse("offers:parent_answer", args=[waiting.id]), {"antwoord": "ja"})
    page = fatma.get(PAGE).content.decode()
    assert "Jij en Sam" in page and "Jij en Dee" in page
    first = next(c for c in reads.contacts_of(case=fatma_case) if c.name == "Sam")
    fatma.post(reverse("offers:parent_write", args=[first.id]), {"words": "Zullen we koffie drinken?"})
    assert "Zullen we koffie drinken?" in samira.get(PAGE).content.decode()
    assert "Zullen we koffie drinken?" not in denise.get(PAGE).content.decode()
    samira.post(reverse("offers:parent_stop", args=[first.id]))
    assert "Zullen we koffie drinken?" not in fatma.get(PAGE).content.decode()
    assert not PeerMessage.objects.exists()
    row = PeerContact.objects.get(pk=first.id)
    assert (row.asker_name, row.asked_name, row.asker_words) == ("", "", "")


def test_her_husband_never_finds_her_and_staff_has_no_such_page(
    as_: As, fatma_case, hamid_case, samira_case, peter, bas
) -> None:
    profile = opens(fatma_case, "F.", "Ik wil in de opvang werken.")
    assert "Ik wil in de opvang werken." not in as_(hamid_case.account).get(PAGE).content.decode()
    with pytest.raises(Http404):
        acts.ask_parent(by=hamid_case.account, case=hamid_case, profile_id=profile.pk, name="x", words="y")
    assert reads.parents_to_ask(case=samira_case)[0].words == "Ik wil in de opvang werken."
    assert as_(peter).get(PAGE).status_code == 404 and as_(bas).get(PAGE).status_code == 404


def test_no_history_says_that_she_takes_part(as_: As, fatma_case, samira_case, peter) -> None:
    profile = opens(samira_case, "Sam", "Woorden")
    made = acts.ask_parent(
        by=fatma_case.account, case=fatma_case, profile_id=profile.pk, name="F", words="Dag"
    )
    acts.answer_parent(by=samira_case.account, case=samira_case, contact_id=made.pk, is_yes=True)
    events = Event.objects.filter(kind__startswith="offers.parent_")
    assert events.count() == 3
    assert not events.exclude(case_id=None, actor_id=None, object_id=None).exists()
    history = as_(peter).get(reverse("people:history", args=[fatma_case.public_id])).content.decode()
    assert "andere ouder" not in history


def test_a_no_is_final_for_who_asked(fatma_case, samira_case) -> None:
    profile = opens(samira_case, "Sam", "Woorden")
    given = {
        "by": fatma_case.account,
        "case": fatma_case,
        "profile_id": profile.pk,
        "name": "F",
        "words": "Dag",
    }
    made = acts.ask_parent(**given)
    with pytest.raises(Http404):
        acts.ask_parent(**given)
    with pytest.raises(Http404):  # her own question is not hers to answer
        acts.answer_parent(by=fatma_case.account, case=fatma_case, contact_id=made.pk, is_yes=True)
    with pytest.raises(Http404):
        acts.write_to_parent(by=fatma_case.account, case=fatma_case, contact_id=made.pk, words="Toch")
    acts.answer_parent(by=samira_case.account, case=samira_case, contact_id=made.pk, is_yes=False)
    assert reads.parents_to_ask(case=fatma_case) == []
    with pytest.raises(Http404):
        acts.ask_parent(**given)


def test_a_contact_of_others_is_absent(as_: As, fatma_case, samira_case, denise_case) -> None:
    profile = opens(samira_case, "Sam", "Woorden")
    made = acts.ask_parent(
        by=fatma_case.account, case=fatma_case, profile_id=profile.pk, name="F", words="Dag"
    )
    acts.answer_parent(by=samira_case.account, case=samira_case, contact_id=made.pk, is_yes=True)
    url = reverse("offers:parent_write", args=[made.pk])
    assert as_(denise_case.account).post(url, {"words": "Ik lees mee"}).status_code == 404
    assert not PeerMessage.objects.exists()


# --- the rule over random sequences, beside a model that knows nothing of the program's -----------------------


@dataclass
class Wants:
    """Who may be asked, and for each pair who said yes to the other; a pair is open when both did."""

    findable: set[int] = field(default_factory=set)
    yes: dict[tuple[int, int], set[int]] = field(default_factory=dict)  # (asker, asked) → who said yes
    ever: set[tuple[int, int]] = field(default_factory=set)
    said: dict[tuple[int, int], list[str]] = field(default_factory=dict)

    def live(self, one: int, other: int) -> list[tuple[int, int]]:
        return [pair for pair in self.yes if set(pair) == {one, other}]

    def may_ask(self, me: int, other: int) -> bool:
        return (
            me != other
            and other in self.findable
            and (me, other) not in self.ever
            and not self.live(me, other)
        )

    def is_open(self, pair: tuple[int, int]) -> bool:
        return self.yes.get(pair) == set(pair)

    def end(self, pair: tuple[int, int]) -> None:
        self.yes.pop(pair, None)
        self.said.pop(pair, None)

    def end_all(self, me: int) -> None:
        self.findable.discard(me)
        for pair in [pair for pair in self.yes if me in pair]:
            self.end(pair)


def _attempt(act: Callable[[], object]) -> bool:
    try:
        act()
    except Http404:
        return False
    return True


@pytest.mark.parametrize("seed", range(12))
def test_the_rule_over_random_sequences(seed, fatma_case, hamid_case, samira_case, denise_case) -> None:
    chance, model = random.Random(seed), Wants()
    cases = {case.pk: case for case in (fatma_case, hamid_case, samira_case, denise_case)}
    one_house = {fatma_case.pk, hamid_case.pk}
    for turn in range(60):
        me = chance.choice(list(cases))
        _one_step(chance, model, cases, me, one_house, f"bericht {turn}")
        for pk, case in cases.items():
            _same_as_model(model, cases, case, pk, one_house)


def _one_step(chance, model, cases, me, one_house, words) -> None:  # type: ignore[no-untyped-def]
    case, step = (
        cases[me],
        chance.choice(["open", "close", "ask", "ask", "yes", "yes", "no", "stop", "write", "write"]),
    )
    given = {"by": case.account, "case": case}
    other = chance.choice([pk for pk in cases if pk != me])
    rows = {(r.asker_id, r.asked_id): r for r in PeerContact.objects.all()}
    if step == "open":
        version = PeerProfile.objects.filter(case=case).values_list("version", flat=True).first() or 0
        acts.open_profile(**given, name=f"naam{me}", words=f"woorden{me}", seen_version=version)
        model.findable.add(me)
    elif step == "close":
        acts.close_profile(**given)
        model.end_all(me)
    elif step == "ask":
        profile = PeerProfile.objects.filter(case=cases[other]).first()
        number = profile.pk if profile else 10_000
        may = model.may_ask(me, other) and not {me, other} <= one_house
        assert (
            _attempt(lambda: acts.ask_parent(**given, profile_id=number, name=f"naam{me}", words="dag"))
            is may
        )
        if may:
            model.yes[(me, other)] = {me}
            model.ever.add((me, other))
    elif rows:
        pair, row = chance.choice(sorted(rows.items()))
        if step in ("yes", "no"):
            may = pair in model.yes and pair[1] == me and me not in model.yes[pair]
            is_yes = step == "yes"
            assert _attempt(lambda: acts.answer_parent(**given, contact_id=row.pk, is_yes=is_yes)) is may
            if may and is_yes:
                model.yes[pair].add(me)
            elif may:
                model.end(pair)
        elif step == "stop":
            may = pair in model.yes and me in model.yes[pair]
            assert _attempt(lambda: acts.stop_contact(**given, contact_id=row.pk)) is may
            if may:
                model.end(pair)
        else:
            may = model.is_open(pair) and me in pair
            assert _attempt(lambda: acts.write_to_parent(**given, contact_id=row.pk, words=words)) is may
            if may:
                model.said.setdefault(pair, []).append(words)


def _same_as_model(model, cases, case, pk, one_house) -> None:  # type: ignore[no-untyped-def]
    seen = {c.id: c for c in reads.contacts_of(case=case)}
    live = {pair for pair in model.yes if pk in pair}
    rows = {(r.asker_id, r.asked_id): r for r in PeerContact.objects.filter(pk__in=seen)}
    assert set(rows) == live
    for pair, row in rows.items():
        shown, other = seen[row.pk], pair[0] if pair[1] == pk else pair[1]
        assert shown.is_open is model.is_open(pair)
        assert [m.words for m in shown.messages] == (model.said.get(pair, []) if shown.is_open else [])
        knows_name = shown.is_open or pair[1] == pk
        assert shown.name == (f"naam{other}" if knows_name else "")
    asked = {each.words for each in reads.parents_to_ask(case=case)}
    assert asked == {
        f"woorden{other}" for other in cases if model.may_ask(pk, other) and not {pk, other} <= one_house
    }
    assert PeerMessage.objects.count() == sum(len(said) for said in model.said.values())
