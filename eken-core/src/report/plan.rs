//! Plans as text: the list, one plan whole, its indicators as a table, what changes between two.

use super::layout::{Page, columns};
use super::style::{Ink, Style};
use super::value;
use crate::model::CountyTier;
use crate::model::kind::Code;
use crate::plan::{Change, Criterion, Indicator, Kind, Level, Plan, Test};
use crate::words::Lang;

/// The plans, one a line.
pub fn plans_text(plans: &[Plan], style: &Style) -> String {
    let mut page = Page::new(style);
    let width = plans.iter().map(|plan| columns(&plan.id)).max().unwrap_or(0).saturating_add(2);
    for plan in plans {
        let (indicators, targets) = (plan.indicators.len(), plan.targets.len());
        let text = match style.lang {
            Lang::Zh => format!("{}（指标{indicators}项，目标{targets}项）", plan.title.zh),
            Lang::En => format!("{} ({indicators} indicators, {targets} targets)", plan.title.en),
        };
        page.row(&[(&plan.id, Ink::Bold, width)], Ink::Plain, &text);
    }
    page.finish()
}

/// One plan: its documents, tiers, phases, indicators and targets, readings.
pub fn plan_text(plan: &Plan, style: &Style) -> String {
    let mut page = Page::new(style);
    let lang = style.lang;
    page.heading(&format!("{}  {}", plan.id, plan.title.get(lang)));
    for document in &plan.documents {
        let inferred = if document.inferred { style.pick("（推定）", " (inferred)") } else { "" };
        let date = document.date.as_deref().unwrap_or_default();
        page.text(2, &format!("{} {} {date}{inferred}", document.number, document.issuer.get(lang)));
    }
    page.heading(style.pick("县域类型", "County tiers"));
    for tier in &plan.tiers {
        page.text(2, &format!("{}  {}", tier.label.get(lang), tier.id));
    }
    if !plan.phases.is_empty() {
        page.heading(style.pick("实施阶段", "Phases"));
        for phase in &plan.phases {
            page.text(2, &format!("{} – {}  {}", phase.from, phase.until, phase.label.get(lang)));
        }
    }
    requirements(&mut page, plan);
    page.heading(style.pick("条文没有写明之处的读法（默认的在前面加*）", "Readings (* marks the default)"));
    for reading in &plan.readings {
        page.row(&[("", Ink::Plain, 2), (&reading.id, Ink::Bold, 5)], Ink::Plain, reading.point.get(lang));
        for option in &reading.options {
            let star = if option.id == reading.default { "*" } else { "" };
            page.row(
                &[("", Ink::Plain, 7), (star, Ink::Good, 2)],
                Ink::Dim,
                &format!("{}  {}", option.id, option.label.get(lang)),
            );
        }
    }
    page.finish()
}

/// The binding indicators and the targets, with what each requires and, where it differs, by tier.
pub fn indicators_text(plan: &Plan, style: &Style) -> String {
    let mut page = Page::new(style);
    requirements(&mut page, plan);
    page.finish()
}

fn requirements(page: &mut Page<'_>, plan: &Plan) {
    let lang = page.style.lang;
    let lists = [
        (page.style.pick("约束性指标", "Binding indicators"), &plan.indicators),
        (page.style.pick("本县方案的目标", "Targets of the county's own plan"), &plan.targets),
    ];
    for (heading, items) in lists {
        if items.is_empty() {
            continue;
        }
        page.heading(heading);
        let mut group: Option<&str> = None;
        for item in items {
            if item.group.is_some() && item.group.as_deref() != group {
                group = item.group.as_deref();
                let title = plan.groups.iter().find(|each| Some(each.id.as_str()) == group);
                let title = title.map(|group| group.title.get(lang)).unwrap_or_default();
                page.inked(0, Ink::Dim, &format!("{}  {title}", group.unwrap_or_default()));
            }
            indicator(page, plan, item);
        }
    }
}

fn indicator(page: &mut Page<'_>, plan: &Plan, item: &Indicator) {
    let lang = page.style.lang;
    let clauses = item.clauses.join(if lang == Lang::Zh { "、" } else { ", " });
    let head = match lang {
        Lang::Zh => format!("{}（{clauses}）", item.title.zh),
        Lang::En => format!("{} ({clauses})", item.title.en),
    };
    page.row(&[("", Ink::Plain, 2), (&item.id, Ink::Bold, 5)], Ink::Bold, &head);
    for criterion in item.criteria.iter().filter(|criterion| by_default(plan, criterion)) {
        requirement(page, plan, criterion, 7);
    }
}

/// Whether a criterion applies under the default readings.
fn by_default(plan: &Plan, criterion: &Criterion) -> bool {
    criterion
        .when
        .iter()
        .all(|(id, options)| plan.reading(id).is_some_and(|reading| options.contains(&reading.default)))
}

