"""`make check`: the page's API client is generated from the API as it is now. Prints what to do if it is not."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from app.main import create_app

WEB = Path(__file__).parents[1] / "web"
SCHEMA = WEB / "src/lib/api/schema.gen.ts"


def main() -> int:
    description = json.dumps(create_app().openapi(), indent=2, ensure_ascii=False) + "\n"
    if (WEB / "openapi.json").read_text() != description:
        print("web/openapi.json is not the API's description any more: run `make client`.")
        return 1
    with tempfile.NamedTemporaryFile(suffix=".ts") as fresh:
        script = json.loads((WEB / "package.json").read_text())["scripts"]["client"]
        command = ["npx", "--no-install", *script.replace(str(SCHEMA.relative_to(WEB)), fresh.name).split()]
        subprocess.run(command, cwd=WEB, check=True, capture_output=True)
        if Path(fresh.name).read_text() != SCHEMA.read_text():
            print(f"{SCHEMA.name} is not generated from web/openapi.json: run `make client`.")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
