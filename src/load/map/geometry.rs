//! The geometry of a feature: polygons, their holes, and what is wrong with them in a French half-sentence.

use crate::model::Polygon;
use serde_json::Value;

type Ring = Vec<[f64; 2]>;

/// The polygons of a `Polygon` or a `MultiPolygon`; else why there are none.
pub(super) fn polygons(geometry: &Value) -> Result<Vec<Polygon>, String> {
    let kind = geometry.get("type").and_then(Value::as_str);
    let coordinates = geometry.get("coordinates").unwrap_or(&Value::Null);
    match kind {
        Some("Polygon") => Ok(vec![polygon(coordinates)?]),
        Some("MultiPolygon") => {
            let list = coordinates.as_array().filter(|list| !list.is_empty());
            list.ok_or_else(|| "n’a aucun contour".to_owned())?
                .iter()
                .map(polygon)
                .collect()
        }
        Some(other) => Err(format!(
            "est de type « {other} », alors qu’une commune est « Polygon » ou « MultiPolygon »"
        )),
        None => Err("n’a pas de géométrie".to_owned()),
    }
}

fn polygon(coordinates: &Value) -> Result<Polygon, String> {
    let rings = coordinates.as_array().filter(|rings| !rings.is_empty());
    let rings = rings.ok_or_else(|| "n’a aucun contour".to_owned())?;
    let mut rings = rings
        .iter()
        .map(ring)
        .collect::<Result<Vec<Ring>, String>>()?
        .into_iter();
    let outline = rings.next().unwrap_or_default();
    Ok(Polygon {
        outline,
        holes: rings.collect(),
    })
}

/// A ring of four positions or more whose last is its first, without that last.
fn ring(positions: &Value) -> Result<Ring, String> {
    let positions = positions.as_array().map_or(&[][..], Vec::as_slice);
    let mut points = positions.iter().map(point).collect::<Result<Ring, String>>()?;
    if points.len() < 4 {
        return Err("a un contour de moins de quatre points".to_owned());
    }
    if points.first() != points.last() {
        return Err("a un contour qui ne se ferme pas : son dernier point n’est pas le premier".to_owned());
    }
    points.pop();
    Ok(points)
}

/// A longitude and a latitude, or metres; a height may follow.
fn point(position: &Value) -> Result<[f64; 2], String> {
    let numbers = position.as_array().map_or(&[][..], Vec::as_slice);
    let number = |rank: usize| {
        numbers
            .get(rank)
            .and_then(Value::as_f64)
            .filter(|number| number.is_finite())
    };
    match (number(0), number(1)) {
        (Some(x), Some(y)) => Ok([x, y]),
        _ => Err("a un point qui n’est pas fait de deux nombres".to_owned()),
    }
}
