"""The site that browser tests visit."""

import gc

import pytest
from django.http import FileResponse

pytestmark = pytest.mark.browser


def test_no_answer_with_a_file_is_left_open(open_page):
    """Found as rubbish, some of them say that a request is finished: their thread's connection is closed at once."""
    page = open_page()
    gc.collect()
    gc.disable()
    try:
        page.goto("/sign-in/")
        answers = [each for each in gc.get_objects() if issubclass(type(each), FileResponse)]
    finally:
        gc.enable()
    assert len(answers) > 1
    assert [answer.closed for answer in answers] == [True] * len(answers)
