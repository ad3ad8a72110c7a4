"""From an empty case: her own budget, training laid over her week, a slow start, a relapse by the plan, a good end."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK
from tests.journeys.test_two_stories import new_case, send, tell, text_of

PHONE = {"width": 360, "height": 740}
WIDTHS = pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
PASSWORD = "groene fiets in de regen"
TODAY = dt.date.today()


def typed(days: int = 0) -> str:
    return f"{TODAY + dt.timedelta(days=days):%d-%m-%Y}"


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f'main [name="{name}"]').select_option(value)


def save(page: Page) -> None:
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name="Opslaan").press("Enter")
    assert page.locator("main .utrecht-form-field--invalid").count() == 0, page.locator("main").inner_text()


def her_page(staff: Page, open_page, case: str, login: str, size: dict[str, int]) -> Page:
    """A code on paper, a name and a password of her own, and her own browser."""
    staff.goto(f"{case}uitnodigen/")
    staff.get_by_role("button", name="Code maken").press("Enter")
    code = staff.locator("main code").inner_text()
    hers: Page = open_page("", size)
    hers.goto("/uitnodiging/")
    for name, text in (("code", code), ("login", login), ("password", PASSWORD), ("again", PASSWORD)):
        hers.locator(f'[name="{name}"]').fill(text)
    hers.get_by_role("button", name="Opslaan").press("Enter")
    hers.locator('[name="login"]').fill(login)
    hers.locator('[name="password"]').fill(PASSWORD)
    with hers.expect_navigation():
        hers.locator('[name="password"]').press("Enter")
    return hers


def decide(lead: Page, what: str, answer: str, reason: str, *, amount: str = "", again: str = "") -> None:
    """The team lead finds it on Wacht op u, reads it and answers with a reason."""
    lead.goto("/mensen/wacht-op-u/")
    row = lead.locator("tr", has_text=what).first
    row.get_by_role("link", name="Lezen en beslissen").press("Enter")
    lead.locator(f'[name="decision"][value="{answer}"]').check()
    lead.locator('[name="reason"]').fill(reason)
    if amount:
        lead.locator('[name="cents"]').fill(amount)
    if again:
        lead.locator('[name="again_on"]').fill(again)
    save(lead)


@WIDTHS
def test_denise_asks_a_fee_a_laptop_and_two_evenings_and_sees_what_is_left(open_page, check, size) -> None:
    peter = open_page("Peter van Dongen", size)
    case = new_case(peter, f"Deni {size['width']}", {"Jay": "14-10-2012", "Mila": "14-03-2017"})
    number = case.split("/mensen/")[1].strip("/")
    hers = her_page(peter, open_page, case, f"deni{size['width']}", size)
    hers.goto(f"/mensen/{number}/budget/")
    expect(hers.get_by_text("Nog niets. Dat mag.")).to_be_visible()
    check(hers)
    for what, cost in (
        (f"Lesgeld AD {size['width']}", "5060"),
        (f"Een laptop {size['width']}", "650"),
        (f"Opvang Mila, twee avonden {size['width']}", "1.200,50"),
    ):
        send(
            hers,
            f"/mensen/{number}/budget/vragen/",
            {"what": what, "cost_cents": cost, "why": "Voor mijn studie"},
        )
    check(hers)

    lead = open_page("Marleen Smits", size)
    lead.goto("/mensen/wacht-op-u/")
    check(lead)
    decide(lead, f"Lesgeld AD {size['width']}", "yes", "Met dit diploma red je het zelf.")
    decide(lead, f"Een laptop {size['width']}", "partly", "Een goede laptop kan voor 500.", amount="500")
    decide(
        lead, f"twee avonden {size['width']}", "no", "De avonden lopen via de toeslag.", again="01-03-2027"
    )
    assert lead.goto(case).status == 404, "her team lead opens no case"

    hers.goto(f"/mensen/{number}/budget/")
    check(hers)
    page = text_of(hers, f"/mensen/{number}/budget/")
    for words in (
        "Ja: € 5.060,00 Marleen Smits",
        "Een deel: € 500,00",
        "Een goede laptop kan voor 500.",
        "De avonden lopen via de toeslag. Opnieuw bespreken op 1 maart 2027.",
        "Toegezegd € 5.560,00 Uitgegeven € 0,00 Over € 5.560,00",
    ):
        assert words in page, words
    hers.get_by_role("link", name=re.compile(f"Ik gaf iets uit.*Een laptop {size['width']}")).press("Enter")
    hers.locator('[name="words"]').fill("Laptop, tweedehands")
    hers.locator('[name="cents"]').fill("479,95")
    hers.locator('[name="proof"]').set_input_files(
        {"name": "bon.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 bon %%EOF"}
    )
    check(hers)
    save(hers)
    assert "Uitgegeven € 479,95 Over € 5.080,05" in text_of(hers, f"/mensen/{number}/budget/")
    hers.evaluate("document.documentElement.style.fontSize = '32px'")
    # The page itself; the header around it is that of every older page of hers.
    widest = "Math.max(...[...document.querySelectorAll('main *')].map(e => e.getBoundingClientRect().right))"
    assert hers.evaluate(widest) <= size["width"], "at 200%"
    hers.evaluate("document.documentElement.style.fontSize = ''")

    peter.goto(f"{case}budget/")
    check(peter)
    peter.get_by_role("button", name=re.compile("Bekeken: gooi het bestand weg")).press("Enter")
    expect(peter.get_by_text("Het bestand is weggegooid").first).to_be_visible()
    page = text_of(hers, f"/mensen/{number}/budget/")
    assert "Bon bekeken" in page and "bestand weggegooid" in page
    assert "Bekijk de bon" not in page
    peter.goto("/vandaag/")
    expect(peter.get_by_text(f"Opvang Mila, twee avonden {size['width']}")).to_be_attached()


def add_route(
    page: Page, case: str, fields: dict[str, str], kind: str, level: str, bulk: bool = False
) -> None:
    page.goto(f"{case}opleiding/erbij/")
    page.locator('[name="whose"][value="others"]' if bulk else '[name="whose"][value="hers"]').check()
    if bulk:
        page.locator('[name="is_bulk"]').check()
        page.locator('[name="proposed_by"]').fill("de gemeente")
    choose(page, "kind", kind)
    choose(page, "level", level)
    for name, text in fields.items():
        page.locator(f'main [name="{name}"]').fill(text)
    save(page)


@WIDTHS
def test_denise_aims_high_and_lays_the_lessons_over_her_week(open_page, check, size) -> None:
    peter = open_page("Peter van Dongen", size)
    case = new_case(peter, f"Dena {size['width']}", {"Jay": "14-10-2012", "Mila": "14-03-2017"})
    peter.goto(f"{case}opleiding/")
    expect(peter.get_by_text("zo hoog als zij wil")).to_be_visible()
    check(peter)
    peter.goto(f"{case}opleiding/wens/")
    peter.locator('[name="words"]').fill("Ik wil hbo maatschappelijk werk. Ik was er goed in.")
    choose(peter, "level", "hbo")
    save(peter)
    send(
        peter,
        f"{case}opleiding/eerder/",
        {"what": "Hbo social work", "year": "2009", "done": "Eén jaar, 55 studiepunten"},
    )
    wage = {
        "wage_source": "Cao 2026, beginschaal",
        "hours_after": "24",
        "hours_beside": "0",
        "wage_beside_cents": "0",
    }
    add_route(
        peter,
        case,
        {"name": "Cursus zorg", "months": "2", "lessons_ma": "9:00-12:00", "wage_cents": "15,60", **wage},
        "course",
        "mbo2",
        bulk=True,
    )
    expect(peter.get_by_text("Ingekocht voor een groep")).to_be_visible()
    expect(peter.get_by_text("lager dan wat zij wil")).to_be_visible()
    fee = {"cost_source": "duo.nl"}
    add_route(
        peter,
        case,
        {
            "name": "Associate degree",
            "months": "24",
            "lessons_do": "9:30-14:00",
            "wage_cents": "19,50",
            "cost_cents": "5060",
            **fee,
            **wage,
        },
        "part_time",
        "ad",
    )
    add_route(
        peter,
        case,
        {
            "name": "Hbo deeltijd",
            "months": "48",
            "lessons_di": "18:30-21:30",
            "wage_cents": "22,40",
            "cost_cents": "10120",
            **fee,
            **wage,
        },
        "part_time",
        "hbo",
    )
    page = text_of(peter, f"{case}opleiding/")
    assert page.index("Ik wil hbo") < page.index("Associate degree") < page.index("Wat anderen voorstellen")
    assert "Vul eerst geld in" in page and "Vul eerst de week in" in page
    tell(
        peter,
        case,
        {
            "wonen": (
                {"huur": "812", "servicekosten": "0", "medebewoners": "0", "leeftijd": "41"},
                (("partner", "nee"),),
            ),
            "werk": (
                {"uren": "0", "reiskosten": "0", "ander_inkomen": "0"},
                (("bijstand", "ja"), ("vrijlating", "geen")),
            ),
            "bezit": ({"vermogen": "0", "vaste_lasten": "350", "aflossing": "75"}, ()),
        },
    )
    peter.goto(f"{case}week/")
    links = peter.locator('a[href*="/week/kinderen/"]').evaluate_all("all => all.map(a => a.href)")
    for link, kind in zip(sorted(dict.fromkeys(links)), ("teen", "school"), strict=True):
        times = {f"school_{day}": "8:30-14:30" for day in ("ma", "di", "wo", "do", "vr")}
        send(peter, link, times, (("kind", kind),))
    page = text_of(peter, f"{case}opleiding/")
    check(peter)
    assert "De lessen passen in haar week" in page and "past nu niet" in page
    needed = [float(n.replace(",", ".")) for n in re.findall(r"([\d,]+) uur (?:past|\?)", page)]
    hours = {name: hours_needed(page, name) for name in ("Cursus zorg", "Associate degree", "Hbo deeltijd")}
    assert hours["Cursus zorg"] > hours["Associate degree"] > hours["Hbo deeltijd"], (hours, needed)
    with peter.expect_navigation():
        peter.get_by_role("button", name="Zet ze naast elkaar over de jaren").press("Enter")
    later = text_of(peter, f"{case}geld/later/")
    for name, amount in hours.items():
        assert f"{amount:g}".replace(".", ",") + " uur" in later, f"{name}: one number on both pages"
    for name in ("Associate degree", "Hbo deeltijd"):
        peter.goto(f"{case}opleiding/")
        peter.get_by_role("link", name=re.compile(f"Vraag of het mag.*{name}")).press("Enter")
        peter.locator('[name="asks"]').fill("Met behoud van uitkering, zo lang niet solliciteren.")
        save(peter)
    lead = open_page("Marleen Smits", size)
    number = case.split("/mensen/")[1].strip("/")
    for name, answer in (("Associate degree", "yes"), ("Hbo deeltijd", "no")):
        lead.goto("/mensen/wacht-op-u/")
        lead.locator("tr", has_text=name).filter(has_text=number).get_by_role("link").first.press("Enter")
        expect(lead.get_by_text("Ik was er goed in.")).to_be_visible()
        check(lead)
        lead.locator(f'[name="decision"][value="{answer}"]').check()
        lead.locator('[name="reason"]').fill("Twee jaar kan nu, vier jaar nog niet.")
        if answer == "no":
            lead.locator('[name="again_on"]').fill("01-03-2027")
        save(lead)
    peter.goto(f"{case}opleiding/")
    peter.get_by_role("link", name=re.compile("Wat zij ervan vindt.*Hbo deeltijd")).press("Enter")
    peter.locator('[name="her_words"]').fill("Ik ben het er niet mee eens. Vier jaar gaat snel.")
    save(peter)
    page = text_of(peter, f"{case}opleiding/")
    assert "Opnieuw bespreken op 1 maart 2027." in page and "Vier jaar gaat snel." in page
    check(peter)


def hours_needed(page: str, name: str) -> float:
    """The hours of a row of the comparison: the last place where the name stands before an amount of hours."""
    compared = page[page.index("Naast elkaar") :]
    match = re.search(rf"{name}.*?per uur|{name}.*?(\d+(?:,\d+)?) uur", compared)
    assert match and match[1], compared
    return float(match[1].replace(",", "."))


@WIDTHS
def test_a_woman_of_52_begins_slowly_and_is_rung_when_she_wants(open_page, check, size) -> None:
    peter = open_page("Peter van Dongen", size)
    case = new_case(peter, f"Wanda {size['width']}", {})
    peter.goto(f"{case}nazorg/")
    check(peter)
    send(
        peter,
        f"{case}nazorg/erbij/",
        {
            "what": f"Theaterwerkplaats {size['width']}",
            "place": "De Kleine Zaal",
            "starts_on": typed(-13),
            "hours": "8",
            "used_until": typed(71),
            "getting_used": "Acht uur, achter de schermen. De eerste weken hoeft zij niet te bellen.",
        },
    )
    peter.get_by_role("link", name=re.compile("Kies samen met haar wanneer")).press("Enter")
    for moment in ("w2", "w6", "w12"):
        peter.locator(f'[name="moments"][value="{moment}"]').check()
    check(peter)
    save(peter)
    send(
        peter,
        re.sub(r"$", "", peter.locator('a[href$="/tegenzit/"]').get_attribute("href") or ""),
        {"first_step": "Een week rust, dan samen kijken.", "municipality_does": "Belt haar, niet andersom."},
    )
    page = text_of(peter, f"{case}nazorg/")
    for words in ("na 2 weken", "na 6 weken", "na 12 weken", "nu week 2", "niet te bellen", "Een week rust"):
        assert words in page, words
    check(peter)
    peter.goto("/vandaag/")
    line = peter.locator("li", has_text=f"Theaterwerkplaats {size['width']}")
    expect(line).to_contain_text("na 2 weken")
    check(peter)
    line.get_by_role("link", name=re.compile("Gesproken")).press("Enter")
    peter.locator('[name="words"]').fill("Het gaat. Woensdag is zwaar.")
    save(peter)
    peter.goto(f"{case}nazorg/")
    peter.get_by_role("link", name=re.compile("Schrijf op hoe het was")).press("Enter")
    peter.locator('[name="how_it_was"]').fill("De woensdag was te lang.")
    peter.locator('[name="what_changes"]').fill("Woensdag tot twaalf uur.")
    peter.locator('[name="is_agreed"]').check()
    save(peter)
    assert "Afgesproken: Woensdag tot twaalf uur." in text_of(peter, f"{case}nazorg/")


@WIDTHS
def test_a_relapse_in_week_nine_goes_by_the_plan(open_page, check, size) -> None:
    peter = open_page("Peter van Dongen", size)
    case = new_case(peter, f"Rosa {size['width']}", {"Tim": "12-04-2020"})
    tell(
        peter,
        case,
        {
            "wonen": (
                {"huur": "689", "servicekosten": "0", "medebewoners": "0", "leeftijd": "34"},
                (("partner", "nee"),),
            ),
            "werk": (
                {"uren": "28", "uurloon": "15,60", "reiskosten": "0", "ander_inkomen": "0"},
                (("bijstand", "nee"), ("heffingskorting", "werkgever")),
            ),
            "bezit": ({"vermogen": "0", "vaste_lasten": "380", "aflossing": "0"}, ()),
        },
    )
    send(peter, f"{case}nazorg/erbij/", {"what": "Kok in een school", "starts_on": typed(-58), "hours": "28"})
    plan = peter.locator('a[href$="/tegenzit/"]').get_attribute("href") or ""
    send(
        peter,
        plan,
        {
            "first_step": "Ik bel Peter, ook als ik me schaam.",
            "municipality_does": "Regelt de bijstand in dezelfde week.",
            "not_wanted": "Geen gesprek met drie mensen.",
        },
    )
    page = text_of(peter, f"{case}nazorg/")
    assert "nu week 9" in page
    peter.get_by_role("link", name=re.compile("Het stopt")).press("Enter")
    check(peter)
    save(peter)
    page = text_of(peter, peter.url)
    check(peter)
    for words in (
        "Niemand hoeft uit te leggen waarom.",
        "Ik bel Peter, ook als ik me schaam.",
        "Regelt de bijstand in dezelfde week.",
        "Geen gesprek met drie mensen.",
        "het laatste loon, ongeveer €",
        "de eerste bijstand, ongeveer €",
        "Komt binnen",
    ):
        assert words in page, words
    for blame in ("mislukt", "schuld", "verwijt", "niet gelukt", "had moeten"):
        assert blame not in page, blame
    peter.goto("/vandaag/")
    expect(
        peter.locator("li", has_text=f"Rosa {size['width']}").filter(has_text="meteen, omdat het stopte")
    ).to_be_attached()


@WIDTHS
def test_nadia_gets_a_good_end_and_comes_back_to_her_story(open_page, check, size, tmp_path) -> None:
    peter = open_page("Peter van Dongen", size)
    case = new_case(peter, f"Nada {size['width']}", {"Sofia": "12-04-2015"})
    number = case.split("/mensen/")[1].strip("/")
    hers = her_page(peter, open_page, case, f"nada{size['width']}", size)
    send(hers, f"/mensen/{number}/nazorg/erbij/", {"what": "Schoolassistent", "starts_on": typed(-400)})
    hers.get_by_role("link", name=re.compile("Kies wanneer")).press("Enter")
    for moment in ("m3", "m6", "m12"):
        hers.locator(f'[name="moments"][value="{moment}"]').check()
    save(hers)
    check(hers)
    peter.goto(f"{case}nazorg/")
    expect(peter.get_by_text("Zij kiest dit zelf")).to_be_visible()
    send(
        hers,
        f"/mensen/{number}/nazorg/einde/schrijven/",
        {
            "reached": "Ik werk. Ik kan weer slapen.",
            "stays": "De huur loopt via de bank.",
            "who_to_call": "Peter, 06 00 00 00 00",
        },
    )
    check(hers)
    peter.goto(f"{case}stand/afsluiten/")
    peter.locator('[name="reason"][value="work"]').check()
    save(peter)
    page = text_of(hers, f"/mensen/{number}/nazorg/einde/")
    check(hers)
    gone = TODAY.year + 10
    assert (
        "Ik werk. Ik kan weer slapen." in page and "Alles wordt weggegooid op" in page and str(gone) in page
    )
    for name, ending in (("Alles als PDF", "pdf"), (re.compile("Alles als JSON"), "json")):
        with hers.expect_download() as download:
            hers.get_by_role("button", name=name).press("Enter")
        file = tmp_path / f"alles.{ending}"
        download.value.save_as(file)
        if ending == "json":
            assert "Ik kan weer slapen" in json.dumps(json.loads(file.read_text()), ensure_ascii=False)
        else:
            assert file.read_bytes().startswith(b"%PDF")
    hers.emulate_media(media="print")
    assert hers.get_by_role("button", name="Alles als PDF").is_hidden()
    hers.emulate_media(media="screen")
    peter.goto(f"{case}stand/")
    peter.get_by_role("button", name="Heropenen").press("Enter")
    page = text_of(peter, f"{case}nazorg/einde/")
    assert "Ik werk. Ik kan weer slapen." in page and "Veranderen" in page
