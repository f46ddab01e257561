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
            && let Some(mu) = mu(least, lang)
        {
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
    for id in used {
        let Some(reading) = plan.reading(id) else { continue };
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
