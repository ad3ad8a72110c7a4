"""Leesbaarheid: suggestions for our own texts, while typing or on a button. Nothing of it is kept."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from veerkracht.web.people.doors import SignedInRequest, signed_in
from veerkracht.web.ui.forms import Form

from ..domain import hints
from ..words import hint_in_words

MOST = 6_000  # characters that are looked at


def hints_for(form: Form) -> list[str]:
    """The suggestions for the texts of this form that are ours; a form of her words has none."""
    texts = [str(form.data.get(name, "")) for name in getattr(form, "checked", ())]
    return [hint_in_words(hint) for hint in hints("\n".join(texts)[:MOST])]


def watch(form: Form) -> Form:
    """Ask for suggestions while typing, where there is JavaScript."""
    for name in getattr(form, "checked", ()):
        form.fields[name].widget.attrs |= {
            "hx-post": reverse("plan:readability"),
            "hx-trigger": "input changed delay:700ms",
            "hx-target": "#leesbaarheid",
            "hx-swap": "innerHTML",
            "hx-params": name,
        }
    return form


@signed_in("account_eigen", post="read")
def readability(request: SignedInRequest) -> HttpResponse:
    """No case in the address and no look in her log: it is about a sentence that is being typed."""
    typed = "\n".join(str(value) for name, value in request.POST.items() if name != "csrfmiddlewaretoken")
    hint_sentences = [hint_in_words(hint) for hint in hints(typed[:MOST])]
    return render(request, "plan/_hints.html", {"hints": hint_sentences})
