"""The catalogue of the demo municipality: the example set, somebody in a group, and two parents to be asked."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

from veerkracht.web.offers import actions, group_actions, peer_actions
from veerkracht.web.offers.models import CatalogueOffer
from veerkracht.web.people.models import Account, Case


def load_offers(today: dt.date) -> None:
    actions.add_examples(by=Account.objects.get(login="femke"))
    parents = tomllib.loads(Path(__file__).with_name("parents.toml").read_text(encoding="utf-8"))["parents"]
    for parent in parents:
        case = Case.objects.get(account__login=parent["login"])
        given = {"by": case.account, "case": case}
        peer_actions.open_profile(**given, name=parent["name"], words=parent["words"])
    walking = CatalogueOffer.objects.get(weekday="vr", is_example=True)
    amber = Case.objects.get(account__login="amber")
    group_actions.join_group(by=amber.account, case=amber, offer_id=walking.pk, wants_reminder=False)
