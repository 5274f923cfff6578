"""Text in, checked records out: the one way figures.yaml is read."""
