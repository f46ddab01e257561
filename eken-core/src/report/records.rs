//! Files of many dossiers: a short block for each, and what they come to.

use super::assessment::{counts, statement_words};
use super::findings::total_text;
use super::layout::Page;
use super::style::{Ink, Style};
use crate::assess::Assessment;
use crate::code::mask_personal;
use crate::finding::{Finding, Severity};
use crate::json::may_be_shown;
use crate::plan::Plan;
use crate::validate::Checked;
use crate::words::Lang;

/// Kinds of findings listed for one dossier; the rest is counted.
const KINDS: usize = 5;

/// What became of the lines of a file: each was read, refused or blank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecordCounts {
    /// Lines of the file.
    pub lines: usize,
    /// Records read.
    pub read: usize,
    /// Records refused, each with its place and code.
    pub refused: usize,
    /// Lines with nothing on them.
    pub blank: usize,
}

impl RecordCounts {
    /// Whether every line is accounted for.
    pub fn adds_up(&self) -> bool {
        [self.read, self.refused, self.blank].into_iter().fold(0, usize::saturating_add) == self.lines
    }
}

/// How the towns of many dossiers stand, and how many findings of each severity there are in them all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standings {
    /// Dossiers with an error in the data.
    pub faulty: usize,
    /// Findings of each severity, gravest first.
    pub findings: [usize; 3],
    /// Towns that meet every binding indicator.
    pub all_met: usize,
    /// Towns that miss one at least.
    pub not_met: usize,
}

impl Standings {
    /// Counts one dossier, with its assessment where it was assessed.
    pub fn count(&mut self, checked: &Checked, assessment: Option<&Assessment>) {
        let one = |yes: bool| usize::from(yes);
        let findings = Severity::ALL.map(|severity| checked.total(severity));
        let missed = assessment.is_some_and(|assessment| assessment.counts.not_met > 0);
        let met = assessment.is_some_and(Assessment::all_binding_met);
        self.and(&Self {
            faulty: one(checked.total(Severity::Error) > 0),
            findings,
            all_met: one(met),
            not_met: one(missed),
        });
    }

    /// Adds what was counted elsewhere.
    pub fn and(&mut self, other: &Self) {
        self.faulty = self.faulty.saturating_add(other.faulty);
        self.all_met = self.all_met.saturating_add(other.all_met);
        self.not_met = self.not_met.saturating_add(other.not_met);
        for (sum, more) in self.findings.iter_mut().zip(other.findings) {
            *sum = sum.saturating_add(more);
        }
    }
}

/// The heading over a file of many dossiers; with the year and the plan where they are assessed.
pub fn records_title(file: &str, assessed: Option<(i32, &Plan)>, style: &Style) -> String {
    let mut page = Page::new(style);
    page.heading(&match (assessed, style.lang) {
        (None, _) => file.to_owned(),
        (Some((year, plan)), Lang::Zh) => format!("{file}　{year}年评估，{}（{}）", plan.title.zh, plan.id),
        (Some((year, plan)), Lang::En) => format!("{file}: assessment for {year}, {} ({})", plan.title.en, plan.id),
    });
    page.finish()
}

/// The findings of one dossier in short, kind by kind, gravest first; empty when there is none.
pub fn record_findings_text(checked: &Checked, line: usize, style: &Style) -> String {
    if Severity::ALL.into_iter().all(|severity| checked.total(severity) == 0) {
        return String::new();
    }
    let mut page = Page::new(style);
    let lang = style.lang;
    page.text(0, &format!("{}  {}", name(checked, line, lang), total_text(checked, lang)));
    let kinds = kinds(checked.findings());
    let width = if lang == Lang::Zh { 6 } else { 9 };
    for first in kinds.iter().take(KINDS) {
        let total = checked.by_code().get(first.code()).copied().unwrap_or_default();
        let count = match (total, lang) {
            (0 | 1, _) => String::new(),
            (total, Lang::Zh) => format!("，{total}处"),
            (total, Lang::En) => format!(", {total} places"),
        };
        let (summary, place) = (first.spec.summary.get(lang), first.place);
        let text = format!(
            "{summary}{count}  {}  {}:{}  {}",
            first.code(),
            place.line,
            place.column,
            if first.pointer.is_empty() { "/" } else { &first.pointer }
        );
        let (word, ink) = (first.severity.label().get(lang), Ink::of_severity(first.severity));
        page.row(&[("", Ink::Plain, 2), (word, ink, width)], Ink::Plain, &text);
    }
    let more = kinds.len().saturating_sub(KINDS);
    if more > 0 {
        let text = match lang {
            Lang::Zh => format!("另有{more}种；全部问题用 --format ndjson 输出"),
            Lang::En => format!("{more} more kinds; --format ndjson gives every finding"),
        };
        page.inked(2, Ink::Dim, &text);
    }
    page.finish()
}

