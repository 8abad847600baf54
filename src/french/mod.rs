//! French as it is written: numbers, units, dates, punctuation; and French numbers as they are read.
//!
//! The one place of typography, for charts as for text. It knows nothing of indicators.
