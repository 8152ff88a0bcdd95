"""How thoroughly the tests look.

Few examples of each property by default; `HYPOTHESIS_PROFILE=thorough make test` tries
many.
"""

import os

from hypothesis import settings

settings.register_profile("quick", deadline=None, max_examples=25)
settings.register_profile("thorough", deadline=None, max_examples=60)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
