"""Writes the same work for every pipeline: a table of indicators, and a Millésime project of the same indicators.

Each indicator has twelve years, a target, a title and a paragraph; a report gives it a page with the paragraph, a chart of its
years beside its target, and a table of twelve rows. The numbers come from a seed: two runs write the same bytes.
"""

import csv
import random
from pathlib import Path

YEARS = range(2014, 2026)
TARGET_YEAR = 2030

PARAGRAPH = " ".join(
    [
        "La collectivité mesure cet indicateur chaque année avec les services qui en répondent.",
        "Le chemin vers la cible est celui que l’assemblée a adopté ; l’écart se lit sur le graphique.",
        "Les actions qui doivent le réduire, et leurs crédits, sont décrits avec les politiques du même domaine.",
    ]
    * 3
)


def indicators(count: int) -> list[dict]:
    """The indicators, in order: `id`, `title`, `direction`, `target`, `values` (one a year)."""
    dice = random.Random(count)
    found = []
    for number in range(count):
        start = dice.uniform(20, 900)
        falls = dice.random() < 0.5
        pace = 0.97 if falls else 1.03
        values = [round(start * pace**step * dice.uniform(0.97, 1.03), 2) for step in range(len(YEARS))]
        found.append(
            {
                "id": f"mesure-{number:04d}",
                "title": f"Mesure n° {number} suivie par la collectivité",
                "direction": "baisse" if falls else "hausse",
                "target": round(start * (0.5 if falls else 2.0), 1),
                "values": values,
            }
        )
    return found


def write_table(path: Path, found: list[dict]) -> None:
    """The input of the other pipelines: a line an indicator and a year."""
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["id", "title", "year", "value", "target"])
        for indicator in found:
            for year, value in zip(YEARS, indicator["values"]):
                table.writerow([indicator["id"], indicator["title"], year, value, indicator["target"]])


SETTINGS = """\
format: 1
collectivite:
  nom: Collectivité de mesure
  type: commune
  siren: "000000000"
  population: 60000
titre: Rapport de mesure
edition: 2026
exercice_budget: 2026
annee_donnees: 2025
date_document: 2026-11-29
livrables: [rapport]
exemple: true
"""

TEMPLATE = """\
{#- One indicator a page, as the other pipelines draw it. -#}
#set document(title: {{ document.title }}, author: {{ document.community }}, date: datetime(year: {{ document.year }}, month: {{ document.month }}, day: {{ document.day }}))
#set text(lang: "fr", font: "Libertinus Serif", size: 10pt)
#set page(numbering: "1", margin: 2cm)
#set heading(numbering: "1.1")
#show heading.where(level: 2): it => { pagebreak(weak: true); it }
#title()
#outline()
= Indicateurs
#let sheet(title: none, text: none, image-path: none, alternative: none, values: none, target: none) = [
  == #title
  #text
  #figure(image(image-path, alt: alternative), caption: [Évolution])
  #figure(
    table(
      columns: 3,
      table.header([Année], [Valeur], [Cible]),
      ..values.columns.slice(1).zip(values.rows.first().cells.slice(1)).map(((column, cell)) => ([#column.head], [#cell.text], [#target])).flatten(),
    ),
    caption: [Valeurs],
  )
]
{% for finality in finalities %}{% for indicator in finality.indicators %}
#sheet(
  title: {{ indicator.title }}, text: {{ indicator.definition }}, image-path: {{ "/" ~ indicator.figure.path }},
  alternative: {{ indicator.figure.alternative }}, values: {{ indicator.table }}, target: {{ indicator.target.number }},
)
{% endfor %}{% endfor %}
"""


def write_project(folder: Path, found: list[dict]) -> None:
    """The same indicators as a project whose template draws one a page."""
    (folder / "data/indicateurs").mkdir(parents=True)
    (folder / "data/valeurs").mkdir()
    (folder / "report-templates").mkdir()
    (folder / "data/rapport.yaml").write_text(SETTINGS, encoding="utf-8")
    (folder / "report-templates/rapport.typ.jinja").write_text(TEMPLATE, encoding="utf-8")
    entries = ["indicateurs:\n"]
    rows = ["indicateur;annee;valeur\n"]
    for indicator in found:
        entries.append(
            f"  - id: {indicator['id']}\n"
            f"    titre: {indicator['title']}\n"
            f"    definition: {PARAGRAPH}\n"
            "    unite: tonnes\n    finalite: 1\n    volet: territorial\n    nature: contexte\n"
            f"    sens: {indicator['direction']}\n"
            "    reference: {annee: 2014}\n"
            f"    cibles: [{{annee: {TARGET_YEAR}, valeur: {indicator['target']}}}]\n"
        )
        rows += [f"{indicator['id']};{year};{value}\n" for year, value in zip(YEARS, indicator["values"])]
    (folder / "data/indicateurs/mesures.yaml").write_text("".join(entries), encoding="utf-8")
    (folder / "data/valeurs/mesures.csv").write_text("".join(rows), encoding="utf-8")
