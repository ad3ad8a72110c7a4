"""The municipality's own log-in, end to end: discovery, PKCE, nonce, private_key_jwt, roles from claims, log out."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
import requests
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from environ import Env

from veerkracht.web.config.single_sign_on import single_sign_on
from veerkracht.web.people.models import Account, SingleSignOnLink
from veerkracht.web.record.models import Event

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Visitor:
    """A browser that goes from the program to the provider and back."""

    def __init__(self, site: str, provider: str) -> None:
        self.site, self.provider, self.browser = site, provider, requests.Session()
        self.browser.trust_env = False
        self.seen: list[str] = []
        self.who: dict[str, str] = {}  # what is said when the provider asks after the press on a button

    def open(self, address: str, **more: str) -> requests.Response:
        """Follow redirects one by one, answering the provider's question who this is with `more`."""
        answer = self.browser.get(urljoin(self.site, address), allow_redirects=False)
        while answer.is_redirect:
            target = urljoin(answer.url, answer.headers["Location"])
            self.seen.append(target)
            if "/interaction/" in target:
                target += "?" + "&".join(f"{name}={value}" for name, value in more.items())
            answer = self.browser.get(target, allow_redirects=False)
        return answer

    def log_in(self, who: str, **more: str) -> requests.Response:
        self.who = {"as": who, **more}
        return self.press(self.open("/inloggen/"), "/inloggen/gemeente/")

    def press(self, page: requests.Response, address: str = "", **fields: str) -> requests.Response:
        token = TOKEN.search(page.text)
        assert token, page.text
        target = urljoin(page.url, address)
        sent = {"csrfmiddlewaretoken": token[1], **fields}
        headers = {"Referer": target, "Origin": self.site}
        answer = self.browser.post(target, sent, headers=headers, allow_redirects=False)
        if not answer.is_redirect:
            return answer
        self.seen.append(urljoin(answer.url, answer.headers["Location"]))
        return self.open(self.seen[-1], **self.who)

    def is_in(self) -> bool:
        return self.browser.get(f"{self.site}/mijn-account/", allow_redirects=False).status_code == 200


@pytest.fixture
def visitor(live_server, provider) -> Visitor:
    return Visitor(live_server.url, provider)


def test_somebody_of_the_municipality_comes_in_for_the_first_time_and_again(
    visitor, live_server, provider
) -> None:
    page = visitor.log_in("sub-noor")
    assert "Welkom, Noor Nieuw" in page.text and not Account.objects.filter(login="noor").exists()
    visitor.press(page)
    noor = Account.objects.get(login="noor")
    assert visitor.is_in()
    assert (noor.role, noor.municipality.slug, noor.has_usable_password()) == (
        "klantmanager",
        "voorbeeld",
        False,
    )
    assert Event.objects.filter(kind="people.single_sign_on_made").count() == 1
    asked = next(parse_qs(urlsplit(target).query) for target in visitor.seen if f"{provider}/auth?" in target)
    assert asked["code_challenge_method"] == ["S256"] and asked["response_type"] == ["code"]
    assert len(asked["nonce"][0]) >= 20 and len(asked["state"][0]) >= 20
    again = Visitor(live_server.url, provider)
    again.log_in("sub-noor")
    assert again.is_in(), "the second time too: each signed assertion is a new one"
    assert Account.objects.filter(login="noor").count() == 1


def test_the_role_is_the_municipalitys(visitor, settings) -> None:
    visitor.press(visitor.log_in("sub-noor"))
    settings.OIDC_ROLES = [("iets-anders", "beleid"), *settings.OIDC_ROLES]
    page = visitor.log_in("sub-noor")
    assert "een andere rol" in page.text
    visitor.press(page)
    assert Account.objects.get(login="noor").role == "beleid"


def test_without_a_role_nobody_comes_in(visitor) -> None:
    page = visitor.log_in("sub-gast")
    assert page.status_code == 403 and "geen rol in Veerkracht" in page.text
    assert not visitor.is_in() and not Account.objects.filter(login="gast").exists()


def test_a_level_that_is_asked_must_be_given(visitor, settings) -> None:
    settings.OIDC_ACR = ["hoog"]
    page = visitor.log_in("sub-noor", acr="laag")
    assert page.status_code == 403 and "zonder tweede stap" in page.text
    other = Visitor(visitor.site, visitor.provider)
    assert "Welkom" in other.log_in("sub-noor", acr="hoog").text


def test_a_name_that_exists_is_not_taken_over(visitor, peter) -> None:
    page = visitor.log_in("sub-peter")
    assert "Er is hier al een account met de inlognaam peter" in page.text
    assert "<form" not in page.text.split("<main")[1]
    assert not SingleSignOnLink.objects.exists() and not visitor.is_in()


