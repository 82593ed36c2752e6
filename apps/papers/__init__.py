"""What is made from the records to be read at a meeting."""
