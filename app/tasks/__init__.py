"""The Celery entrance: each task opens the worker's resources and calls one service method."""
