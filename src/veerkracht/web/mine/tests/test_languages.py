"""Her pages in Arabic, Turkish and English: complete where she reads first, said to be unchecked, names whole."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.conf import settings
from django.template.loader import get_template
from django.urls import reverse
from django.utils.translation.template import templatize

LOCALE = Path(settings.LOCALE_PATHS[0])
LANGUAGES = ("ar", "en", "tr")
FIRST_READ = ["ui/mine", "start", "plan", "_promise", "_done", "_call", "money", "_money_sentence", "week"]
FIRST_READ += ["_week_sentence", "around", "helping", "more", "talks", "looked", "changes"]
FIRST_READ += ["news", "about"]
# The two neutral names, "Mijn overzicht" and "Lijstje", stay the same for everybody. Anything else is missing.
MOST_MISSING = 2
KEYWORDS = {"gettext": None, "_": None, "ngettext": (1, 2)}


def messages_of(template: str) -> set[str]:
    text = Path(
        get_template(f"{template if '/' in template else 'mine/' + template}.html").origin.name
    ).read_text()
    python = re.sub(r"(?m)^[ \t]+", "", templatize(text))
    gathered = (each for _, each, *_ in extract("python", io.BytesIO(python.encode()), keywords=KEYWORDS))
    return {each if isinstance(each, str) else each[0] for each in gathered}


def catalog(language: str):  # type: ignore[no-untyped-def]
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as words:
        return read_po(words, locale=language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_she_reads_first_is_in_her_language(language) -> None:
    said = {m.id if isinstance(m.id, str) else m.id[0] for m in catalog(language) if m.id and m.string}
    missing = {each for name in FIRST_READ for each in messages_of(name)} - said
    assert len(missing) <= MOST_MISSING, sorted(missing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_and_amount_has_its_place_in_each_language(language) -> None:
    slot = re.compile(r"%\(\w+\)s|\{\w+\}")
    for message in catalog(language):
        if not message.id:
            continue
        asked = message.id if isinstance(message.id, str) else message.id[-1]
        forms = [message.string] if isinstance(message.string, str) else message.string[-1:]
        for form in forms:
            assert sorted(slot.findall(form)) == sorted(slot.findall(asked)), asked


def test_she_chooses_arabic_and_it_runs_from_right_to_left(as_, samira, samira_case, settings) -> None:
    browser = as_(samira)
    answer = browser.post(reverse("mine:looks"), {"language": "ar", "letters": "200"}, follow=True)
    text = browser.get(reverse("mine:start")).content.decode()
    assert '<html lang="ar" class="letters-200" dir="rtl">' in text and "مرحباً" in text and "أغلقي" in text
    assert "لم تُراجَع هذه اللغة من قبل مترجم" in text
    settings.CHECKED_LANGUAGES = ["ar"]
    assert "لم تُراجَع" not in browser.get(reverse("mine:start")).content.decode()
    assert answer.status_code == 200
    # Staff and every page that is not hers stay Dutch.
    assert 'lang="nl"' in browser.get("/seizoen/").content.decode()


def test_a_language_that_is_none_is_refused_in_a_sentence(as_, samira, samira_case) -> None:
    answer = as_(samira).post(reverse("mine:looks"), {"language": "xx", "letters": "999"})
    assert answer.status_code == 422 and "Deze keuze bestaat niet" in answer.content.decode()
