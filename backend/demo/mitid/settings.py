"""The settings of the demo's MitID: nothing on disk, and a new key at each start. Never part of Tavlen's own server."""

import os
import secrets
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

ROOT = Path(__file__).resolve().parents[3]
CLIENT_ID = os.environ.get("TAVLEN_MITID_CLIENT_ID", "")
CLIENT_SECRET = os.environ.get("TAVLEN_MITID_CLIENT_SECRET", "")
ISSUER = os.environ.get("TAVLEN_MITID_ISSUER", "")

DEBUG = False
SECRET_KEY = secrets.token_urlsafe(64)
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "backend.demo.mitid.urls"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "allauth",
    "allauth.account",
    "allauth.idp.oidc",
]
MIGRATION_MODULES = dict.fromkeys(
    ("auth", "contenttypes", "account", "allauth_idp_oidc")
)  # tables are made as they are
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]
DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "file:mitid?mode=memory&cache=shared"},
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_NAME = "demo_mitid"  # a browser tells cookies apart by host, not by port
SECURE_REFERRER_POLICY = "no-referrer"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
LOGIN_URL = "account_login"
LANGUAGE_CODE = "da"
LOCALE_PATHS = [ROOT / "citizen_app" / "locale"]
USE_TZ = True

IDP_OIDC_ADAPTER = "backend.demo.mitid.adapter.MitId"
IDP_OIDC_PRIVATE_KEY = (
    rsa.generate_private_key(public_exponent=65537, key_size=2048)
    .private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    .decode()
)
