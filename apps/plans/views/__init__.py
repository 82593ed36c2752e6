"""The pages of plans and actions, one module for each subject."""
