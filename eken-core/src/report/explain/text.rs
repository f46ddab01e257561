//! The page of one verdict.

use super::{Explanation, consulted, facts};
use crate::assess::CriterionResult;
use crate::finding::Finding;
use crate::json::Tree;
use crate::model::kind::Value as _;
use crate::plan::Plan;
use crate::quantity::Exact;
use crate::report::assessment::{departments, missing, standing_line, statement_words, tier};
use crate::report::figure::{Quantum, mu};
use crate::report::layout::Page;
use crate::report::sentence::{self, Voice};
use crate::report::style::{Ink, Style, mark};
use crate::report::value;
use crate::validate::Checked;
use crate::words::Lang;

/// Areas of land from here on are shown in mu (亩) too.
const LARGE: i128 = 10_000;
/// Facts listed of one criterion before the rest is only counted.
pub(in crate::report) const FACTS: usize = 8;

/// How the verdict comes about, on a page.
pub fn explanation_text(explanation: &Explanation, checked: &Checked, plan: &Plan, style: &Style) -> String {
    let mut page = Page::new(style);
    let lang = style.lang;
    let Explanation { assessment, standing, .. } = explanation;
    standing_line(&mut page, standing, lang);
    let town = assessment.town.as_deref().unwrap_or(style.pick("（未填名称）", "(no name)"));
    let (year, as_of) = (assessment.acceptance_year, assessment.as_of);
    page.inked(
        2,
        Ink::Dim,
        &match lang {
            Lang::Zh => {
                format!("{town}，验收年度{year}年，数据截至{as_of}，县域类型：{}", tier(assessment, plan, lang))
            }
            Lang::En => format!(
                "{town}, acceptance year {year}, data as of {as_of}, county tier: {}",
                tier(assessment, plan, lang)
            ),
        },
    );
    let dossier = checked.dossier().tree();
    let writer = Writer { voice: Voice { lang, plan: Some(plan), with_names: false }, dossier: &dossier };
    let count = standing.criteria.len();
    page.heading(&match lang {
        Lang::Zh if count == 1 => "要求1项".to_owned(),
        Lang::Zh => format!("要求{count}项，须全部达到"),
        Lang::En if count == 1 => "One requirement".to_owned(),
        Lang::En => format!("{count} requirements, all of which must hold"),
    });
    for (nth, criterion) in (1usize..).zip(&standing.criteria) {
        page.blank();
        writer.criterion(&mut page, criterion, &format!("{nth}."), 0);
    }
    data(&mut page, explanation, checked, &writer.voice);
    readings(&mut page, explanation, plan);
    page.heading(style.pick("谁来办", "Who acts"));
    page.text(2, &departments(&standing.departments, plan, lang));
    if !standing.departments.cites.is_empty() {
        let cites = standing.departments.cites.join(if lang == Lang::Zh { "、" } else { ", " });
        page.inked(2, Ink::Dim, &format!("{}{cites}", style.pick("职责依据：", "duties: ")));
    }
    page.blank();
    page.inked(0, Ink::Dim, statement_words().get(lang));
    page.finish()
}

struct Writer<'a> {
    voice: Voice<'a>,
    dossier: &'a Tree,
}

impl Writer<'_> {
    fn criterion(&self, page: &mut Page<'_>, result: &CriterionResult, number: &str, indent: usize) {
        let lang = self.voice.lang;
        let ink = Ink::of(result.verdict);
        let verdict = format!("{} {}", mark(result.verdict), result.verdict.label().get(lang));
        let title = value::title(result, lang);
        page.row(&[("", Ink::Plain, indent), (number, Ink::Bold, 4)], Ink::Bold, &title);
        let inner = indent.saturating_add(4);
        let label = if lang == Lang::Zh { 6 } else { 12 };
        let row = |page: &mut Page<'_>, name: &'static str, ink: Ink, text: &str| {
            if !text.is_empty() {
                page.row(&[("", Ink::Plain, inner), (name, Ink::Dim, label)], ink, text);
            }
        };
        row(page, page.style.pick("结论", "verdict"), ink, &verdict);
        row(page, page.style.pick("要求", "required"), Ink::Plain, &value::asked(result, lang));
        let mut measured = value::measured(result, lang);
        if Quantum::of_measure(&result.measure, result.unit) == Quantum::Land
            && let Some(crate::assess::Value::Number { least, most }) = &result.measured
            && most.as_ref() == Some(least)
            && *least >= Exact::whole(LARGE)
        {
            let mu = mu(least, lang);
            measured.push_str(&if lang == Lang::Zh { format!("（合{mu}）") } else { format!(" ({mu})") });
        }
        if result.provisional {
            measured.push_str(value::provisional(lang));
        }
        row(page, page.style.pick("实测", "measured"), Ink::Plain, &measured);
        let compared = [value::comparison(result, lang), value::gap(result, lang)];
        let joint = if lang == Lang::Zh { "，" } else { "; " };
        let compared = compared.into_iter().flatten().collect::<Vec<_>>().join(joint);
        row(page, page.style.pick("比较", "compared"), Ink::Plain, &compared);
        row(
            page,
            page.style.pick("条款", "clauses"),
            Ink::Plain,
            &result.clauses.join(if lang == Lang::Zh { "、" } else { ", " }),
        );
        row(page, page.style.pick("口径", "counted so"), Ink::Dim, about(&result.measure, lang));
        row(page, page.style.pick("年度", "years"), Ink::Plain, &value::years(result, lang));
        for note in &result.notes {
            row(page, page.style.pick("提示", "note"), Ink::Plain, &sentence::note(note, &self.voice));
        }
        self.facts(page, result, inner, label);
        if !result.missing.is_empty() {
            page.row(&[("", Ink::Plain, inner)], Ink::Dim, page.style.pick("还缺", "missing"));
            missing(page, result, inner.saturating_add(2), usize::MAX, &self.voice);
        }
        for (nth, part) in (1usize..).zip(&result.parts) {
            self.criterion(page, part, &format!("{nth})"), inner);
        }
    }

    fn facts(&self, page: &mut Page<'_>, result: &CriterionResult, indent: usize, label: usize) {
        let lang = self.voice.lang;
        for (nth, pointer) in result.evidence.iter().take(FACTS).enumerate() {
            let name = if nth == 0 { page.style.pick("事实", "facts") } else { "" };
            let text = facts::fact(pointer, self.dossier, lang);
            page.row(&[("", Ink::Plain, indent), (name, Ink::Dim, label)], Ink::Plain, &format!("{text}  {pointer}"));
        }
        let more = result.evidence.len().saturating_sub(FACTS);
        if more > 0 {
            page.inked(indent.saturating_add(label), Ink::Dim, &more_facts(more, lang));
        }
    }
}

