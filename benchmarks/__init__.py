"""Measures how fast the checker is, as ratios of interleaved runs: `python -m benchmarks`."""
