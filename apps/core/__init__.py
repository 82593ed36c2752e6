"""What has no SEND meaning: database roles, dates, forms, jobs, the embedded database."""
