"""Programs for those who change the dashboard; nothing that runs needs them."""
