"""Fills the workbooks of a collection as services would, then spoils them as a spreadsheet or a hand does.

python treat.py TREATMENT SOURCE TARGET: a folder of workbooks, and where they go. `filled`, `sorted`, `moved`, `pasted`, `renamed`,
`rewritten` (openpyxl as it is) or `dropped` (no validation, table, format nor name is left, as some spreadsheets on the web do).
The line of rank r of the workbook of rank n gets n * 1000 + r + 0.25 in its year to fill, « moyenné » as a comment. `pasted` writes
the unit behind every other value, and « environ 12 » on the fourth line. Prints what was written, `indicator;part;value` a line.
"""

import pathlib
import sys

from openpyxl import load_workbook
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.worksheet.datavalidation import DataValidationList

treatment, source, target = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
target.mkdir(parents=True)


def treat(number, path):
    book = load_workbook(path)
    sheet = next(sheet for sheet in book if sheet.title.startswith("Valeurs"))
    head = next(row for row in sheet.iter_rows() if row[0].value == "indicateur")
    titles = [cell.value for cell in head]
    first, last = head[0].row + 1, sheet.max_row
    asked, unit, note = titles.index("2025"), titles.index("unité"), titles.index("commentaire")
    part = titles.index("site") if "site" in titles else None
    lines = list(sheet.iter_rows(min_row=first, max_row=last))
    for rank, row in enumerate(lines):
        value = number * 1000 + rank + 0.25
        text = value
        if treatment == "pasted" and rank % 2 == 0:
            digits = f"{value:,.2f}".replace(",", "\u202f").replace(".", ",")
            text = f"{digits} {row[unit].value}"
        if treatment == "pasted" and rank == 3:
            text = value = "environ 12"
        row[asked].value = text
        row[note].value = "moyenné"
        print(row[0].value, (row[part].value or "") if part is not None else "", value, sep=";")
    if treatment == "sorted":
        contents = [[cell.value for cell in row] for row in lines]
        for row, content in zip(lines, reversed(contents)):
            for cell, value in zip(row, content):
                cell.value = value
    if treatment == "moved":
        for row in sheet.iter_rows(min_row=first - 1, max_row=last):
            contents = [cell.value for cell in row]
            for cell, value in zip(row, reversed(contents)):
                cell.value = value
        sheet.tables.clear()
        sheet.cell(first - 1, len(titles) + 1).value = "ma colonne"
    if treatment == "renamed":
        for rank, one in enumerate(list(book)):
            one.title = f"Feuil{rank + 1}"
        book.move_sheet(sheet, -1)
    if treatment == "dropped":
        for one in book:
            one.data_validations = DataValidationList()
            one.tables.clear()
            one.conditional_formatting = ConditionalFormattingList()
            one.protection.sheet = False
    book.save(target / f"retour-{number:02}.xlsx")


for number, path in enumerate(sorted(source.glob("*.xlsx"))):
    treat(number, path)
