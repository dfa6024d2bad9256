"""YouTube: from a pasted link to a video with its transcripts.

The only package that knows yt-dlp, which runs in a process of its own (`child.py`) and is killed at the
deadline. YouTube's many ways to say no arrive as `ExtractionFailed` with one of the codes in `outcomes.py`.
"""

from app.videos.youtube.extraction import extract_video
from app.videos.youtube.links import parse_video_link, watch_url
from app.videos.youtube.settings import YouTubeSettings

__all__ = ["YouTubeSettings", "extract_video", "parse_video_link", "watch_url"]
