"""What only a Priority Impact Plan has."""
