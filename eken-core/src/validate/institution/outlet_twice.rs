//! One outlet under two identifiers.

use crate::code::uscc;
use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::place::rows;
use crate::validate::plain::plain;
use crate::validate::twice::{Firsts, may_have_ended, part};
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-7", "附件2-28"],
        summary: Label::new("同一机构网点报了两次", "one outlet is filed twice"),
        message: Label::new(
            "类型、名称（或代码）和地址都与 {first} 相同，可能是同一网点",
            "kind, name or code, and address are those of {first} as well: it may be the same outlet",
        ),
        help: Label::new(
            "重复填报的删去一条；确为两处的，写明各自的地址",
            "drop the record if it was filed twice; give two outlets their own addresses",
        ),
        example: r#"{"schema_version": 1, "institutions": {"items": [{"id": "J1", "kind": "finance", "name": "例泰银行服务点", "address": "电商园1号楼1层"}, {"id": "J2", "kind": "finance", "name": "例泰银行 服务点", "address": "电商园１号楼１层"}]}}"#,
        ..Spec::new("institution.outlet-twice", Severity::Warning)
    },
    check: |context, found| {
        let mut names = Firsts::new();
        let mut codes = Firsts::new();
        for (row, outlet) in rows("institutions", &context.dossier.institutions) {
            let kind = found.value(&outlet.kind, || row.at("kind"));
            let (Some(kind), Some(address)) = (kind, part(found, &outlet.address, || row.at("address"))) else {
                continue;
            };
            // one that was closed may have been opened anew
            if may_have_ended(&outlet.closed) {
                continue;
            }
            let address = address.map(|address| plain(address.as_str()));
            let name = found.value(&outlet.name, || row.at("name")).map(|name| plain(name.as_str()));
            let code = outlet.code.known().and_then(|code| uscc::check(code.as_str()).ok());
            let named = name.and_then(|name| names.earlier((*kind, name, address.clone()), row));
            let coded = code.and_then(|code| codes.earlier((*kind, code, address.clone()), row));
            if let Some(first) = named.or(coded) {
                found.at(row.pointer(), vec![("first", first.pointer().into())]);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    #[test]
    fn the_same_name_or_code_at_the_same_address_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/institutions/items/1 first=/institutions/items/0"]);
        let dossier = r#"{"institutions": {"items": [{"kind": "telecom", "name": "甲", "code": "91140827MA0EKEN03X"},
            {"kind": "telecom", "name": "乙", "code": "91140827MA0EKEN03X"}]}}"#;
        assert_eq!(found(&RULE, dossier), ["/institutions/items/1 first=/institutions/items/0"]);
    }

    #[test]
    fn other_kinds_and_addresses_and_what_was_closed_are_clean() {
        let dossier = r#"{"institutions": {"items": [{"kind": "finance", "name": "甲", "address": "一号"},
            {"kind": "telecom", "name": "甲", "address": "一号"}, {"kind": "finance", "name": "甲", "address": "二号"}, {"kind": "finance", "name": "甲"},
            {"kind": "finance", "name": "甲", "address": "一号", "closed": "2022"}, {"kind": "finance", "address": "一号"}, {"kind": "finance", "address": "一号"},
            {"kind": "finance", "name": "甲", "address": {"missing": "withheld"}}]}}"#;
        assert_eq!(found(&RULE, dossier), [""; 0]);
        assert_eq!(
            skipped(&RULE, r#"{"institutions": {"items": [{"kind": "finance", "name": 5}]}}"#),
            ["faulty /institutions/items/0/name"]
        );
    }
}
