//! The readings used, which verdicts another one would change, and what a supposed tier changes.

use super::leaf::{Cell, Leaf, Line, Part, Table};
use super::names;
use crate::assess::{Assessment, Dependence, ReadingUsed, Verdict, differences};
use crate::report::assessment::{Heading, all_default};
use crate::report::dependence::{changes_heading, dependences_heading, no_change, no_dependence, read_otherwise};
use crate::report::source::Source;

const WIDTHS: [u16; 6] = [8, 46, 36, 36, 16, 44];

pub(super) fn leaf(source: &Source<'_>) -> Leaf {
    let lang = source.lang;
    let used = &source.assessment.readings;
    let mut parts = Vec::new();
    if used.iter().all(|used| used.default) {
        parts.push(Part::Text(all_default(used.len(), lang)));
    }
    let heads = [
        source.pick("编号", "id"),
        source.pick("没有写明的地方", "what is left open"),
        source.pick("所取读法", "read as"),
        source.pick("默认读法", "default"),
        source.pick("是否默认", "is default"),
        source.pick("条款", "clauses"),
    ];
    let rows: Vec<Line> = used.iter().filter_map(|used| row(source, used)).collect();
    if !rows.is_empty() {
        parts.push(Table::part(&heads, rows));
    }
    if let Some(found) = source.options.dependences {
        dependences(source, found, &mut parts);
    }
    if let Some(declared) = source.options.declared {
        changes(source, declared, &mut parts);
    }
    Leaf { name: names::READINGS.get(lang), title: Heading::Readings.text(lang), widths: WIDTHS.to_vec(), parts }
}

fn row(source: &Source<'_>, used: &ReadingUsed) -> Option<Line> {
    let lang = source.lang;
    let reading = source.plan.reading(&used.id)?;
    let label = |id: &str| reading.option(id).map(|option| option.label.get(lang)).unwrap_or_default();
    let is_default = if used.default { source.pick("是", "yes") } else { source.pick("否", "no") };
    Some(Line::Row(vec![
        Cell::text(used.id.as_str()),
        Cell::text(reading.point.get(lang)),
        Cell::text(label(&used.option)),
        Cell::text(label(&reading.default)),
        Cell::text(is_default),
        Cell::text(reading.clauses.join(source.joint())),
    ]))
}

fn dependences(source: &Source<'_>, found: &[Dependence], parts: &mut Vec<Part>) {
    let lang = source.lang;
    parts.push(Part::Heading(dependences_heading(lang).to_owned()));
    if found.is_empty() {
        return parts.push(Part::Text(no_dependence(lang).to_owned()));
    }
    let heads = [
        source.pick("编号", "id"),
        source.pick("改取的读法", "read otherwise"),
        source.pick("指标或目标", "indicator or target"),
        source.pick("现结论", "verdict"),
        source.pick("改后结论", "otherwise"),
    ];
    let mut rows = Vec::new();
    for reading in &source.plan.readings {
        for option in &reading.options {
            let changed = found.iter().filter(|each| each.reading == reading.id && each.option == option.id);
            for each in changed {
                let said = read_otherwise(reading, option, lang);
                let mut cells = vec![Cell::text(reading.id.as_str()), Cell::text(said.trim_end_matches(['：', ':']))];
                cells.extend(change(source, &each.id, each.verdict, each.otherwise));
                rows.push(Line::Row(cells));
            }
        }
    }
    parts.push(Table::part(&heads, rows));
}

fn changes(source: &Source<'_>, declared: &Assessment, parts: &mut Vec<Part>) {
    parts.push(Part::Heading(changes_heading(declared, source.assessment, source.lang)));
    let heads = [
        source.pick("编号", "no."),
        "",
        source.pick("指标或目标", "indicator or target"),
        source.pick("申报的县域类型", "as declared"),
        source.pick("假设的", "as supposed"),
    ];
    let row = |(id, before, after): (String, Verdict, Verdict)| {
        let mut cells = vec![Cell::text(id.as_str()), Cell::Blank];
        cells.extend(change(source, &id, before, after));
        Line::Row(cells)
    };
    let rows: Vec<Line> = differences(declared, source.assessment).map(row).collect();
    parts.push(match rows.is_empty() {
        true => Part::Text(no_change(source.lang).to_owned()),
        false => Table::part(&heads, rows),
    });
}

