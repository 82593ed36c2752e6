"""The Board pack: its content as plain data, and the tagged PDF that is made of it."""
