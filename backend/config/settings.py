"""Django's settings, all of them derived from the environment (environment.py); nothing is read from a file."""

from django.utils.translation import gettext_lazy as _

from backend.config import environment, logs, parse
from backend.config.database import database
from backend.config.release import release
from backend.config.secret import PERSON_NUMBERS, PUSH, p256_key, secret_key

_env = environment.read()
BASE_DIR = parse.BASE_DIR
IS_HTTPS = _env.base_url.startswith("https://")

# What the other rooms may ask.
TAVLEN_DATA_DIR = _env.data_dir
TAVLEN_FILES_DIR = _env.files_dir or _env.data_dir / "files"
TAVLEN_PHOTO_MB = _env.photo_mb
TAVLEN_PDF_MB = _env.pdf_mb
TAVLEN_SCAN = _env.scan
TAVLEN_DEMO = _env.demo
TAVLEN_BASE_URL = _env.base_url
TAVLEN_BIND = _env.bind
TAVLEN_REDIS_URL = _env.redis_url
TAVLEN_PROCESSES = _env.processes
TAVLEN_THREADS = _env.threads
TAVLEN_SOCKETS_PER_PERSON = _env.sockets_per_person
TAVLEN_STILL_DAYS = _env.still_days
TAVLEN_CHECK_INS = _env.check_ins
TAVLEN_QUICK_EXIT_URL = _env.quick_exit_url
TAVLEN_APP_NAME = _env.app_name
TAVLEN_MITID_BROKER = _env.mitid_broker
TAVLEN_MITID_ISSUER = _env.mitid_issuer
TAVLEN_MITID_CLIENT_ID = _env.mitid_client_id
TAVLEN_MITID_CLIENT_SECRET = _env.mitid_client_secret
TAVLEN_STAFF_TENANT = _env.staff_tenant
TAVLEN_STAFF_ISSUER = _env.staff_issuer
TAVLEN_STAFF_CLIENT_ID = _env.staff_client_id
TAVLEN_STAFF_CLIENT_SECRET = _env.staff_client_secret
TAVLEN_STAFF_ROLES = _env.staff_roles
TAVLEN_PERSON_NUMBER_KEY = secret_key(given=_env.person_number_key, data_dir=_env.data_dir, name=PERSON_NUMBERS)
TAVLEN_PUSH_KEY = secret_key(given=_env.push_key, data_dir=_env.data_dir, name=PUSH, make=p256_key)
TAVLEN_PUSH_CONTACT = _env.push_contact or _env.mail_from
TAVLEN_PUSH_SERVICES = _env.push_services
TAVLEN_PUSH_TRIAL = _env.push_trial
TAVLEN_RELEASE = release(given=_env.release, base_dir=BASE_DIR, static_dir=_env.static_dir)

DEBUG = False
SECRET_KEY = secret_key(given=_env.secret_key, data_dir=_env.data_dir)
ALLOWED_HOSTS = environment.allowed_hosts(_env)
SOCIALACCOUNT_ADAPTER = "backend.people.openid.adapter.SocialAdapter"
ROOT_URLCONF = "backend.config.urls"

INSTALLED_APPS = [
    "django.contrib.admin.apps.SimpleAdminConfig",  # nothing registers itself: see citizen_app/office
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "channels",
    "django_tasks",
    "django_tasks_db",
    "pwa",
    "backend.config",
    "backend.people",
    "backend.plans",
    "backend.reach",
    "backend.demo",
    "citizen_app",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "backend.config.headers.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "backend.config.compression.CompressedText",
    "backend.config.origin.CrossSiteGuard",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "backend.config.session_use.SessionUse",
    "backend.config.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "citizen_app.same_person.SamePerson",
    "citizen_app.busy.Busy",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "citizen_app.offline.WhoseDevice",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "citizen_app.look.look",
            ],
        },
    }
]

# The truth
DATABASES = {"default": database(url=_env.database_url, data_dir=_env.data_dir)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CHANNEL_LAYERS = (
    {"default": {"BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer", "CONFIG": {"hosts": [_env.redis_url]}}}
    if _env.redis_url
    else {}
)

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}  # done by `manage.py work`

# Who is asking
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
SESSION_ENGINE = "backend.people.sessions"  # says how long a session lasts
SESSION_COOKIE_NAME = "__Host-tavlen" if IS_HTTPS else "tavlen"
SESSION_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"

# How they prove it. None of allauth's own pages is mounted; ours (citizen_app/pages) call it.
ACCOUNT_ADAPTER = "backend.people.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "handle"
ACCOUNT_LOGIN_METHODS = {"email", "phone"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]  # nobody signs up by themselves; allauth's check wants the two to fit
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5  # and backend/people/limits.py counts beside it, for those who try at once
MFA_ADAPTER = "backend.people.passkeys.PasskeyAdapter"
MFA_SUPPORTED_TYPES = ["webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if IS_HTTPS else 0  # TLS ends at one proxy, which says whom it answers
CSRF_COOKIE_NAME = "__Host-csrf" if IS_HTTPS else "csrf"  # of the admin's forms; all others are held by CrossSiteGuard
CSRF_COOKIE_SECURE = IS_HTTPS
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Letters. Where nothing is set up they are put in a file in the data folder (backend/people/postman.py).
EMAIL_HOST, EMAIL_PORT, EMAIL_USE_TLS, EMAIL_USE_SSL, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _env.mail_url
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = _env.mail_from
TAVLEN_SMS_URL = _env.sms_url
TAVLEN_SMS_TOKEN = _env.sms_token
TAVLEN_SMS_SENDER = _env.sms_sender

# Between her and us
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_HTTPS
SECURE_HSTS_PRELOAD = IS_HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
TAVLEN_BODY_MAX_BYTES = (max(TAVLEN_PHOTO_MB, TAVLEN_PDF_MB) + 4) * 1024 * 1024
# What is sent is looked through before any of it reaches a disk under a name: a photo may tell where somebody lives.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = TAVLEN_BODY_MAX_BYTES

# Words and days
LANGUAGE_CODE = "da"
LANGUAGES = [("da", _("Dansk")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "backend" / "locale"]  # what the plan says; what the screens say is found in citizen_app
LANGUAGE_COOKIE_NAME = "__Host-language" if IS_HTTPS else "language"  # set by citizen_app/pages/settings.py
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Copenhagen"

# Static files
STATIC_URL = "/static/"
STATIC_ROOT = _env.static_dir
STATICFILES_DIRS = [*([("app", _env.app_icons)] if _env.app_icons else []), BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "backend.config.static_files.CollectedFiles"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = False

# On the home screen. What these cannot say is added in citizen_app/pages/manifest.py.
PWA_APP_NAME = TAVLEN_APP_NAME
PWA_APP_ROOT_URL = PWA_APP_SCOPE = PWA_APP_START_URL = "/"
PWA_APP_THEME_COLOR = PWA_APP_BACKGROUND_COLOR = "#fbf8f3"
PWA_SERVICE_WORKER_PATH = BASE_DIR / "static" / "build" / "worker" / "worker.js"

LOGGING = logs.logging_config(level=_env.log_level)

# No token can stand in a page that is cached for a seat: CrossSiteGuard takes the place of CsrfViewMiddleware.
SILENCED_SYSTEM_CHECKS = ["security.W003"]
