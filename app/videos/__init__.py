"""Videos and their transcripts: extraction, caption files, passages, search."""