def test_peter_ties_his_own_account_and_then_comes_in(visitor, peter, provider, live_server) -> None:
    peter_in = Client()
    peter_in.force_login(peter, backend="django.contrib.auth.backends.ModelBackend")
    visitor.browser.cookies.set("sessie", peter_in.cookies["sessie"].value)
    page = visitor.open("/mijn-account/")
    visitor.who = {"as": "sub-peter"}
    page = visitor.press(page, "/inloggen/gemeente/koppelen/")
    assert "Koppel dit account" in page.text
    visitor.press(page)
    assert SingleSignOnLink.objects.get().account == peter
    other = Visitor(live_server.url, provider)
    other.log_in("sub-peter")
    assert other.is_in()


def test_a_stopped_account_stays_stopped(visitor, live_server, provider) -> None:
    visitor.press(visitor.log_in("sub-noor"))
    Account.objects.filter(login="noor").update(is_active=False)
    other = Visitor(live_server.url, provider)
    assert "Uw account is gestopt" in other.log_in("sub-noor").text
    assert not other.is_in()


def test_logging_out_logs_out_there_too(visitor, provider) -> None:
    visitor.press(visitor.log_in("sub-noor"))
    page = visitor.open("/mijn-account/")
    visitor.press(page, "/uitloggen/")
    left = next(target for target in visitor.seen if target.startswith(f"{provider}/session/end"))
    assert "id_token_hint" in parse_qs(urlsplit(left).query)
    assert not visitor.is_in()


def test_an_answer_nobody_asked_for_lets_nobody_in(visitor, live_server) -> None:
    target = next_to_last(visitor)
    stranger = requests.get(target, allow_redirects=False)
    assert stranger.status_code == 502, "the state is of another browser"
    wrong = re.sub(r"state=[^&]+", "state=geraden", target)
    assert visitor.browser.get(wrong, allow_redirects=False).status_code == 502
    assert requests.get(f"{live_server.url}/inloggen/gemeente/terug/").status_code == 502
    assert not visitor.is_in()


def next_to_last(visitor: Visitor) -> str:
    """The address with which the provider sends the browser back, not opened yet."""
    page = visitor.open("/inloggen/")
    token = TOKEN.search(page.text)
    assert token
    sent, headers = {"csrfmiddlewaretoken": token[1]}, {"Origin": visitor.site}
    answer = visitor.browser.post(
        f"{visitor.site}/inloggen/gemeente/", sent, headers=headers, allow_redirects=False
    )
    while "/terug/" not in answer.headers["Location"]:
        target = urljoin(answer.url, answer.headers["Location"])
        target += "?as=sub-noor" if "/interaction/" in target else ""
        answer = visitor.browser.get(target, allow_redirects=False)
    return str(answer.headers["Location"])


# ASVS 7.6.2: another page may send her browser to this address, and then nothing starts.
def test_only_a_press_on_our_own_button_goes_to_the_provider(visitor, provider) -> None:
    page = visitor.open("/inloggen/gemeente/")
    assert page.url == f"{visitor.site}/inloggen/" and not visitor.is_in()
    assert not any(provider in target for target in visitor.seen)
    assert Client(enforce_csrf_checks=True).post("/inloggen/gemeente/").status_code == 403


def test_the_published_key_is_the_public_half_only(visitor, live_server) -> None:
    keys = requests.get(f"{live_server.url}/inloggen/gemeente/sleutels/").json()["keys"]
    assert len(keys) == 1 and {"n", "e", "kid"} <= keys[0].keys()
    assert not {"d", "p", "q", "dp", "dq", "qi"} & keys[0].keys()


def test_a_provider_that_is_away_is_a_plain_page(visitor, settings, tmp_path) -> None:
    settings.OIDC_ISSUER = "http://127.0.0.1:9"
    page = visitor.press(visitor.open("/inloggen/"), "/inloggen/gemeente/")
    assert page.status_code == 502 and "gaf geen goed antwoord" in page.text


@pytest.mark.parametrize("address", ["", "terug/", "verder/", "sleutels/"])
def test_where_it_is_off_it_is_absent(address, db) -> None:
    assert Client().get(f"/inloggen/gemeente/{address}").status_code == 404
    assert "via de gemeente" not in Client().get("/inloggen/").content.decode()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"OIDC_ISSUER": "http://login.example"}, "https"),
        ({"OIDC_PRIVATE_KEY": "/nergens"}, "private key"),
        ({"OIDC_ROLES": "iedereen=moeder"}, "moeder"),
        ({"OIDC_ROLES": ""}, "OIDC_ROLES"),
        ({"OIDC_MUNICIPALITY": ""}, "municipality"),
    ],
)
def test_settings_that_let_the_wrong_people_in_are_refused(changed, words, tmp_path, monkeypatch) -> None:
    (tmp_path / "key.pem").write_text("x")
    good = {
        "OIDC_ISSUER": "https://login.example",
        "OIDC_PRIVATE_KEY": str(tmp_path / "key.pem"),
        "OIDC_ROLES": "a=klantmanager",
        "OIDC_MUNICIPALITY": "voorbeeld",
    }
    for name, value in {**good, **changed}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=words):
        single_sign_on(Env())
