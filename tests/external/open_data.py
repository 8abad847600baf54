"""What readers of open data make of the folder `donnees/` of an edition: prints each verdict, and fails where one is bad.

frictionless reads the Data Package and every row; pyshacl holds the catalogue to shapes of the fields that data.gouv.fr reads;
roc-validator reads the crate; csv-detective guesses the types of the columns that portals know by name; openpyxl opens the
workbook, where each sheet has one real table, without an empty row.
"""

import json
import pathlib
import subprocess
import sys

folder = pathlib.Path(sys.argv[1])
failures = []


def told(name, good, detail=""):
    print(f"{name}: {'conforme' if good else 'NON CONFORME'} {detail}".rstrip())
    if not good:
        failures.append(name)


from frictionless import validate

report = validate(str(folder / "datapackage.json"))
rows = sum(task.stats["rows"] for task in report.tasks if "rows" in task.stats)
errors = [error.message for task in report.tasks for error in task.errors][:10]
told("Data Package (frictionless)", report.valid, f"{len(report.tasks)} tables, {rows} lignes {errors or ''}")

from pyshacl import validate as shacl
from rdflib import Graph

data = Graph().parse(folder / "catalogue.jsonld", format="json-ld")
shapes = Graph().parse(pathlib.Path(__file__).with_name("dcat.ttl"))
good, _, text = shacl(data, shacl_graph=shapes)
told("DCAT (pyshacl)", good, f"{len(data)} triplets {'' if good else text}")

run = subprocess.run(
    [str(pathlib.Path(sys.executable).with_name("rocrate-validator")), "validate", "--no-paging", str(folder)],
    capture_output=True,
    text=True,
    check=False,
)
said = " ".join((run.stdout + run.stderr).split())
unreached = ("UnabletoretrievetheJSON-LDcontext", "ConnectionError", "NameResolutionError")
if run.returncode != 0 and any(words in said.replace(" ", "") for words in unreached):
    # The validator fetches the words of the format from w3id.org, and says nothing of a crate where it cannot.
    print("RO-Crate (roc-validator): non joué, w3id.org n’est pas joint")
else:
    told("RO-Crate (roc-validator)", run.returncode == 0, "" if run.returncode == 0 else said[-2000:])

from csv_detective import routine

expected = {"annee": "year", "siren": "siren", "exercice": "year", "annee_reference": "year", "annee_cible": "year"}
package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
for resource in package["resources"]:
    found = routine(file_path=str(folder / resource["path"]), num_rows=-1, save_results=False)
    columns = found["columns"]
    wrong = {
        name: columns[name]["format"]
        for name, kind in expected.items()
        if name in columns and columns[name]["format"] not in (kind, "int")
    }
    kinds = {"number": "float", "integer": "int", "year": "int", "boolean": "bool"}
    odd = {}
    for field in resource["schema"]["fields"]:
        column = columns.get(field["name"], {})
        wanted = kinds.get(field["type"])
        if wanted and column.get("python_type") not in (wanted, "int", None):
            odd[field["name"]] = column.get("python_type")
    told(f"types (csv-detective) {resource['path']}", not wrong and not odd, f"{wrong or ''} {odd or ''}")

import openpyxl

book = openpyxl.load_workbook(folder / "tableaux.xlsx")
bare = [sheet.title for sheet in book if len(sheet.tables) != 1]
blank = [
    f"{sheet.title}!{row[0].row}"
    for sheet in book
    for table in sheet.tables.values()
    for row in sheet[table.ref]
    if all(cell.value is None for cell in row)
]
told("classeur (openpyxl)", not bare and not blank, f"{len(book.sheetnames)} feuilles {bare or ''} {blank or ''}".rstrip())

sys.exit(1 if failures else 0)
