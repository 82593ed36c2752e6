"""The pages of figures: what is published, and how measures stand."""
