//! The unit that a title says of its column: « Réalisé en k€ », « Valeur (GWh) », « Consommation MWh ».

use super::unit::is_unit;

/// A title without the unit that it says, and that unit; none where it says none that is known.
pub fn titled(title: &str) -> Option<(&str, &str)> {
    let title = title.trim();
    let enclosed = [('(', ')'), ('[', ']')].into_iter().find_map(|(opening, closing)| {
        let (bare, unit) = title.strip_suffix(closing)?.rsplit_once(opening)?;
        Some((bare.trim(), unit.trim().trim_start_matches("en ").trim()))
    });
    let said = || title.rsplit_once(" en ").map(|(bare, unit)| (bare.trim(), unit.trim()));
    // A letter alone is no unit without a word that says so: « Site M », « Compteur t ».
    let last = || {
        let (bare, unit) = title.rsplit_once([' ', '\u{A0}', ','])?;
        (unit.chars().count() > 1 || matches!(unit, "€" | "%")).then(|| (bare.trim_end_matches([' ', ',']), unit))
    };
    let known = |(bare, unit): &(&str, &str)| !bare.is_empty() && is_unit(unit);
    enclosed
        .filter(known)
        .or_else(|| said().filter(known))
        .or_else(|| last().filter(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_a_unit_in_several_ways() {
        for (title, bare, unit) in [
            ("Réalisé en k€", "Réalisé", "k€"),
            ("Réalisé (k€)", "Réalisé", "k€"),
            ("Montant [en milliers d’euros]", "Montant", "milliers d’euros"),
            ("Mandaté en millions d'euros", "Mandaté", "millions d'euros"),
            ("Valeur en GWh", "Valeur", "GWh"),
            ("2024 (GWh)", "2024", "GWh"),
            ("Consommation MWh", "Consommation", "MWh"),
            ("Eau, m3", "Eau", "m3"),
            ("Part (%)", "Part", "%"),
        ] {
            assert_eq!(titled(title), Some((bare, unit)), "{title}");
        }
        for title in [
            "realise",
            "Réalisé",
            "Valeur",
            "2024 (p)",
            "Réalisé en 2025",
            "Site M",
            "kwh_an",
            "GWh",
            "Nombre d’agents",
            "Année d’achat",
            "Budget (principal)",
            "",
        ] {
            assert_eq!(titled(title), None, "{title}");
        }
    }
}