/// How the town of one dossier stands: counts by verdict.
pub fn record_assessment_text(assessment: &Assessment, checked: &Checked, line: usize, style: &Style) -> String {
    let mut page = Page::new(style);
    let lang = style.lang;
    page.text(0, &name(checked, line, lang));
    let mut row = |label: &str, text: &str| {
        page.row(&[("", Ink::Plain, 2), (label, Ink::Dim, 12)], Ink::Plain, text);
    };
    row(style.pick("约束性指标", "indicators"), &counts(&assessment.counts, lang));
    if !assessment.targets.is_empty() {
        row(style.pick("本县目标", "targets"), &counts(&assessment.target_counts, lang));
    }
    row(style.pick("数据", "data"), &total_text(checked, lang));
    page.finish()
}

/// What the check of a file comes to.
pub fn checked_total_text(records: &RecordCounts, sums: &Standings, style: &Style) -> String {
    let mut page = Page::new(style);
    page.text(0, &accounted(records, style.lang));
    let [error, warning, info] = sums.findings;
    let faulty = sums.faulty;
    page.text(
        0,
        &match style.lang {
            Lang::Zh => {
                format!("读到的档案中{faulty}份有错误；合计错误{error}处，警告{warning}处，提示{info}处")
            }
            Lang::En => {
                format!("dossiers with errors: {faulty}; in all {error} errors, {warning} warnings, {info} notes")
            }
        },
    );
    page.finish()
}

/// What the assessment of a file comes to, and what it is not.
pub fn assessed_total_text(records: &RecordCounts, sums: &Standings, style: &Style) -> String {
    let mut page = Page::new(style);
    page.text(0, &accounted(records, style.lang));
    let (met, missed) = (sums.all_met, sums.not_met);
    let rest = records.read.saturating_sub(met).saturating_sub(missed);
    page.text(
        0,
        &match style.lang {
            Lang::Zh => format!("约束性指标：全部达到的{met}份，有未达到的{missed}份，其余{rest}份尚不能定"),
            Lang::En => format!(
                "binding indicators: all met in {met} dossiers, some missed in {missed}, not settled in the other {rest}"
            ),
        },
    );
    page.text(0, statement_words().get(style.lang));
    page.finish()
}

/// The sentence that accounts for every line.
fn accounted(records: &RecordCounts, lang: Lang) -> String {
    let RecordCounts { lines, read, refused, blank } = records;
    let sign = if records.adds_up() { "=" } else { "≠" };
    match lang {
        Lang::Zh => format!(
            "共{lines}行：读到{read}份，读不了{refused}份，空行{blank}行（{read} + {refused} + {blank} {sign} {lines}）"
        ),
        Lang::En => format!(
            "{lines} lines: {read} read, {refused} refused, {blank} blank ({read} + {refused} + {blank} {sign} {lines})"
        ),
    }
}

/// The line, and the dossier on it by town and identifier as far as they may be shown.
fn name(checked: &Checked, line: usize, lang: Lang) -> String {
    let dossier = checked.dossier();
    let mut out = match lang {
        Lang::Zh => format!("第{line}行"),
        Lang::En => format!("line {line}"),
    };
    let town = dossier.town.known().and_then(|town| town.name.known()).map(|name| name.as_str());
    // an identifier may be a person's name
    let id = dossier.id.known().map(|id| id.as_str()).filter(|id| may_be_shown(id));
    for part in [town, id].into_iter().flatten() {
        out.push_str("  ");
        out.push_str(&mask_personal(part));
    }
    out
}

