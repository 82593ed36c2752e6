"""How allauth behaves here: people are added by an administrator, nobody signs up; what it says is in our words."""

from allauth.account.adapter import DefaultAccountAdapter
from django.shortcuts import render


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "This e-mail address and password are not correct together. Check both.",
        "too_many_login_attempts": (
            "Too many wrong passwords. Wait five minutes, then try again, or set a new password below."
        ),
        "incorrect_password": "This is not your password now.",
        "enter_current_password": "Enter your password as it is now.",
    }

    def is_open_for_signup(self, request):
        return False

    def respond_user_inactive(self, request, user):
        return render(request, "account/inactive.html", status=403)

    def add_message(self, request, level, message_template=None, *args, **kwargs):
        """That somebody is signed in stands at the top of every page; nobody needs to be told so."""
        if message_template != "account/messages/logged_in.txt":
            super().add_message(request, level, message_template, *args, **kwargs)
