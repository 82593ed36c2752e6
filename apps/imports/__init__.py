"""Any spreadsheet, staged: read, shown, mended, applied at once, taken back."""
