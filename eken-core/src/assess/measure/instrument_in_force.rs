//! `instrument-in-force`: an instrument in force lays something down.

use std::collections::BTreeSet;

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::instruments::{Demand, Share, counts, serves};
use crate::assess::lack::{Lack, LackKind};
use crate::assess::measured::{Measured, Tally, Value};
use crate::assess::truth::Truth;
use crate::assess::view::View;
use crate::model::Content;
use crate::model::kind::Code;
use crate::plan::{Criterion, Kind, Params};
use crate::quantity::Date;
use crate::words::Label;

const SECTION: &str = "instruments";
const ID: &str = "instrument-in-force";

pub(super) static INSTRUMENT_IN_FORCE: Measure = Measure {
    id: ID,
    label: Label::new("制度文件在施行", "instrument in force"),
    about: Label::new(
        "评估时点在施行的文件规定了所要求的内容。文件须有类型、文号、发文单位、印发日期，草案不算，存档文件须填文件摘要（电子文件的校验值）；\
         施行日期未写明的为印发日期，有效期最后一日仍在施行，已废止的不算；要求某阶段印发的，须在该阶段最后一日以前印发。\
         一份文件规定几项要求的，须写明每项所在条款；读法 R29 可改为一项一份，此时文件只按所列第一项内容计。\
         两种内容都有要求的，须由同一份文件规定",
        "instruments in force at the as-of date lay down what is asked. Each needs kind, number, issuer and day of issue, is no \
         draft, and has its document on file with a digest; it is in force from the day it says, else from its issue, through \
         the last day of its term, unless repealed. Where a phase is asked, it was issued by the phase's last day. One that lays \
         down several of the contents asked for must name the article of each; under reading R29 each needs one of its own, and \
         an instrument counts for the first of its contents in the code list. Where contents of both kinds are asked, the same instrument lays \
         them down",
    ),
    params: &[
        MeasureParam {
            name: "covers",
            label: Label::new("须全部规定的内容", "contents, all of which are asked"),
            required: false,
            values: CONTENTS,
        },
        MeasureParam {
            name: "covers-any",
            label: Label::new("规定其一即可的内容", "contents, one of which suffices"),
            required: false,
            values: CONTENTS,
        },
        MeasureParam {
            name: "by-phase",
            label: Label::new("最迟印发阶段", "phase by whose end it is issued"),
            required: false,
            values: &[],
        },
    ],
    readings: &["R29"],
    annual: false,
    value: ValueKind::Truth,
    run: Run::Town(run),
};

/// What instruments may be asked for.
const CONTENTS: &[&str] = &[
    "e_town_scheme",
    "development_plan",
    "reward_standard",
    "regional_brand_regime",
    "brand_standard",
    "brand_admission",
    "brand_supervision",
    "brand_exit",
    "streamlining_policy",
    "fund_management",
    "support_standard_project_grant",
    "support_standard_interest_subsidy",
    "support_standard_reward",
    "work_mechanism",
    "appraisal_system",
    "special_fund_measure",
    "project_measure",
    "acceptance_measure",
    "daily_supervision_measure",
    "entry_conditions",
    "rent_subsidy",
    "tax_reward",
    "innovation_support",
    "sales_performance_support",
    "shop_opening_help",
    "data_protection",
    "other",
];

fn run(view: &View<'_>, params: &Params) -> Measured {
    let read = |name| params.list(name).into_iter().map(Content::from_code).collect::<Option<Vec<Content>>>();
    let (Some(all), Some(any)) = (read("covers"), read("covers-any")) else { return misfit() };
    let demands: Vec<Demand> = match (all.is_empty(), any.is_empty()) {
        (true, true) => return misfit(),
        (true, false) => vec![Demand { of: any, with: vec![] }],
        (false, _) => all.into_iter().map(|content| Demand { of: vec![content], with: any.clone() }).collect(),
    };
    let due = match params.text("by-phase") {
        None => None,
        Some(phase) => {
            match view.plan.phase(phase).and_then(|phase| Date::last_of_month(phase.until.year, phase.until.month)) {
                None => return misfit(),
                last => last,
            }
        }
    };
    let measured = served(view, &demands, due);
    match due {
        // what is not issued may still be, in time
        Some(last) if last > view.as_of && measured.value == Value::Truth(Truth::No) => {
            let until = last.to_string();
            Measured { value: Value::Truth(Truth::Unknown), ..measured }.lacking(Lack::new(
                LackKind::PhaseNotOver,
                "/as_of",
                vec![("until", until.into())],
            ))
        }
        _ => measured,
    }
}

