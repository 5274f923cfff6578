"""What stands between the network and the dashboard: who may ask, and the data by address."""
