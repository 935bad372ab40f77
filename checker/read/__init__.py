"""Provisions become statements: who says what, in which sense, how firmly."""
