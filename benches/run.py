#!/usr/bin/env python3
"""Measures Millésime and other pipelines on the same indicators, in turn in one run, and prints a Markdown table.

`benches/run.py [--sizes 62,306,1000] [--runs 5] [--peers A,B] [--write]` builds the release binary, installs the versions of
`requirements.txt` in `target/bench`, and measures each whole process: wall and processor time, peak memory summed over the
processes of a run (proportional set size, read every ten milliseconds), size of the PDF. The first run of each is for the
memory alone, whose reading would slow the others. The profiles that each PDF passes are printed
beside it: one that passes less has done less. `--write` puts the table in `docs/performance.md`. `--course` prints how the time
and the memory of one run of the program go.
"""

import argparse
import datetime
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import project

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "target/bench"
PEERS = ROOT / "benches/peers"
TAKUMI = WORK / "takumi/release/takumi-peer"
BETWEEN = 0.01
INSPECTION = r"^contrôle du PDF\s+([\d\s,]+) ms"
MARKS = ("<!-- mesures -->", "<!-- fin des mesures -->")
NAMES = {"millesime": "Millésime", "typst_by_hand": "E", "inspected": "E′", "weasyprint_html": "A", "takumi": "T"}
PROFILES = {"ua1": "UA-1", "3a": "A-3a"}


def processes(session: int) -> list[int]:
    """The processes of a session: a run and all that it started."""
    found = []
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                stat = Path(entry.path, "stat").read_text()
            except OSError:
                continue
            if int(stat.rsplit(")", 1)[1].split()[3]) == session:
                found.append(int(entry.name))
    return found


def memory(session: int) -> int:
    """Kilobytes: what the processes hold, shared pages counted once between them."""
    total = 0
    for process in processes(session):
        try:
            rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
        except OSError:
            continue
        total += int(re.search(r"^Pss:\s+(\d+)", rollup, re.M)[1])
    return total


def measure(command: list[str], environment: dict, with_memory: bool) -> dict:
    began = time.monotonic()
    run = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )
    peak, found = 0, 0
    while with_memory and not found:
        peak = max(peak, memory(run.pid))
        time.sleep(BETWEEN)
        found, status, usage = os.wait4(run.pid, os.WNOHANG)
    if not found:
        _, status, usage = os.wait4(run.pid, 0)
    wall = time.monotonic() - began
    told = run.stderr.read().decode()
    if status:
        sys.exit(f"{command} : code {os.waitstatus_to_exitcode(status)}\n{told}")
    spent = re.search(INSPECTION, told, re.M)
    inspection = float(re.sub(r"\s", "", spent[1]).replace(",", ".")) / 1000 if spent else 0
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "memory": peak / 1024, "rest": wall - inspection}


def commands(python: str, binary: str, size: int, peers: list[str]) -> dict[str, tuple[list[str], Path]]:
    """What is run for a number of indicators, and the PDF that it writes."""
    table, folder = WORK / f"{size}.csv", WORK / f"projet-{size}"
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    found = project.indicators(size)
    project.write_table(table, found)
    project.write_project(folder, found)
    out = lambda name: WORK / f"{name}-{size}.pdf"
    peer = lambda name: ([python, str(PEERS / f"{name}.py"), str(table), str(out(name))], out(name))
    tried = {"millesime": ([binary, "generer", "--projet", str(folder), "--chronometrer"], folder / "output/2026/rapport.pdf")}
    tried |= {name: peer(name) for name in peers}
    if "takumi" in tried:
        tried["takumi"] = ([str(TAKUMI), str(table), str(out("takumi")), project.PARAGRAPH], out("takumi"))
    return tried


def conformity(python: str, pdf: Path) -> str:
    """The profiles that a PDF passes, by the reference validator that `MILLESIME_VERAPDF` names; without it, by the one of the peers.

    The latter takes a carriage return that ends a stream for an end of line, and refuses a right length: this rule is left out.
    """
    reference = os.environ.get("MILLESIME_VERAPDF")
    check = (
        "import page, sys\n"
        "report = page.validate_pdf(sys.argv[2], profile=sys.argv[1], limits=page.SafetyLimits.unlimited())\n"
        "wrong = [failure for failure in report.failures if 'STREAM-LENGTH' not in failure.rule_id]\n"
        "sys.exit(f'{wrong}' if wrong else 0)\n"
    )
    passed = []
    for profile, name in PROFILES.items():
        command = [reference, profile, str(pdf)] if reference else [python, "-c", check, profile, str(pdf)]
        if subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0:
            passed.append(name)
    return ", ".join(passed) or "non"


