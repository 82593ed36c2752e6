"""The pages that read across everything, one module for each kind of reader."""
