"""Background work on videos."""

from __future__ import annotations

from app.broker import EXTRACT_VIDEO, REQUEUE_STALLED, celery_app
from app.tasks.runtime import run


@celery_app.task(name=EXTRACT_VIDEO)
def extract_video(job_id: int) -> None:
    """Fetch a video's transcript. Idempotent: the job says who has it."""
    run(lambda shared: shared.extraction.run(job_id))


@celery_app.task(name=REQUEUE_STALLED)
def requeue_stalled() -> int:
    """Offer again the jobs whose worker or message was lost."""
    return run(lambda shared: shared.extraction.requeue_stalled())