def rows(size: int, runs: int, python: str, binary: str, peers: list[str], environment: dict) -> list[str]:
    tried = commands(python, binary, size, peers)
    figures: dict[str, list[dict]] = {name: [] for name in tried}
    peaks: dict[str, float] = {}
    for turn in range(runs + 1):
        for name, (command, _) in tried.items():
            figure = measure(command, environment, with_memory=turn == 0)
            if turn:
                figures[name].append(figure)
            else:
                peaks[name] = figure["memory"]
    median = lambda name, of: statistics.median(figure[of] for figure in figures[name])
    lines = []
    for name, (_, pdf) in tried.items():
        ratio = lambda other: f"{median(name, 'wall') / median(other, 'wall'):.2f}".replace(".", ",") if other in tried else "—"
        number = lambda value, digits: f"{value:.{digits}f}".replace(".", ",")
        cells = [
            str(size),
            NAMES[name],
            number(median(name, "wall"), 2),
            number(median(name, "cpu"), 2),
            number(peaks[name], 0),
            number(pdf.stat().st_size / 1e6, 2),
            conformity(python, pdf),
            ratio("typst_by_hand"),
            ratio("inspected"),
        ]
        lines.append("| " + " | ".join(cells) + " |")
        print(lines[-1], flush=True)
        if name == "millesime":
            # What it takes before the PDF is inspected and after: what E does, and what E does not.
            rest = median(name, "rest")
            ratio = f"{rest / median('typst_by_hand', 'wall'):.2f}".replace(".", ",") if "typst_by_hand" in tried else "—"
            lines.append(f"| {size} | sans le contrôle | {number(rest, 2)} | | | | | {ratio} | |")
            print(lines[-1], flush=True)
    return lines


def course(command: list[str], environment: dict) -> None:
    """Prints the steps of a run, and the memory that it holds every twentieth of its time."""
    run = subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        text=True,
    )
    began, held = time.monotonic(), []
    while run.poll() is None:
        held.append((time.monotonic() - began, memory(run.pid) / 1024))
        time.sleep(BETWEEN)
    print("\n".join(line for line in run.stdout.read().splitlines() if line.endswith("ms")))
    for instant, megabytes in held[:: max(1, len(held) // 20)]:
        print(f"{instant:6.2f} s  {megabytes:5.0f} Mo")
    print(f"au plus   {max(megabytes for _, megabytes in held):5.0f} Mo")


def prepared(peers: list[str], binary: str | None) -> tuple[str, str]:
    """The Python of the peers and the binary, built and installed where they are not."""
    WORK.mkdir(parents=True, exist_ok=True)
    if not binary:
        subprocess.run(["cargo", "build", "--release", "--locked", "--quiet"], cwd=ROOT, check=True)
    if "takumi" in peers:
        build = ["cargo", "build", "--release", "--locked", "--quiet", "--target-dir", str(TAKUMI.parent.parent)]
        subprocess.run(build, cwd=PEERS / "takumi", check=True)
    python = WORK / "venv/bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(WORK / "venv")], check=True)
    subprocess.run([str(python), "-m", "pip", "-q", "install", "-r", str(ROOT / "benches/requirements.txt")], check=True)
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    return str(python), binary or str(target / "release/millesime")


def machine() -> str:
    model = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    cores = len(os.sched_getaffinity(0))
    return f"{model[1].strip() if model else platform.machine()}, {cores} cœurs, {platform.system()}"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--sizes", default="62,306,1000")
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--peers", default="typst_by_hand,inspected", help=f"among {', '.join(list(NAMES)[1:])}")
    asked.add_argument("--binary", help="a program already built, instead of the one of the profile release")
    asked.add_argument("--write", action="store_true")
    asked.add_argument("--course", action="store_true", help="prints how the time and the memory of one run go, and measures nothing else")
    arguments = asked.parse_args()
    peers = arguments.peers.split(",")
    python, binary = prepared(peers, arguments.binary)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "benches"), "PYTHONDONTWRITEBYTECODE": "1"}
    if arguments.course:
        for size in arguments.sizes.split(","):
            course(commands(python, binary, int(size), [])["millesime"][0], environment)
        return
    head = [
        "| Indicateurs | Chaîne | Durée (s) | Processeur (s) | Mémoire (Mo) | PDF (Mo) | Conforme | Durée / E | Durée / E′ |",
        "|---:|---|---:|---:|---:|---:|---|---:|---:|",
    ]
    print("\n".join(head))
    lines = head + [line for size in arguments.sizes.split(",") for line in rows(int(size), arguments.runs, python, binary, peers, environment)]
    by = "veraPDF" if os.environ.get("MILLESIME_VERAPDF") else "page-validation"
    when = f"{machine()} ; {datetime.date.today().isoformat()} ; médianes de {arguments.runs} passages, en alternance ; conformité selon {by}."
    if arguments.write:
        page = ROOT / "docs/performance.md"
        before, _, after = page.read_text(encoding="utf-8").partition(MARKS[0])
        rest = after.partition(MARKS[1])[2]
        page.write_text(f"{before}{MARKS[0]}\n{when}\n\n" + "\n".join(lines) + f"\n{MARKS[1]}{rest}", encoding="utf-8")


main()