/// How many facts are not told.
pub(in crate::report) fn more_facts(more: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有{more}条，见 --format json 的 evidence"),
        Lang::En => format!("{more} more; see evidence in --format json"),
    }
}

/// What is wrong with the data that the verdict rests on.
fn data(page: &mut Page<'_>, explanation: &Explanation, checked: &Checked, voice: &Voice<'_>) {
    let mut facts: Vec<&str> = Vec::new();
    explanation.standing.visit(&mut |result| {
        facts.extend(result.evidence.iter().map(String::as_str));
        facts.extend(result.missing.iter().map(|lack| lack.pointer.as_str()));
    });
    let within = |inner: &str, outer: &str| {
        !outer.is_empty() && inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let about = |finding: &&Finding| facts.iter().any(|fact| within(&finding.pointer, fact));
    let found: Vec<&Finding> = checked.findings().iter().filter(about).collect();
    if found.is_empty() {
        return;
    }
    page.heading(page.style.pick("有关数据的问题", "What is wrong with these data"));
    for finding in found.iter().take(FACTS) {
        let word = finding.severity.label().get(voice.lang);
        let width = if voice.lang == Lang::Zh { 6 } else { 9 };
        let at = finding.shown_place();
        let text = format!("{at}  {}  {}", sentence::message(finding, voice), finding.pointer);
        page.row(&[("", Ink::Plain, 2), (word, Ink::of_severity(finding.severity), width)], Ink::Plain, &text);
    }
    let more = found.len().saturating_sub(FACTS);
    if more > 0 {
        page.inked(
            2,
            Ink::Dim,
            &match voice.lang {
                Lang::Zh => format!("另有{more}处，见 eken check"),
                Lang::En => format!("{more} more; see eken check"),
            },
        );
    }
}

/// What a measure counts and leaves out.
fn about(measure: &str, lang: Lang) -> &'static str {
    crate::assess::measure::find(measure).map_or("", |measure| measure.about.get(lang))
}

