//! One record by itself, as it is filled in: what can be said of it without the rest of the dossier.

use std::fmt::Write as _;

use super::run::validate;
use crate::error::Result;
use crate::finding::Finding;
use crate::limits::Limits;
use crate::parse::{Kept, kept, parse_owned, value};
use crate::plan::Plan;

/// What can be said only of a record among the others, and would be said of each alone.
const OF_THE_WHOLE: [&str; 1] = ["document.unused"];

/// The findings of one record of a section (`sessions`), or of what stands once in a dossier (`town`), in the order of its text. Their
/// pointers lead from the record on, and lines are those of its text. Rules that look at other records, such as references, find
/// nothing here.
///
/// # Errors
/// [`Error::Unknown`](crate::error::Error::Unknown) where there is no such section; as [`parse`](crate::parse::parse) where the text is no
/// single JSON value.
///
/// ```
/// use eken_core::{limits::Limits, plan::builtin, validate::check_record};
///
/// let plan = builtin("yuanqu-2023")?;
/// let found = check_record("documents", r#"{"id": "D1", "issued": "2023-02-30"}"#, &plan, &Limits::default())?;
/// assert!(found.iter().any(|each| each.pointer == "/issued" && each.place.column == 24));
/// # Ok::<(), eken_core::error::Error>(())
/// ```
pub fn check_record(section: &str, json: &str, plan: &Plan, limits: &Limits) -> Result<Vec<Finding>> {
    let kept = kept(section)?;
    // one value and nothing behind it, so that it cannot close the list that it is put into
    value(json, &Limits { depth: limits.depth.saturating_sub(3), ..*limits })?;
    // the section says that it holds more, so that what is not there is not missed
    let (before, after, pointer) = match kept {
        Kept::Once => ("", "", format!("/{section}")),
        Kept::Listed { .. } => ("{\"complete\":false,\"items\":[", "]}", format!("/{section}/items/0")),
    };
    let mut text = String::with_capacity(json.len().saturating_add(64));
    // the record begins on a line of its own
    let _ = write!(text, "{{\"schema_version\":1,\"{section}\":{before}\n{json}{after}}}");
    let checked = validate(parse_owned(text.into_bytes(), limits)?, plan);
    let own = checked.findings.into_iter().filter_map(|mut finding| {
        let rest = finding.pointer.strip_prefix(&pointer)?;
        if OF_THE_WHOLE.contains(&finding.code()) || !(rest.is_empty() || rest.starts_with('/')) {
            return None;
        }
        finding.pointer = rest.to_owned();
        finding.place.line = finding.place.line.saturating_sub(1);
        Some(finding)
    });
    Ok(own.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;
    use crate::plan::builtin;

    fn found(section: &str, json: &str) -> Vec<(String, usize, usize, &'static str)> {
        let plan = builtin("yuanqu-2023").unwrap();
        let found = check_record(section, json, &plan, &Limits::default()).unwrap();
        found.into_iter().map(|each| (each.pointer.clone(), each.place.line, each.place.column, each.code())).collect()
    }

    #[test]
    fn faults_of_a_record_have_pointers_and_lines_of_its_own_text() {
        let of = |pointer: &str, line, column, code| (pointer.to_owned(), line, column, code);
        assert_eq!(
            found("entities", "{\"id\": \"E1\",\n \"code\": \"91140827MA0EKEN03Y\", \"naem\": \"x\"}"),
            [of("/code", 2, 10, "entity.code-check"), of("/naem", 2, 40, "structure.unknown-field")]
        );
        assert_eq!(found("entities", "7"), [of("", 1, 1, "structure.type")]);
        assert_eq!(
            found("town", r#"{"name": "例", "division": "140800"}"#),
            [of("/division", 1, 27, "town.division-not-county")]
        );
        assert!(found("sessions", "{}").iter().any(|each| each.0.is_empty() && each.3 == "structure.required"));
    }

    #[test]
    fn a_reference_into_a_section_that_is_not_there_is_no_fault() {
        assert_eq!(found("documents", r#"{"id": "D1", "title": "例"}"#), []);
        assert_eq!(
            found("sessions", r#"{"id": "S1", "date": "2023-05-04", "trainer": "X1", "attendance": ["T1", "T2"]}"#),
            []
        );
    }

    #[test]
    fn a_text_that_would_close_the_list_is_refused() {
        let plan = builtin("yuanqu-2023").unwrap();
        for json in ["{}]},\"town\":{\"items\":[{}", "{},{}", "", "{} x"] {
            let refused = check_record("sessions", json, &plan, &Limits::default());
            assert!(matches!(refused, Err(Error::Read { code: "json.syntax" | "json.empty", .. })), "{json}");
        }
        let refused = check_record("session", "{}", &plan, &Limits::default());
        assert!(matches!(refused, Err(Error::Unknown { kind: "section", .. })));
    }
}
