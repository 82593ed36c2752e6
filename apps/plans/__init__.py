"""What every plan shares: plan, strand, action, update, extension, evidence and rating."""
