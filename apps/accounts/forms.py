"""allauth's forms in our words: each error names its field and says what to do."""

from allauth.account import forms


def _say(form, **messages):
    """``field="what to do"`` where the field is left empty."""
    for name, message in messages.items():
        form.fields[name].error_messages["required"] = message


def _is_email(field):
    field.label = "E-mail address"
    field.error_messages["required"] = "Enter your e-mail address"
    field.error_messages["invalid"] = "Enter an e-mail address, such as name@example.org"
    # Django's field checks by a validator that brings its own words.
    field.validators = [type(check)(message=field.error_messages["invalid"]) for check in field.default_validators]


class SignInForm(forms.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _is_email(self.fields["login"])
        _say(self, password="Enter your password")  # noqa: S106 - words, not a password


class ForgottenForm(forms.ResetPasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _is_email(self.fields["email"])


class NewPasswordForm(forms.ResetPasswordKeyForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = "New password"
        self.fields["password2"].label = "New password again"
        _say(self, password1="Enter the new password", password2="Enter the new password again")


class ChangePasswordForm(forms.ChangePasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = "Your password now"
        self.fields["password1"].label = "New password"
        self.fields["password2"].label = "New password again"
        _say(
            self,
            oldpassword="Enter your password as it is now",
            password1="Enter the new password",
            password2="Enter the new password again",
        )
