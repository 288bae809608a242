"""Which base model, which pipes, in which order; from a Source to a Document."""
