//! A core larger than the site that it is part of.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::land::{part_within_site, site};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["七(三)", "附件2-24"],
        summary: Label::new("核心区面积大于建设范围", "the core is larger than the site"),
        message: Label::new(
            "核心区面积 {part} 平方米，大于建设范围 {site} 平方米",
            "the core has {part} m², the whole site {site} m²",
        ),
        help: Label::new("核对两个面积及其单位（平方米）", "check both areas and their unit (m²)"),
        example: r#"{"schema_version": 1, "town": {"name": "例", "site": {"area": 1500000, "core_area": 3200000}}}"#,
        ..Spec::new("site.core-exceeds-site", Severity::Error)
    },
    check: |context, found| {
        let Some(site) = site(context, found) else { return };
        part_within_site(found, site, &site.core_area, "/town/site/core_area");
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn a_part_larger_than_the_whole_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/town/site/core_area part=3200000 site=1500000"]);
        let dossier = r#"{"town": {"site": {"area": 100, "core_area": 100.01}}}"#;
        assert_eq!(found(&RULE, dossier), ["/town/site/core_area part=100.01 site=100"]);
    }

    #[test]
    fn the_whole_site_may_be_it_and_a_faulty_area_is_noted() {
        assert_eq!(found(&RULE, r#"{"town": {"site": {"area": 100, "core_area": 100}}}"#), [""; 0]);
        assert_eq!(found(&RULE, r#"{"town": {"site": {"core_area": 100}}}"#), [""; 0]);
        let dossier = r#"{"town": {"site": {"area": "5亩", "core_area": 100}}}"#;
        assert_eq!(skipped(&RULE, dossier), ["faulty /town/site/area"]);
    }
}
