//! An entity in the e-town whose township is none of those that host it.

use crate::finding::{Severity, Spec};
use crate::model::Territory;
use crate::model::kind::Code;
use crate::validate::Rule;
use crate::validate::land::site;
use crate::validate::place::rows;
use crate::validate::plain::plain;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-27", "七(三)"],
        summary: Label::new(
            "e镇内的主体，其乡镇不是e镇所在乡镇",
            "an entity in the e-town lies in a township that does not host it",
        ),
        message: Label::new(
            "所在地域为 {territory}，所在乡镇却不在 town.site.townships 之列",
            "its territory is {territory}, and its township is none of town.site.townships",
        ),
        help: Label::new("核对所在乡镇和所在地域", "check the township and the territory"),
        example: r#"{"schema_version": 1, "town": {"name": "例", "site": {"townships": ["新城镇", "皋落乡"]}}, "entities": {"items": [{"id": "E1", "territory": "site", "township": "历山镇"}]}}"#,
        ..Spec::new("entity.township-not-host", Severity::Warning)
    },
    check: |context, found| {
        let Some(site) = site(context, found) else { return };
        if !site.townships.is_whole() || site.townships.items().is_empty() {
            return;
        }
        let hosts: Vec<String> = site.townships.items().iter().map(|township| core(township.as_str())).collect();
        for (row, entity) in rows("entities", &context.dossier.entities) {
            let territory = found.value(&entity.territory, || row.at("territory"));
            let township = found.value(&entity.township, || row.at("township"));
            let (Some(territory), Some(township)) = (territory, township) else { continue };
            let hosted = territory.is_in_town() || *territory == Territory::HostTownships;
            let township = core(township.as_str());
            // a township may be written with the county before it
            if hosted
                && !hosts.iter().any(|host| township.ends_with(host.as_str()) || host.ends_with(township.as_str()))
            {
                found.at(row.at("township"), vec![("territory", territory.code().into())]);
            }
        }
    },
};

/// The name of a township as it is compared, without what kind it is.
fn core(township: &str) -> String {
    let name = plain(township);
    let bare = ["人民政府", "街道办事处", "街道", "镇", "乡"]
        .iter()
        .fold(name.as_str(), |name, kind| name.strip_suffix(kind).filter(|bare| !bare.is_empty()).unwrap_or(name));
    bare.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    fn of(entity: &str) -> Vec<String> {
        let town = r#"{"site": {"townships": ["新城镇", "皋落乡"]}}"#;
        found(&RULE, &format!(r#"{{"town": {town}, "entities": {{"items": [{entity}]}}}}"#))
    }

    #[test]
    fn a_township_elsewhere_is_found_wherever_in_the_e_town_the_entity_is() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/entities/items/0/township territory=site"]);
        for territory in ["core_area", "site", "host_townships"] {
            assert_eq!(of(&format!(r#"{{"territory": "{territory}", "township": "历山镇"}}"#)).len(), 1);
        }
    }

    #[test]
    fn host_townships_however_written_and_entities_elsewhere_are_clean() {
        for township in ["皋落乡", "垣曲县皋落乡", "皋落", "新城镇人民政府", "新 城 镇"] {
            assert_eq!(of(&format!(r#"{{"territory": "site", "township": "{township}"}}"#)), [""; 0], "{township}");
        }
        assert_eq!(
            of(r#"{"territory": "county", "township": "历山镇"}, {"territory": "site"}, {"township": "历山镇"}"#),
            [""; 0]
        );
    }

    #[test]
    fn a_list_of_hosts_that_was_not_read_whole_tells_nothing() {
        let dossier = r#"{"town": {"site": {"townships": ["新城镇", 5]}}, "entities": {"items": [{"territory": "site", "township": "皋落乡"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(found(&RULE, r#"{"entities": {"items": [{"territory": "site", "township": "皋落乡"}]}}"#), [""; 0]);
        let faulty = r#"{"town": {"site": {"townships": ["新城镇"]}}, "entities": {"items": [{"township": 5}]}}"#;
        assert_eq!(skipped(&RULE, faulty), ["faulty /entities/items/0/township"]);
    }
}
