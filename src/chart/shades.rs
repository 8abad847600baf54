//! Shades of one colour for the parts of a whole, apart in grey and each seen on paper.

use crate::model::Colour;

/// Contrast with the paper of the darkest and of the lightest shade; 3 is the least a reader needs.
const DARKEST: f64 = 12.5;
const LIGHTEST: f64 = 3.15;

/// Shades from dark to light; their contrasts with the paper are in geometric progression.
pub(super) fn shades(colour: Colour, paper: Colour, count: usize) -> Vec<Colour> {
    let ratio = LIGHTEST / DARKEST;
    let contrast = |rank: usize| DARKEST * ratio.powf(rank as f64 / (count.max(2) - 1) as f64);
    match count {
        0 => Vec::new(),
        1 => vec![colour],
        _ => (0..count)
            .map(|rank| with_contrast(colour, paper, contrast(rank)))
            .collect(),
    }
}

/// Tints from pale to dark for cells that print their value: a text in dark or in paper is read on each (4.5 at least).
pub(super) fn ramp(colour: Colour, paper: Colour, count: usize) -> Vec<Colour> {
    let last = count.max(2) - 1;
    let contrast = |rank: usize| 1.2 * (9.0_f64 / 1.2).powf(rank as f64 / last as f64);
    let readable = |contrast: f64| match contrast {
        3.3..3.95 => 3.3,
        3.95..4.65 => 4.65,
        other => other,
    };
    (0..count)
        .map(|rank| with_contrast(colour, paper, readable(contrast(rank))))
        .collect()
}

/// The colour made darker or paler until its contrast with the paper is the one wanted, or just above.
fn with_contrast(colour: Colour, paper: Colour, wanted: f64) -> Colour {
    let black = Colour {
        red: 0,
        green: 0,
        blue: 0,
    };
    let (under, paler) = if colour.contrast(paper) < wanted {
        (black, false)
    } else {
        (paper, true)
    };
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    for _ in 0..16 {
        let middle = f64::midpoint(low, high);
        let enough = colour.over(under, middle).contrast(paper) >= wanted;
        // Towards paper more of the colour adds contrast; towards black it takes some away.
        if enough == paler { high = middle } else { low = middle }
    }
    colour.over(under, if paler { high } else { low })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::tokens::Tokens;

    #[test]
    fn values_are_read_on_every_tint_of_a_ramp() {
        let tokens = Tokens::embedded();
        for colour in tokens.finalities {
            for count in 1..=7 {
                let tints = ramp(colour, tokens.paper, count);
                for tint in &tints {
                    let best = tokens.text.contrast(*tint).max(tokens.paper.contrast(*tint));
                    assert!(best >= 4.5, "{count}: {tint:?} {best}");
                }
                for pair in tints.windows(2) {
                    assert!(pair[0].contrast(pair[1]) >= 1.25, "{count}: {pair:?}");
                }
            }
        }
    }

    #[test]
    fn shades_are_seen_on_paper_and_stay_apart_in_grey() {
        let tokens = Tokens::embedded();
        for colour in tokens.finalities {
            for count in 2..=6 {
                let shades = shades(colour, tokens.paper, count);
                assert!(
                    shades.iter().all(|shade| shade.contrast(tokens.paper) >= 3.0),
                    "{shades:?}"
                );
                for pair in shades.windows(2) {
                    assert!(pair[0].contrast(pair[1]) >= 1.25, "{count}: {pair:?}");
                }
            }
        }
    }
}
