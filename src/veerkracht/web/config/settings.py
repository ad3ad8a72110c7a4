"""Settings, all from the environment; docs/settings.md lists them.

Safe values are the defaults: only demo mode (VEERKRACHT_DEMO=1) runs without SECRET_KEY, on a database of its own.
"""

from __future__ import annotations

from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from .logging import LOGGING as LOGGING  # noqa: F401 - Django reads the name from here

env = environ.Env()
HERE = Path(__file__).resolve().parent.parent
DEMO = env.bool("VEERKRACHT_DEMO", default=False)
HOME = Path(env.str("VEERKRACHT_HOME", default="var")).resolve()

SHORTEST_KEY = 40  # characters
_DEMO_KEY = "demo-only-" + "0" * 50
SECRET_KEY = env.str("SECRET_KEY", default=_DEMO_KEY if DEMO else "")
if not DEMO and (len(SECRET_KEY) < SHORTEST_KEY or len(set(SECRET_KEY)) < 5 or SECRET_KEY == _DEMO_KEY):
    raise ImproperlyConfigured(
        f"Set SECRET_KEY to a random text of at least {SHORTEST_KEY} characters that nobody else knows, made with: "
        "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
    )

DEBUG = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
HTTPS = env.bool("HTTPS", default=not DEMO)
# The proxy in front ends TLS and says so in X-Forwarded-Proto; only believed from these addresses.
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
PROXY_ADDRESSES = env.str("PROXY_ADDRESSES", default="127.0.0.1,::1")
WEB_WORKERS = env.int("WEB_WORKERS", default=2)

# --- database: one, reached over two connections ----------------------------------------------------------
# `default` holds what people wrote and refuses writes outside an action; `journal` is for the reading log and
# the log-in state alone, so that a GET can log who looked without being able to change anything.
_database = env.db_url("DATABASE_URL", default=f"sqlite:///{HOME / 'veerkracht.sqlite3'}")
if _database["ENGINE"].endswith("sqlite3"):
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
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
    "veerkracht.web.map",
    "veerkracht.web.purse",
    "veerkracht.web.planner",
    "veerkracht.web.plan",
    "veerkracht.web.guide",
    "veerkracht.web.today",
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
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "veerkracht.web.config.middleware.no_store",
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
    "veerkracht.web.people.middleware.Doors",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "veerkracht.web.config.urls"
WSGI_APPLICATION = "veerkracht.web.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "ui" / "templates"],
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

LANGUAGE_CODE = "nl"
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
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "people:log_in"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.5  # hours
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_RESET_ON_SUCCESS = True
# Trying during a lock does not prolong it: nobody can keep somebody else out for ever.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_LOCKOUT_CALLABLE = "veerkracht.web.people.entry.locked_out"
AXES_VERBOSE = False
AXES_USERNAME_CALLABLE = "veerkracht.web.people.known_browser.name_to_count"
AXES_CLIENT_IP_CALLABLE = "veerkracht.web.people.entry.client_address"
OTP_TOTP_ISSUER = "Veerkracht"

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "__Host-sessie" if HTTPS else "sessie"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrftoken"
SESSION_COOKIE_AGE = 24 * 3600  # the row outlives every time-out, so that typed text can be kept
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "veerkracht.web.people.entry.form_too_old"
IDLE_MINUTES = {"moeder": 15, "staff": 30}
ABSOLUTE_HOURS = {"moeder": 8, "staff": 12}

# --- headers -----------------------------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^gezond$"]
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
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}


# One lock per account, whatever the address: five wrong passwords are five, also from two hundred addresses.
SILENCED_SYSTEM_CHECKS = ["axes.W006"]
