"""Mock loops: begun, sat round by round, and looked back at."""
