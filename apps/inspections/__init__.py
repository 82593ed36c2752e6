"""What inspectors found: inspections, findings, judgements and monitoring events."""
