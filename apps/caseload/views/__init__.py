"""The pages of cases, for people with access to single children only."""
