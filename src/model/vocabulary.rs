//! The closed vocabularies of the field: each word has a key that authors write and a label that readers see.

/// One of the five finalités of art. L. 110-1 III of the code de l’environnement, in its current order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Finality {
    Climate,
    Biodiversity,
    Cohesion,
    Fulfilment,
    CircularEconomy,
}

/// The two volets of art. D. 2311-15: how the collectivité itself works, and its policies on the territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    Internal,
    Territorial,
}

/// What an indicator can prove, as State guidance tells kinds apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nature {
    Achievement,
    Context,
    Contribution,
}

/// The direction in which a change of the indicator is an improvement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    Increase,
    Decrease,
    Maintain,
    Monitor,
}

/// Whose activity the indicator measures, in the digital strategy’s three perimeters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Perimeter {
    Collectivite,
    BlocCommunal,
    Territory,
}

impl Finality {
    pub const ALL: [Finality; 5] = [
        Finality::Climate,
        Finality::Biodiversity,
        Finality::Cohesion,
        Finality::Fulfilment,
        Finality::CircularEconomy,
    ];

    /// The rank in the law, from 1 to 5; it is also the key that authors write.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    pub fn from_number(number: i64) -> Option<Self> {
        usize::try_from(number - 1)
            .ok()
            .and_then(|index| Self::ALL.get(index).copied())
    }
}

/// Gives a closed vocabulary its keys (what authors write), its labels (what readers see) and its list.
macro_rules! vocabulary {
    ($type:ident { $($variant:ident => $key:literal, $label:literal;)+ }) => {
        impl $type {
            pub const ALL: &'static [$type] = &[$($type::$variant),+];

            /// The word authors write.
            pub fn key(self) -> &'static str {
                match self { $($type::$variant => $key),+ }
            }

            /// The word readers see, in lower case.
            pub fn label(self) -> &'static str {
                match self { $($type::$variant => $label),+ }
            }
        }
    };
}
pub(crate) use vocabulary;

vocabulary!(Scope {
    Internal => "interne", "interne";
    Territorial => "territorial", "territorial";
});
vocabulary!(Nature {
    Achievement => "realisation", "réalisation";
    Context => "contexte", "contexte";
    Contribution => "contribution", "contribution";
});
vocabulary!(Direction {
    Increase => "hausse", "hausse souhaitée";
    Decrease => "baisse", "baisse souhaitée";
    Maintain => "maintien", "maintien souhaité";
    Monitor => "suivi", "suivi";
});
vocabulary!(Perimeter {
    Collectivite => "collectivite", "collectivité et ses opérateurs";
    BlocCommunal => "bloc-communal", "bloc communal et secteur public";
    Territory => "territoire", "acteurs économiques et population";
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finalities_keep_the_rank_of_the_law() {
        for (index, finality) in Finality::ALL.into_iter().enumerate() {
            assert_eq!(usize::from(finality.number()), index + 1);
            assert_eq!(Finality::from_number(i64::from(finality.number())), Some(finality));
        }
        assert_eq!(Finality::from_number(0), None);
        assert_eq!(Finality::from_number(6), None);
    }
}
