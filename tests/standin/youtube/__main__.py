"""Run the stand-in by hand: `python -m tests.standin.youtube --port 8899 --dir DIR [--recordings DIR]`.

Plain requests to the same port control it: GET /__log, POST /__reset, POST /__fault with the fields of
`Fault` as JSON.
"""

from __future__ import annotations

import argparse
import signal
from pathlib import Path

from tests.standin.youtube import YouTubeStandin
from tests.standin.youtube.catalogue import VIDEOS


def main() -> None:
    parser = argparse.ArgumentParser(description="A stand-in for YouTube on loopback.")
    parser.add_argument("--port", type=int, default=8899)
    parser.add_argument("--dir", type=Path, required=True, help="where the certificates go")
    parser.add_argument("--recordings", type=Path, help="a folder with index.json and recorded answers")
    arguments = parser.parse_args()
    with YouTubeStandin(arguments.dir, port=arguments.port, recordings=arguments.recordings) as standin:
        print(f"proxy {standin.proxy_url}", f"CA    {standin.ca_file}", sep="\n", flush=True)
        for video_id, video in VIDEOS.items():
            print(f"  https://youtu.be/{video_id}  {video.title or '(no title)'}", flush=True)
        signal.sigwait({signal.SIGINT, signal.SIGTERM})


if __name__ == "__main__":
    main()
