"""Releases: the only way in which figures about children reach readers who may not see single children."""
