//! `comptes.yaml`: the chart of accounts of budgets, its labels and the natures that shares leave out.

use super::{Around, ReferenceFile};
use crate::diagnostic::Diagnostics;
use crate::form::codes::Codes;
use crate::form::entry::entry;
use crate::form::scalars::Sentence;
use crate::model::{AccountChart, AccountLabels};

entry! {
    /// La nomenclature des budgets : les intitulés, et les natures que les parts laissent de côté.
    AccountsFile, "comptes.yaml" {
        /// D’où viennent les intitulés, tel qu’imprimé.
        source("source"): Sentence,
        /// La norme dont ce sont les codes.
        norm("norme"): Sentence,
        /// Code de fonction → intitulé.
        functions("fonctions"): Codes,
        /// Compte par nature → intitulé.
        natures("natures"): Codes,
        /// Les préfixes des natures de la dette.
        debt("dette"): Vec<Sentence>,
        /// Les préfixes des natures des flux entre budget principal et budgets annexes.
        flows("flux_entre_budgets"): Vec<Sentence>,
        /// Les codes des résultats reportés.
        results("resultats_reportes"): Vec<Sentence>,
    }
}

impl ReferenceFile for AccountsFile {
    const TEXT: &str = include_str!("../referentiels/comptes.yaml");
    type Noun = AccountChart;

    fn noun(self, _: &Around<'_>, _: &mut Diagnostics) -> Self::Noun {
        AccountChart {
            labels: AccountLabels {
                source: self.source,
                norm: self.norm,
                natures: self.natures,
                functions: self.functions,
                chapters: Default::default(),
            },
            debt: self.debt,
            flows: self.flows,
            results: self.results,
        }
    }
}
