"""What the site does: one package for each subject."""
