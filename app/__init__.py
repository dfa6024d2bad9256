"""YouTube Extractor: transcripts one can ask, and a chat history that opens instantly."""

__version__ = "0.1.0"
