"""The scrutiny report: its content from the records, the Word document, and the edited document that comes back."""
