"""What families say."""
