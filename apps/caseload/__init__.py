"""Education, health and care cases: their records, their statutory clock, and the work on them."""
