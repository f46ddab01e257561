//! The first leaf: whose report it is, how many have each verdict, what stands in the way, what the other leaves hold.

use super::leaf::{Cell, Leaf, Line, Part, Table};
use super::names;
use crate::assess::{Counts, Standing, Verdict};
use crate::report::assessment::{blockers_heading, decisive, no_blocker, open_items, rows, statement_words};
use crate::report::source::Source;
use crate::report::style::mark;
use crate::words::{Label, Lang};

/// Standings told before the rest is only counted.
const TOLD: usize = 20;
const WIDTHS: [u16; 8] = [18, 15, 15, 15, 15, 15, 15, 15];

pub(super) fn leaf(source: &Source<'_>) -> Leaf {
    let lang = source.lang;
    let mut facts: Vec<(Cell, String)> = rows(source.assessment, source.checked, source.plan, lang)
        .into_iter()
        .map(|(label, text)| (Cell::text(label), text))
        .collect();
    let rendition = source.options.rendition.words().get(lang);
    facts.push((Cell::text(source.pick("版别", "rendition")), rendition.to_owned()));
    let parts = vec![
        Table::pairs(facts),
        Part::Heading(source.pick("各种结论的项数", "How many have each verdict").to_owned()),
        tally(source),
        Part::Heading(blockers_heading().get(lang).to_owned()),
        blockers(source),
        Part::Heading(source.pick("各表内容", "The other sheets").to_owned()),
        Table::pairs(contents(source).map(|(name, says)| (Cell::Link(name.get(lang)), says.get(lang).to_owned()))),
        Part::Text(statement_words().get(lang).to_owned()),
    ];
    Leaf { name: names::SUMMARY.get(lang), title: source.name(), widths: WIDTHS.to_vec(), parts }
}

fn tally(source: &Source<'_>) -> Part {
    let lang = source.lang;
    let assessment = source.assessment;
    let mut heads = vec![source.pick("类别", "kind").to_owned()];
    heads.extend(Verdict::ALL.map(|verdict| format!("{} {}", mark(verdict), verdict.label().get(lang))));
    heads.push(source.pick("合计（项）", "total").to_owned());
    let row = |name: &str, counts: &Counts, total: usize| {
        let counts = Verdict::ALL.map(|verdict| Cell::count(counts.get(verdict)));
        Line::Row([Cell::text(name)].into_iter().chain(counts).chain([Cell::count(total)]).collect())
    };
    let mut rows =
        vec![row(source.pick("约束性指标", "binding indicators"), &assessment.counts, assessment.indicators.len())];
    if !assessment.targets.is_empty() {
        rows.push(row(
            source.pick("本县方案的目标", "targets of the county"),
            &assessment.target_counts,
            assessment.targets.len(),
        ));
    }
    Part::Table(Table { heads, rows })
}

/// What is not met or in conflict, then how many are open.
fn blockers(source: &Source<'_>) -> Part {
    let lang = source.lang;
    let graves = source.graves();
    if graves.is_empty() && !source.standings().any(|standing| standing.verdict == Verdict::Open) {
        return Part::Text(no_blocker().get(lang).to_owned());
    }
    let says = |standing: &Standing| {
        let (title, lead, why) = (standing.title.get(lang), source.lead(standing), decisive(standing, lang));
        let who = match (lead.is_empty(), lang) {
            (true, _) => String::new(),
            (false, Lang::Zh) => format!("（牵头：{lead}）"),
            (false, Lang::En) => format!(" (lead: {lead})"),
        };
        format!("{} {title}{who}\n{why}", standing.id).trim_end().to_owned()
    };
    let mut rows: Vec<(Cell, String)> =
        graves.iter().take(TOLD).map(|standing| (Cell::verdict(standing.verdict, lang), says(standing))).collect();
    let more = graves.len().saturating_sub(TOLD);
    if more > 0 {
        let text = match lang {
            Lang::Zh => format!("另有{more}项，见“{}”", names::VERDICTS.zh),
            Lang::En => format!("{more} more, see “{}”", names::VERDICTS.en),
        };
        rows.push((Cell::Blank, text));
    }
    let open = source.standings().filter(|standing| standing.verdict == Verdict::Open).count();
    if open > 0 {
        rows.push((Cell::verdict(Verdict::Open, lang), open_items(open, lang)));
    }
    Table::pairs(rows)
}

