//! Sums of shares of amounts, exact until they are rounded to the cent, once.

use crate::model::{CreditShare, EntryAmounts, Money};

/// Amounts multiplied by hundredths of a percent, so that nothing is lost before the end of a sum.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Weighted(EntryAmounts);

impl Weighted {
    pub fn add(&mut self, amounts: &EntryAmounts, hundredths: i128) {
        let weighted = amounts.map(|money| Money::from_cents(money.cents() * hundredths));
        self.0.add(&weighted);
    }

    /// The sum, halves of a cent rounded away from zero.
    pub fn rounded(self) -> EntryAmounts {
        let whole = CreditShare::WHOLE.hundredths();
        self.0.map(|money| money.divided(whole))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_once_whatever_their_number() {
        let open = |cents| EntryAmounts {
            open: Some(Money::from_cents(cents)),
            ..EntryAmounts::default()
        };
        let mut sum = Weighted::default();
        // Three thirds of three lines of one cent are not three cents rounded one by one.
        for _ in 0..3 {
            sum.add(&open(1), 3_333);
        }
        assert_eq!(sum.rounded(), open(1));
        let mut negative = Weighted::default();
        negative.add(&open(-1), 5_000);
        assert_eq!(negative.rounded(), open(-1));
        assert_eq!(Weighted::default().rounded(), EntryAmounts::default());
    }
}
