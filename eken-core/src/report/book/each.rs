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
    use super::super::testing::{book, book_of, leaf, lines, texts};
    use super::*;
    use crate::finding::Spot;
    use crate::report::testing::{Town, said, town, town_found};
    use crate::report::{Rendition, ReportOptions};

    #[test]
    fn every_finding_has_its_row_in_the_internal_rendition_and_none_in_the_public_one() {
        let (checked, _, _) = town();
        let internal = book(&ReportOptions { rendition: Rendition::Internal, ..ReportOptions::default() });
        assert_eq!(lines(leaf(&internal, "问题明细")).len(), checked.findings().len());
        assert!(book(&ReportOptions::default()).leaves.iter().all(|leaf| leaf.name != "问题明细"));
    }

    #[test]
    fn a_finding_on_the_whole_dossier_points_at_its_root() {
        let options = ReportOptions { rendition: Rendition::Internal, ..ReportOptions::default() };
        let book = book_of(&town_found(vec![said("", "空的")]), &options);
        let told: Vec<String> = lines(leaf(&book, "问题明细")).iter().flat_map(|line| texts(line)).collect();
        assert!(told.contains(&"test.said\n/".to_owned()), "{told:?}");
        assert!(told.contains(&"structure.unknown-field\n/town/nmae".to_owned()), "{told:?}");
    }

    #[test]
    fn the_place_of_a_finding_is_its_cell_where_the_dossier_was_read_from_sheets() {
        let options = ReportOptions { rendition: Rendition::Internal, ..ReportOptions::default() };
        let place = |town: &Town| {
            let book = book_of(town, &options);
            let Part::Table(table) = &leaf(&book, "问题明细").parts[0] else { panic!("no table") };
            (table.heads[1].clone(), texts(&table.rows[0])[1].clone())
        };
        let (checked, plan, assessment) = town();
        let cell = Spot { nth: 0, row: 3, column: 2, table: "基本情况".into(), sheet: true, heading: None };
        let in_cells = (checked.clone().placed(|_| Some(cell.clone())), plan.clone(), assessment.clone());
        assert_eq!(place(&(checked, plan, assessment)), ("行:列".to_owned(), "5:31".to_owned()));
        assert_eq!(place(&in_cells), ("单元格".to_owned(), "基本情况!B3".to_owned()));
    }
}
