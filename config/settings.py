"""Every setting of the site, in one file driven by the environment (see docs/operations.md)."""

import os
import secrets
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from geo.rendering.tile_address import tile_origin

BASE_DIR = Path(__file__).resolve().parent.parent


def _flag(name: str) -> bool:
    return os.environ.get(name, "").strip().lower() in {"1", "true", "yes", "on"}


def _words(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


# What the site writes: database, secret key, collected static files. Never inside git.
DATA_DIR = Path(os.environ.get("MARCHLINES_DATA", BASE_DIR / "var"))
DATA_DIR.mkdir(parents=True, exist_ok=True)


def _secret_key() -> str:
    """Return the key from the environment, else from a file made at the first start."""
    if key := os.environ.get("MARCHLINES_SECRET_KEY"):
        return key
    path = DATA_DIR / "secret_key"
    try:
        # "x" refuses an existing file, so two processes starting together agree on one key.
        with open(path, "x", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return path.read_text()


SECRET_KEY = _secret_key()
DEBUG = _flag("MARCHLINES_DEBUG")
ALLOWED_HOSTS = _words("MARCHLINES_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = _words("MARCHLINES_ORIGINS")

INSTALLED_APPS = [
    "config.desk.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    # Before staticfiles: WhiteNoise serves static files in every mode, the same way.
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "corsheaders",
    "csp",
    "rest_framework",
    "drf_spectacular",
    "config",
    "geo",
    "timeline",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "config.static_files.WholeFileMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.open_reading.OpenReadingMiddleware",
    "config.packing.PackingMiddleware",
    "config.unkept.UnkeptMiddleware",
    "config.readers.NoCookiesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "config.urls"
ASGI_APPLICATION = "config.asgi.application"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {
    # No lasting connections: under ASGI each request has a thread of its own, which would keep one.
    "default": dj_database_url.config(default=f"sqlite:///{DATA_DIR / 'marchlines.sqlite3'}", conn_max_age=0),
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # Take the write lock at the start of a transaction, so that two writers queue
        # instead of one failing half way.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# History is kept in day numbers, never in the server's zone; UTC keeps stamps of edits plain.
TIME_ZONE = "UTC"
USE_TZ = True
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("fa", _("Persian")), ("ru", _("Russian"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
# build/ is made at set-up: frontend/ (esbuild), plate/ (the base map) and fonts/.
BUILD_DIR = BASE_DIR / "build"
STATICFILES_DIRS = [BASE_DIR / "static", BUILD_DIR]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage",
    },
}
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = DEBUG

# An online tile layer in place of the base plate: off unless named, e.g.
# https://tiles.example.org/{z}/{x}/{y}.png. Its origin is then the one picture source beside our own.
MARCHLINES_TILES = os.environ.get("MARCHLINES_TILES", "").strip()
MARCHLINES_TILES_CREDIT = os.environ.get("MARCHLINES_TILES_CREDIT", "").strip()

# Editors may ask an online geocoder beside the packaged gazetteer: off unless a user agent is named, which
# the operators of Nominatim require (an address where they reach whoever runs this site).
MARCHLINES_NOMINATIM_AGENT = os.environ.get("MARCHLINES_NOMINATIM_AGENT", "").strip()
MARCHLINES_NOMINATIM_DOMAIN = os.environ.get("MARCHLINES_NOMINATIM_DOMAIN", "").strip()


def _tile_origins() -> list[str]:
    if not MARCHLINES_TILES:
        return []
    try:
        return [tile_origin(MARCHLINES_TILES)]
    except ValueError:
        # The system check geo.E001 says what is wrong with it.
        return []


# How long a cache before the site may answer for it without asking; browsers ask each time in any case.
MARCHLINES_SHARED_SECONDS = int(os.environ.get("MARCHLINES_SHARED_SECONDS", "60"))

# The same strict policy in every mode: no inline script, no nonce, no other host.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *_tile_origins()],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
if _flag("MARCHLINES_HTTPS"):
    # Behind a proxy that ends TLS and sets X-Forwarded-Proto itself.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

# The public API is read-only, without cookies, and open to every origin.
CORS_URLS_REGEX = (
    r"^/(api/v1/|feed\.|oembed$|embed\.js$"
    # Single records as JSON, and their citations.
    r"|(atlases|events|movements|places|people|forces|sources|claims|disputes)/.+(\.json|/cite\.[a-z.]+)$)"
)
CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
# What a script reads of an answer beside its body, and what it may send to be told that its copy is good.
CORS_EXPOSE_HEADERS = ["Allow", "Content-Disposition", "ETag", "Last-Modified", "Link", "Retry-After"]
CORS_ALLOW_HEADERS = ["accept", "accept-language", "content-type", "if-match", "if-modified-since", "if-none-match"]

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "timeline.api.negotiation.NoNegotiation",
    "DEFAULT_SCHEMA_CLASS": "timeline.api.schema.PublicSchema",
    "UNAUTHENTICATED_USER": None,
    "EXCEPTION_HANDLER": "timeline.api.errors.handle",
    # A whole class sits behind one address: the rates are for an address, not for a person.
    "DEFAULT_THROTTLE_RATES": {"api": "1200/min", "formats": "60/min"},
    # How many proxies of ours stand before the server; 0 takes the address of the connection.
    "NUM_PROXIES": int(os.environ.get("MARCHLINES_PROXIES", "0")),
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Marchlines",
    "DESCRIPTION": "Events, movements, places and the claims behind them; read-only.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "OAS_VERSION": "3.1.0",
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": os.environ.get("MARCHLINES_LOG", "WARNING")},
}
