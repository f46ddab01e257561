//! Opposite limits of the site that are the same.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::land::site;
use crate::validate::plain::plain;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-24", "七(三)"],
        summary: Label::new("四至中相对的两至相同", "opposite limits of the site are the same"),
        message: Label::new(
            "{one} 和 {other} 填的是同一地物，边界不明确",
            "{one} and {other} name the same thing, so that the boundary is not clear",
        ),
        help: Label::new(
            "核对四至；环路、河道两侧都临的，分别写明路段",
            "check the four limits; where a ring road or a river runs on both sides, name its stretches",
        ),
        example: r#"{"schema_version": 1, "town": {"name": "例", "site": {"limits": {"east": "环城路", "west": "环城路", "south": "皋落村", "north": "学府路"}}}}"#,
        ..Spec::new("town.limits-identical", Severity::Warning)
    },
    check: |context, found| {
        let Some(site) = site(context, found) else { return };
        let Some(limits) = found.value(&site.limits, || "/town/site/limits".to_owned()) else { return };
        for (one, here, other, there) in
            [("east", &limits.east, "west", &limits.west), ("south", &limits.south, "north", &limits.north)]
        {
            let here = found.value(here, || format!("/town/site/limits/{one}"));
            let there = found.value(there, || format!("/town/site/limits/{other}"));
            if let (Some(here), Some(there)) = (here, there)
                && plain(here.as_str()) == plain(there.as_str())
            {
                found.at(format!("/town/site/limits/{other}"), vec![("one", one.into()), ("other", other.into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn the_same_limit_in_east_and_west_or_south_and_north_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/town/site/limits/west one=east other=west"]);
        let dossier = r#"{"town": {"site": {"limits": {"south": "甲 河", "north": "甲河"}}}}"#;
        assert_eq!(found(&RULE, dossier), ["/town/site/limits/north one=south other=north"]);
    }

    #[test]
    fn other_limits_and_a_road_that_bends_round_a_corner_are_clean() {
        let dossier =
            r#"{"town": {"site": {"limits": {"east": "环城路", "north": "环城路", "south": "甲河", "west": "乙村"}}}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(found(&RULE, r#"{"town": {"site": {"limits": {"east": "环城路"}}}}"#), [""; 0]);
        assert_eq!(skipped(&RULE, r#"{"town": {"site": {"limits": {"east": 5}}}}"#), ["faulty /town/site/limits/east"]);
    }
}
