"""A stand-in for YouTube on loopback: a proxy that ends TLS and answers as YouTube. It never dials out.

The product reaches it through its own setting `proxy`, with certificates checked (setting `ca_file`):

    with YouTubeStandin(directory) as standin:
        settings = YouTubeSettings(proxy=standin.proxy_url, ca_file=standin.ca_file)

By hand: `python -m tests.standin.youtube --port 8899 --dir DIR`. The videos are in `catalogue.py`.
"""

from tests.standin.youtube.ledger import Fault, LoggedRequest
from tests.standin.youtube.server import YouTubeStandin

__all__ = ["Fault", "LoggedRequest", "YouTubeStandin"]
