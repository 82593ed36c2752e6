"""The public pages know no visitor."""

PUBLIC = "/public/"


class NobodyMiddleware:
    """Under ``/public/`` no cookie is read and none is set: there is no session, and nobody is signed in."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path_info.startswith(PUBLIC):
            return self.get_response(request)
        request.COOKIES = {}
        response = self.get_response(request)
        response.cookies.clear()
        vary = [name.strip() for name in response.get("Vary", "").split(",")]
        response["Vary"] = ", ".join(name for name in vary if name and name.lower() != "cookie") or "Accept-Encoding"
        return response
