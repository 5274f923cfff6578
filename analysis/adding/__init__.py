"""What may be added, what a whole leaves over, and whether the numbers of one claimant agree."""
