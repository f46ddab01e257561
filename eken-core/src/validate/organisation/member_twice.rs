//! One seat of the leading group listed twice.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::validate::Rule;
use crate::validate::plain::plain;
use crate::validate::twice::part;
use crate::words::Label;

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-21", "九1"],
        summary: Label::new("领导小组同一成员列了两次", "one seat of the leading group is listed twice"),
        message: Label::new("单位和职务与第 {first} 个成员相同", "department and post are those of member {first}"),
        help: Label::new(
            "删去重复的一条；同一单位有两个成员的，写明各自的职务",
            "drop the second; where a department has two seats, give each its post",
        ),
        example: r#"{"schema_version": 1, "organisation": {"leading_group": {"members": [{"department": "县财政局", "post": "局长"}, {"department": "县财政局", "post": "局长"}]}}}"#,
        ..Spec::new("organisation.member-twice", Severity::Warning)
    },
    check: |context, found| {
        let Some(organisation) = found.value(&context.dossier.organisation, || "/organisation".to_owned()) else {
            return;
        };
        let group = found.value(&organisation.leading_group, || "/organisation/leading_group".to_owned());
        let Some(group) = group else { return };

        let mut seen = BTreeMap::new();
        for (index, member) in group.members.iter() {
            let pointer = format!("/organisation/leading_group/members/{index}");
            let department = found.value(&member.department, || format!("{pointer}/department"));
            let (Some(department), Some(post)) = (department, part(found, &member.post, || format!("{pointer}/post")))
            else {
                continue;
            };
            let key = (plain(department.as_str()), post.map(|post| plain(post.as_str())));
            match seen.get(&key) {
                None => {
                    seen.insert(key, index);
                }
                Some(first) => {
                    let first: usize = *first;
                    found.at(pointer, vec![("first", first.saturating_add(1).into())]);
                }
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::{found, skipped};

    fn of(members: &str) -> Vec<String> {
        found(&RULE, &format!(r#"{{"organisation": {{"leading_group": {{"members": [{members}]}}}}}}"#))
    }

    #[test]
    fn the_second_of_two_equal_seats_is_found() {
        assert_eq!(found(&RULE, RULE.spec.example), ["/organisation/leading_group/members/1 first=1"]);
        assert_eq!(
            of(r#"{"department": "甲"}, {"department": "乙"}, {"department": " 甲"}"#),
            ["/organisation/leading_group/members/2 first=1"]
        );
    }

    #[test]
    fn two_posts_of_a_department_are_two_seats() {
        assert_eq!(
            of(r#"{"department": "甲", "post": "局长"}, {"department": "甲", "post": "副局长"}, {"department": "甲"}"#),
            [""; 0]
        );
        assert_eq!(found(&RULE, r#"{"organisation": {}}"#), [""; 0]);
        assert_eq!(skipped(&RULE, r#"{"organisation": {"leading_group": 5}}"#), ["faulty /organisation/leading_group"]);
    }
}
