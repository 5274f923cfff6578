"""What spans several fields or records: errors, warnings, references, near-duplicates."""