fn requirement(page: &mut Page<'_>, plan: &Plan, criterion: &Criterion, indent: usize) {
    let lang = page.style.lang;
    let title = criterion.title.as_ref().map(|title| title.get(lang).to_owned());
    match &criterion.kind {
        Kind::Leaf { measure, test, .. } => {
            let title = title
                .or_else(|| super::names::measure_label(measure).map(|label| label.get(lang).to_owned()))
                .unwrap_or_else(|| measure.clone());
            let required = required(plan, measure, test, lang);
            let text = match (required.is_empty(), lang) {
                (true, _) => title,
                (false, Lang::Zh) => format!("{title}：{required}"),
                (false, Lang::En) => format!("{title}: {required}"),
            };
            page.row(&[("", Ink::Plain, indent), ("·", Ink::Dim, 2)], Ink::Plain, &text);
        }
        Kind::Any(parts) | Kind::All(parts) => {
            let any = matches!(criterion.kind, Kind::Any(_));
            let joined = if any {
                page.style.pick("有一项即可", "one suffices")
            } else {
                page.style.pick("须全部达到", "all must hold")
            };
            let text = match (title, lang) {
                (Some(title), Lang::Zh) => format!("{title}（{joined}）"),
                (Some(title), Lang::En) => format!("{title} ({joined})"),
                (None, _) => joined.to_owned(),
            };
            page.row(&[("", Ink::Plain, indent), ("·", Ink::Dim, 2)], Ink::Plain, &text);
            for part in parts.iter().filter(|part| by_default(plan, part)) {
                requirement(page, plan, part, indent.saturating_add(2));
            }
        }
    }
}

/// What a test requires; by tier where the tiers differ.
fn required(plan: &Plan, measure: &str, test: &Test, lang: Lang) -> String {
    let by_tier = match test.threshold().map(|threshold| &threshold.value) {
        Some(Level::ByTier(cells)) => cells.as_slice(),
        _ => &[],
    };
    if by_tier.is_empty() {
        return said(measure, test, None, lang);
    }
    let parts: Vec<String> = by_tier
        .iter()
        .map(|(tier, _)| {
            let name = plan.tier(tier).map_or(tier.as_str(), |tier| tier.label.get(lang));
            let required = said(measure, test, CountyTier::from_code(tier), lang);
            if lang == Lang::Zh { format!("{name}{required}") } else { format!("{name} {required}") }
        })
        .collect();
    parts.join(if lang == Lang::Zh { "，" } else { "; " })
}

fn said(measure: &str, test: &Test, tier: Option<CountyTier>, lang: Lang) -> String {
    let (required, unit) = crate::assess::required(test, tier, false);
    value::required_said(&required, unit, measure, lang)
}

/// The changes from one plan to another.
pub fn diff_text(changes: &[Change], style: &Style) -> String {
    let mut page = Page::new(style);
    if changes.is_empty() {
        page.text(0, style.pick("两个方案相同", "The plans are the same"));
    }
    for change in changes {
        let path = change.path.join(" › ");
        page.inked(0, Ink::Bold, &path);
        if let Some(before) = &change.before {
            page.row(&[("", Ink::Plain, 2), ("−", Ink::Bad, 2)], Ink::Plain, before);
        }
        if let Some(after) = &change.after {
            page.row(&[("", Ink::Plain, 2), ("+", Ink::Good, 2)], Ink::Plain, after);
        }
    }
    page.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{PlanSource, builtin};

    #[test]
    fn the_indicators_are_listed_with_their_figures_by_tier() {
        let plan = builtin("yuanqu-2023").unwrap();
        let text = indicators_text(&plan, &Style::default());
        for part in ["先行示范县至少2亿元，整体推进县至少1.5亿元，重点帮扶县至少1亿元", "100至300平方米", "T16"]
        {
            assert!(text.contains(part), "{part} is not in:\n{text}");
        }
        let english = indicators_text(&plan, &Style { lang: Lang::En, ..Style::default() });
        assert!(english.contains("at least 200 million yuan"), "{english}");
    }

    #[test]
    fn a_plan_is_shown_whole_and_differs_from_itself_in_nothing() {
        let plan = builtin("shanxi-2022").unwrap();
        let text = plan_text(&plan, &Style::default());
        assert!(text.contains("R17") && text.contains("28"), "{text}");
        assert!(diff_text(&crate::plan::diff(&plan, &plan), &Style::default()).contains("相同"));
    }

    #[test]
    fn what_changes_between_two_plans_stands_before_and_after() {
        let (province, county) = (builtin("shanxi-2022").unwrap(), builtin("yuanqu-2023").unwrap());
        for lang in [Lang::Zh, Lang::En] {
            let text = diff_text(&crate::plan::diff(&province, &county), &Style { lang, ..Style::default() });
            assert!(text.contains("+ ") && text.contains("T16"), "{text}");
            let back = diff_text(&crate::plan::diff(&county, &province), &Style { lang, ..Style::default() });
            assert!(back.contains("− ") && back.contains("T16"), "{back}");
        }
        let whole = plan_text(&county, &Style { lang: Lang::En, ..Style::default() });
        assert!(whole.contains("Phases") && whole.contains("2023-"), "{whole}");
        let list = plans_text(&[province, county], &Style { lang: Lang::En, ..Style::default() });
        assert!(list.contains("yuanqu-2023") && list.contains("28 indicators"), "{list}");
    }

    #[test]
    fn criteria_that_are_joined_say_whether_one_suffices_or_all_must_hold() {
        let source = PlanSource::single("plan.toml", include_str!("../plan/tests/small.toml"));
        let plan = Plan::load(&source, None).unwrap();
        let text = indicators_text(&plan, &Style::default());
        let site = crate::report::names::measure_label("site-area").unwrap().zh;
        let site = format!("           · {site}：1至5平方米");
        for line in ["       · 有一项即可", "         · 须全部达到", &site] {
            assert!(text.lines().any(|each| each == line), "{line} is not in:\n{text}");
        }
    }
}
