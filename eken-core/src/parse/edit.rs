//! An edit: a value of a dossier replaced, added or taken out, and the dossier read anew.

use super::parsed::Parsed;
use super::read::{parse_owned, value};
use crate::error::{Error, Result};
use crate::json::{Tree, unescape};
use crate::limits::Limits;
use crate::model::Dossier;
use crate::model::kind::{FieldKind, Record, Value};
use crate::words::{Words, said};

/// The dossier with the value at a JSON Pointer set to what a JSON text says, or taken out where there is none. A last step `-`
/// or the length of a list appends; objects on the way are made.
///
/// # Errors
/// [`Error::Option`] where the pointer leads nowhere; as [`parse`](super::parse) for the text of the value and of the whole.
pub fn edited(dossier: &Dossier, pointer: &str, json: Option<&str>, limits: &Limits) -> Result<Parsed> {
    let mut tree = dossier.tree();
    let done = match json {
        Some(text) => set(&mut tree, pointer, value(text, limits)?),
        None => unset(&mut tree, pointer),
    };
    done.ok_or_else(nowhere)?;
    parse_owned(tree.to_pretty().into_bytes(), limits)
}

/// The dossier with a record, and whether it took the place of another: of the one of its section with the same identifier (of the same
/// phase, which has none), else it comes last. What stands once, such as `town`, is replaced.
///
/// # Errors
/// [`Error::Unknown`] where there is no such section; as [`parse`](super::parse) for the text of the record and of the whole.
pub fn with_record(dossier: &Dossier, section: &str, json: &str, limits: &Limits) -> Result<(Parsed, bool)> {
    let kept = kept(section)?;
    let record = value(json, limits)?;
    let mut tree = dossier.tree();
    let (place, replaced) = match (kept, tree.at(&format!("/{section}/items"))) {
        (Kept::Once, _) => (format!("/{section}"), tree.get(section).is_some()),
        (Kept::Listed { key }, Some(Tree::Array(items))) => {
            let id = record.get(key);
            let held = id.and_then(|id| items.iter().position(|item| item.get(key) == Some(id)));
            (format!("/{section}/items/{}", held.unwrap_or(items.len())), held.is_some())
        }
        (Kept::Listed { .. }, None) => (format!("/{section}/items/-"), false),
        (Kept::Listed { .. }, Some(_)) => {
            return Err(Error::Option {
                words: said!(
                    "{section} 的记录清单读不了，不能加记录",
                    "the list of records of {section} could not be read; none is added"
                ),
                help: said!("先改好 /{section}/items", "mend /{section}/items first"),
            });
        }
    };
    set(&mut tree, &place, record).ok_or_else(nowhere)?;
    Ok((parse_owned(tree.to_pretty().into_bytes(), limits)?, replaced))
}

/// How a kind of record stands in a dossier.
pub(crate) enum Kept {
    /// Once.
    Once,
    /// In the list of a section, one of each value of a field: the identifier, or the first that a record without one must have.
    Listed {
        /// Name of the field.
        key: &'static str,
    },
}

/// How the records of a name stand in a dossier.
///
/// # Errors
/// [`Error::Unknown`] where there are none.
pub(crate) fn kept(name: &str) -> Result<Kept> {
    let fields = Dossier::info().fields;
    let of = |kind: &FieldKind| match kind {
        FieldKind::Section(info) => {
            let fields = info().fields;
            let id = fields.iter().find(|field| matches!(field.kind, FieldKind::Id));
            id.or_else(|| fields.iter().find(|field| field.required)).map(|field| Kept::Listed { key: field.name })
        }
        FieldKind::Record(_) => Some(Kept::Once),
        _ => None,
    };
    let found = fields.iter().find(|field| field.name == name).and_then(|field| of(&field.kind));
    found.ok_or_else(|| Error::Unknown {
        kind: "section",
        name: name.to_owned(),
        known: fields.iter().filter(|field| of(&field.kind).is_some()).map(|field| field.name.to_owned()).collect(),
    })
}

fn nowhere() -> Error {
    Error::Option {
        words: Words::new("这个 JSON Pointer 指不到任何位置", "the JSON Pointer leads nowhere"),
        help: Words::new(
            "如 /facilities/items/0/floor_area；末尾写 - 为追加",
            "such as /facilities/items/0/floor_area; a last step - appends",
        ),
    }
}

