//! The tidy tables of `donnees/ouvertes/`: one fact a row, one kind of thing a column, no word where a number is due.
//!
//! Those that the edition publishes already are the same tables; what each column means is told by `publish::open_data`.

use super::values::{marks, read_at};
use super::{Titles, title};
use crate::assess::Report;
use crate::compute::Breakdown;
use crate::model::{Action, DataFile, Finality, OpenTable, Value};
use crate::printed::{Cell, PrintedTable};

impl Report {
    /// A tidy table; none where the project gives nothing for it.
    pub fn open_table(&self, table: OpenTable, titles: &Titles) -> Option<PrintedTable> {
        match table {
            OpenTable::Indicators => Some(self.open_indicators(titles)),
            OpenTable::Observations => self.open_observations(titles).unless_empty(),
            OpenTable::Assessments => Some(self.assessments_table(titles)),
            OpenTable::Actions => self.open_actions().unless_empty(),
            OpenTable::Credits => self.data_table(DataFile::Credits, titles),
            OpenTable::Footprint => self.data_table(DataFile::Footprint, titles),
            OpenTable::Transition => self.data_table(DataFile::Transition, titles),
            OpenTable::Coverage => Some(self.open_coverage()),
        }
    }

    fn open_indicators(&self, titles: &Titles) -> PrintedTable {
        PrintedTable::each(self.findings().map(|finding| &finding.indicator))
            .data("indicateur", |indicator| indicator.id.as_str())
            .data("titre", |indicator| title(titles, indicator))
            .data("definition", |indicator| indicator.definition.as_str())
            .data("unite", |indicator| indicator.unit.as_str())
            .data("finalite", |indicator| indicator.finality.number())
            .data("volet", |indicator| indicator.scope.key())
            .data("nature", |indicator| indicator.nature.key())
            .data("sens", |indicator| indicator.direction.key())
            .data("odd", |indicator| goals(&indicator.goals))
            .data("theme_numerique", |indicator| indicator.digital_theme.map(Cell::whole))
            .data("ventilations", |indicator| indicator.breakdowns.join(" ; "))
            .data("service", |indicator| indicator.service.as_str())
            .data("source_producteur", |indicator| indicator.source.producer.as_str())
            .data("source_diffuseur", |indicator| indicator.source.publisher.as_str())
            .data("source_version", |indicator| indicator.source.version.as_str())
            .data("source_licence", |indicator| indicator.source.licence.as_str())
            .data("source_methode", |indicator| indicator.source.method.as_str())
            .data("source_limites", |indicator| indicator.source.limits.as_str())
            .table()
    }

    /// Each value says whose it is and what it measures: the file is read alone.
    fn open_observations(&self, titles: &Titles) -> PrintedTable {
        let community = &self.settings.community;
        let rows = PrintedTable::each(self.points())
            .data("siren", |_| Cell::code(community.siren.as_str()))
            .data("collectivite", |_| community.name.as_str())
            .data("indicateur", |(finding, ..)| finding.indicator.id.as_str())
            .data("titre", |(finding, ..)| title(titles, &finding.indicator))
            .data("finalite", |(finding, ..)| finding.indicator.finality.number())
            .data("annee", |(_, point, _)| point.year)
            .data("ventilation", |(.., part)| {
                part.map(Breakdown::said).unwrap_or_default()
            })
            .data("valeur", |(_, point, _)| {
                point.value.number().map(|number| Cell::number(number, 0))
            })
            .data("unite", |(finding, ..)| finding.indicator.unit.as_str())
            .data("absence", |(_, point, _)| absence(point.value))
            .data("statut", |(_, point, _)| marks(point))
            .data("note", |(_, point, _)| point.note.as_str());
        read_at(rows).table()
    }

    fn open_actions(&self) -> PrintedTable {
        let mut rows = PrintedTable::each(&self.actions)
            .data("action", |action| action.id.as_str())
            .data("titre", |action| action.title.as_str())
            .data("volet", |action| action.scope.key())
            .data("service", |action| action.service.as_str())
            .data("etat", |action| action.state.key())
            .data("avancement", |action| {
                action.progress.as_ref().map(|share| Cell::number(share.value, 0))
            })
            .data("annee_debut", |action| action.start.map(Cell::whole))
            .data("annee_fin", |action| action.end.map(Cell::whole));
        for finality in Finality::ALL {
            rows = rows.data(&format!("finalite_{}", finality.number()), move |action: &Action| {
                action.effects.get(&finality).map_or("", |effect| effect.label())
            });
        }
        rows.data("odd", |action| goals(&action.goals))
            .data("theme_numerique", |action| action.digital_theme.map(Cell::whole))
            .data("indicateurs", |action| {
                let followed = action.indicators.iter().map(|id| id.as_str());
                followed.collect::<Vec<_>>().join(" ; ")
            })
            .data("exemple", |action| Cell::flag(action.example))
            .table()
    }

    fn open_coverage(&self) -> PrintedTable {
        let lines = self.coverage();
        PrintedTable::each(&lines)
            .data("element", |line| line.code.as_str())
            .data("demande", |line| line.element.as_str())
            .data("fondement", |line| line.basis.as_str())
            .data("critere", |line| line.criterion.as_str())
            .data("etat", |line| line.state.label())
            .data("constat", |line| line.detail.as_str())
            .table()
    }
}

/// Why there is no number; nothing where there is one.
fn absence(value: Value) -> &'static str {
    match value {
        Value::Number(_) => "",
        Value::Missing => "non disponible",
        Value::Secret => "secret",
        Value::Void => "sans objet",
    }
}

/// « 7 ; 13 ».
fn goals(goals: &[u8]) -> String {
    goals.iter().map(u8::to_string).collect::<Vec<_>>().join(" ; ")
}