/// The other leaves and what they hold.
fn contents(source: &Source<'_>) -> impl Iterator<Item = (Label, Label)> {
    let internal = source.is_internal();
    let all = [
        (
            names::VERDICTS,
            Label::new(
                "每项指标和目标一行：要求、实测、差距、牵头和配合单位、条款",
                "a row for each indicator and target: required, measured, gap, departments, clauses",
            ),
        ),
        (
            names::CRITERIA,
            Label::new(
                "每个条件一行：依据的事实、口径、要办的事",
                "a row for each criterion: facts, readings, what to do",
            ),
        ),
        (
            names::WORK,
            Label::new(
                "按部门列出牵头和配合的事项，可筛选，可填办理情况",
                "what each department leads and supports; filter it, note what is done",
            ),
        ),
        (
            names::FINDINGS,
            Label::new(
                "数据问题按种类和位置归并：次数、例子、改法",
                "what is wrong with the data by kind and path: count, examples, help",
            ),
        ),
        (names::EACH, Label::new("逐处列出全部问题，附单元格或行列", "every finding with its cell or line")),
        (
            names::UNEVALUATED,
            Label::new("因数据缺失或有误而没有检查的规则", "rules that could not be evaluated, and why"),
        ),
        (
            names::READINGS,
            Label::new("条文没有写明的地方按哪种读法", "how the points that the text leaves open were read"),
        ),
        (
            names::RECEIPT,
            Label::new("各项摘要，任何人可以重算核对", "digests that let anyone recompute the assessment"),
        ),
    ];
    all.into_iter().filter(move |(name, _)| internal || *name != names::EACH)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{book, book_of, lines, texts};
    use super::*;
    use crate::report::testing::{Town, town, town_all, town_without_targets};
    use crate::report::{Rendition, ReportOptions};

    #[test]
    fn the_first_leaf_tells_town_plan_tier_rendition_counts_and_what_stands_in_the_way() {
        let (_, _, assessment) = town();
        let book = book(&ReportOptions::default());
        let leaf = &book.leaves[0];
        assert_eq!(leaf.title, "示例乡村e镇　2023年评估");
        let said = lines(leaf).iter().flat_map(|row| texts(row)).collect::<Vec<_>>();
        for part in ["yuanqu-2023", "重点帮扶县", "2023-12-31", "公开版", "✗ 未达到", "16 展示体验中心"]
        {
            assert!(said.iter().any(|text| text.contains(part)), "{part}: {said:?}");
        }
        let met = assessment.counts.get(Verdict::Met).to_string();
        assert!(said.contains(&met) && said.contains(&"28".to_owned()), "{said:?}");
    }

    #[test]
    fn every_other_leaf_is_named_and_linked() {
        for rendition in [Rendition::Public, Rendition::Internal] {
            for lang in [Lang::Zh, Lang::En] {
                let book = book(&ReportOptions { rendition, lang, ..ReportOptions::default() });
                let links: Vec<&str> = lines(&book.leaves[0])
                    .iter()
                    .filter_map(|line| match line {
                        Line::Pair(Cell::Link(name), _) => Some(*name),
                        _ => None,
                    })
                    .collect();
                assert_eq!(links, book.leaves[1..].iter().map(|leaf| leaf.name).collect::<Vec<_>>());
            }
        }
    }

    fn parts(town: &Town, lang: Lang) -> Vec<Part> {
        book_of(town, &ReportOptions { lang, ..ReportOptions::default() }).leaves.swap_remove(0).parts
    }

    fn rows(part: &Part) -> Vec<Vec<String>> {
        let Part::Table(table) = part else { panic!("no table: {part:?}") };
        table.rows.iter().map(texts).collect()
    }

    #[test]
    fn targets_have_a_row_of_counts_where_the_plan_has_some() {
        let kinds = |town: &Town| -> Vec<(String, String)> {
            let count = |row: Vec<String>| (row[0].clone(), row[7].clone());
            rows(&parts(town, Lang::Zh)[2]).into_iter().map(count).collect()
        };
        let indicators = ("约束性指标".to_owned(), "28".to_owned());
        assert_eq!(kinds(&town()), [indicators.clone(), ("本县方案的目标".to_owned(), "16".to_owned())]);
        assert_eq!(kinds(&town_without_targets()), [indicators]);
    }

    #[test]
    fn what_stands_in_the_way_is_nothing_only_where_nothing_is_not_met_in_conflict_or_open() {
        for verdict in [Verdict::Met, Verdict::MetByExemption, Verdict::NotApplicable] {
            let said = parts(&town_all(verdict), Lang::En).swap_remove(4);
            assert_eq!(said, Part::Text("Nothing is not met or in conflict.".to_owned()));
        }
        let open = rows(&parts(&town_all(Verdict::Open), Lang::En)[4]);
        assert_eq!(open.len(), 1);
        assert_eq!(open[0][0], "? open");
        assert!(open[0][1].starts_with("44; what is missing"), "{open:?}");
    }

    #[test]
    fn of_many_that_are_not_met_the_first_are_told_and_the_others_counted() {
        for (lang, rest) in [(Lang::Zh, "另有24项，见“结论”"), (Lang::En, "24 more, see “Verdicts”")] {
            for verdict in [Verdict::NotMet, Verdict::Conflict] {
                let told = rows(&parts(&town_all(verdict), lang)[4]);
                assert_eq!(told.len(), TOLD + 1);
                assert_eq!(told[TOLD], ["", rest]);
                let word = format!("{} {}", mark(verdict), verdict.label().get(lang));
                assert!(told[..TOLD].iter().all(|row| row[0] == word), "{told:?}");
            }
        }
    }
}
