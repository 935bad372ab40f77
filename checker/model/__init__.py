"""The frozen values that every step shares."""
