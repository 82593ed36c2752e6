"""Lists as spreadsheets that people edit and load again: what they show, what they carry, and how they come back."""
