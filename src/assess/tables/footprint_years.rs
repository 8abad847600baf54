//! The footprint of the years: by post and stage, by perimeter, by site, what is set apart, how sure it is.

use crate::compute::{Footprint, Post, Share, YearFootprint};
use crate::config::FleetSettings;
use crate::french;
use crate::model::{ObservationStatus, PostKind, Quality, Stage};
use crate::printed::{Cell, Column, PrintedTable, Row};

impl Footprint {
    /// The years side by side, those that cannot be compared with the last one marked; none where there is one only.
    pub fn years_table(&self) -> Option<PrintedTable> {
        let first = self.comparable().first().map_or(i32::MAX, |year| year.year);
        let row = |year: &YearFootprint| {
            let break_mark = (year.year < first).then_some("autre contenu");
            let example_mark = year.example.then_some(ObservationStatus::Example.label());
            let marks: Vec<&str> = break_mark.into_iter().chain(example_mark).collect();
            [
                Cell::whole(year.year),
                marks.join(", ").into(),
                Cell::number(year.total.number, 0),
                tonnes(&year.total),
                year.per_agent.map(|value| Cell::number(value, 1)).into(),
                year.per_inhabitant.map(|value| Cell::number(value, 3)).into(),
            ]
        };
        let columns = [
            Column::text("annee", "Année"),
            Column::text("remarque", "Remarque"),
            Column::number("nombre", "Équipements"),
            Column::number("tco2e", "tCO2e"),
            Column::number("par_agent", "kgCO2e par agent"),
            Column::number("par_habitant", "kgCO2e par habitant"),
        ];
        let several = self.years.len() > 1;
        PrintedTable::of(columns, self.years.iter().filter(|_| several).map(row)).unless_empty()
    }

    /// What is named and not counted, year by year, each with its reason.
    pub fn excluded_table(&self) -> Option<PrintedTable> {
        let excluded = self
            .years
            .iter()
            .flat_map(|year| year.excluded.iter().map(move |one| (year, one)));
        let rows = excluded.map(|(year, excluded)| {
            let units = excluded.post.kind() == PostKind::Equipment;
            [
                excluded.post.name().into(),
                Cell::whole(year.year),
                excluded.reason().into(),
                units.then(|| Cell::number(excluded.number, 0)).into(),
                excluded.place.to_string().into(),
            ]
        });
        let columns = [
            Column::text("poste", "Poste"),
            Column::text("annee", "Année"),
            Column::text("raison", "Raison"),
            Column::number("nombre", "Nombre"),
            Column::data("lieu"),
        ];
        PrintedTable::of(columns, rows).unless_empty()
    }
}

impl YearFootprint {
    /// Each post, the heaviest first, by stage, in kgCO2e; then the whole.
    pub fn posts_table(&self) -> PrintedTable {
        let mut posts: Vec<(&Post, &Share)> = self.by_post.iter().collect();
        posts.sort_by(|left, right| right.1.total().total_cmp(&left.1.total()));
        let unstaged = self.total.declared.is_some();
        let cells = |name: Cell, share: &Share| {
            let stages = Stage::ALL.iter().map(|stage| share.stages.get(stage).copied());
            let stages = stages.chain(unstaged.then_some(share.declared));
            let stages = stages.map(|value| value.map(|value| Cell::number(value, 1)).into());
            let number = [name, counted(share)].into_iter();
            number.chain(stages).chain([Cell::number(share.total(), 1)]).collect()
        };
        let row = |(post, share): (&Post, &Share)| {
            let range = self.ranges.get(post);
            let range = range.map(|range| {
                format!(
                    "de {} à {}",
                    french::number(range.low, 1),
                    french::number(range.high, 1)
                )
            });
            let name = match post.kind() {
                PostKind::Equipment => Cell::from(post.name()),
                kind => format!("{} ({})", post.name(), kind.label()).into(),
            };
            Row {
                cells: cells(name.over(range), share),
                whole: false,
            }
        };
        let whole = Row {
            cells: cells("Ensemble".into(), &self.total),
            whole: true,
        };
        let stages = Stage::ALL
            .iter()
            .map(|stage| Column::number(stage.key(), &french::capital(stage.label())));
        let stages = stages.chain(unstaged.then(|| Column::number("sans_etape", "Sans étape")));
        let head = [Column::text("poste", "Poste"), Column::number("nombre", "Nombre")].into_iter();
        let columns = head.chain(stages).chain([Column::number("total", "Total")]);
        PrintedTable::new(columns, posts.into_iter().map(row).chain([whole]))
    }

