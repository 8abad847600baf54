"""Pipeline E′: pipeline E, then both profiles on its bytes, at the same time. `inspected.py TABLE OUT.pdf`"""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
CHECK = "import page, sys; page.validate_pdf(sys.argv[1], profile=sys.argv[2], limits=page.SafetyLimits.unlimited())"


def main(table: str, out: str) -> None:
    subprocess.run([sys.executable, str(HERE / "typst_by_hand.py"), table, out], check=True)
    with ThreadPoolExecutor(2) as both:
        for run in both.map(lambda profile: subprocess.run([sys.executable, "-c", CHECK, out, profile], check=True), ("ua1", "3a")):
            run.check_returncode()


main(*sys.argv[1:])
