"""Who people are: people, organisations, posts, memberships and sign-in."""