/// What holds the value that a pointer leads to, and the last step.
fn parent<'t, 'p>(root: &'t mut Tree, pointer: &'p str, make: bool) -> Option<(&'t mut Tree, &'p str)> {
    let mut steps: Vec<&str> = pointer.strip_prefix('/')?.split('/').collect();
    let last = steps.pop()?;
    let following = steps.iter().skip(1).chain(std::iter::once(&last));
    let mut at = root;
    for (step, next) in steps.iter().zip(following) {
        at = match at {
            Tree::Array(items) => items.get_mut(step.parse::<usize>().ok()?)?,
            Tree::Object(members) => {
                let step = unescape(step);
                let held = members.iter().position(|(name, _)| **name == *step);
                if held.is_none() && make {
                    let made = if *next == "-" { Tree::Array(Vec::new()) } else { Tree::Object(Vec::new()) };
                    members.push((step.as_ref().into(), made));
                }
                let made = members.len().checked_sub(1)?;
                &mut members.get_mut(held.or_else(|| make.then_some(made))?)?.1
            }
            _ => return None,
        };
    }
    Some((at, last))
}

fn set(root: &mut Tree, pointer: &str, value: Tree) -> Option<()> {
    match parent(root, pointer, true)? {
        (Tree::Object(members), last) => {
            let last = unescape(last);
            match members.iter_mut().find(|(name, _)| **name == *last) {
                Some((_, old)) => *old = value,
                None => members.push((last.as_ref().into(), value)),
            }
        }
        (Tree::Array(items), last) => {
            let index = if last == "-" { items.len() } else { last.parse().ok()? };
            if index == items.len() {
                items.push(value);
            } else {
                *items.get_mut(index)? = value;
            }
        }
        _ => return None,
    }
    Some(())
}

