// Nothing to import: the target is linked for its data alone.