/// What changes: the indicator or target, its verdict, the other verdict.
fn change(source: &Source<'_>, id: &str, before: Verdict, after: Verdict) -> [Cell; 3] {
    let title = source.plan.indicator(id).map(|item| item.title.get(source.lang)).unwrap_or_default();
    let verdict = |verdict| Cell::verdict(verdict, source.lang);
    [Cell::text(format!("{id} {title}")), verdict(before), verdict(after)]
}

#[cfg(test)]
mod tests {
    use super::super::testing::{book_of, leaf, lines, texts};
    use super::*;
    use crate::assess::{Options, assess, sensitivity};
    use crate::model::CountyTier;
    use crate::report::ReportOptions;
    use crate::report::book::book;
    use crate::report::testing::{Town, town};
    use crate::words::Lang;

    #[test]
    fn every_reading_has_its_row_and_so_has_every_verdict_that_depends_on_one() {
        let (checked, plan, declared) = town();
        let options = Options { tier: Some(CountyTier::PilotDemonstration), ..Options::year(2023) };
        let supposed = assess(&checked, &plan, &options).unwrap();
        let found = sensitivity(&checked, &plan, &Options::year(2023)).unwrap();
        assert!(!found.is_empty());
        let options =
            ReportOptions { dependences: Some(&found), declared: Some(&declared), ..ReportOptions::default() };
        let book = book(&supposed, &checked, &plan, &options);
        let rows = lines(leaf(&book, "口径"));
        let changed = differences(&declared, &supposed).count();
        assert_eq!(rows.len(), plan.readings.len() + found.len() + changed);
        assert!(rows.iter().flat_map(|row| texts(row)).any(|text| text.contains("--reading")));
    }

    #[test]
    fn a_reading_that_is_not_the_default_is_marked_and_no_sentence_says_that_all_are() {
        let (checked, plan, _) = town();
        let parts = |options: &Options| {
            let town = (checked.clone(), plan.clone(), assess(&checked, &plan, options).unwrap());
            leaf_of(&town, &ReportOptions::default()).parts
        };
        let told = |part: &Part| {
            let Part::Table(table) = part else { panic!("no table: {part:?}") };
            let row = table.rows.iter().map(texts).find(|row| row[0] == "R13").unwrap();
            row[2..5].to_vec()
        };
        let default = parts(&Options::year(2023));
        assert_eq!(default[0], Part::Text(all_default(plan.readings.len(), Lang::Zh)));
        assert_eq!(told(&default[1]), ["其中一处单独达到", "其中一处单独达到", "是"]);
        let mut options = Options::year(2023);
        options.readings.insert("R13".to_owned(), "areas-add-up".to_owned());
        let own = parts(&options);
        assert_eq!(own.len(), 1);
        assert_eq!(told(&own[0]), ["面积相加", "其中一处单独达到", "否"]);
    }

    #[test]
    fn where_there_is_nothing_to_list_there_is_no_empty_table() {
        let mut town = town();
        let all = leaf_of(&town, &ReportOptions { dependences: Some(&[]), ..ReportOptions::default() }).parts;
        assert_eq!(
            all[2..],
            [
                Part::Heading("哪些结论因条文的读法而变".to_owned()),
                Part::Text("没有：换哪一种读法，各项结论都一样。".to_owned()),
            ]
        );
        town.2.readings.clear();
        assert_eq!(leaf_of(&town, &ReportOptions::default()).parts, [Part::Text(all_default(0, Lang::Zh))]);
    }

    fn leaf_of(town: &Town, options: &ReportOptions<'_>) -> Leaf {
        leaf(&book_of(town, options), "口径").clone()
    }
}
