"""The program's own settings, on a database that is thrown away, with templates that refuse an unknown variable."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# A folder of its own for every run: two runs side by side never touch each other's database.
_HOME = Path(tempfile.mkdtemp(prefix="veerkracht-test-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ.setdefault("SECRET_KEY", "only-for-tests-" + "0123456789" * 4)
os.environ.setdefault("FIELD_KEYS", "b25seS1mb3ItdGVzdHMtMDEyMzQ1Njc4OS1hYmNkZWY=")
os.environ.setdefault("SIGNAL_KEYS", "b25seS1mb3ItdGVzdHMtc2lnbmFscy0wMTIzNDU2Nzg=")
os.environ.setdefault("FIGURES_KEY", "b25seS1mb3ItdGVzdHMtZmlndXJlcy0wMTIzNDU2Nzg=")
os.environ.setdefault("VEERKRACHT_HOME", str(_HOME))
os.environ.setdefault("VEERKRACHT_TEST_DATABASE", str(_HOME / "test.sqlite3"))
os.environ.setdefault("HTTPS", "0")
(_HOME / "static").mkdir()

from veerkracht.web.config.settings import *  # noqa: E402, F403
from veerkracht.web.config.settings import TEMPLATES  # noqa: E402


class UnknownVariable(str):
    """Stands for "a variable that is not there": naming it in a template is an error, not an empty place."""

    def __contains__(self, piece: object) -> bool:
        return True

    def __mod__(self, name: object) -> str:
        raise LookupError(f"a template names {name}, which its page does not give it")


TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = UnknownVariable("unknown")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]
# Straight from the sources: nothing is collected, and a name is the name of a file.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
