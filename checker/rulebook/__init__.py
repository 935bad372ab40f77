"""Rule files, read with positions and checked, become commitments."""
