"""A scenario as one learner walks it; every app that lets people decide shows it so."""
