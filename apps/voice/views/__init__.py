"""The pages of what families say."""
