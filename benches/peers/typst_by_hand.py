"""Pipeline E: polars reads, the SVG is written by hand, Typst composes in process. `typst_by_hand.py TABLE OUT.pdf`"""

import sys
import tempfile
from pathlib import Path

import polars
import typst
from drawing import PARAGRAPH, french, svg

HEAD = """\
#set document(title: "Rapport de mesure", date: datetime(year: 2026, month: 11, day: 29))
#set text(lang: "fr", font: "Libertinus Serif", size: 10pt)
#set page(numbering: "1", margin: 2cm)
#set heading(numbering: "1.1")
#show heading.where(level: 2): it => { pagebreak(weak: true); it }
#title()
#outline()
= Indicateurs
"""


def escaped(text: str) -> str:
    return "".join("\\" + letter if letter in "\\#$*_`<@[]" else letter for letter in text)


def main(table: str, out: str) -> None:
    read = polars.read_csv(table)
    if read["value"].null_count():
        sys.exit("une valeur manque")
    folder = Path(tempfile.mkdtemp())
    pages = [HEAD]
    for (name,), rows in read.group_by("id", maintain_order=True):
        years, values, target = rows["year"].to_list(), rows["value"].to_list(), rows["target"][0]
        (folder / f"{name}.svg").write_text(svg(values, target), encoding="utf-8")
        cells = "".join(f"[{year}],[{french(value)}],[{french(target)}]," for year, value in zip(years, values))
        title = escaped(rows["title"][0])
        pages.append(
            f"== {title}\n{PARAGRAPH}\n\n"
            f'#figure(image("{name}.svg", alt: "Évolution de {title}, de {years[0]} à {years[-1]}"), caption: [Évolution])\n'
            f"#figure(table(columns: 3, table.header([Année], [Valeur], [Cible]), {cells}), caption: [Valeurs])\n"
        )
    (folder / "main.typ").write_text("\n".join(pages), encoding="utf-8")
    typst.compile(str(folder / "main.typ"), output=out, pdf_standards=["a-3a", "ua-1"])


main(*sys.argv[1:])
