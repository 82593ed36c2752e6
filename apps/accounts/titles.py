"""How people sign what they enter."""


def title_of(by):
    """The post that a person holds, or the role acted in."""
    if by is None:
        return ""
    post = by.posts.order_by("pk").first()
    if post:
        return post.title
    return by.acting.get_role_display() if by.acting else by.name
