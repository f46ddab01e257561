//! Support paid in a way for which no instrument states a standard.

use std::collections::BTreeSet;

use crate::finding::{Severity, Spec};
use crate::model::kind::Code;
use crate::model::{Content, FundNature, SupportKind};
use crate::validate::place::rows;
use crate::validate::{Context, Rule, Skip};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-22", "附件2-5"],
        summary: Label::new(
            "支付的支持方式没有制度规定标准",
            "support is paid in a way for which no instrument states a standard",
        ),
        message: Label::new(
            "支持方式为 {support}，已印发的制度文件都没有规定其标准",
            "the way of support is {support}, and no issued instrument states a standard for it",
        ),
        help: Label::new(
            "在制度文件的 covers 中写明规定标准的条款；支持方式填错的，更正",
            "state in covers of the instrument the article with the standard, or correct the way of support",
        ),
        example: r#"{"schema_version": 1, "instruments": {"items": [{"id": "W1", "title": "资金管理办法", "covers": [{"content": "support_standard_project_grant", "article": "第八条"}]}]}, "payments": {"items": [{"id": "Y1", "amount": 60000, "support": "reward"}]}}"#,
        ..Spec::new("payment.support-without-standard", Severity::Warning)
    },
    check: |context, found| {
        let mut standards = BTreeSet::new();
        for (row, instrument) in rows("instruments", &context.dossier.instruments) {
            if found.value(&instrument.draft, || row.at("draft")) == Some(&true) {
                continue;
            }
            for (_, coverage) in instrument.covers.iter() {
                standards.extend(coverage.content.get());
            }
        }
        let gap = context.gap("instruments").or_else(|| unread(context).then_some(Skip::Faulty));
        for (row, payment) in rows("payments", &context.dossier.payments) {
            let Some(support) = found.value(&payment.support, || row.at("support")) else { continue };
            let needed: &[Content] = match support {
                SupportKind::ProjectGrant => &[Content::SupportStandardProjectGrant],
                SupportKind::InterestSubsidy => &[Content::SupportStandardInterestSubsidy],
                // the measure that rewards e-commerce enterprises states one too
                SupportKind::Reward => &[Content::SupportStandardReward, Content::RewardStandard],
                SupportKind::Purchase | SupportKind::Other => continue,
            };
            let own = payment.nature.get() == Some(FundNature::SelfRaised);
            if own || needed.iter().any(|content| standards.contains(content)) {
                continue;
            }
            match gap {
                Some(why) => found.skip(row.at("support"), why),
                None => found.at(row.at("support"), vec![("support", support.code().into())]),
            }
        }
    },
};

/// Whether an instrument may lay down what could not be read.
fn unread(context: &Context<'_>) -> bool {
    context.dossier.instruments.iter().any(|(_, instrument)| {
        let covers = &instrument.covers;
        !(covers.is_whole() || covers.is_absent())
            || covers.items().iter().any(|coverage| coverage.content.get().is_none())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    fn of(instruments: &str, support: &str) -> String {
        format!(
            r#"{{"instruments": {{"items": [{instruments}]}}, "payments": {{"items": [{{"amount": 5, "support": "{support}"}}]}}}}"#
        )
    }

    #[test]
    fn support_that_no_instrument_lays_down_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/payments/items/0/support support=reward"]);
        let draft = r#"{"draft": true, "covers": [{"content": "support_standard_interest_subsidy"}]}"#;
        assert_eq!(found(&RULE, &of(draft, "interest_subsidy")).len(), 1);
    }

    #[test]
    fn each_way_has_its_standard_and_purchases_need_none() {
        for (support, content) in [
            ("project_grant", "support_standard_project_grant"),
            ("interest_subsidy", "support_standard_interest_subsidy"),
            ("reward", "support_standard_reward"),
            ("reward", "reward_standard"),
            ("purchase", "other"),
            ("other", "other"),
        ] {
            let instrument = format!(r#"{{"covers": [{{"content": "{content}"}}]}}"#);
            assert_eq!(found(&RULE, &of(&instrument, support)), [""; 0], "{support}");
        }
        let own = r#"{"instruments": {"items": []}, "payments": {"items": [{"support": "reward", "nature": "self_raised"}]}}"#;
        assert_eq!(found(&RULE, own), [""; 0]);
    }

    #[test]
    fn an_instrument_that_is_not_on_file_or_was_not_read_may_state_it() {
        let payments = r#""payments": {"items": [{"support": "reward"}]}"#;
        for (instruments, why) in [
            ("", "section-absent"),
            (r#""instruments": {"complete": false, "items": []}, "#, "section-incomplete"),
            (r#""instruments": {"items": [{"covers": [{"content": "?"}]}]}, "#, "faulty"),
        ] {
            let dossier = format!("{{{instruments}{payments}}}");
            assert_eq!(found(&RULE, &dossier), [""; 0]);
            assert_eq!(skipped(&RULE, &dossier), [format!("{why} /payments/items/0/support")]);
        }
    }
}
