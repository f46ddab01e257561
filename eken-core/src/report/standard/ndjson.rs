//! One JSON object a line: each finding with its file, so that a stream of many files needs no end.

use serde::Serialize;

use crate::report::{ErrorDocument, FileDocument, FindingDocument};

#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    #[serde(flatten)]
    finding: &'a FindingDocument,
}

#[derive(Serialize)]
struct Unread<'a> {
    file: &'a str,
    error: &'a ErrorDocument,
}

/// The findings of one file, one a line; one line with `error` where it could not be read; nothing where it is clean. Waived
/// findings are left out.
pub fn ndjson_lines(file: &FileDocument) -> String {
    let lines: Vec<String> = match file {
        FileDocument::Read(read) => {
            let line = |finding| serde_json::to_string(&Line { file: &read.file, finding }).unwrap_or_default();
            read.findings.iter().map(line).collect()
        }
        FileDocument::Unread(unread) => {
            vec![serde_json::to_string(&Unread { file: &unread.file, error: &unread.error }).unwrap_or_default()]
        }
    };
    lines.iter().map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::standard::testing::files;
    use crate::words::Lang;

    #[test]
    fn each_line_is_one_finding_with_its_file() {
        let files = files(Lang::En).files;
        let lines: Vec<serde_json::Value> =
            ndjson_lines(&files[0]).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let found: Vec<_> =
            lines.iter().map(|line| (line["file"].as_str(), line["code"].as_str(), line["line"].as_i64())).collect();
        let file = Some("上报/a b.json");
        assert_eq!(
            found,
            [
                (file, Some("entity.code-check"), Some(2)),
                (file, Some("structure.type"), Some(2)),
                (file, Some("instrument.no-number"), Some(3)),
            ]
        );
        let unread: serde_json::Value = serde_json::from_str(&ndjson_lines(&files[1])).unwrap();
        assert_eq!((unread["file"].as_str(), unread["error"]["code"].as_str()), (Some("b.json"), Some("json.syntax")));
    }
}