    /// Each perimeter that counts something.
    pub fn perimeters_table(&self) -> Option<PrintedTable> {
        let parts = self.by_perimeter.iter();
        self.parts_table(
            "perimetre",
            "Périmètre",
            parts.map(|(perimeter, share)| (perimeter.label(), share)),
        )
    }

    /// Each site; none where no line names one.
    pub fn sites_table(&self) -> Option<PrintedTable> {
        let several = self.by_site.keys().any(|site| !site.is_empty());
        let sites = self.by_site.iter().filter(|_| several);
        let named = |site: &'_ str| {
            if site.is_empty() {
                "(sans site)".to_owned()
            } else {
                site.to_owned()
            }
        };
        let sites: Vec<(String, &Share)> = sites.map(|(site, share)| (named(site), share)).collect();
        self.parts_table(
            "site",
            "Site",
            sites.iter().map(|(site, share)| (site.as_str(), *share)),
        )
    }

    fn parts_table<'a>(
        &self,
        key: &str,
        head: &str,
        parts: impl Iterator<Item = (&'a str, &'a Share)>,
    ) -> Option<PrintedTable> {
        let whole = Some(self.total.total()).filter(|total| *total > 0.0);
        let percent = |share: &Share| whole.map(|whole| percent(share.total() / whole, 1)).into();
        let rows = parts.map(|(name, share)| [name.into(), counted(share), tonnes(share), percent(share)]);
        let columns = [
            Column::text(key, head),
            Column::number("nombre", "Équipements"),
            Column::number("tco2e", "tCO2e"),
            Column::number("part", "Part"),
        ];
        PrintedTable::of(columns, rows).unless_empty()
    }

    /// The classes of the data and of the footprint.
    pub fn quality_table(&self) -> PrintedTable {
        let rows = Quality::ALL.iter().map(|class| {
            let around = french::quantity(f64::from(class.percent()), 0, "%");
            [
                Cell::key(class.key(), format!("{} (±{around})", class.label())),
                percent(self.quality.get(class).copied().unwrap_or_default(), 0),
                percent(self.quality_of_impact.get(class).copied().unwrap_or_default(), 0),
            ]
        });
        let columns = [
            Column::text("classe", "Classe de qualité"),
            Column::number("donnees", "Part des données"),
            Column::number("empreinte", "Part de l’empreinte"),
        ];
        PrintedTable::of(columns, rows)
    }
}

impl FleetSettings {
    /// What the author left out of the footprint.
    pub fn exclusions_table(&self) -> PrintedTable {
        let columns = [
            Column::text("objet", "Ce qui n’est pas compté"),
            Column::text("raison", "Pourquoi"),
        ];
        let rows = self.exclusions.iter();
        PrintedTable::of(
            columns,
            rows.map(|one| [one.object.as_str().into(), one.reason.as_str().into()]),
        )
    }
}

fn counted(share: &Share) -> Cell {
    (share.number > 0.0).then(|| Cell::number(share.number, 0)).into()
}

fn tonnes(share: &Share) -> Cell {
    share
        .is_counted()
        .then(|| Cell::number(share.total() / 1000.0, 1))
        .into()
}

fn percent(share: f64, decimals: usize) -> Cell {
    Cell::number(share, 3).said(french::quantity(share * 100.0, decimals, "%"))
}
