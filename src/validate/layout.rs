//! How a table of observations is laid out: which column holds what, long (one value a row) or wide (one column a year).
//!
//! It reads headers only; rows are read by `rows`.

use super::catalogue::Catalogue;
use crate::form::lines::Others;
use crate::form::lines::titles::under_keys;
use crate::form::tables::{NOTES, REMINDERS};
use crate::form::years::{self, MarkedYear};
use crate::french::{name, titled};
use crate::load::{Cell, Content, Table};

/// What a column holds, by its header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    Indicator,
    Year,
    Value,
    Unit,
    Status,
    Note,
    /// A column of disaggregation, under the name the catalogue gives it.
    Breakdown(String),
    /// The values of one year, in a wide table; the year may be an impossible one.
    ValuesOf(MarkedYear),
    /// A header that speaks of the values of a year and names none.
    AlmostAYear,
    /// A reminder for whoever fills the table: nothing reads it.
    Reminder,
    /// A column without a header.
    Blank,
    Unknown,
}

/// The columns of a table, by their index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// None for a query, whose rows all belong to the indicator that asks it.
    pub indicator: Option<usize>,
    pub values: Values,
    pub unit: Option<usize>,
    pub status: Option<usize>,
    pub note: Option<usize>,
    pub breakdowns: Vec<(usize, String)>,
}

/// Where the values stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Values {
    /// One value a row, its year beside it.
    Long { year: usize, value: usize },
    /// One column a year: the index and the year.
    Wide(Vec<(usize, MarkedYear)>),
}

impl Values {
    /// The columns of values.
    pub fn columns(&self) -> Vec<usize> {
        match self {
            Values::Long { value, .. } => vec![*value],
            Values::Wide(years) => years.iter().map(|(column, _)| *column).collect(),
        }
    }
}

/// Titles of a column that names the indicators, where none is called so.
const OF_INDICATORS: [&str; 10] = [
    "indicateurs",
    "code-indicateur",
    "id-indicateur",
    "libelle",
    "intitule",
    "titre",
    "titre-de-l-indicateur",
    "nom-de-l-indicateur",
    "libelle-de-l-indicateur",
    "intitule-de-l-indicateur",
];
/// The same of years.
const OF_YEARS: [&str; 4] = ["date", "exercice", "millesime", "periode"];

/// The role of each column, in their order.
pub fn roles(table: &Table, catalogue: &Catalogue) -> Vec<Role> {
    roles_of(&table.header, catalogue)
}

/// The roles the cells of a row would have if it were a header.
pub fn roles_of(cells: &[Cell], catalogue: &Catalogue) -> Vec<Role> {
    let cells = under_keys(cells, catalogue.titles, Others::Read);
    let mut roles: Vec<Role> = cells.iter().map(|cell| role(&cell.content, catalogue)).collect();
    let has_values = roles.contains(&Role::Value) || is_wide(&roles);
    otherwise(&mut roles, &cells, Role::Note, &NOTES);
    if has_values {
        otherwise(&mut roles, &cells, Role::Indicator, &OF_INDICATORS);
    }
    if roles.contains(&Role::Value) {
        otherwise(&mut roles, &cells, Role::Year, &OF_YEARS);
    }
    roles
}

/// Gives a role that no column has to the first one without another that has one of these titles.
fn otherwise(roles: &mut [Role], cells: &[Cell], role: Role, titles: &[&str]) {
    let mut names = cells.iter().map(|cell| name(&cell.content.display()));
    if !roles.contains(&role)
        && let Some(rank) = names.position(|title| titles.contains(&title.as_str()))
        && matches!(roles[rank], Role::Unknown | Role::Reminder)
    {
        roles[rank] = role;
    }
}

/// Whether these roles are those of a header of observations, long or wide.
pub fn is_complete(roles: &[Role]) -> bool {
    let has = |role: &Role| roles.contains(role);
    has(&Role::Indicator) && (has(&Role::Year) && has(&Role::Value) || is_wide(roles))
}

/// Whether the values stand in one column a year.
pub fn is_wide(roles: &[Role]) -> bool {
    !roles.contains(&Role::Value) && roles.iter().any(|role| matches!(role, Role::ValuesOf(_)))
}

/// The layout, or none where a needed column is absent.
pub fn layout(roles: &[Role]) -> Option<Layout> {
    let index_of = |wanted: Role| roles.iter().position(|role| *role == wanted);
    let values = if is_wide(roles) {
        let years = roles.iter().enumerate().filter_map(|(index, role)| match role {
            Role::ValuesOf(year) => Some((index, *year)),
            _ => None,
        });
        Values::Wide(years.collect())
    } else {
        Values::Long {
            year: index_of(Role::Year)?,
            value: index_of(Role::Value)?,
        }
    };
    let breakdowns = roles.iter().enumerate().filter_map(|(index, role)| match role {
        Role::Breakdown(name) => Some((index, name.clone())),
        _ => None,
    });
    Some(Layout {
        indicator: index_of(Role::Indicator),
        values,
        unit: index_of(Role::Unit),
        status: index_of(Role::Status),
        note: index_of(Role::Note),
        breakdowns: breakdowns.collect(),
    })
}

fn role(content: &Content, catalogue: &Catalogue) -> Role {
    let header = name(&content.display());
    match header.as_str() {
        "" => Role::Blank,
        "indicateur" => Role::Indicator,
        "annee" => Role::Year,
        "valeur" => Role::Value,
        "unite" => Role::Unit,
        "statut" => Role::Status,
        "note" => Role::Note,
        _ => match (catalogue.breakdown(&header), years::in_header(content)) {
            (Some(name), _) => Role::Breakdown(name.to_owned()),
            (None, Some(year)) => Role::ValuesOf(year),
            (None, None) if REMINDERS.contains(&header.as_str()) => Role::Reminder,
            (None, None) if let Some(role) = titled_role(content, catalogue) => role,
            (None, None) if years::is_almost_a_year(content) => Role::AlmostAYear,
            (None, None) => Role::Unknown,
        },
    }
}

/// The role of a title of values that says their unit: « Valeur (MWh) », « 2024 (MWh) ». `rules::unit` holds it to it.
fn titled_role(content: &Content, catalogue: &Catalogue) -> Option<Role> {
    let title = content.display();
    let (bare, _) = titled(&title)?;
    let role = role(&Content::Text(bare.to_owned()), catalogue);
    matches!(role, Role::Value | Role::ValuesOf(_)).then_some(role)
}
