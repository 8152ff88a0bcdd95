"""Write constraints.txt anew: what a fresh environment gets today.

Run by `make constraints`. Versions that only other systems need are kept by hand.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
#: Asked for by other packages on Windows and macOS only; taken over as they stand.
ELSEWHERE = ("appnope", "colorama", "pywinpty")
HEAD = """\
# Every version the kit is built and tested with. Made by `make constraints`.
# The last lines are needed on Windows and macOS only.
"""


def main() -> None:
    """Install into a temporary environment and write down what it holds."""
    path = ROOT / "constraints.txt"
    kept = [
        line
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith(tuple(f"{name}==" for name in ELSEWHERE))
    ]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        scripts = "Scripts" if sys.platform == "win32" else "bin"
        python = str(Path(folder) / scripts / "python")
        install = [python, "-m", "pip", "install", "--quiet", f"{ROOT}[test]"]
        subprocess.run(install, check=True)
        frozen = subprocess.run(
            [python, "-m", "pip", "freeze"], check=True, capture_output=True, text=True
        ).stdout.splitlines()
    pins = sorted((one for one in frozen if "==" in one), key=str.lower)
    pins = [one for one in pins if not one.startswith("siaga==")]
    path.write_text(HEAD + "\n".join([*pins, *kept]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
