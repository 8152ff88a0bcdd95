"""What a learner sees, as ipywidgets.

A view turns the state of a model into a `Page`, which is a plain value; a `Pane` shows
pages with a small, fixed set of widgets. Knows nothing of servers and of where answers
are kept.
"""
