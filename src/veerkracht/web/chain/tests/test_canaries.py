"""Z3 and Z4: what she hid, who must not be approached and a secret address leave by none of the ways of the chain."""

from __future__ import annotations

import random
import re
from string import ascii_lowercase

import pytest
from django.core import mail
from django.urls import reverse

from veerkracht.web.chain import handover_actions, link_actions
from veerkracht.web.map import actions as map_actions
from veerkracht.web.people.models import Account

from .doing import As, share

CHANCE = random.Random(4)
# Four sets of words: one that was chosen, and three of letters nobody could have written an exception for.
SETS = [["rabarber-verborgen", "Ruud de ex", "Hofzicht 31", "kanarie-zin"]]
SETS += [["".join(CHANCE.choices(ascii_lowercase, k=9)) for _word in range(4)] for _set in range(3)]


@pytest.mark.parametrize("canary", SETS)
def test_the_canary_words_stand_in_no_packet_piece_or_mail(
    as_: As,
    samira,
    samira_case,
    peter,
    carla,
    partner,
    karin,
    promise,
    canary,
    django_capture_on_commit_callbacks,
) -> None:
    """Z3 and Z4: what she hid, who must not be approached, a secret address."""
    samira_case.address, samira_case.address_is_secret = canary[2], True
    samira_case.save()
    map_actions.add_node(by=samira, case=samira_case, name=canary[0], ring="micro", only_hers=True)
    ex = map_actions.add_node(by=peter, case=samira_case, name=canary[1], ring="micro", do_not_contact=True)
    coach = map_actions.add_node(by=peter, case=samira_case, name="De coach", ring="micro")
    map_actions.add_between(
        by=peter, case=samira_case, first=ex.pk, second=coach.pk, state="silent", lost=canary[3]
    )
    share(samira, partner, "money", "timetable", f"promise:{promise.pk}")
    share(samira, karin, "money", "timetable")
    row = handover_actions.make_handover(by=peter, case=samira_case, topic="Hulp", to_helper_id=partner.pk)
    handover_actions.release(by=samira, case=samira_case, handover_id=row.pk, seen_version=row.version)
    with django_capture_on_commit_callbacks(execute=True):
        link_actions.send_link(by=peter, case=samira_case, helper_id=karin.pk)
    pages = [
        reverse("chain:shared_with_me"),
        reverse("chain:pieces", args=[partner.pk]),
        reverse("chain:received", args=[row.pk]),
    ]
    seen = [as_(carla).get(page).content.decode() for page in pages] + [str(row.packet)]
    seen += _calendars(as_, samira, peter, carla)
    seen += [f"{letter.subject} {letter.body}" for letter in mail.outbox]
    assert not [word for word in canary for text in seen if word in text]
    letters = " ".join(f"{letter.subject} {letter.body}" for letter in mail.outbox)
    assert not {"Samira", "Haddad", "schuld", "gemeente"} & set(re.findall(r"\w+", letters))


def _calendars(as_: As, *people: Account) -> list[str]:
    return [as_(who).get(reverse("chain:calendar_file")).content.decode() for who in people]
