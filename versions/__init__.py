"""What became of the figures from one version of the file to the next."""
