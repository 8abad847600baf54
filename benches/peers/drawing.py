"""What the Python pipelines share: French numbers, and the chart of one indicator as SVG written by hand."""

from project import PARAGRAPH, YEARS  # noqa: F401  (the pipelines take them from here)


def french(number: float) -> str:
    return f"{number:,.1f}".replace(",", "\u202f").replace(".", ",")


def svg(values: list[float], target: float) -> str:
    """Twelve points joined by a line, the target as a dashed line, the years under them."""
    top = 1.1 * max(*values, target)
    left, bottom, width, height = 45, 205, 510, 180
    step = width / (len(values) - 1)
    spot = lambda rank, value: (left + rank * step, bottom - value / top * height)
    line = " ".join("%.1f,%.1f" % spot(rank, value) for rank, value in enumerate(values))
    level = spot(0, target)[1]
    years = "".join(
        f'<text x="{spot(rank, 0)[0]:.1f}" y="224" font-size="10" text-anchor="middle" font-family="Libertinus Serif">{year}</text>'
        for rank, year in enumerate(YEARS)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="240" viewBox="0 0 600 240">'
        f'<polyline points="{line}" fill="none" stroke="#0b5a7a" stroke-width="2"/>'
        f'<line x1="{left}" x2="{left + width}" y1="{level:.1f}" y2="{level:.1f}" stroke="#b3261e" stroke-dasharray="5"/>'
        f"{years}</svg>"
    )
