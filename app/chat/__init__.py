"""Chats about videos: sessions, messages, answers with citations."""
