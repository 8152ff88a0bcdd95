"""The rules of learning, in plain Python.

Knows nothing of files, databases, widgets or browsers: standard library only.
"""
