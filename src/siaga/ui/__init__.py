"""What a learner sees, as ipywidgets.

A view turns the state of a model into a `Page`, which is a plain value; a `Pane` shows
pages with a small, fixed set of widgets. `journey` and `app` are what every app with a
journal is made of, `story` what all that let people decide share. Knows nothing of
servers and of where answers are kept.
"""
