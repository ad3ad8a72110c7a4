"""Settings, all from the environment; docs/settings.md lists them.

Safe values are the defaults: only demo mode (VEERKRACHT_DEMO=1) runs without SECRET_KEY, on a database of its own.
"""

from __future__ import annotations

from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from .field_keys import wrong_keys
from .logging import LOGGING as LOGGING  # noqa: F401 - Django reads the name from here
from .single_sign_on import origin_of, single_sign_on

env = environ.Env()
HERE = Path(__file__).resolve().parent.parent
DEMO = env.bool("VEERKRACHT_DEMO", default=False)
HOME = Path(env.str("VEERKRACHT_HOME", default="var")).resolve()
BACKUP_FOLDER = env.str("BACKUP_FOLDER", default=str(HOME / "backup"))
BACKUP_DAYS = env.int("BACKUP_DAYS", default=30)

SHORTEST_KEY = 40  # characters
_DEMO_KEY = "demo-only-" + "0" * 50
SECRET_KEY = env.str("SECRET_KEY", default=_DEMO_KEY if DEMO else "")
if not DEMO and (len(SECRET_KEY) < SHORTEST_KEY or len(set(SECRET_KEY)) < 5 or SECRET_KEY == _DEMO_KEY):
    raise ImproperlyConfigured(
        f"Set SECRET_KEY to a random text of at least {SHORTEST_KEY} characters that nobody else knows, made with: "
        "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
    )

# The keys of what stands encrypted in the database: the first one writes, all of them read (record/encryption.py).
_DEMO_FIELD_KEY = "ZGVtby1vbmx5LWtleS1mb3ItaW52ZW50ZWQtd29yZHM="
FIELD_KEYS = env.list("FIELD_KEYS", default=[_DEMO_FIELD_KEY] if DEMO else [])
if why := wrong_keys(FIELD_KEYS, refused=() if DEMO else (_DEMO_FIELD_KEY,)):
    raise ImproperlyConfigured(why)

# What leads from a case to the signal she gave, and back with the answer: keys of their own (signals/sealing.py).
_DEMO_SIGNAL_KEY = "ZGVtby1vbmx5LWtleS1mb3ItaW52ZW50ZWQtc2lnbmE="
SIGNAL_KEYS = env.list("SIGNAL_KEYS", default=[_DEMO_SIGNAL_KEY] if DEMO else [])
_NOT_FOR_SIGNALS = (*FIELD_KEYS, *(() if DEMO else (_DEMO_SIGNAL_KEY,)))
if why := wrong_keys(SIGNAL_KEYS, refused=_NOT_FOR_SIGNALS, name="SIGNAL_KEYS"):
    raise ImproperlyConfigured(why)

# The secret under the figures of every municipality: never changed while their series run (disclosure/rule.py).
_DEMO_FIGURES_KEY = "ZGVtby1vbmx5LWtleS1mb3ItZ2VuZXJhdGVkLWNvdW4="
FIGURES_KEY = env.str("FIGURES_KEY", default=_DEMO_FIGURES_KEY if DEMO else "")
_NOT_FOR_FIGURES = (*FIELD_KEYS, *SIGNAL_KEYS, *(() if DEMO else (_DEMO_FIGURES_KEY,)))
if why := wrong_keys([FIGURES_KEY] if FIGURES_KEY else [], refused=_NOT_FOR_FIGURES, name="FIGURES_KEY"):
    raise ImproperlyConfigured(why)

# Who was erased, in numbers, outside the database: a restored backup loses them again (privacy/tombstones.py).
TOMBSTONES = env.str("TOMBSTONES", default=str(HOME / "tombstones.jsonl"))

