"""The PostgreSQL that comes with the site, and the supervisor that keeps all its processes running."""
