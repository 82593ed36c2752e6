"""When the Board meets and by when it wants updates."""
