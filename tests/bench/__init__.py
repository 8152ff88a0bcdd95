"""Measurements of the kit beside a peer, in the same run on the same machine."""
