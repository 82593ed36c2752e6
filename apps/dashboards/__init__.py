"""Pages that read across all of it, one for each kind of reader."""
