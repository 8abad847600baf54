"""Whether two publications say the same, addresses and hashes of the files they were read from apart.

    same.py ONE OTHER

What a workbook stands for is named otherwise by it: the text of each PDF is compared without the addresses of those files, each
data file without the columns that hold addresses. Needs pdftotext and openpyxl. Prints what was compared; fails at the first
difference.
"""

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import openpyxl

FILES = r"data/(?:indicateurs/[^,;.]*\.(?:yaml|csv)|rapport\.yaml|actions\.yaml|strategie\.yaml|projet\.xlsx)"
CELLS = r",feuille[^,;]*?,[A-Z]+\d+(?:(?:,|et|à)[A-Z]+\d+)*"
LINES = r",lignes?\d+(?:(?:,|et|à)\d+)*"
ADDRESS = re.compile(f"{FILES}(?:{CELLS}|{LINES})?")
# The heads of the list of files, the last part of the report: whole lines of it are others.
LISTED = "FichierOctetsSHA-256"
PLACES = {"fichier", "feuille", "cellule_ou_ligne"}
# It names the files that were read, which are others.
INPUTS = {"ro-crate-metadata.json"}


def text(document):
    found = subprocess.run(["pdftotext", "-enc", "UTF-8", "-raw", document, "-"], check=True, capture_output=True)
    letters = "".join(letter for letter in found.stdout.decode() if not letter.isspace() and letter != "\u00ad")
    return ADDRESS.sub("@", letters.split(LISTED)[0])


def without_places(rows):
    heads = next(rows)
    kept = [rank for rank, head in enumerate(heads) if head not in PLACES]
    return [[line[rank] for rank in kept] for line in [heads, *rows]]


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as opened:
        separator = ";" if ";" in opened.readline() else ","
        opened.seek(0)
        return without_places(csv.reader(opened, delimiter=separator))


def workbook(path):
    sheets = {}
    for sheet in openpyxl.load_workbook(path).worksheets:
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        heads = next((rank for rank, row in enumerate(rows) if PLACES <= set(row)), None)
        # What is said above counts the cells of those columns too, as their rows of « Colonnes » do.
        if heads is not None:
            rows = without_places(iter(rows[heads:]))
        sheets[sheet.title] = [row for row in rows if PLACES.isdisjoint(row[:2])]
    return sheets


def package(path):
    described = json.loads(Path(path).read_text(encoding="utf-8"))
    for resource in described["resources"]:
        resource.pop("bytes", None)
        resource.pop("hash", None)
    return described


def read(path):
    if path.suffix == ".pdf":
        return text(path)
    if path.suffix == ".csv":
        return table(path)
    if path.name == "tableaux.xlsx":
        return workbook(path)
    if path.name == "datapackage.json":
        return package(path)
    return path.read_bytes()


def files(folder):
    kinds = {".pdf", ".csv", ".xlsx", ".json", ".docx", ".svg"}
    found = (path for path in Path(folder).rglob("*") if path.suffix in kinds and path.name not in INPUTS)
    return {str(path.relative_to(folder)): path for path in found}


def main(one, other):
    one, other = files(one), files(other)
    if one.keys() != other.keys():
        sys.exit(f"not the same files: {sorted(one.keys() ^ other.keys())}")
    for name in sorted(one):
        if name.startswith("manifeste") or "manifest" in name:
            continue
        left, right = read(one[name]), read(other[name])
        if left != right:
            at = len(os.path.commonprefix([left, right])) if isinstance(left, (str, list)) else 0
            sys.exit(f"{name}: {left[at - 60:at + 80]!r} / {right[at - 60:at + 80]!r}" if at else f"{name} differs")
        if isinstance(left, str):
            print(f"{name}: {len(left)} letters, the same")
    print(f"{len(one)} files, the same")


main(*sys.argv[1:])
