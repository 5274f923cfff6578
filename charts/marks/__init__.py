"""What charts are drawn of: bars, steps, strips, panels, backdrop."""
