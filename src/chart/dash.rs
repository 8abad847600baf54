//! Dashes along a broken line, cut here since a stroke of Plotters is always whole.

use super::bounds::Spot;

/// Lengths of a dash and of the white after it, in hundredths of a millimetre.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rhythm {
    pub dash: f64,
    pub gap: f64,
}

/// The pieces of a broken line that are inked; the rhythm runs on through its corners.
pub(super) fn dashes(spots: &[Spot], rhythm: Rhythm) -> Vec<Vec<Spot>> {
    let mut pieces: Vec<Vec<Spot>> = Vec::new();
    let mut inked = true;
    let mut left = rhythm.dash;
    let mut piece: Vec<Spot> = spots.first().map(|spot| vec![*spot]).unwrap_or_default();
    for pair in spots.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let length = f64::from(to.0 - from.0).hypot(f64::from(to.1 - from.1));
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let along = |start: i32, end: i32| start + (f64::from(end - start) * done / length).round() as i32;
            let spot = (along(from.0, to.0), along(from.1, to.1));
            if inked {
                piece.push(spot);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![spot];
            }
            inked = !inked;
            left = if inked { rhythm.dash } else { rhythm.gap };
        }
        left -= length - done;
        if inked && piece.last() != Some(&to) {
            piece.push(to);
        }
    }
    if piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_cover_their_share_of_the_line() {
        let pieces = dashes(&[(0, 0), (100, 0), (100, 100)], Rhythm { dash: 30.0, gap: 20.0 });
        let corner = vec![(50, 0), (80, 0)];
        assert_eq!(pieces[1], corner);
        assert_eq!(pieces.len(), 4);
        assert!(dashes(&[], Rhythm { dash: 1.0, gap: 1.0 }).is_empty());
        assert!(dashes(&[(3, 3), (3, 3)], Rhythm { dash: 1.0, gap: 1.0 }).is_empty());
    }
}
