"""A report becomes data for outputs: one module per format; nothing here writes."""