/// The first finding of each kind, gravest first, else in the order of the text.
fn kinds(findings: &[Finding]) -> Vec<&Finding> {
    let mut first: Vec<&Finding> = Vec::new();
    let mut known = std::collections::BTreeSet::new();
    first.extend(findings.iter().filter(|finding| known.insert(finding.code())));
    first.sort_by_key(|finding| finding.severity);
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::{TOWN, said, town, town_found, town_of, town_without_targets};

    fn style(lang: Lang) -> Style {
        Style { lang, ..Style::default() }
    }

    #[test]
    fn a_dossier_is_told_in_a_few_lines_with_its_place_in_the_file() {
        let (checked, _, assessment) = town();
        let checked = checked.on_line(7);
        let zh = record_findings_text(&checked, 7, &style(Lang::Zh));
        assert!(zh.starts_with("第7行  示例乡村e镇  错误0处，警告1处"), "{zh}");
        assert!(zh.contains("structure.unknown-field  11:31  /town/nmae"), "{zh}");
        assert!(zh.lines().count() <= 2 + 2 * KINDS, "{zh}");
        let en = record_assessment_text(&assessment, &checked, 7, &style(Lang::En));
        assert!(en.starts_with("line 7  示例乡村e镇\n") && en.contains("indicators"), "{en}");
        for text in [zh, en] {
            assert!(!text.contains("13900000000") && !text.contains("张某某"), "{text}");
        }
    }

    #[test]
    fn an_identifier_that_may_be_a_name_is_left_out() {
        let id = |id: &str| {
            let (checked, ..) = town_of(&TOWN.replacen('{', &format!(r#"{{"id": "{id}","#), 1));
            name(&checked, 1, Lang::Zh)
        };
        assert_eq!(id("T-2023"), "第1行  示例乡村e镇  T-2023");
        assert_eq!(id("张某某"), "第1行  示例乡村e镇");
        assert!(!id("13900000000").contains("13900000000"));
    }

    #[test]
    fn a_sound_dossier_takes_no_line() {
        let (checked, ..) = town_of(r#"{"schema_version": 1}"#);
        assert_eq!(record_findings_text(&checked, 1, &style(Lang::Zh)), "");
    }

    #[test]
    fn the_totals_account_for_every_line() {
        let records = RecordCounts { lines: 6, read: 3, refused: 2, blank: 1 };
        let (checked, _, assessment) = town();
        let mut sums = Standings::default();
        sums.count(&checked, Some(&assessment));
        assert_eq!((sums.not_met, sums.all_met), (1, 0));
        let zh = assessed_total_text(&records, &sums, &style(Lang::Zh));
        assert!(zh.contains("共6行") && zh.contains("3 + 2 + 1 = 6") && zh.contains("不等于验收"), "{zh}");
        assert!(zh.contains("有未达到的1份，其余2份"), "{zh}");
        let en = checked_total_text(&RecordCounts { lines: 7, ..records }, &sums, &style(Lang::En));
        assert!(en.contains("3 + 2 + 1 ≠ 7"), "{en}");
    }

    #[test]
    fn kinds_beyond_the_cap_are_counted_and_what_is_wrong_with_the_whole_points_at_its_root() {
        let (checked, ..) = town_found(vec![said("", "空的"), said("", "乱的")]);
        let en = record_findings_text(&checked, 3, &style(Lang::En));
        let kinds: Vec<&str> = en.lines().skip(1).collect();
        assert_eq!(kinds[0], "  warning  something is wrong, 2 places  test.said  1:1  /");
        assert_eq!(kinds.len(), 2);
        let faulty = r#"{"schema_version": 1, "x": 1, "as_of": "x", "town": {"name": 1, "name": 2}, "brands": {"items": [null, 5]},
            "facilities": {"items": [{"opened": "x", "roles": [{"role": "?", "area": -1}]}]}}"#;
        let (checked, ..) = town_of(faulty);
        let all = super::kinds(checked.findings());
        assert!(all.len() > KINDS, "{}", all.len());
        let more = all.len() - KINDS;
        let zh = record_findings_text(&checked, 1, &style(Lang::Zh));
        assert_eq!(zh.lines().last(), Some(format!("  另有{more}种；全部问题用 --format ndjson 输出").as_str()));
        assert_eq!(zh.lines().count(), KINDS + 2);
        let en = record_findings_text(&checked, 1, &style(Lang::En));
        assert_eq!(
            en.lines().last(),
            Some(format!("  {more} more kinds; --format ndjson gives every finding").as_str())
        );
    }

    #[test]
    fn targets_have_a_line_where_the_plan_has_some() {
        for ((checked, plan, assessment), has_targets) in [(town(), true), (town_without_targets(), false)] {
            let zh = record_assessment_text(&assessment, &checked, 1, &style(Lang::Zh));
            assert_eq!(zh.contains("\n  本县目标"), has_targets, "{}: {zh}", plan.id);
        }
    }
}
