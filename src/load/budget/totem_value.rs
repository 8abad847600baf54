//! The attributes of an element, where every value of TOTEM stands.

use super::faults::Faults;
use super::position::At;
use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

/// Why the value of an attribute is not read.
pub(super) enum ValueFault {
    /// It calls an entity that XML does not define: its raw text.
    Entity(String),
    /// It has a `&` that calls nothing, as in `EAU & FORÊTS`: its raw text.
    Ampersand(String),
    /// The attributes of the element are badly formed.
    Malformed(String),
}

impl ValueFault {
    /// Tells the fault; an element badly formed stops the walk, an entity does not.
    pub fn tell(self, line: At, faults: &mut Faults) -> bool {
        match self {
            ValueFault::Entity(raw) => {
                faults.entity(line, &raw);
                true
            }
            ValueFault::Ampersand(raw) => {
                faults.broken(line, &format!("le « & » de « {raw} » doit s’écrire « &amp; »"));
                true
            }
            ValueFault::Malformed(reason) => {
                faults.broken(line, &format!("un attribut ne se lit pas, le lecteur dit « {reason} »"));
                false
            }
        }
    }
}

/// An attribute of a line or of its section; none where it is absent or badly formed.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok()??;
    Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// The text of the attribute `V`, where every value of the format stands; empty where it is absent.
pub(super) fn value(element: &BytesStart<'_>) -> Result<String, ValueFault> {
    let attribute = match element.try_get_attribute("V") {
        Ok(Some(attribute)) => attribute,
        Ok(None) => return Ok(String::new()),
        Err(error) => return Err(ValueFault::Malformed(error.to_string())),
    };
    match attribute.normalized_value(XmlVersion::Implicit1_0) {
        Ok(text) => Ok(text.trim().to_owned()),
        Err(_) if calls_nothing(&attribute.value) => Err(ValueFault::Ampersand(attribute.value.to_string())),
        Err(_) => Err(ValueFault::Entity(attribute.value.to_string())),
    }
}

/// Whether a `&` of a raw value begins no reference.
fn calls_nothing(raw: &str) -> bool {
    let named = |name: &str| {
        !name.is_empty()
            && name
                .chars()
                .all(|letter| letter.is_alphanumeric() || "#._-".contains(letter))
    };
    let mut calls = raw.split('&').skip(1);
    calls.any(|rest| !rest.split_once(';').is_some_and(|(name, _)| named(name)))
}
