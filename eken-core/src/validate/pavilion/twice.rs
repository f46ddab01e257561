//! One product pavilion under two identifiers.

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::validate::plain::plain;
use crate::validate::twice::{Firsts, may_have_ended};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-6"],
        summary: Label::new("同一特色馆报了两次", "one pavilion is filed twice"),
        message: Label::new(
            "平台与名称（或网址）和 {first} 相同，可能是同一特色馆",
            "platform and name, or the address on the net, are those of {first} as well: it may be the same pavilion",
        ),
        help: Label::new(
            "重复填报的删去一条；确为两个馆的，名称写明区别",
            "drop the record if it was filed twice; tell two pavilions apart by their names",
        ),
        example: r#"{"schema_version": 1, "pavilions": {"items": [{"id": "G1", "platform": "示例平台", "name": "例县特产馆"}, {"id": "G2", "platform": "示例平台", "name": "例县特产馆"}]}}"#,
        ..Spec::new("pavilion.twice", Severity::Warning)
    },
    check: |context, found| {
        let mut names = Firsts::new();
        let mut urls = Firsts::new();
        for (row, pavilion) in rows("pavilions", &context.dossier.pavilions) {
            let platform =
                found.value(&pavilion.platform, || row.at("platform")).map(|platform| plain(platform.as_str()));
            let name = found.value(&pavilion.name, || row.at("name")).map(|name| plain(name.as_str()));
            let url = found.value(&pavilion.url, || row.at("url")).map(|url| address(url.as_str()));
            // one that was closed may have been opened anew
            if may_have_ended(&pavilion.closed) {
                continue;
            }
            let named = platform.zip(name).and_then(|key| names.earlier(key, row));
            let reached = url.and_then(|url| urls.earlier(url, row));
            if let Some(first) = named.or(reached) {
                found.at(row.pointer(), vec![("first", first.pointer().into())]);
            }
        }
    },
};

/// An address on the net as it is compared: without its scheme and what follows the last stroke.
fn address(url: &str) -> String {
    let url = url.trim().trim_end_matches('/').to_lowercase();
    ["https://", "http://"].iter().find_map(|scheme| url.strip_prefix(scheme)).unwrap_or(&url).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn the_same_name_on_a_platform_or_the_same_address_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/pavilions/items/1 first=/pavilions/items/0"]);
        let dossier = r#"{"pavilions": {"items": [{"platform": "甲", "url": "https://example.com/guan/"}, {"platform": "乙", "url": "http://example.com/Guan"}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/pavilions/items/1 first=/pavilions/items/0"]);
    }

    #[test]
    fn other_platforms_and_names_and_one_that_was_closed_are_clean() {
        let dossier = r#"{"pavilions": {"items": [{"platform": "甲", "name": "一"}, {"platform": "乙", "name": "一"}, {"platform": "甲", "name": "二"},
            {"platform": "甲", "name": "一", "closed": "2022"}, {"platform": "甲"}, {"platform": "甲"}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"pavilions": {"items": [{"platform": 5}]}}"#),
            ["faulty /pavilions/items/0/platform"]
        );
    }
}
