"""The evidence pack of a finding: everything that answers it, as files with an index, in one ZIP."""
