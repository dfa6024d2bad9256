"""Answers to questions about videos. Every answerer is an `Answerer`; what it says it must be able to quote."""

from app.chat.answering.extractive import ExtractiveAnswerer
from app.chat.answering.types import Answer, Answerer, Ask

__all__ = ["Answer", "Answerer", "Ask", "ExtractiveAnswerer"]
