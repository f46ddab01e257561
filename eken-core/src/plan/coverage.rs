//! Coverage: whether the clause register and the text of the source agree, character by character.

use sha2::{Digest, Sha256};

use crate::plan::Clause;

/// Something wrong between the register and the source.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct SourceFault {
    /// Line of the source, from 1; 0 where the fault has no place in it.
    pub line: usize,
    /// What is wrong. It never quotes the source.
    pub message: String,
    /// Id of the clause concerned.
    pub clause: Option<String>,
}

/// SHA-256 of a text in hexadecimal.
pub fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Holds clauses against the text of their source: each span lies in it, each digest fits, no two spans overlap, and
/// every character that is not blank lies in one. Faults come in the order of the lines.
pub fn survey(clauses: &[Clause], text: &str) -> Vec<SourceFault> {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut owners: Vec<Vec<Option<&str>>> = lines.iter().map(|line| vec![None; line.chars().count()]).collect();
    let mut faults = Vec::new();
    for clause in clauses {
        let mut fault = |line: usize, message: String| {
            faults.push(SourceFault { line, message, clause: Some(clause.id.clone()) });
        };
        let Some(span) = clause.span else {
            fault(0, format!("{} has no span", clause.id));
            continue;
        };
        let Some(text) = span.text(&lines) else {
            fault(span.from.line, format!("span {span} of {} lies outside the source", clause.id));
            continue;
        };
        match &clause.digest {
            None => fault(span.from.line, format!("{} has no digest", clause.id)),
            Some(stated) if *stated != digest(&text) => {
                fault(span.from.line, format!("digest of {} does not fit span {span}", clause.id));
            }
            Some(_) => {}
        }
        for (line, owned) in (1usize..).zip(&mut owners).skip(span.from.line.saturating_sub(1)) {
            if line > span.until.line {
                break;
            }
            let Some((start, end)) = span.columns(line, owned.len()) else { continue };
            let mut overlapped = None;
            for cell in owned.iter_mut().take(end).skip(start.saturating_sub(1)) {
                overlapped = overlapped.or(*cell);
                *cell = Some(&clause.id);
            }
            if let Some(other) = overlapped {
                fault(line, format!("{} overlaps {other}", clause.id));
            }
        }
    }
    for (line, (text, owned)) in (1usize..).zip(lines.iter().zip(&owners)) {
        let free = |(character, owner): &(char, &Option<&str>)| owner.is_none() && !character.is_whitespace();
        if let Some(column) = text.chars().zip(owned).position(|cell| free(&cell)) {
            let count = text.chars().zip(owned).filter(free).count();
            let message = format!("{count} characters from column {} belong to no clause", column.saturating_add(1));
            faults.push(SourceFault { line, message, clause: None });
        }
    }
    faults.sort_by_key(|fault| fault.line);
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{ClauseClass, Span};

    const TEXT: &str = "甲乙丙\n\n丁戊\n";

    fn clause(id: &str, span: &str, text: &str) -> Clause {
        Clause {
            id: id.to_owned(),
            class: ClauseClass::Evidence,
            document: None,
            span: Span::parse(span),
            digest: Some(digest(text)),
            note: None,
            rule: None,
        }
    }

    #[test]
    fn spans_that_cover_everything_once_are_clean() {
        let clauses = [clause("一", "1:1-1:2", "甲乙"), clause("二", "1:3-3", "丙\n\n丁戊")];
        assert_eq!(survey(&clauses, TEXT), []);
    }

    #[test]
    fn gaps_overlaps_and_stale_digests_are_named_with_their_line() {
        let clauses = [clause("一", "1:1-1:2", "甲丙"), clause("二", "1:2-1:3", "乙丙"), clause("三", "9", "")];
        let found: Vec<String> = survey(&clauses, TEXT).iter().map(ToString::to_string).collect();
        assert_eq!(
            found,
            [
                "line 1: digest of 一 does not fit span 1:1-1:2",
                "line 1: 二 overlaps 一",
                "line 3: 2 characters from column 1 belong to no clause",
                "line 9: span 9 of 三 lies outside the source",
            ]
        );
    }

    #[test]
    fn a_clause_without_its_span_covers_nothing() {
        let unplaced = Clause { span: None, ..clause("二", "3", "") };
        let clauses = [clause("一", "1:1-1:3", "甲乙丙"), unplaced];
        let found: Vec<String> = survey(&clauses, TEXT).iter().map(ToString::to_string).collect();
        assert_eq!(found, ["line 0: 二 has no span", "line 3: 2 characters from column 1 belong to no clause"]);
    }

    #[test]
    fn the_digest_is_sha_256() {
        assert_eq!(digest(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
