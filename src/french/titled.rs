//! The unit that a title says of its column: « Réalisé en k€ », « Valeur (GWh) », « Consommation MWh ».

use super::unit::{is_duration, is_unit};

/// A title without the unit that it says, and that unit; none where it says none that is known.
pub fn titled(title: &str) -> Option<(&str, &str)> {
    let title = title.trim();
    let enclosed = [('(', ')'), ('[', ']')].into_iter().find_map(|(opening, closing)| {
        let (bare, unit) = title.strip_suffix(closing)?.rsplit_once(opening)?;
        Some((bare.trim(), unit.trim().trim_start_matches("en ").trim()))
    });
    let said = || title.rsplit_once(" en ").map(|(bare, unit)| (bare.trim(), unit.trim()));
    // A letter alone is no unit without a word that says so: « Site M », « Compteur t »; nor is a duration: « Tarif du jour ».
    let last = || {
        let (bare, unit) = title.rsplit_once([' ', '\u{A0}', ','])?;
        let is_unit_alone = unit.chars().count() > 1 && !is_duration(unit);
        (is_unit_alone || matches!(unit, "€" | "%")).then(|| (bare.trim_end_matches([' ', ',']), unit))
    };
    let known = |(bare, unit): &(&str, &str)| !bare.is_empty() && is_unit(unit);
    enclosed
        .filter(known)
        .or_else(|| said().filter(known))
        .or_else(|| last().filter(known))
}

/// A label without the number of its line and the call of its note: `2.1 Eau`, `1) Eau`, `Eau (1)`, `Eau ¹`.
pub fn unnumbered(label: &str) -> &str {
    let label = label.trim();
    let is_of_number = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ')' | '°');
    let rest = label.trim_start_matches(is_of_number);
    let number = &label[..label.len() - rest.len()];
    // « 100 logements » has its number in its name.
    let is_ordinal = number.starts_with(|sign: char| sign.is_ascii_digit())
        && number.contains(|sign: char| !sign.is_ascii_digit())
        || rest.starts_with(" - ")
        || rest.starts_with(" – ");
    let label = match is_ordinal {
        true => rest.trim_start_matches([' ', '\u{A0}', '-', '–', ':']),
        false => label,
    };
    let label = label.trim_end_matches(['¹', '²', '³', '*', ' ']);
    let call = label.strip_suffix(')').and_then(|label| label.rsplit_once('('));
    let is_call = |call: &str| !call.is_empty() && call.len() < 3 && call.bytes().all(|sign| sign.is_ascii_digit());
    match call {
        Some((label, call)) if is_call(call) => label.trim_end(),
        _ => label,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_read_without_the_number_of_its_line_and_the_call_of_its_note() {
        for label in [
            "1. Eau",
            "2.1 Eau",
            "1) Eau",
            "3 - Eau",
            "1.2. Eau (1)",
            "Eau ¹",
            "Eau*",
            "Eau",
        ] {
            assert_eq!(unnumbered(label), "Eau", "{label}");
        }
        for label in ["100 logements", "Eau (brute)", "Taux 2024 (%)", "1er prix"] {
            assert_eq!(unnumbered(label), label);
        }
    }

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
            "Consommation par an",
            "Tarif du jour",
            "Budget (principal)",
            "",
        ] {
            assert_eq!(titled(title), None, "{title}");
        }
    }
}