# Where the case system takes fixed plans, letters and reports from; empty: there is none (archive/folder.py).
CASE_SYSTEM_FOLDER = env.str("CASE_SYSTEM_FOLDER", default="")
HOUSE_STYLE = env.str("HOUSE_STYLE", default="")  # a folder: colours, logo and name (ui/house_style)
DEBUG = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
HTTPS = env.bool("HTTPS", default=not DEMO)
# The proxy in front ends TLS and says so in X-Forwarded-Proto; believed from these addresses.
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
PROXY_ADDRESSES = env.str("PROXY_ADDRESSES", default="127.0.0.1,::1")
# Who may ask for /metrics: addresses or networks. And seconds in the row at the proxy, after which a page says "druk".
METRICS_ADDRESSES = env.list("METRICS_ADDRESSES", default=["127.0.0.1", "::1"])
LONGEST_QUEUE = env.float("LONGEST_QUEUE", default=10.0)
# mailto: or https: for whoever finds a hole (security.txt), and whom to write to about accessibility.
SECURITY_CONTACT = env.str("SECURITY_CONTACT", default="")
ACCESSIBILITY_CONTACT = env.str("ACCESSIBILITY_CONTACT", default="")
WEB_WORKERS = env.int("WEB_WORKERS", default=2)

# --- database: one, reached over two connections ----------------------------------------------------------
# `default` holds what people wrote and refuses writes outside an action; `journal` is for the reading log and
# the log-in state alone, so that a GET can log who looked without being able to change anything.
_database = env.db_url("DATABASE_URL", default=f"sqlite:///{HOME / 'veerkracht.sqlite3'}")
if _database["ENGINE"].endswith("sqlite3"):
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        # Seconds a writer waits for another program, a backup for example, before the text goes back to its writer.
        "timeout": 5,
        # What is deleted (a receipt somebody looked at) is overwritten, not only left out.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
        "PRAGMA secure_delete=ON;",
    }
    if env.str("VEERKRACHT_TEST_DATABASE", default=""):
        _database["TEST"] = {"NAME": env.str("VEERKRACHT_TEST_DATABASE")}
else:
    _database["CONN_MAX_AGE"] = 60
    _database["CONN_HEALTH_CHECKS"] = True
DATABASES = {"default": _database, "journal": {**_database, "TEST": {"MIRROR": "default"}}}
DATABASE_ROUTERS = ["veerkracht.web.record.journal.JournalRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "veerkracht.web.ui",
    "veerkracht.web.record",
    "veerkracht.web.people",
    "veerkracht.web.reach",
    "veerkracht.web.facts",
    "veerkracht.web.map",
    "veerkracht.web.purse",
    "veerkracht.web.planner",
    "veerkracht.web.plan",
    "veerkracht.web.guide",
    "veerkracht.web.budget",
    "veerkracht.web.training",
    "veerkracht.web.aftercare",
    "veerkracht.web.signals",
    "veerkracht.web.offers",
    "veerkracht.web.chain",
    "veerkracht.web.reforms",
    "veerkracht.web.today",
    "veerkracht.web.mine",
    "veerkracht.web.policy",
    "veerkracht.web.archive",
    "veerkracht.web.privacy",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "axes",
    "csp",
]

