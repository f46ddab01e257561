//! A payment of support on a day on which no instrument laid down its standard.

use crate::finding::{Severity, Spec};
use crate::model::kind::Code;
use crate::model::{Content, Instrument, SupportKind};
use crate::quantity::Date;
use crate::validate::place::rows;
use crate::validate::{Context, Found, Rule, Skip};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-22", "附件2-5", "九5"],
        summary: Label::new(
            "支付补助、贴息、奖补时没有现行的标准",
            "support was paid while no instrument laid down its standard",
        ),
        message: Label::new(
            "{paid} 支付 {support}，当日没有写明其标准的现行制度文件；最早的一份 {effective} 起施行",
            "{support} was paid on {paid}, while no instrument in force stated its standard; the first took effect on {effective}",
        ),
        help: Label::new(
            "引用支付所依据的文件并写明条款；先行支付的，说明依据",
            "file the instrument it was paid under with its article, or say what it rested on",
        ),
        example: r#"{"schema_version": 1, "appropriations": {"items": [{"id": "U1", "nature": "county", "amount": 500000, "date": "2023-03-01"}]},
  "entities": {"items": [{"id": "E1"}]},
  "instruments": {"complete": true, "items": [{"id": "W1", "title": "示例资金办法", "number": "例财〔2023〕18号", "issued": "2023-05-12",
    "covers": [{"content": "support_standard_project_grant", "article": "第八条"}]}]},
  "payments": {"items": [{"id": "Y1", "appropriation": "U1", "nature": "county", "support": "project_grant", "amount": 80000, "date": "2023-04-20", "payee": "E1"}]}}"#,
        ..Spec::new("instrument.support-without-standard", Severity::Warning)
    },
    check,
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let instruments = &context.dossier.instruments;
    let complete = instruments.is_complete();
    // one whose contents are not all told may state any standard
    let told = instruments.iter().all(|(_, of)| of.draft.get() == Some(true) || of.covers.is_whole());
    let kinds = [SupportKind::ProjectGrant, SupportKind::InterestSubsidy, SupportKind::Reward];
    let standards = kinds.map(|kind| (kind, Standard::of(kind, instruments.items.items())));
    for (row, payment) in rows("payments", &context.dossier.payments) {
        let support = found.value(&payment.support, || row.at("support"));
        let date = found.value(&payment.date, || row.at("date"));
        let (Some(support), Some(paid)) = (support, date) else { continue };
        let Some((_, standard)) = standards.iter().find(|(kind, _)| kind == support) else { continue };
        if standard.may_hold_on(*paid) {
            continue;
        }
        if !complete || !told {
            let why = if instruments.is_given() { Skip::SectionIncomplete } else { Skip::SectionAbsent };
            found.skip(row.at("support"), why);
            continue;
        }
        let mut params = vec![("paid", paid.to_string().into()), ("support", support.code().into())];
        if let Some((first, _)) = standard.0.first() {
            params.push(("effective", first.to_string().into()));
        }
        found.at(row.at("date"), params);
    }
}

/// When instruments that state the standard of a kind of support were in force: their first days, in order, each with the last
/// day of those up to it. A day that is not known is the earliest or latest there may be.
struct Standard(Vec<(Date, Date)>);

impl Standard {
    fn of(kind: SupportKind, instruments: &[Instrument]) -> Self {
        let contents: &[Content] = match kind {
            SupportKind::ProjectGrant => &[Content::SupportStandardProjectGrant],
            SupportKind::InterestSubsidy => &[Content::SupportStandardInterestSubsidy],
            _ => &[Content::SupportStandardReward, Content::RewardStandard],
        };
        let (Some(ever), Some(never)) =
            (Date::first_of_year(*crate::quantity::YEARS.start()), Date::last_of_year(*crate::quantity::YEARS.end()))
        else {
            return Self(Vec::new());
        };
        let states = |of: &&Instrument| {
            let covers = of.covers.items().iter().filter_map(|covers| covers.content.get());
            of.draft.get() != Some(true) && covers.into_iter().any(|content| contents.contains(&content))
        };
        let term = |of: &Instrument| {
            let from = of.effective.get().or(of.issued.get()).unwrap_or(ever);
            let end = [of.repealed.get(), of.expires.get()].into_iter().flatten().min();
            (from, end.unwrap_or(never))
        };
        let mut terms: Vec<(Date, Date)> = instruments.iter().filter(states).map(term).collect();
        terms.sort_unstable();
        let mut latest = ever;
        for (_, end) in &mut terms {
            latest = latest.max(*end);
            *end = latest;
        }
        Self(terms)
    }

    fn may_hold_on(&self, day: Date) -> bool {
        let begun = self.0.partition_point(|(from, _)| *from <= day);
        let last = begun.checked_sub(1).and_then(|last| self.0.get(last));
        last.is_some_and(|(_, end)| *end >= day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    fn with(from: &str, to: &str) -> usize {
        found(&RULE, &RULE.spec.example.replacen(from, to, 1)).len()
    }

    #[test]
    fn a_grant_before_its_standard_is_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            ["/payments/items/0/date paid=2023-04-20 support=project_grant effective=2023-05-12"]
        );
    }

    #[test]
    fn from_the_day_of_effect_to_the_last_the_standard_holds() {
        assert_eq!(["2023-05-11", "2023-05-12", "2023-12-01"].map(|day| with("2023-04-20", day)), [1, 0, 0]);
        let ended = RULE
            .spec
            .example
            .replace(r#""issued": "2023-05-12""#, r#""issued": "2022-01-01", "repealed": "2023-04-19""#);
        assert_eq!(found(&RULE, &ended).len(), 1);
        assert_eq!(found(&RULE, &ended.replace("2023-04-19", "2023-04-20")).len(), 0);
    }

    #[test]
    fn a_reward_may_rest_on_either_standard_and_a_purchase_needs_none() {
        assert_eq!(with("\"project_grant\"", "\"purchase\""), 0);
        let reward = RULE.spec.example.replace("\"project_grant\"", "\"reward\"").replace("2023-04-20", "2023-06-01");
        assert_eq!(found(&RULE, &reward), ["/payments/items/0/date paid=2023-06-01 support=reward"]);
        for content in ["support_standard_reward", "reward_standard"] {
            assert_eq!(found(&RULE, &reward.replace("support_standard_project_grant", content)), [""; 0]);
        }
    }

    #[test]
    fn what_is_missing_may_be_the_standard() {
        assert_eq!(with(r#", "issued": "2023-05-12""#, ""), 0);
        for (from, to) in [(r#""complete": true, "#, ""), (r#""article""#, r#""article": "第一条"}, 5, {"article""#)]
        {
            let dossier = RULE.spec.example.replacen(from, to, 1);
            assert_eq!(found(&RULE, &dossier), [""; 0], "{to}");
            assert_eq!(skipped(&RULE, &dossier), ["section-incomplete /payments/items/0/support"]);
        }
        let absent = RULE.spec.example.replace("\"instruments\"", "\"tools\"");
        assert_eq!(skipped(&RULE, &absent), ["section-absent /payments/items/0/support"]);
    }
}
