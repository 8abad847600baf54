//! The ground of a map: the member communes, each with its outline.
//!
//! Plain geometry as it was read: it is projected and simplified by whoever draws it.

use super::vocabulary::vocabulary;
use crate::french::name;

/// The communes of the territory, in the order of their file.
#[derive(Clone, Debug, PartialEq)]
pub struct Territory {
    pub areas: Vec<Area>,
    pub coordinates: Coordinates,
    pub classes: ClassRule,
}

/// A commune: how data name it, and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// What values are matched by, a code most often.
    pub key: String,
    /// What is printed; the key where the file gives no name.
    pub name: String,
    pub polygons: Vec<Polygon>,
}

/// An outline and what is cut out of it; a ring does not repeat its first point.
#[derive(Clone, Debug, PartialEq)]
pub struct Polygon {
    pub outline: Vec<[f64; 2]>,
    pub holes: Vec<Vec<[f64; 2]>>,
}

/// What the two numbers of a point are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coordinates {
    /// Longitude and latitude.
    Degrees,
    /// Metres of a plane, those of Lambert-93 for instance.
    Metres,
}

/// How the values of a map are cut into classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClassRule {
    /// About as many communes in each.
    Quantiles,
    /// As wide as one another.
    Equal,
}

vocabulary!(ClassRule {
    Quantiles => "quantiles", "quantiles";
    Equal => "egales", "classes égales";
});

impl Territory {
    /// The rank of the commune that a table names, by its key or by its name, whatever the accents and the hyphens.
    pub fn find(&self, written: &str) -> Option<usize> {
        let exact = self.areas.iter().position(|area| area.key == written.trim());
        let wanted = name(written);
        exact.or_else(|| {
            let named = |area: &Area| name(&area.name) == wanted || name(&area.key) == wanted;
            self.areas.iter().position(named)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commune_is_found_by_its_code_or_by_its_name_as_people_write_it() {
        let area = |key: &str, name: &str| Area {
            key: key.to_owned(),
            name: name.to_owned(),
            polygons: Vec::new(),
        };
        let territory = Territory {
            areas: vec![area("38185", "Grenoble"), area("38421", "Saint-Martin-d’Hères")],
            coordinates: Coordinates::Degrees,
            classes: ClassRule::Quantiles,
        };
        assert_eq!(territory.find("38421"), Some(1));
        assert_eq!(territory.find("saint martin d'heres"), Some(1));
        assert_eq!(territory.find(" GRENOBLE "), Some(0));
        assert_eq!(territory.find("Meylan"), None);
    }
}
