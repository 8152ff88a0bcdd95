"""The map app's own widgets and words: the framed map, and what a figure means."""
