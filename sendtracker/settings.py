"""The site's one settings file; every value that differs between places comes from the environment."""

from pathlib import Path

import environ
import pghistory
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

DATA_DIR = Path(env("DATA_DIR", default=str(BASE_DIR / ".data"))).absolute()
BUILD_DIR = BASE_DIR / ".build"

DEBUG = env.bool("DEBUG", default=False)
# Plain http is for the person's own machine; anywhere else the site is served over https.
SECURE = env.bool("SECURE", default=True)
SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# The owner's login is given only to migrations and maintenance; the site itself runs as the login without rights.
DATABASES = {"default": env.db_url_config(env("DATABASE_OWNER_URL", default="") or env("DATABASE_URL"))}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "apps.core",
    "apps.accounts",
    "apps.imports",
    "apps.inspections",
    "apps.caseload",
    "apps.measures",
    "apps.plans",
    "apps.wsoa",
    "apps.pip",
    "apps.voice",
    "apps.board",
    "apps.dashboards",
    "apps.papers",
    "apps.public",
    "sendtracker.administration.AdministrationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "csp",
    "django_filters",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "import_export",
    "pgtrigger",
    "pghistory",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Every request is one transaction under a database role; all that touches the database comes after it.
    "apps.core.middleware.RoleMiddleware",
    # The public pages know no visitor: before anything that reads a cookie.
    "apps.public.middleware.NobodyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "apps.accounts.middleware.ActingMiddleware",
    "apps.core.middleware.HistoryMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
]

CONTEXT_PROCESSORS = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "sendtracker.context.page",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "sendtracker.jinja2.environment", "context_processors": CONTEXT_PROCESSORS},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates" / "django"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": CONTEXT_PROCESSORS},
    },
]
FORM_RENDERER = "apps.core.forms.FormRenderer"
IMPORT_EXPORT_ESCAPE_FORMULAE_ON_EXPORT = True
FORMS_URLFIELD_ASSUME_HTTPS = True

ROOT_URLCONF = "sendtracker.urls"
WSGI_APPLICATION = "sendtracker.wsgi.application"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BUILD_DIR / "collected"
STATICFILES_DIRS = [BUILD_DIR / "static"]
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "media", "file_permissions_mode": 0o600},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Whom families and readers can write to or ring: an e-mail address or a telephone number, shown as it is.
CONTACT = env("CONTACT", default="")
EVIDENCE_MAX_BYTES = env.int("EVIDENCE_MAX_BYTES", default=20 * 1024 * 1024)
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# "extract": a case system is the record and its exports are loaded here; "live": cases are kept here.
CASELOAD_MODE = env.str("CASELOAD_MODE", default="extract")
if CASELOAD_MODE not in ("extract", "live"):
    raise ImproperlyConfigured("CASELOAD_MODE is “extract” or “live”.")

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# One store for all processes, so that wrong passwords are counted once (apps.core.models.Shared).
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "core_shared",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "dashboards:home"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "apps.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_FORMS = {
    "login": "apps.accounts.forms.SignInForm",
    "reset_password": "apps.accounts.forms.ForgottenForm",
    "reset_password_from_key": "apps.accounts.forms.NewPasswordForm",
    "change_password": "apps.accounts.forms.ChangePasswordForm",
}
# Five wrong passwords an account; far more from one address, since a whole council shares one.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "100/5m/ip,5/5m/key",
    "reset_password": "100/m/ip,5/5m/key",
    "reset_password_from_key": "100/m/ip",
}

# E-mail: GOV.UK Notify where its key is set, else an SMTP server ("smtp+tls://user:password@host:587"), else printed.
NOTIFY_API_KEY = env("NOTIFY_API_KEY", default="")
NOTIFY_TEMPLATE_ID = env("NOTIFY_TEMPLATE_ID", default="")
NOTIFY_ADDRESS = env("NOTIFY_ADDRESS", default="https://api.notifications.service.gov.uk")
if NOTIFY_API_KEY and not NOTIFY_TEMPLATE_ID:
    raise ImproperlyConfigured("NOTIFY_API_KEY is set: set NOTIFY_TEMPLATE_ID too.")
EMAIL_SERVER = env.email_url("EMAIL_URL", default="consolemail://")
if NOTIFY_API_KEY:
    EMAIL_SERVER["EMAIL_BACKEND"] = "apps.core.notify.NotifyBackend"
vars().update(EMAIL_SERVER)
EMAIL_BACKEND = env("EMAIL_BACKEND", default=EMAIL_SERVER["EMAIL_BACKEND"])
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="send-tracker@localhost")

# Where the links of e-mails lead to, and the day from which on the weekly e-mail is sent.
SITE_ADDRESS = env("SITE_ADDRESS", default=f"http://localhost:{env('PORT', default='8000')}")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
if (digest_day := env("DIGEST_DAY", default="monday").lower()) not in WEEKDAYS:
    raise ImproperlyConfigured(f"DIGEST_DAY is one of {', '.join(WEEKDAYS)}.")
DIGEST_WEEKDAY = WEEKDAYS.index(digest_day)

# Half a working day without a request signs a person out; what they typed stays in their browser.
SESSION_COOKIE_AGE = 4 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = False
SESSION_COOKIE_SECURE = SECURE
CSRF_COOKIE_SECURE = SECURE
CSRF_FAILURE_VIEW = "apps.core.views.csrf_failure"
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_PROXY", default=False) else None
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env.bool("BEHIND_PROXY", default=False) else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}

# The history is written by triggers, carries who and why as JSON, and can only grow.
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_APPEND_ONLY = True
PGHISTORY_DEFAULT_TRACKERS = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
PGHISTORY_MIDDLEWARE_METHODS = ("POST",)
PGHISTORY_CREATED_AT_FUNCTION = "clock_timestamp()"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Demonstration people exist only beside the embedded default database.
DEMO = env.bool("DEMO", default=False)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"refusals_in_one_line": {"()": "apps.core.logs.RefusalsInOneLine"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["refusals_in_one_line"]}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="WARNING")},
}
