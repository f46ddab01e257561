//! Records by their identifier.

use std::collections::BTreeMap;

use crate::model::kind::{Id, Maybe, Section};

/// The records of a section by identifier. An identifier that stands twice names none of them.
pub(super) fn by_id<T>(section: &Section<T>, id: impl Fn(&T) -> &Maybe<Id>) -> BTreeMap<&str, &T> {
    let mut records: BTreeMap<&str, Option<&T>> = BTreeMap::new();
    for (_, record) in section.iter() {
        if let Some(id) = id(record).known() {
            records.entry(id.as_str()).and_modify(|record| *record = None).or_insert(Some(record));
        }
    }
    records.into_iter().filter_map(|(id, record)| Some((id, record?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::parse::parse;

    #[test]
    fn an_identifier_that_stands_twice_names_nobody() {
        let text = br#"{"brands": {"items": [{"id": "B1"}, {"id": "B2"}, {"id": "B1"}, {"id": "B1"}, {}]}}"#;
        let parsed = parse(text, &Limits::default()).unwrap();
        let brands = by_id(&parsed.dossier.brands, |brand| &brand.id);
        assert_eq!(brands.keys().copied().collect::<Vec<_>>(), ["B2"]);
    }
}
