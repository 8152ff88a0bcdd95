"""The named migrations of the journal."""
