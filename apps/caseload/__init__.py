"""The statutory clock of education, health and care plans: which date follows from which, by which regulation."""
