"""One function for each Voila app and notebook; a notebook imports nothing else."""

from siaga.apps.self_paced import learn

__all__ = ["learn"]
