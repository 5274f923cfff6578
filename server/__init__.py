"""What stands between the network and the dashboard: who may ask, what every answer carries."""