fn misfit() -> Measured {
    Measured::truth(Truth::Unknown).lacking(Lack::misfit(ID))
}

/// Every demand is served. An instrument may serve several, where it names the article of each; one a demand under reading R29
/// `one-each`, where it counts for the first of its contents in the code list.
fn served(view: &View<'_>, demands: &[Demand], due: Option<Date>) -> Measured {
    let asked = asked_for(view, demands);
    let share = if view.reads("R29", "one-each") { Share::First } else { Share::ByArticle(&asked) };
    let mut out = Measured::truth(Truth::Yes);
    let mut truth = Truth::Yes;
    for demand in demands {
        let mut tally = Tally::over(view, SECTION, &view.dossier.instruments);
        for (index, instrument) in view.dossier.instruments.iter() {
            tally.count(index, counts(view, index, instrument, due).and_case(serves(index, instrument, demand, share)));
        }
        let served = tally.any();
        let Value::Truth(one) = served.value else { continue };
        truth = truth.and(one);
        out.evidence.extend(served.evidence);
        if one == Truth::Unknown {
            out.lacks.extend(served.lacks);
        }
    }
    out.evidence.sort();
    out.evidence.dedup();
    out.value = Value::Truth(truth);
    out
}

/// The contents asked for: those of the criterion, and where it is under reading R29 those of the plan's other criteria that
/// are, so that one instrument for several indicators is seen.
fn asked_for(view: &View<'_>, demands: &[Demand]) -> BTreeSet<Content> {
    let own: BTreeSet<Content> =
        demands.iter().flat_map(|demand| demand.of.iter().chain(&demand.with)).copied().collect();
    let mut shared = BTreeSet::new();
    let mut collect = |criterion: &Criterion| {
        if let Kind::Leaf { measure, params, .. } = &criterion.kind
            && measure == ID
            && criterion.readings.iter().any(|reading| reading == "R29")
        {
            let named = params.list("covers").into_iter().chain(params.list("covers-any"));
            shared.extend(named.filter_map(Content::from_code));
        }
    };
    for criterion in view.plan.indicators.iter().chain(&view.plan.targets).flat_map(|item| &item.criteria) {
        criterion.visit(&mut |each| collect(each));
    }
    if own.is_disjoint(&shared) { own } else { own.union(&shared).copied().collect() }
}

#[cfg(test)]
mod tests {
    use super::CONTENTS;
    use crate::assess::lack::LackKind;
    use crate::assess::measure::testing::{measure, readings};
    use crate::model::Content;
    use crate::model::kind::Code;

    const ALONE: [(&str, &str); 1] = [("covers", "streamlining_policy")];
    const TWO: [(&str, &str); 1] = [("covers", "rent_subsidy,tax_reward")];

