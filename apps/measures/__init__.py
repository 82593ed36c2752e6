"""Is it making a difference: published statistics, with source and date, to hold other measures against."""
