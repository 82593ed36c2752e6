"""How people sign what they enter."""


def title_of(by, action=None, strand=None):
    """How a person signs what they say of an action or a strand.

    By the post that leads the action, else that which stands in for the lead, else that which answers for it; a
    person who holds none of these signs by their first post, or by the role acted in.
    """
    if by is None:
        return ""
    posts = {post.pk: post for post in by.posts.order_by("pk")}
    if posts:
        concerned = next((key for key in _concerned(action, strand) if key in posts), next(iter(posts)))
        return posts[concerned].title
    return by.acting.get_role_display() if by.acting else by.name


def _concerned(action, strand):
    """The posts that an action or a strand names, those that lead first."""
    if action:
        yield from action.action_leads.values_list("post", flat=True)
        yield from (action.deputy_id, action.accountable_council_id, action.accountable_icb_id)
        strand = action.strand
    if strand:
        yield from (strand.accountable_council_id, strand.accountable_icb_id)
