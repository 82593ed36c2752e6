"""The Jinja2 environment of the pages: the official components, our filters and nothing hidden."""

from functools import lru_cache

from django.templatetags.static import static
from django.urls import get_script_prefix, reverse
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader

from apps.core import dates
from apps.core.words import file_name, joined, plural, titles
from apps.plans.greening import strand_turns_green, turns_green
from apps.plans.rules import rating_words


def environment(**options):
    """Called once by Django's Jinja2 backend."""
    components = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    options["loader"] = ChoiceLoader([options["loader"], components])
    env = Environment(trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.do"], **options)  # noqa: S701 - Django's backend turns autoescape on
    env.globals.update(static=static, url=_url, days_apart=dates.days_apart, sentence_words=rating_words)
    env.globals.update(turns_green=turns_green, strand_turns_green=strand_turns_green)
    env.filters.update(
        date=dates.long_date,
        day_month=dates.day_month,
        short_month=dates.short_month,
        date_and_time=dates.date_and_time,
        plural=plural,
        joined=joined,
        titles=titles,
        file_name=file_name,
        in_rating_words=_in_rating_words,
    )
    return env


def _in_rating_words(sentences, legend):
    """Sentences that hold ratings in braces, in the legend's words."""
    return [sentence.format(**rating_words(legend)) for sentence in sentences]


def _url(name, *args, **kwargs):
    if kwargs:
        return reverse(name, args=args, kwargs=kwargs)
    return _address(get_script_prefix(), name, args)


@lru_cache(maxsize=20_000, typed=True)
def _address(prefix, name, args):
    """An address hangs on nothing but these, and a long page has thousands; working one out takes 20 µs."""
    return reverse(name, args=args)
