//! The footprint of the years: by post and stage, by perimeter, by site, what is set apart, how sure it is.

use crate::compute::{Excluded, Footprint, Post, Range, Share, YearFootprint};
use crate::config::FleetSettings;
use crate::french;
use crate::model::{ObservationStatus, PostKind, Quality, Stage};
use crate::printed::{Cell, PrintedTable};
use std::collections::BTreeMap;

impl Footprint {
    /// The years side by side, those that cannot be compared with the last one marked; none where there is one only.
    pub fn years_table(&self) -> Option<PrintedTable> {
        let first = self.comparable().first().map_or(i32::MAX, |year| year.year);
        let marks = |year: &YearFootprint| {
            let break_mark = (year.year < first).then_some("autre contenu");
            let example_mark = year.example.then_some(ObservationStatus::Example.label());
            let marks: Vec<&str> = break_mark.into_iter().chain(example_mark).collect();
            marks.join(", ")
        };
        let several = self.years.len() > 1;
        PrintedTable::each(self.years.iter().filter(|_| several))
            .text("annee", "Année", |year| year.year)
            .text("remarque", "Remarque", marks)
            .measure("nombre", "Équipements", 0, |year| year.total.number)
            .number("tco2e", "tCO2e", |year| tonnes(&year.total))
            .measure("par_agent", "kgCO2e par agent", 1, |year| year.per_agent)
            .measure("par_habitant", "kgCO2e par habitant", 3, |year| year.per_inhabitant)
            .unless_empty()
    }

    /// What is named and not counted, year by year, each with its reason.
    pub fn excluded_table(&self) -> Option<PrintedTable> {
        let excluded = self
            .years
            .iter()
            .flat_map(|year| year.excluded.iter().map(move |one| (year.year, one)));
        let units = |excluded: &Excluded| {
            let counted = excluded.post.kind() == PostKind::Equipment;
            counted.then_some(excluded.number)
        };
        PrintedTable::each(excluded)
            .text("poste", "Poste", |(_, excluded)| excluded.post.name())
            .text("annee", "Année", |(year, _)| year)
            .text("raison", "Raison", |(_, excluded)| excluded.reason())
            .measure("nombre", "Nombre", 0, |(_, excluded)| units(excluded))
            .data("lieu", |(_, excluded)| excluded.place.to_string())
            .unless_empty()
    }
}

impl YearFootprint {
    /// Each post, the heaviest first, by stage, in kgCO2e; then the whole.
    pub fn posts_table(&self) -> PrintedTable {
        let posts = self.by_post.iter().map(|(post, share)| (Some(post), share));
        let mut posts: Vec<(Option<&Post>, &Share)> = posts.collect();
        posts.sort_by(|left, right| right.1.total().total_cmp(&left.1.total()));
        posts.push((None, &self.total));
        let name = |post: Option<&Post>| match post {
            None => "Ensemble".to_owned(),
            Some(Post::Equipment(name)) => name.clone(),
            Some(post) => format!("{} ({})", post.name(), post.kind().label()),
        };
        let bounds = |range: &Range| {
            format!(
                "de {} à {}",
                french::number(range.low, 1),
                french::number(range.high, 1)
            )
        };
        let range = |post: Option<&Post>| self.ranges.get(post?).map(bounds);
        let mut rows = PrintedTable::each(posts)
            .text("poste", "Poste", |(post, _)| Cell::text(name(post)).over(range(post)))
            .number("nombre", "Nombre", |(_, share)| counted(share));
        for stage in Stage::ALL {
            let head = french::capital(stage.label());
            rows = rows.number(stage.key(), &head, |(_, share)| {
                known(share.stages.get(stage).copied(), 1)
            });
        }
        if self.total.declared.is_some() {
            rows = rows.measure("sans_etape", "Sans étape", 1, |(_, share)| share.declared);
        }
        rows.measure("total", "Total", 1, |(_, share)| share.total())
            .whole(|(post, _)| post.is_none())
            .table()
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
        let named = sites.map(|(site, share)| (if site.is_empty() { "(sans site)" } else { site }, share));
        self.parts_table("site", "Site", named)
    }

    fn parts_table<'a>(
        &self,
        key: &str,
        head: &str,
        parts: impl Iterator<Item = (&'a str, &'a Share)>,
    ) -> Option<PrintedTable> {
        let whole = Some(self.total.total()).filter(|total| *total > 0.0);
        PrintedTable::each(parts)
            .text(key, head, |(name, _)| name)
            .number("nombre", "Équipements", |(_, share)| counted(share))
            .number("tco2e", "tCO2e", |(_, share)| tonnes(share))
            .number("part", "Part", |(_, share)| {
                whole.map(|whole| percent(share.total() / whole, 1))
            })
            .unless_empty()
    }

    /// The classes of the data and of the footprint.
    pub fn quality_table(&self) -> PrintedTable {
        let around = |class: &Quality| french::quantity(f64::from(class.percent()), 0, "%");
        let of = |shares: &BTreeMap<Quality, f64>, class: &Quality| {
            percent(shares.get(class).copied().unwrap_or_default(), 0)
        };
        PrintedTable::each(Quality::ALL)
            .text("classe", "Classe de qualité", |class| {
                format!("{} (±{})", class.label(), around(class))
            })
            .number("donnees", "Part des données", |class| of(&self.quality, class))
            .number("empreinte", "Part de l’empreinte", |class| {
                of(&self.quality_of_impact, class)
            })
            .table()
    }
}

impl FleetSettings {
    /// What the author left out of the footprint.
    pub fn exclusions_table(&self) -> PrintedTable {
        PrintedTable::each(&self.exclusions)
            .text("objet", "Ce qui n’est pas compté", |exclusion| {
                exclusion.object.as_str()
            })
            .text("raison", "Pourquoi", |exclusion| exclusion.reason.as_str())
            .table()
    }
}

fn known(value: Option<f64>, decimals: usize) -> Option<Cell> {
    value.map(|value| Cell::number(value, decimals))
}

fn counted(share: &Share) -> Option<Cell> {
    known(Some(share.number).filter(|number| *number > 0.0), 0)
}

fn tonnes(share: &Share) -> Option<Cell> {
    known(share.is_counted().then(|| share.total() / 1000.0), 1)
}

fn percent(share: f64, decimals: usize) -> Cell {
    Cell::number(share, 3).said(french::quantity(share * 100.0, decimals, "%"))
}
