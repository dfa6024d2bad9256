"""The caption package: bytes in, cues, passages and sentences out."""