fn readings(page: &mut Page<'_>, explanation: &Explanation, plan: &Plan) {
    let lang = page.style.lang;
    let used = consulted(plan, &explanation.standing.id);
    if used.is_empty() {
        return;
    }
    page.heading(
        page.style.pick("条文没有写明的地方，按哪种读法", "Points that the text leaves open, and how they are read"),
    );
    for reading in used {
        let id = &reading.id;
        page.row(&[("", Ink::Plain, 2), (id, Ink::Bold, 5)], Ink::Plain, reading.point.get(lang));
        for option in &reading.options {
            let label = option.label.get(lang);
            let other =
                explanation.otherwise.iter().find(|each| each.reading == reading.id && each.option == option.id);
            match other {
                None => page.row(
                    &[("", Ink::Plain, 7)],
                    Ink::Plain,
                    &match lang {
                        Lang::Zh => format!("本次取：{label}"),
                        Lang::En => format!("read here as: {label}"),
                    },
                ),
                Some(other) => {
                    let same = other.verdict == explanation.standing.verdict;
                    let word = match same {
                        true => page.style.pick("结论不变", "the same verdict").to_owned(),
                        false => format!("{} {}", mark(other.verdict), other.verdict.label().get(lang)),
                    };
                    let ink = if same { Ink::Dim } else { Ink::of(other.verdict) };
                    let text = match lang {
                        Lang::Zh => format!("如取“{label}”：{word}（--reading {id}={}）", option.id),
                        Lang::En => format!("read as {label}: {word} (--reading {id}={})", option.id),
                    };
                    page.row(&[("", Ink::Plain, 7)], ink, &text);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::{Options, Value, Verdict};
    use crate::plan::Duty;
    use crate::report::explain::explain;
    use crate::report::testing::{said, town, town_found, whole};

    fn explained(id: &str) -> (Explanation, Checked, Plan) {
        let (checked, plan, _) = town();
        (explain(&checked, &plan, &Options::year(2023), id).unwrap(), checked, plan)
    }

    fn page(explanation: &Explanation, checked: &Checked, plan: &Plan, lang: Lang) -> String {
        explanation_text(explanation, checked, plan, &Style { lang, width: 200, color: false })
    }

    #[test]
    fn a_large_area_of_land_that_is_known_is_told_in_mu_too() {
        let (mut explanation, checked, plan) = explained("T15");
        explanation.standing.criteria.retain(|criterion| criterion.measure == "core-area");
        for (measured, zh, en) in [
            (whole(1_500_000, Some(1_500_000)), "1.5平方公里（合2250亩）", "1.5 km² (2250 mu)"),
            (whole(10_000, Some(10_000)), "10000平方米（合15亩）", "10,000 m² (15 mu)"),
            (whole(9_999, Some(9_999)), "9999平方米", "9999 m²"),
            (whole(1_500_000, None), "至少1.5平方公里", "at least 1.5 km²"),
            (Value::Conflict, "数据冲突", "conflict"),
        ] {
            explanation.standing.criteria[0].measured = Some(measured);
            for (lang, name, expected) in [(Lang::Zh, "实测", zh), (Lang::En, "measured", en)] {
                let text = page(&explanation, &checked, &plan, lang);
                let line = text.lines().find_map(|line| line.trim().strip_prefix(name)).unwrap();
                assert_eq!(line.trim(), expected);
            }
        }
    }

    #[test]
    fn a_provisional_figure_says_so_and_facts_beyond_the_cap_are_counted() {
        let (mut explanation, checked, plan) = explained("16");
        let of = |explanation: &Explanation| page(explanation, &checked, &plan, Lang::Zh);
        let plain = of(&explanation);
        assert!(plain.contains("实测  312平方米\n") && !plain.contains("见 --format json"), "{plain}");
        let criterion = &mut explanation.standing.criteria[0];
        criterion.provisional = true;
        criterion.evidence = (0..11).map(|nth| format!("/industries/items/{nth}")).collect();
        let text = of(&explanation);
        assert!(text.contains("实测  312平方米〔含初步数或估计数〕\n"), "{text}");
        assert!(text.contains("  /industries/items/7\n          另有3条，见 --format json 的 evidence\n"), "{text}");
        assert!(!text.contains("/industries/items/8"), "{text}");
    }

    #[test]
    fn what_is_wrong_with_the_facts_is_told_up_to_a_cap_and_nothing_else() {
        let facts = (0..10).map(|nth| said("/facilities/items/0/roles", &format!("第{nth}")));
        let near = said("/facilities/items/01", "旁边的");
        let at = said("/facilities/items/0", "本身");
        let (checked, plan, _) = town_found(facts.chain([near, at]).collect());
        let mut explanation = explain(&checked, &plan, &Options::year(2023), "16").unwrap();
        for (lang, head, first, rest) in [
            (Lang::Zh, "有关数据的问题\n", "  警告  1:1  是本身  /facilities/items/0\n", "  另有3处，见 eken check\n"),
            (
                Lang::En,
                "What is wrong with these data\n",
                "  warning  1:1  it is 本身  /facilities/items/0\n",
                "  3 more; see eken check\n",
            ),
        ] {
            let text = page(&explanation, &checked, &plan, lang);
            let data = text.split_once(head).unwrap().1.split_once("\n\n").unwrap().0;
            assert!(data.starts_with(first) && format!("{data}\n").ends_with(rest), "{data}");
            assert_eq!(data.lines().count(), FACTS + 1);
        }
        // the root of a dossier is no fact that every finding would be within
        explanation.standing.criteria.truncate(1);
        explanation.standing.criteria[0].evidence = vec![String::new()];
        assert!(!page(&explanation, &checked, &plan, Lang::Zh).contains("有关数据的问题"));
    }

    #[test]
    fn duties_that_no_clause_states_cite_none() {
        let (mut explanation, checked, plan) = explained("16");
        let told = page(&explanation, &checked, &plan, Lang::Zh);
        assert!(told.contains("\n  牵头县工科局（县商务局）（按职责推定）\n  职责依据：附件1-二-县工科局\n"), "{told}");
        explanation.standing.departments = Duty { unassigned: true, ..Duty::default() };
        assert_eq!(explanation.standing.verdict, Verdict::NotMet);
        let told = page(&explanation, &checked, &plan, Lang::Zh);
        assert!(told.contains("\n  （方案没有把这一项分给任何部门）\n\n"), "{told}");
    }
}
