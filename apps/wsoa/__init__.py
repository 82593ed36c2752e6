"""What only a Written Statement of Action has."""
