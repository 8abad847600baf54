//! Which unknown values the printed ones determine: the reduced rows of the system that a reader could write.

use super::noun::{Known, Relation};

/// What elimination leaves of a coefficient that is zero.
const NOISE: f64 = 1e-9;

/// The ranks of the values that are not printed and that the relations determine.
pub fn determined(relations: &[Relation], known: &[Known]) -> Vec<usize> {
    let unknown: Vec<usize> = (0..known.len())
        .filter(|rank| !matches!(known[*rank], Known::Number(_)))
        .collect();
    let column = |rank: usize| unknown.binary_search(&rank).ok();
    let mut rows: Vec<Vec<f64>> = relations
        .iter()
        .map(|relation| {
            let mut row = vec![0.0; unknown.len()];
            let whole = [(relation.whole, -relation.times)];
            let parts = relation.parts.iter().map(|part| (*part, 1.0));
            for (rank, coefficient) in parts.chain(whole) {
                if let Some(column) = column(rank) {
                    row[column] += coefficient;
                }
            }
            row
        })
        .collect();
    reduce(&mut rows, unknown.len());
    let alone = rows.iter().filter_map(|row| {
        let mut filled = row
            .iter()
            .zip(&unknown)
            .filter(|(coefficient, _)| coefficient.abs() > NOISE);
        match (filled.next(), filled.next()) {
            (Some((_, rank)), None) => Some(*rank),
            _ => None,
        }
    });
    alone.collect()
}

/// Gauss and Jordan: each pivot is alone in its column.
fn reduce(rows: &mut [Vec<f64>], columns: usize) {
    let mut done = 0;
    for column in 0..columns {
        let size = |row: &Vec<f64>| row[column].abs();
        let pivot = (done..rows.len()).max_by(|left, right| size(&rows[*left]).total_cmp(&size(&rows[*right])));
        let Some(pivot) = pivot.filter(|pivot| size(&rows[*pivot]) > NOISE) else {
            continue;
        };
        rows.swap(done, pivot);
        let divisor = rows[done][column];
        rows[done].iter_mut().for_each(|coefficient| *coefficient /= divisor);
        let reduced = rows[done].clone();
        for (_, row) in rows.iter_mut().enumerate().filter(|(rank, _)| *rank != done) {
            let factor = row[column];
            if factor.abs() > NOISE {
                row.iter_mut()
                    .zip(&reduced)
                    .for_each(|(own, other)| *own -= factor * other);
            }
        }
        done += 1;
    }
}