MIDDLEWARE = [
    "veerkracht.web.config.middleware.one_line",
    "veerkracht.web.config.middleware.machines_first",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "veerkracht.web.config.middleware.no_store",
    "veerkracht.web.config.middleware.not_too_large",
    "veerkracht.web.config.middleware.too_busy",  # its page has all headers
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "veerkracht.web.config.middleware.GiveBack",
    "veerkracht.web.record.middleware.WriteGuard",
    "veerkracht.web.people.middleware.SessionTimes",
    "veerkracht.web.mine.looks.InHerLanguage",
    "veerkracht.web.mine.cover.Cover",
    "veerkracht.web.mine.twins.HerOwn",
    "veerkracht.web.people.middleware.Doors",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "veerkracht.web.config.urls"
WSGI_APPLICATION = "veerkracht.web.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # A capability of many pages has a folder for each, with the templates only that page uses.
        "DIRS": [HERE / "ui" / "templates", *sorted(HERE.glob("*/*/templates"))],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "veerkracht.web.config.context.page",
            ],
        },
    }
]
FORM_RENDERER = "veerkracht.web.ui.rendering.Renderer"
STATIC_URL = "static/"
# Collected when the server starts: named by their content, compressed, kept by browsers for a year.
STATIC_ROOT = env.str("STATIC_ROOT", default=str(HOME / "static"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_MAX_AGE = 3600
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
# Whole uploads stay in memory: nothing of a caseload is left on disk by accident.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
LARGEST_REQUEST = 6_000_000  # bytes; anything that says it is larger is refused before it is read
VIRUS_SCANNER = env.str("VIRUS_SCANNER", default="")  # host:port of a clamd (record/scanning.py)

# Where this installation is reached, for the one link a message may hold; no mail goes out without MAIL_FROM.
PUBLIC_ADDRESS = env.str("PUBLIC_ADDRESS", default="http://localhost:8000" if DEMO else "")
MAIL_FROM = env.str("MAIL_FROM", default="Mijn overzicht <niet-antwoorden@voorbeeld.nl>" if DEMO else "")
_mail = env.email_url("MAIL_URL", default="consolemail://" if DEMO else "dummymail://")
EMAIL_BACKEND = _mail["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = _mail.get("EMAIL_HOST") or "localhost", _mail.get("EMAIL_PORT") or 25
EMAIL_HOST_USER = _mail.get("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD = _mail.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS, EMAIL_USE_SSL = bool(_mail.get("EMAIL_USE_TLS")), bool(_mail.get("EMAIL_USE_SSL"))
EMAIL_TIMEOUT = 10  # seconds
if MAIL_FROM and not PUBLIC_ADDRESS:
    raise ImproperlyConfigured("Set PUBLIC_ADDRESS beside MAIL_FROM: https://veerkracht.example.nl")

LANGUAGE_CODE = "nl"
# Languages of her pages that a translator of the municipality looked at; of the others each page says that none did.
CHECKED_LANGUAGES = env.list("CHECKED_LANGUAGES", default=[])
LOCALE_PATHS = [HERE / "config" / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

# --- log-in ------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
_OF_DJANGO, _OURS = "django.contrib.auth.password_validation", "veerkracht.web.people.passwords"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_OF_DJANGO}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {
        "NAME": f"{_OF_DJANGO}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("login", "name", "email")},
    },
    {"NAME": f"{_OURS}.GuessedFirstValidator"},
    {"NAME": f"{_OURS}.LeakedValidator"},
]
LOGIN_URL = "people:log_in"
# Where Sluit leads; empty: a page of our own about vegetables. The municipality may choose a page of its own.
NEUTRAL_PAGE = env.str("NEUTRAL_PAGE", default="")
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.5  # hours
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_RESET_ON_SUCCESS = True
# Trying during a lock does not prolong it: nobody can keep somebody else out for ever.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_LOCKOUT_CALLABLE = "veerkracht.web.people.log_in_pages.locked_out"
AXES_VERBOSE = False
AXES_USERNAME_CALLABLE = "veerkracht.web.people.known_browser.name_to_count"
AXES_CLIENT_IP_CALLABLE = "veerkracht.web.people.addresses.client_address"
OTP_TOTP_ISSUER = "Veerkracht"
OTP_TOTP_SYNC = False  # a code is good in its own thirty seconds
_single_sign_on = single_sign_on(env)
OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_PRIVATE_KEY, OIDC_MUNICIPALITY = _single_sign_on[:4]
OIDC_SCOPE, OIDC_ROLE_CLAIM, OIDC_ROLES, OIDC_ACR = _single_sign_on[4:]

SESSION_ENGINE = "veerkracht.web.people.session_store"
SESSION_COOKIE_NAME = "__Host-sessie" if HTTPS else "sessie"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrftoken"
SESSION_COOKIE_AGE = 24 * 3600  # the row outlives every time-out, so that typed text can be kept
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # gone with the browser, like the log-in: no trace that somebody was here
CSRF_FAILURE_VIEW = "veerkracht.web.people.log_in_pages.form_too_old"
IDLE_MINUTES = {"moeder": 15, "staff": 30}
ABSOLUTE_HOURS = {"moeder": 8, "staff": 12}
HALF_LOG_IN_MINUTES = 10  # between the password and the second step

# --- headers -----------------------------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
X_FRAME_OPTIONS = "DENY"
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: [] for feature in ("camera", "geolocation", "microphone", "payment", "usb", "display-capture")
}
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        # The form of Sluit is answered with a redirect, which a browser holds against this list as well.
        # So is a log-out that leads on to the municipality's own.
        "form-action": [
            SELF,
            *([NEUTRAL_PAGE] if NEUTRAL_PAGE else []),
            *([origin_of(OIDC_ISSUER)] if OIDC_ISSUER else []),
        ],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

# One lock per account, whatever the address: five wrong passwords are five, also from two hundred addresses.
SILENCED_SYSTEM_CHECKS = ["axes.W006"]
