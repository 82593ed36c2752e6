"""The person-level SEN2 return: read, checked, loaded and written again."""
