//! Where the collection stands, as a page to send: no script, no picture, every table with its caption and its heads.

use super::standing::Standing;
use crate::french::plural;
use crate::printed::{PrintedTable, Role};

const STYLE: &str = "body{font-family:Arial,sans-serif;color:#1f2933;max-width:70rem;margin:2rem auto;padding:0 1rem;line-height:1.5}\
h1,h2{color:#1b4f5c}table{border-collapse:collapse;width:100%;margin:1rem 0 2rem}caption{text-align:left;font-weight:bold;padding:.3rem 0}\
th,td{border:1px solid #8a97a3;padding:.35rem .5rem;text-align:left;vertical-align:top}thead th{background:#1b4f5c;color:#fff}\
.n{text-align:right;white-space:nowrap}.t{overflow-x:auto}.t:focus-visible{outline:3px solid #1b4f5c}";

impl Standing {
    /// As a page to send.
    pub fn page(&self) -> String {
        let campaign = &self.campaign;
        let title = format!("Collecte {} : où en sont les services", campaign.edition);
        let missing = self.missing();
        let answered = self.services.iter().filter(|one| !one.received.is_empty()).count();
        let complete = self.services.iter().filter(|one| one.is_complete()).count();
        let mut told = format!(
            "{}, valeurs de {}. {} sur {} ; {}.",
            campaign.community,
            campaign.year,
            plural(answered, "service a répondu", "services ont répondu"),
            self.services.len(),
            plural(complete, "n’a plus rien à donner", "n’ont plus rien à donner")
        );
        if !missing.rows.is_empty() {
            told += &format!(" Il manque {}.", plural(missing.rows.len(), "valeur", "valeurs"));
        }
        let mut page = format!(
            "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta name=\"generator\" content=\"millesime collecter suivi\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{told}</p>\n",
            title = escaped(&title),
            told = escaped(&told)
        );
        page += "<h2>Par service</h2>\n";
        page += &table(
            &self.by_service(),
            "Ce qui est demandé, reçu, et ce qui manque, par service",
        );
        if !missing.rows.is_empty() {
            page += "<h2>Ce qui manque</h2>\n";
            page += &table(&missing, "Les valeurs qui manquent, par service et par indicateur");
        }
        page + "</main>\n</body>\n</html>\n"
    }
}

fn table(table: &PrintedTable, caption: &str) -> String {
    let class = |role: Role| if role == Role::Number { " class=\"n\"" } else { "" };
    // A narrow screen scrolls the table, not the page; who has no mouse reaches it by the keyboard.
    let caption = escaped(caption);
    let mut html = format!(
        "<div class=\"t\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\">\n<table>\n<caption>{caption}</caption>\n<thead>\n<tr>"
    );
    for column in &table.columns {
        html += &format!("<th scope=\"col\"{}>{}</th>", class(column.role), escaped(&column.head));
    }
    html += "</tr>\n</thead>\n<tbody>\n";
    for row in &table.rows {
        html += "<tr>";
        for (rank, (cell, column)) in row.cells.iter().zip(&table.columns).enumerate() {
            let words = escaped(&cell.words);
            html += &match rank {
                0 => format!("<th scope=\"row\">{words}</th>"),
                _ => format!("<td{}>{words}</td>", class(column.role)),
            };
        }
        html += "</tr>\n";
    }
    html += "</tbody>\n</table>\n</div>\n";
    for note in &table.notes {
        html += &format!("<p>{}</p>\n", escaped(note));
    }
    html
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            letter => escaped.push(letter),
        }
    }
    escaped
}
