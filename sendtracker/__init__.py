"""How the site is wired: settings, addresses, entry points."""
