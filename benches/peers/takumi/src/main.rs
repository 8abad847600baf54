//! Pipeline T: HTML and an inline SVG, composed by takumi-pdf in process. `takumi-peer TABLE OUT.pdf`

use std::error::Error;
use std::fmt::Write as _;
use std::sync::Arc;
use takumi_core::Fonts;
use takumi_core::html::{FromHtmlOptions, parse_html};
use takumi_core::resources::font::FontResource;
use takumi_core::style::{Lang, StyleSheet};
use takumi_pdf::{PageOptions, PdfDate, PdfMetadata, PdfOptions, PdfStandard, Tagging, render};

const CSS: &str = "body{font-family:'Libertinus Serif';font-size:10pt}h2{break-before:page}\
    table{border-collapse:collapse;width:100%}td,th{border:1px solid #888;padding:2pt}";

struct Indicator {
    title: String,
    target: f64,
    years: Vec<String>,
    values: Vec<f64>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(table), Some(out), Some(paragraph)) = (arguments.next(), arguments.next(), arguments.next()) else {
        return Err("takumi-peer TABLE OUT.pdf PARAGRAPH".into());
    };
    let mut fonts = Fonts::default();
    for font in typst_assets::fonts().filter(|font| has_name(font, "LibertinusSerif")) {
        fonts.register(FontResource::new(font.to_vec()))?;
    }
    let html = parse_html(&page(&read(&table)?, &paragraph), FromHtmlOptions::default())?;
    let pdf = render(
        PdfOptions::builder()
            .node(html.node)
            .stylesheet(Arc::new(StyleSheet::parse_owned_list_loosy(html.css)))
            .page(PageOptions::A4)
            .fonts(&fonts)
            .lang(Some(Lang::parse("fr")?))
            .outline(true)
            .standard(PdfStandard::A3a)
            .tagged(Tagging::Ua1)
            .metadata(PdfMetadata {
                title: Some("Rapport de mesure".into()),
                creation_date: Some(PdfDate { year: 2026, month: 11, day: 29, hour: 0, minute: 0, second: 0 }),
                ..PdfMetadata::default()
            })
            .build(),
    )?;
    std::fs::write(out, pdf)?;
    Ok(())
}

/// Whether the name of a font, as its file writes it, holds a word.
fn has_name(font: &[u8], word: &str) -> bool {
    font.windows(word.len()).any(|part| part == word.as_bytes())
}

fn read(table: &str) -> Result<Vec<Indicator>, Box<dyn Error>> {
    let mut found: Vec<(String, Indicator)> = Vec::new();
    let mut reader = csv::Reader::from_path(table)?;
    let titles = reader.headers()?.clone();
    let column = |name: &str| titles.iter().position(|title| title == name).ok_or(name.to_owned());
    let (id, title, year, value, target) =
        (column("id")?, column("title")?, column("year")?, column("value")?, column("target")?);
    for row in reader.records() {
        let row = row?;
        if found.last().is_none_or(|(last, _)| *last != row[id]) {
            let indicator =
                Indicator { title: row[title].into(), target: row[target].parse()?, years: Vec::new(), values: Vec::new() };
            found.push((row[id].into(), indicator));
        }
        if let Some((_, indicator)) = found.last_mut() {
            indicator.years.push(row[year].into());
            indicator.values.push(row[value].parse()?);
        }
    }
    Ok(found.into_iter().map(|(_, indicator)| indicator).collect())
}

fn page(found: &[Indicator], paragraph: &str) -> String {
    let mut html = format!(
        "<!doctype html><html lang=\"fr\"><head><title>Rapport de mesure</title><style>{CSS}</style></head><body><h1>Rapport de mesure</h1><ul>"
    );
    for (rank, indicator) in found.iter().enumerate() {
        let _ = write!(html, "<li><a href=\"#i{rank}\">{}</a></li>", escaped(&indicator.title));
    }
    html.push_str("</ul>");
    for (rank, indicator) in found.iter().enumerate() {
        let title = escaped(&indicator.title);
        let _ = write!(html, "<h2 id=\"i{rank}\">{title}</h2><p>{}</p>", escaped(paragraph));
        let _ = write!(html, "<div role=\"img\" aria-label=\"Évolution de {title}\">{}</div>", svg(indicator));
        html.push_str("<table><thead><tr><th scope=\"col\">Année</th><th scope=\"col\">Valeur</th><th scope=\"col\">Cible</th></tr></thead><tbody>");
        for (year, value) in indicator.years.iter().zip(&indicator.values) {
            let (value, target) = (french(*value), french(indicator.target));
            let _ = write!(html, "<tr><td>{year}</td><td>{value}</td><td>{target}</td></tr>");
        }
        html.push_str("</tbody></table>");
    }
    html + "</body></html>"
}

/// Twelve points joined by a line, the target as a dashed line, the years under them.
fn svg(indicator: &Indicator) -> String {
    let top = 1.1 * indicator.values.iter().copied().fold(indicator.target, f64::max);
    let (left, bottom, width, height) = (45.0, 205.0, 510.0, 180.0);
    let step = width / (indicator.values.len() - 1) as f64;
    let (mut line, mut years) = (String::new(), String::new());
    for (rank, (year, value)) in indicator.years.iter().zip(&indicator.values).enumerate() {
        let x = left + rank as f64 * step;
        let _ = write!(line, "{x:.1},{:.1} ", bottom - value / top * height);
        let _ = write!(years, "<text x=\"{x:.1}\" y=\"224\" font-size=\"10\" text-anchor=\"middle\" font-family=\"Libertinus Serif\">{year}</text>");
    }
    let level = bottom - indicator.target / top * height;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\" height=\"240\" viewBox=\"0 0 600 240\"><polyline points=\"{line}\" fill=\"none\" \
         stroke=\"#0b5a7a\" stroke-width=\"2\"/><line x1=\"{left}\" x2=\"{}\" y1=\"{level:.1}\" y2=\"{level:.1}\" stroke=\"#b3261e\" \
         stroke-dasharray=\"5\"/>{years}</svg>",
        left + width
    )
}

fn french(number: f64) -> String {
    let text = format!("{number:.1}");
    let (whole, tenth) = text.split_once('.').unwrap_or((&text, "0"));
    let mut grouped = String::new();
    for (rank, digit) in whole.chars().enumerate() {
        if rank > 0 && (whole.len() - rank) % 3 == 0 {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    format!("{grouped},{tenth}")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
