//! `eken plan` and `eken indicators`: the law as data.

use eken_core::plan::{Plan, builtin, builtin_ids, diff};
use eken_core::report::{diff_text, indicators_text, plan_text, plans_text};
use eken_core::words::Lang;
use serde_json::json;

use super::{CLEAN, FAILED, Outcome, failed, print_json};
use crate::args::{Format, IndicatorsArgs, PlanCommand};
use crate::output::{complain, print, style};
use crate::plans;

pub(super) fn run(command: &PlanCommand, lang: Lang) -> Outcome {
    let load = |named: &str| plans::load(named, lang);
    match command {
        PlanCommand::List { format } => {
            let plans: Vec<Plan> = builtin_ids()
                .iter()
                .map(|id| builtin(id))
                .collect::<Result<_, _>>()
                .map_err(|error| failed(&error, lang))?;
            match format.format {
                Format::Text => print(&plans_text(&plans, &style(lang)))?,
                Format::Json => {
                    let title = |plan: &Plan| json!({ "zh": plan.title.zh, "en": plan.title.en });
                    let list = plans.iter().map(|plan| json!({ "id": plan.id, "title": title(plan) }));
                    print_json(&json!({ "plans": list.collect::<Vec<_>>() }))?;
                }
            }
        }
        PlanCommand::Show { plan, format } => {
            let plan = load(plan)?;
            match format.format {
                Format::Text => print(&plan_text(&plan, &style(lang)))?,
                Format::Json => print_json(&plan.to_json())?,
            }
        }
        PlanCommand::Check { plan } => {
            return match plans::load(plan, lang) {
                Ok(plan) => {
                    print(&plans_text(&[plan], &style(lang)))?;
                    Ok(CLEAN)
                }
                Err(refused) if refused.faulty => {
                    complain(&refused.text);
                    Ok(FAILED)
                }
                Err(refused) => Err(refused.into()),
            };
        }
        PlanCommand::Diff { a, b, format } => {
            let changes = diff(&load(a)?, &load(b)?);
            match format.format {
                Format::Text => print(&diff_text(&changes, &style(lang)))?,
                Format::Json => {
                    let list = changes
                        .iter()
                        .map(|change| json!({ "path": change.path, "before": change.before, "after": change.after }));
                    print_json(&json!({ "changes": list.collect::<Vec<_>>() }))?;
                }
            }
        }
    }
    Ok(CLEAN)
}

pub(super) fn indicators(args: &IndicatorsArgs, lang: Lang) -> Outcome {
    let plan = plans::load(&args.plan.plan, lang)?;
    match args.format.format {
        Format::Text => print(&indicators_text(&plan, &style(lang)))?,
        Format::Json => {
            let whole = plan.to_json();
            let list = |key: &str| whole.get(key).cloned().unwrap_or_else(|| json!([]));
            print_json(&json!({ "plan": plan.id, "indicators": list("indicator"), "targets": list("target") }))?;
        }
    }
    Ok(CLEAN)
}
