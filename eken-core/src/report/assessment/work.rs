//! The work list: what each department leads or supports among what is not reached.

use super::heading::Heading;
use crate::assess::{Assessment, Standing, Verdict};
use crate::plan::{Department, Phase, Plan};
use crate::report::layout::Page;
use crate::report::style::Ink;
use crate::words::{Label, Lang};

/// Verdicts that leave something to do, the most pressing first.
const PENDING: [Verdict; 3] = [Verdict::NotMet, Verdict::Conflict, Verdict::Open];

/// What one department has to do.
#[derive(Debug)]
pub(in crate::report) struct Task<'a> {
    /// The department; none for what the plan gives to none of them.
    pub department: Option<&'a Department>,
    /// What it leads, the most pressing first.
    pub led: Vec<&'a Standing>,
    /// What it supports, the most pressing first.
    pub supported: Vec<&'a Standing>,
}

impl Task<'_> {
    /// Who has to do it.
    pub(in crate::report) fn name(&self, lang: Lang) -> &str {
        let nobody = Label::new("方案没有分给任何部门的", "Assigned to nobody by the plan").get(lang);
        self.department.map_or(nobody, |department| department.label.get(lang))
    }
}

/// What is to do, in the order of the plan's departments; departments with nothing to do are left out.
pub(in crate::report) fn tasks<'a>(assessment: &'a Assessment, plan: &'a Plan) -> Vec<Task<'a>> {
    let standings = || assessment.indicators.iter().chain(&assessment.targets);
    let pending: Vec<&Standing> =
        PENDING.into_iter().flat_map(|verdict| standings().filter(move |each| each.verdict == verdict)).collect();
    let of = |wanted: &dyn Fn(&Standing) -> bool| -> Vec<&Standing> {
        pending.iter().copied().filter(|standing| wanted(standing)).collect()
    };
    let known = |id: &String| plan.department(id).is_some();
    let nobody = |standing: &Standing| {
        !standing.departments.lead.as_ref().is_some_and(known) && !standing.departments.support.iter().any(known)
    };
    let departments = plan.departments.iter().map(|department| Task {
        department: Some(department),
        led: of(&|standing| standing.departments.lead.as_ref() == Some(&department.id)),
        supported: of(&|standing| standing.departments.support.contains(&department.id)),
    });
    let rest = Task { department: None, led: of(&nobody), supported: Vec::new() };
    departments.chain([rest]).filter(|task| !task.led.is_empty() || !task.supported.is_empty()).collect()
}

pub(super) fn write(page: &mut Page<'_>, assessment: &Assessment, plan: &Plan) {
    let lang = page.style.lang;
    let tasks = tasks(assessment, plan);
    if tasks.is_empty() {
        return;
    }
    page.heading(&Heading::Work.numbered(lang));
    for task in tasks {
        page.inked(0, Ink::Bold, task.name(lang));
        let lead = if task.department.is_some() { page.style.pick("牵头", "lead") } else { "" };
        let roles = [(lead, task.led), (page.style.pick("配合", "support"), task.supported)];
        for (role, list) in roles {
            for verdict in PENDING {
                let items: Vec<String> = list
                    .iter()
                    .filter(|standing| standing.verdict == verdict)
                    .map(|standing| format!("{} {}", standing.id, standing.title.get(lang)))
                    .collect();
                if items.is_empty() {
                    continue;
                }
                let width = if lang == Lang::Zh { 6 } else { 9 };
                let cells = [
                    ("", Ink::Plain, 2),
                    (role, Ink::Plain, width),
                    (verdict.label().get(lang), Ink::of(verdict), super::table::word_columns(lang).min(10)),
                ];
                page.row(&cells, Ink::Plain, &items.join(if lang == Lang::Zh { "、" } else { ", " }));
            }
        }
    }
}

/// The phases of the plan that are not over: the plan sets no day for one item. None where it has no phases.
pub(in crate::report) fn by_when(assessment: &Assessment, plan: &Plan, lang: Lang) -> Option<String> {
    let as_of = assessment.as_of;
    let ahead = |phase: &&Phase| phase.until.last_day().is_some_and(|last| last >= as_of);
    let said = |phase: &Phase| {
        let label = phase.label.get(lang);
        match lang {
            Lang::Zh => format!("{label}{}至{}（{}）", phase.from, phase.until, phase.clauses.join("、")),
            Lang::En => format!("{label} {} to {} ({})", phase.from, phase.until, phase.clauses.join(", ")),
        }
    };
    let phases: Vec<String> = plan.phases.iter().filter(ahead).map(said).collect();
    match (plan.phases.is_empty(), phases.is_empty(), lang) {
        (true, _, _) => None,
        (_, true, Lang::Zh) => Some(format!("到{as_of}，方案的各阶段都已过；方案没有给各项另定期限。")),
        (_, true, Lang::En) => {
            Some(format!("By {as_of} every phase of the plan was over; the plan sets no day for a single item."))
        }
        (_, false, Lang::Zh) => Some(format!("办理时限看方案的阶段：{}。方案没有给各项另定期限。", phases.join("，"))),
        (_, false, Lang::En) => Some(format!(
            "By when: the phases of the plan that are not over are {}; it sets no day for a single item.",
            phases.join(", ")
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Duty;
    use crate::report::style::Style;
    use crate::report::testing::{town, town_all};

    fn text(assessment: &Assessment, plan: &Plan, lang: Lang) -> String {
        let style = Style { lang, ..Style::default() };
        let mut page = Page::new(&style);
        write(&mut page, assessment, plan);
        page.finish()
    }

    #[test]
    fn what_the_plan_assigns_to_nobody_ends_the_list() {
        let (_, plan, mut assessment) = town();
        assert!(!text(&assessment, &plan, Lang::Zh).contains("没有分给任何部门"));
        let known = "industry-commerce".to_owned();
        for (lead, support, is_nobodys) in [
            (None, vec![], true),
            (Some("no-such".to_owned()), vec!["none".to_owned()], true),
            (Some(known.clone()), vec![], false),
            (None, vec!["none".to_owned(), known], false),
        ] {
            assessment.indicators[15].departments = Duty { lead, support, unassigned: true, ..Duty::default() };
            let last = tasks(&assessment, &plan).pop().unwrap();
            assert_eq!(last.department.is_none(), is_nobodys);
            let zh = text(&assessment, &plan, Lang::Zh);
            let en = text(&assessment, &plan, Lang::En);
            let end = "\n方案没有分给任何部门的\n        未达到   16 展示体验中心\n";
            assert_eq!(zh.ends_with(end), is_nobodys, "{zh}");
            let end = "\nAssigned to nobody by the plan\n           not met   16 Display and experience centre\n";
            assert_eq!(en.ends_with(end), is_nobodys, "{en}");
        }
    }

    #[test]
    fn where_all_is_reached_there_is_no_list() {
        let (_, plan, assessment) = town_all(Verdict::Met);
        assert_eq!(text(&assessment, &plan, Lang::Zh), "");
        let (_, plan, assessment) = town_all(Verdict::Conflict);
        assert!(text(&assessment, &plan, Lang::Zh).starts_with("四、按部门的待办（按职责推定）\n"));
    }
}
