"""Pipeline A: pandas reads, matplotlib draws, Jinja2 writes HTML, WeasyPrint composes. `weasyprint_html.py TABLE OUT.pdf`"""

import base64
import io
import sys

import jinja2
import matplotlib
import pandas
import weasyprint
from drawing import PARAGRAPH, french

matplotlib.use("svg")
from matplotlib import pyplot  # noqa: E402

PAGE = jinja2.Template(
    """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Rapport de mesure</title><style>
@page { size: A4; margin: 2cm; @bottom-right { content: counter(page) } }
body { font-family: "DejaVu Serif"; font-size: 10pt } h2 { break-before: page }
table { border-collapse: collapse; width: 100% } td, th { border: 1px solid #888; padding: 2pt }
</style></head><body><h1>Rapport de mesure</h1>
<ul>{% for one in found %}<li><a href="#{{ one.id }}">{{ one.title }}</a></li>{% endfor %}</ul>
{% for one in found %}<h2 id="{{ one.id }}">{{ one.title }}</h2><p>{{ paragraph }}</p>
<img alt="Évolution de {{ one.title }}" src="data:image/svg+xml;base64,{{ one.chart }}">
<table><caption>Valeurs</caption><thead><tr><th scope="col">Année</th><th scope="col">Valeur</th><th scope="col">Cible</th></tr></thead>
<tbody>{% for year, value in one.rows %}<tr><td>{{ year }}</td><td>{{ value }}</td><td>{{ one.target }}</td></tr>{% endfor %}</tbody></table>
{% endfor %}</body></html>""",
    autoescape=True,
)


def chart(years: list[int], values: list[float], target: float) -> str:
    figure, axes = pyplot.subplots(figsize=(6, 2.4))
    axes.plot(years, values, marker="o")
    axes.axhline(target, linestyle="--")
    drawn = io.BytesIO()
    figure.savefig(drawn, format="svg")
    pyplot.close(figure)
    return base64.b64encode(drawn.getvalue()).decode()


def main(table: str, out: str) -> None:
    found = []
    for name, rows in pandas.read_csv(table).groupby("id", sort=False):
        years, values, target = list(rows["year"]), list(rows["value"]), rows["target"].iloc[0]
        cells = [(year, french(value)) for year, value in zip(years, values)]
        one = {"id": name, "title": rows["title"].iloc[0], "target": french(target), "rows": cells}
        found.append(one | {"chart": chart(years, values, target)})
    html = PAGE.render(found=found, paragraph=PARAGRAPH)
    weasyprint.HTML(string=html).write_pdf(out, pdf_variant="pdf/ua-1")


main(*sys.argv[1:])
