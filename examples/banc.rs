//! `cargo run --example banc -- 306 DOSSIER` writes a project of that many indicators, one a page: a paragraph, a chart with
//! its target, a table of twelve years.
//!
//! It is the measure of speed of the program: the same work can be given to any other pipeline. It measures nothing itself.

use std::fmt::Write as _;
use std::path::Path;

const REPORT: &str = "\
collectivite: {nom: Exempleville, type: metropole, siren: \"200040715\", population: 60000}
titre: Banc de mesure
edition: 2026
exercice_budget: 2027
annee_donnees: 2025
date_document: 2026-11-20
exemple: true
";
const PARAGRAPH: &str = "Cet indicateur est suivi par la direction des finances et la mission transition écologique. La \
    trajectoire est comparée à l’objectif adopté par le conseil métropolitain ; l’écart est commenté ci-dessous et les \
    actions correctrices sont décrites dans la partie « programme d’actions ».";

fn main() -> Result<(), std::io::Error> {
    let mut arguments = std::env::args().skip(1);
    let (Some(count), Some(folder)) = (arguments.next().and_then(|count| count.parse().ok()), arguments.next()) else {
        eprintln!("usage : cargo run --example banc -- NOMBRE DOSSIER");
        return Ok(());
    };
    project(count, Path::new(&folder))
}

/// Writes the project of so many indicators into a folder.
pub fn project(count: u32, folder: &Path) -> Result<(), std::io::Error> {
    let template = include_str!("banc/report-templates/rapport.typ.jinja");
    let (catalogue, values) = indicators(count);
    for (path, text) in [
        ("data/rapport.yaml", REPORT),
        ("data/indicateurs/banc.yaml", &catalogue),
        ("data/valeurs/banc.csv", &values),
        ("report-templates/rapport.typ.jinja", template),
    ] {
        let path = folder.join(path);
        fs_err::create_dir_all(path.parent().unwrap_or(folder))?;
        fs_err::write(path, text)?;
    }
    Ok(())
}

/// A catalogue and its values: twelve years that fall by about three per cent, towards 60 % of the first.
fn indicators(count: u32) -> (String, String) {
    let mut catalogue = "indicateurs:\n".to_owned();
    let mut values = "indicateur;annee;valeur;statut\n".to_owned();
    let mut noise = Noise(1);
    for rank in 0..count {
        let first = 10.0 + 990.0 * noise.next();
        let comment = [PARAGRAPH; 3].join(" ");
        let _ = writeln!(
            catalogue,
            "  - id: ind-{rank}\n    titre: Indicateur numéro {rank} de la collectivité\n    unite: tCO2e\n    finalite: {}\n    \
             volet: interne\n    nature: contribution\n    sens: baisse\n    reference: {{annee: 2014}}\n    cibles:\n      - \
             {{annee: 2030, valeur: {:.2}, origine: exemple}}\n    commentaire: {comment}",
            rank % 5 + 1,
            first * 0.6,
        );
        for year in 2014..2026 {
            let value = first * 0.97_f64.powi(year - 2014) * (0.97 + 0.06 * noise.next());
            let _ = writeln!(values, "ind-{rank};{year};{value:.2};exemple");
        }
    }
    (catalogue, values)
}

/// Numbers from 0 to 1, the same at each run.
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as f64 / f64::from(u32::MAX >> 1)
    }
}
