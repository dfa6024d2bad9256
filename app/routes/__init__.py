"""The HTTP entrance: parse, call one service method, shape the reply."""
