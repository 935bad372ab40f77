"""The command line: the only place that prints, writes, exits or asks for the date."""
