"""Answers to questions about videos. Every answerer is an `Answerer`; what it says it must be able to quote."""

from app.chat.answering.types import Answer, Answerer, Ask
from app.chat.answering.extractive import ExtractiveAnswerer

__all__ = ["Answer", "Answerer", "Ask", "ExtractiveAnswerer"]
