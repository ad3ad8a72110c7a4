"""Writes of her own place. Of no case: nothing of it stands in the history that others read."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account

from .models import CoverWord, Looks


@action("mine.cover_word_chosen", allow=("update", "account_eigen"))
def choose_cover_word(*, by: Account, word: str) -> CoverWord:
    """Choosing again replaces the word of before."""
    row, _made = CoverWord.objects.update_or_create(account=by, defaults={"word_hash": make_password(word)})
    return row


@action("mine.looks_chosen", allow=("update", "account_eigen"))
def choose_looks(*, by: Account, language: str, letters: str) -> Looks:
    """In which language, and how large, from the next page on."""
    chosen = {"language": language, "letters": letters}
    row, _made = Looks.objects.update_or_create(account=by, defaults=chosen)
    return row
