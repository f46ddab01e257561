//! `investment`: total investment.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::lack::{Lack, LackKind};
use crate::assess::measured::{Case, Measured, record_pointer};
use crate::assess::sum::{Part, Sum};
use crate::assess::truth::Truth;
use crate::assess::view::{View, holds};
use crate::model::{Investment, InvestmentSource, InvestmentStage};
use crate::plan::Params;
use crate::quantity::{Exact, Quantity};
use crate::words::Label;

pub(super) static INVESTMENT: Measure = Measure {
    id: "investment",
    label: Label::new("总投资", "total investment"),
    about: Label::new(
        "投资额合计，默认只计评估时点前完成的各来源投资，未写时期的完成数视为已完成；读法 R22 可改为计划投资（不论时期）或只计财政资金；\
         合同投资不计",
        "sum of investments: by default those completed by the as-of date, from every source; a completed amount without a \
         period counts. R22 may take planned ones, whatever their period, or public money only; contracted ones never count",
    ),
    params: &[],
    readings: &["R22"],
    annual: false,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, _: &Params) -> Measured {
    let section = "investments";
    let mut sum = Sum::over(view, section, &view.dossier.investments);
    let mut provisional = false;
    for (index, investment) in view.dossier.investments.iter() {
        let case = counts(view, index, investment);
        let part = match investment.amount.known() {
            Some(amount) => {
                provisional |= amount.is_provisional() && case.truth != Truth::No;
                Part::known(Exact::decimal(amount.value.number()))
            }
            None => {
                let pointer = format!("{}/amount", record_pointer(section, index));
                Part::unknown(Lack::new(LackKind::Field, pointer, vec![("field", "amount".into())]))
            }
        };
        sum.add(index, case, part);
    }
    Measured { provisional, ..sum.finish() }
}

fn counts(view: &View<'_>, index: usize, investment: &Investment) -> Case {
    let stage =
        |wanted| Case::yes().field(holds(&investment.stage, |stage| *stage == wanted), "investments", index, "stage");
    if view.reads("R22", "planned") {
        return stage(InvestmentStage::Planned);
    }
    // a completed amount stands so at the day of the dossier, dated or not
    let by_now = if investment.period.is_absent() { Truth::Yes } else { view.happened(&investment.period) };
    let completed = stage(InvestmentStage::Completed).field(by_now, "investments", index, "period");
    if view.reads("R22", "public-only") {
        let public = holds(&investment.source, |source| *source == InvestmentSource::Public);
        return completed.field(public, "investments", index, "source");
    }
    completed
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{Answer, measure, readings};

    const TOWN: &str = r#"{"schema_version":1,"as_of":"2023-12-31","investments":{"complete":true,"items":[
        {"id":"V1","stage":"completed","source":"private","amount":70000000.5,"period":"2023"},
        {"id":"V2","stage":"completed","source":"public","amount":{"value":20000000,"status":"estimated"}},
        {"id":"V3","stage":"completed","source":"loan","amount":5000000,"period":"2024-01"},
        {"id":"V4","stage":"planned","source":"public","amount":110000000,"period":"2025"},
        {"id":"V5","stage":"contracted","source":"private","amount":900000000,"period":"2023"}]}}"#;

    fn total(text: &str, readings: &[(&str, &str)]) -> Answer {
        measure("investment", &[], text, readings)
    }

    #[test]
    fn completed_investment_of_every_source_adds_up() {
        let answer = total(TOWN, &[]);
        assert_eq!((answer.to_string().as_str(), answer.0.provisional), ("90000000.5", true));
        assert_eq!(answer.0.evidence, ["/investments/items/0", "/investments/items/1"]);
    }

    #[test]
    fn planned_or_public_investment_is_taken_where_it_is_read_so() {
        let planned = total(TOWN, &readings("R22", "planned"));
        assert_eq!((planned.to_string().as_str(), planned.0.provisional), ("110000000", false));
        assert_eq!(total(TOWN, &readings("R22", "public-only")).to_string(), "20000000");
    }

    #[test]
    fn what_is_missing_leaves_bounds() {
        assert_eq!(total(&TOWN.replace("70000000.5", "null"), &[]).to_string(), "20000000..");
        assert_eq!(
            total(&TOWN.replace(r#""V1","stage":"completed""#, r#""V1""#), &[]).to_string(),
            "20000000..90000000.5"
        );
        assert_eq!(total(&TOWN.replace("true,\"items\"", "false,\"items\""), &[]).to_string(), "90000000.5..");
        assert_eq!(total(&TOWN.replace("2023-12-31", "2023-06-30"), &[]).to_string(), "20000000..90000000.5");
        assert_eq!(total(r#"{"schema_version":1}"#, &[]).to_string(), "0..");
    }
}
