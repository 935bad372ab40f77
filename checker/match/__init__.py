"""Which rules may concern which provisions, and where their concepts stand."""
