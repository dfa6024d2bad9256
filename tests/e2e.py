"""`make e2e`: the product with the YouTube stand-in behind it, driven in a real Chromium by Playwright."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.acceptance.product import ROOT, Product
from tests.standin.youtube import YouTubeStandin


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--screenshots", type=Path, help="only make the pictures, into this folder")
    arguments, playwright = parser.parse_known_args()
    with tempfile.TemporaryDirectory(prefix="ytx-e2e-") as folder, YouTubeStandin(Path(folder) / "standin") as standin:
        product = Product(
            Path(folder),
            YTX_YOUTUBE_PROXY=standin.proxy_url,
            YTX_YOUTUBE_CA_FILE=str(standin.ca_file),
            YTX_LOG_LEVEL="WARNING",
        )
        product.start()
        try:
            product.wait_healthy()
            return run_playwright(product, playwright, arguments.screenshots)
        finally:
            product.stop()
            print(product.text())


def run_playwright(product: Product, options: list[str], screenshots: Path | None) -> int:
    environment = {**os.environ, "E2E_BASE_URL": f"http://127.0.0.1:{product.port}", "E2E_STANDIN": "1"}
    command = ["npx", "--no-install", "playwright", "test", *options]
    if screenshots is not None:
        environment["SCREENSHOT_DIR"] = str(ROOT / screenshots)
        command.append("screenshots")
    return subprocess.run(command, cwd=ROOT / "web", env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
