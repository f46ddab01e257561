//! Every finding for itself, with its cell or line: for those who mend the file.

use super::leaf::{Cell, Leaf, Line, Part, Table};
use super::names;
use crate::finding::Finding;
use crate::report::findings::at;
use crate::report::names::place;
use crate::report::sentence::{self, Voice};
use crate::report::source::Source;

const WIDTHS: [u16; 7] = [10, 18, 50, 30, 44, 44, 36];

pub(super) fn leaf(source: &Source<'_>) -> Leaf {
    let findings = source.checked.findings();
    let in_cells = findings.iter().any(|finding| finding.spot.is_some());
    let heads = [
        source.pick("级别", "severity"),
        if in_cells { source.pick("单元格", "cell") } else { source.pick("行:列", "line:column") },
        source.pick("问题", "what is wrong"),
        source.pick("位置", "place"),
        source.pick("记录", "record"),
        source.pick("改法", "help"),
        source.pick("代码与指针", "code and pointer"),
    ];
    let voice = Voice { with_names: true, ..source.voice };
    let rows: Vec<Line> = findings.iter().map(|finding| row(source, finding, &voice)).collect();
    let parts = match rows.is_empty() {
        true => vec![Part::Text(source.pick("没有发现问题。", "no findings.").to_owned())],
        false => vec![Table::part(&heads, rows)],
    };
    let title = source.pick("问题明细：逐处列出，供改数据用", "All findings, one by one, for mending the data");
    Leaf { name: names::EACH.get(source.lang), title: title.to_owned(), widths: WIDTHS.to_vec(), parts }
}

fn row(source: &Source<'_>, finding: &Finding, voice: &Voice<'_>) -> Line {
    let pointer = if finding.pointer.is_empty() { "/" } else { &finding.pointer };
    Line::Row(vec![
        Cell::severity(finding.severity, source.lang),
        Cell::text(at(finding)),
        Cell::text(sentence::message(finding, voice)),
        Cell::text(place(&finding.pointer, source.lang)),
        Cell::text(source.record(&finding.pointer).unwrap_or_default()),
        Cell::text(sentence::help(finding, voice)),
        Cell::text(format!("{}\n{pointer}", finding.code())),
    ])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{book, lines};
    use crate::report::testing::town;
    use crate::report::{Rendition, ReportOptions};

    #[test]
    fn every_finding_has_its_row_in_the_internal_rendition_and_none_in_the_public_one() {
        let (checked, _, _) = town();
        let internal = book(&ReportOptions { rendition: Rendition::Internal, ..ReportOptions::default() });
        let leaf = internal.leaves.iter().find(|leaf| leaf.name == "问题明细").unwrap();
        assert_eq!(lines(leaf).len(), checked.findings().len());
        assert!(book(&ReportOptions::default()).leaves.iter().all(|leaf| leaf.name != "问题明细"));
    }
}
