"""The self-paced path: role, modules, lesson, quiz, decisions, tomorrow morning.

`model` holds what a learner may want, `pages` what they see then, `app` ties both to
the widgets. Nothing counts only here: the journal has every step before it is shown.
"""
