"""The scenarios on their own: find one, walk it, look at it from above.

`shelf` holds what there is to find, `model` what somebody may want, `pages` what they
see then. Walks are the same as in the self-paced path: begun there, they go on here.
"""
