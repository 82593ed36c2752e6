"""How fast the main pages are; run by hand, never a test."""