    fn dossier(instruments: &[String]) -> String {
        format!(
            r#"{{"schema_version":1,"as_of":"2023-12-31","documents":{{"complete":true,"items":[{{"id":"D1","title":"文件",
            "digest":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}},
            {{"id":"D3","title":"无摘要"}},{{"id":"D4","title":"后补","issued":"2024-01-01",
            "digest":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}}]}},
            "instruments":{{"complete":true,"items":[{}]}}}}"#,
            instruments.join(",")
        )
    }

    fn instrument(covers: &[(&str, &str)]) -> String {
        let covers: Vec<String> = covers
            .iter()
            .map(|(content, article)| match *article {
                "" => format!(r#"{{"content":"{content}"}}"#),
                article => format!(r#"{{"content":"{content}","article":"{article}"}}"#),
            })
            .collect();
        format!(
            r#"{{"id":"I","title":"文件","kind":"policy","number":"试政发〔2023〕1号","issuer":"试验县政府","issued":"2023-05-10",
            "document":"D1","covers":[{}]}}"#,
            covers.join(",")
        )
    }

    fn answer(params: &[(&str, &str)], instruments: &[String], readings: &[(&str, &str)]) -> (String, Vec<LackKind>) {
        let answer = measure("instrument-in-force", params, &dossier(instruments), readings);
        (answer.to_string(), answer.0.lacks.iter().map(|lack| lack.kind).collect())
    }

    #[test]
    fn an_instrument_in_force_counts() {
        let policy = instrument(&[("streamlining_policy", "")]);
        assert_eq!(answer(&ALONE, &[policy], &[]).0, "yes");
        assert_eq!(answer(&ALONE, &[instrument(&[("rent_subsidy", "")])], &[]).0, "no");
        assert_eq!(answer(&ALONE, &[], &[]).0, "no");
    }

    #[test]
    fn what_is_not_in_force_does_not_count() {
        let policy = |more: &str| {
            instrument(&[("streamlining_policy", "")]).replace("\"document\"", &format!("{more},\"document\""))
        };
        for (more, shown) in [
            (r#""draft":true"#, "no"),
            (r#""draft":false"#, "yes"),
            (r#""effective":"2023-12-31""#, "yes"),
            (r#""effective":"2024-01-01""#, "no"),
            (r#""expires":"2023-12-31""#, "yes"),
            (r#""expires":"2023-12-30""#, "no"),
            (r#""repealed":"2023-12-31""#, "no"),
            (r#""repealed":"2024-01-01""#, "yes"),
            (r#""repealed":{"missing":"not_applicable"}"#, "yes"),
            (r#""expires":{"missing":"not_collected"}"#, "unknown"),
            (r#""expires":{"missing":"not_yet_due"}"#, "yes"),
            (r#""repealed":{"missing":"not_yet_due"}"#, "yes"),
            (r#""effective":{"missing":"not_yet_due"}"#, "no"),
            (r#""effective":"soon""#, "unknown"),
        ] {
            assert_eq!(answer(&ALONE, &[policy(more)], &[]).0, shown, "{more}");
        }
        let later = instrument(&[("streamlining_policy", "")]).replace("2023-05-10", "2024-01-01");
        assert_eq!(answer(&ALONE, &[later], &[]).0, "no");
    }

    #[test]
    fn without_its_particulars_an_instrument_stays_open() {
        let policy = instrument(&[("streamlining_policy", "")]);
        for (given, instead, lack) in [
            ("\"kind\":\"policy\",", "", LackKind::Field),
            ("\"number\":\"试政发〔2023〕1号\",", "", LackKind::Field),
            ("\"issuer\":\"试验县政府\",", "", LackKind::Field),
            ("\"issued\":\"2023-05-10\",", "", LackKind::Field),
            ("\"document\":\"D1\"", "\"document\":\"D2\"", LackKind::Evidence),
            ("\"document\":\"D1\"", "\"document\":\"D3\"", LackKind::Evidence),
            ("\"document\":\"D1\"", "\"document\":\"D4\"", LackKind::Evidence),
            ("\"covers\":[{\"content\":\"streamlining_policy\"}]", "\"note\":1", LackKind::Field),
        ] {
            let text = policy.replace(given, instead);
            assert_eq!(answer(&ALONE, &[text], &[]), ("unknown".into(), vec![lack]), "{given}");
        }
    }

    #[test]
    fn an_incomplete_list_never_says_no() {
        let open = dossier(&[]).replace("\"instruments\":{\"complete\":true", "\"instruments\":{\"complete\":false");
        assert_eq!(measure("instrument-in-force", &ALONE, &open, &[]).to_string(), "unknown");
        assert_eq!(measure("instrument-in-force", &TWO, &open, &readings("R29", "one-each")).to_string(), "unknown");
    }

    #[test]
    fn one_for_several_names_the_article_of_each() {
        let located = instrument(&[("rent_subsidy", "第三条"), ("tax_reward", "第四条")]);
        assert_eq!(answer(&TWO, &[located], &[]).0, "yes");
        let half = instrument(&[("rent_subsidy", "第三条"), ("tax_reward", "")]);
        assert_eq!(answer(&TWO, std::slice::from_ref(&half), &[]), ("unknown".into(), vec![LackKind::Article]));
        assert_eq!(answer(&TWO, &[half, instrument(&[("tax_reward", "")])], &[]).0, "yes");
        assert_eq!(answer(&TWO, &[instrument(&[("rent_subsidy", "")])], &[]).0, "no");
        let unread = instrument(&[("rent_subsidy", ""), ("rent", "")]);
        assert_eq!(answer(&TWO, &[unread, instrument(&[("tax_reward", "")])], &[]).0, "unknown");
    }

    #[test]
    fn one_instrument_for_several_criteria_names_the_article_too() {
        let due = [("covers", "work_mechanism")];
        let both = instrument(&[("work_mechanism", ""), ("appraisal_system", "")]);
        assert_eq!(answer(&due, &[both], &[]), ("unknown".into(), vec![LackKind::Article]));
        let located = instrument(&[("work_mechanism", "第一章"), ("appraisal_system", "")]);
        assert_eq!(answer(&due, &[located], &[]).0, "yes");
        // the register of readings does not touch the policy on streamlining
        let beside = instrument(&[("streamlining_policy", ""), ("tax_reward", "")]);
        assert_eq!(answer(&ALONE, &[beside], &[]).0, "yes");
    }

    #[test]
    fn each_content_has_an_instrument_of_its_own_where_it_is_read_so() {
        let each = readings("R29", "one-each");
        let both = instrument(&[("rent_subsidy", "第三条"), ("tax_reward", "第四条")]);
        assert_eq!(answer(&TWO, std::slice::from_ref(&both), &each).0, "no");
        // it counts for its first content in the code list, even where another has that one too
        assert_eq!(answer(&TWO, &[both.clone(), instrument(&[("rent_subsidy", "")])], &each).0, "no");
        assert_eq!(answer(&TWO, &[both.clone(), instrument(&[("tax_reward", "")])], &each).0, "yes");
        let turned = instrument(&[("tax_reward", "第四条"), ("rent_subsidy", "第三条")]);
        assert_eq!(answer(&TWO, &[turned, both.clone()], &each).0, "no", "in whatever order they are listed");
        let elsewhere = instrument(&[("reward_standard", ""), ("tax_reward", "")]);
        assert_eq!(answer(&TWO, &[both.clone(), elsewhere], &each).0, "no");
        let bodiless = instrument(&[("tax_reward", "")]).replace("\"issuer\":\"试验县政府\",", "");
        assert_eq!(answer(&TWO, &[both.clone(), bodiless], &each), ("unknown".into(), vec![LackKind::Field]));
        // a content that could not be read may come first
        let unread = instrument(&[("rent", ""), ("other", "")]);
        assert_eq!(answer(&TWO, &[both.clone(), unread], &each), ("unknown".into(), vec![LackKind::Field]));
        assert_eq!(answer(&TWO, &[both, instrument(&[("other", ""), ("rent", "")])], &each).0, "unknown");
    }

    #[test]
    fn of_several_one_suffices_where_the_plan_says_so() {
        let params =
            [("covers", "fund_management"), ("covers-any", "support_standard_project_grant,support_standard_reward")];
        let measure_it = |covers: &[(&str, &str)]| answer(&params, &[instrument(covers)], &[]).0;
        assert_eq!(measure_it(&[("fund_management", "第一条"), ("support_standard_reward", "第九条")]), "yes");
        assert_eq!(measure_it(&[("fund_management", "第一条")]), "no");
        assert_eq!(measure_it(&[("support_standard_reward", "")]), "no");
        let any = [("covers-any", "support_standard_project_grant,support_standard_reward")];
        assert_eq!(answer(&any, &[instrument(&[("support_standard_reward", "")])], &[]).0, "yes");
    }

    #[test]
    fn contents_of_both_kinds_are_laid_down_by_the_same_instrument() {
        let params =
            [("covers", "fund_management"), ("covers-any", "support_standard_project_grant,support_standard_reward")];
        let apart = [instrument(&[("fund_management", "")]), instrument(&[("support_standard_reward", "")])];
        assert_eq!(answer(&params, &apart, &[]).0, "no");
        let one = instrument(&[("fund_management", "第一条"), ("support_standard_reward", "第九条")]);
        assert_eq!(answer(&params, &[apart[1].clone(), one.clone()], &[]).0, "yes");
        assert_eq!(answer(&params, std::slice::from_ref(&one), &readings("R29", "one-each")).0, "yes");
        let unlocated = one.replace(",\"article\":\"第九条\"", "");
        assert_eq!(answer(&params, &[unlocated], &[]), ("unknown".into(), vec![LackKind::Article]));
    }

    #[test]
    fn where_a_phase_is_asked_it_was_issued_by_its_last_day() {
        let params = [("covers", "work_mechanism"), ("by-phase", "start")];
        let issued = |day: &str| [instrument(&[("work_mechanism", "")]).replace("2023-05-10", day)];
        assert_eq!(answer(&params, &issued("2023-05-31"), &[]).0, "yes");
        assert_eq!(answer(&params, &issued("2023-06-01"), &[]).0, "no");
        let early = dossier(&[]).replace("2023-12-31", "2023-05-30");
        let open = measure("instrument-in-force", &params, &early, &[]);
        assert_eq!(open.to_string(), "unknown");
        assert!(open.0.lacks.iter().any(|lack| lack.kind == LackKind::PhaseNotOver));
        let unheard = [("covers", "work_mechanism"), ("by-phase", "epilogue")];
        assert_eq!(answer(&unheard, &issued("2023-05-31"), &[]), ("unknown".into(), vec![LackKind::Misfit]));
    }

    #[test]
    fn the_parameters_name_every_content() {
        assert_eq!(CONTENTS, Content::ALL.iter().map(|content| content.code()).collect::<Vec<_>>());
    }
}