fn unset(root: &mut Tree, pointer: &str) -> Option<()> {
    match parent(root, pointer, false)? {
        (Tree::Object(members), last) => {
            let last = unescape(last);
            let place = members.iter().position(|(name, _)| **name == *last)?;
            members.remove(place);
        }
        (Tree::Array(items), last) => {
            let index: usize = last.parse().ok()?;
            (index < items.len()).then(|| items.remove(index))?;
        }
        _ => return None,
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::parse;

    const TEXT: &str = r#"{"schema_version":1,"facilities":{"complete":true,"items":[{"id":"F1","name":"甲"},7,{"id":"F2","x~/y":1}]}}"#;

    fn parsed() -> Parsed {
        parse(TEXT.as_bytes(), &Limits::default()).unwrap()
    }

    fn after(pointer: &str, json: Option<&str>) -> Option<String> {
        let edited = edited(parsed().dossier(), pointer, json, &Limits::default());
        edited.ok().map(|edited| edited.dossier().tree().to_text())
    }

    #[test]
    fn a_value_is_set_appended_or_taken_out_and_the_rest_stays() {
        let items =
            |items: &str| Some(format!(r#"{{"schema_version":1,"facilities":{{"complete":true,"items":[{items}]}}}}"#));
        let (one, two) = (r#"{"id":"F1","name":"甲"}"#, r#"{"id":"F2","x~/y":1}"#);
        assert_eq!(
            after("/facilities/items/0/name", Some("\"乙\"")),
            items(&format!(r#"{},7,{two}"#, one.replace('甲', "乙")))
        );
        assert_eq!(after("/facilities/items/2/x~0~1y", None), items(&format!(r#"{one},7,{{"id":"F2"}}"#)));
        assert_eq!(after("/facilities/items/1", None), items(&format!("{one},{two}")));
        for last in ["-", "3"] {
            let pointer = format!("/facilities/items/{last}");
            assert_eq!(after(&pointer, Some("{}")), items(&format!("{one},7,{two},{{}}")));
        }
        assert!(after("/brands/items/-", Some("{}")).unwrap().contains(r#""brands":{"items":[{}]}"#));
        assert_eq!(
            after("/town/name", Some("\"例\"")).unwrap(),
            items(&format!("{one},7,{two}")).unwrap().replace("1,\"fac", "1,\"town\":{\"name\":\"例\"},\"fac")
        );
    }

    #[test]
    fn a_pointer_that_leads_nowhere_is_an_error() {
        for (pointer, json) in [
            ("/facilities/items/4", Some("1")),
            ("/facilities/items/9/id", Some("1")),
            ("/facilities/items/x", Some("1")),
            ("/schema_version/x", Some("1")),
            ("/schema_version/x", None),
            ("/town", None),
            ("/facilities/items/3", None),
            ("", Some("1")),
            ("town/name", Some("1")),
        ] {
            let refused = edited(parsed().dossier(), pointer, json, &Limits::default());
            assert!(matches!(refused, Err(Error::Option { .. })), "{pointer}");
        }
    }

    #[test]
    fn what_is_no_single_json_value_is_refused_with_its_place() {
        for (json, place) in
            [("{", (1, 2)), ("1 2", (1, 3)), ("{\"a\":\n}", (2, 1)), ("", (1, 1)), ("{}]},\"town\":{}", (1, 3))]
        {
            for refused in [
                edited(parsed().dossier(), "/facilities/items/-", Some(json), &Limits::default()),
                with_record(parsed().dossier(), "facilities", json, &Limits::default()).map(|(parsed, _)| parsed),
            ] {
                let Err(Error::Read { code: "json.syntax", line, column, .. }) = refused else { panic!("{json}") };
                assert_eq!((line, column), place, "{json}");
            }
        }
    }

    #[test]
    fn a_record_takes_the_place_of_the_one_with_its_identifier_or_the_last() {
        let of = |section: &str, json: &str| {
            let (with, _) = with_record(parsed().dossier(), section, json, &Limits::default()).unwrap();
            with.dossier().tree().to_text()
        };
        assert!(
            of("facilities", r#"{"id":"F2","name":"丙"}"#)
                .ends_with(r#"[{"id":"F1","name":"甲"},7,{"id":"F2","name":"丙"}]}}"#)
        );
        assert!(of("facilities", r#"{"id":"F3"}"#).ends_with(r#","x~/y":1},{"id":"F3"}]}}"#));
        assert!(of("facilities", r#"{"name":"丁"}"#).ends_with(r#","x~/y":1},{"name":"丁"}]}}"#));
        let with = of("sessions", r#"{"id":"S1"}"#);
        assert!(with.contains(r#""sessions":{"items":[{"id":"S1"}]}"#), "{with}");
        assert!(of("town", r#"{"name":"例"}"#).contains(r#""town":{"name":"例"}"#));
        let replaced =
            |section: &str, json: &str| with_record(parsed().dossier(), section, json, &Limits::default()).unwrap().1;
        assert!(replaced("facilities", r#"{"id":"F2"}"#) && !replaced("facilities", r#"{"id":"F3"}"#));
        assert!(!replaced("facilities", "{}") && !replaced("sessions", r#"{"id":"S1"}"#) && !replaced("town", "{}"));
        let phases =
            parse(br#"{"schema_version":1,"phases":{"items":[{"phase":"start"}]},"town":{}}"#, &Limits::default());
        let phases = phases.unwrap();
        let of = |json: &str| {
            let (with, replaced) = with_record(phases.dossier(), "phases", json, &Limits::default()).unwrap();
            (with.dossier().phases.items.items().len(), replaced)
        };
        assert_eq!((of(r#"{"phase":"start"}"#), of(r#"{"phase":"acceptance"}"#)), ((1, true), (2, false)));
        assert!(with_record(phases.dossier(), "town", "{}", &Limits::default()).unwrap().1);
        for field in Dossier::info().fields.iter().filter(|field| matches!(field.kind, FieldKind::Section(_))) {
            let Ok(Kept::Listed { key }) = kept(field.name) else { panic!("{}", field.name) };
            assert_eq!(key, if field.name == "phases" { "phase" } else { "id" }, "{}", field.name);
        }
        let unread = parse(br#"{"schema_version":1,"brands":{"items":7}}"#, &Limits::default()).unwrap();
        let refused = with_record(unread.dossier(), "brands", "{}", &Limits::default());
        assert!(matches!(refused, Err(Error::Option { .. })));
        for section in ["facility", "as_of", "facilities.roles", ""] {
            let refused = with_record(parsed().dossier(), section, "{}", &Limits::default());
            assert!(matches!(refused, Err(Error::Unknown { kind: "section", .. })), "{section}");
        }
    }
}
