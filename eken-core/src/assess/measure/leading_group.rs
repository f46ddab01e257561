//! `leading-group`: the leading group and its mechanism.

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::instruments::counts;
use crate::assess::lack::{Lack, LackKind};
use crate::assess::measured::{Case, Measured, record_pointer};
use crate::assess::truth::Truth;
use crate::assess::view::{View, holds};
use crate::model::{Content, Instrument, LeaderOffice, LeadingGroup};
use crate::plan::Params;
use crate::words::Label;

pub(super) static LEADING_GROUP: Measure = Measure {
    id: "leading-group",
    label: Label::new("领导小组", "leading group"),
    about: Label::new(
        "评估时点以前成立的领导小组：由县委或县政府负责同志牵头；成员列全且每个成员单位职责明确；\
         有效的成立文件或工作机制文件在档；办公室已明确。开会情况列作依据，由评审判断",
        "the leading group, set up by the as-of date: headed by a county party or government leader; members complete and \
         the duties of each laid down; coordination by an instrument in force, its own or a work mechanism; its office named. \
         Its meetings are shown, for the reviewer to judge",
    ),
    params: &[MeasureParam {
        name: "aspect",
        label: Label::new("方面", "aspect"),
        required: true,
        values: &["headed-by-leader", "duties-laid-down", "coordination", "office"],
    }],
    readings: &[],
    annual: false,
    value: ValueKind::Truth,
    run: Run::Town(run),
};

const GROUP: &str = "/organisation/leading_group";

fn run(view: &View<'_>, params: &Params) -> Measured {
    let group = view.dossier.organisation.known().and_then(|organisation| organisation.leading_group.known());
    let Some(group) = group else {
        let lack = Lack::new(LackKind::Field, GROUP, vec![("field", "leading_group".into())]);
        return Measured::truth(Truth::Unknown).lacking(lack);
    };
    let mut evidence = vec![GROUP.to_owned()];
    let established = Case::yes().and(view.happened(&group.established), || lack("established"));
    let case = established.and_case(match params.text("aspect") {
        Some("headed-by-leader") => {
            let leader =
                |office: &LeaderOffice| matches!(office, LeaderOffice::CountyParty | LeaderOffice::CountyGovernment);
            Case::yes().and(holds(&group.head_office, leader), || lack("head_office"))
        }
        Some("duties-laid-down") => duties(group, &mut evidence),
        Some("coordination") => {
            let case = mechanism(view, group, &mut evidence);
            meetings(view, group, &mut evidence);
            case
        }
        Some("office") => Case::yes().and(holds(&group.office, |_| true), || lack("office")),
        _ => Case::yes()
            .and(Truth::Unknown, || Lack::new(LackKind::Misfit, GROUP, vec![("measure", "leading-group".into())])),
    });
    Measured { evidence, lacks: case.lacks, ..Measured::truth(case.truth) }
}

/// The duties of every member are laid down; a group without members has none.
fn duties(group: &LeadingGroup, evidence: &mut Vec<String>) -> Case {
    let mut case = Case::yes();
    let mut without = Vec::new();
    for (place, member) in group.members.iter() {
        let laid_down = holds(&member.duties_laid_down, |laid_down| *laid_down);
        if laid_down == Truth::No {
            without.push(format!("{GROUP}/members/{place}"));
        }
        case = case.and(laid_down, || at(format!("{GROUP}/members/{place}/duties_laid_down"), "duties_laid_down"));
    }
    let complete = group.members.is_whole() && group.members_complete.get() == Some(true);
    if complete && group.members.items().is_empty() {
        return Case { truth: Truth::No, lacks: vec![] };
    }
    evidence.extend(without);
    case.and(if complete { Truth::Yes } else { Truth::Unknown }, || {
        lack(if group.members.is_whole() { "members_complete" } else { "members" })
    })
}

/// An instrument in force lays the mechanism down: the one that set the group up, or one on the work mechanism.
fn mechanism(view: &View<'_>, group: &LeadingGroup, evidence: &mut Vec<String>) -> Case {
    let instruments = &view.dossier.instruments;
    let (mut found, mut lacks) = (Truth::No, Vec::new());
    for (index, instrument) in instruments.iter() {
        let own = match (group.instrument.known(), instrument.id.known()) {
            (Some(named), Some(id)) => named.as_str() == id.as_str(),
            _ => false,
        };
        let covers =
            instrument.covers.items().iter().any(|covered| covered.content.get() == Some(Content::WorkMechanism));
        if !own && !covers {
            continue;
        }
        let in_force = counts(view, index, instrument, None);
        if in_force.truth == Truth::Yes {
            evidence.push(record_pointer("instruments", index));
        }
        found = found.or(in_force.truth);
        lacks.extend(in_force.lacks);
    }
    // without one that counts, the group's own may be another as long as list or reference is not settled
    let settled = group.instrument.known().is_some()
        && instruments.is_complete()
        && instruments.items.items().iter().all(tells_its_contents);
    let more = if settled { Truth::No } else { Truth::Unknown };
    let truth = found.or(more);
    if lacks.is_empty() {
        lacks.push(lack("instrument"));
    }
    Case { truth, lacks: if truth == Truth::Unknown { lacks } else { vec![] } }
}

/// Whether it can be told what an instrument is and lays down.
fn tells_its_contents(instrument: &Instrument) -> bool {
    instrument.id.known().is_some()
        && instrument.covers.is_whole()
        && instrument.covers.items().iter().all(|covered| covered.content.known().is_some())
}

/// Meetings held by the as-of date are shown; how often the group meets is for the reviewer to judge.
fn meetings(view: &View<'_>, group: &LeadingGroup, evidence: &mut Vec<String>) {
    for (place, meeting) in group.meetings.iter() {
        if holds(&meeting.date, |date| *date <= view.as_of) == Truth::Yes {
            evidence.push(format!("{GROUP}/meetings/{place}"));
        }
    }
}

fn lack(field: &'static str) -> Lack {
    at(format!("{GROUP}/{field}"), field)
}

fn at(pointer: String, field: &'static str) -> Lack {
    Lack::new(LackKind::Field, pointer, vec![("field", field.into())])
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{Answer, measure};

    const TOWN: &str = r#"{"schema_version":1,"as_of":"2023-12-31",
        "organisation":{"leading_group":{"established":"2023-04","head_office":"county_government","office":"县工科局",
         "members":[{"department":"县财政局","duties_laid_down":true},{"department":"县统计局","duties_laid_down":true}],
         "members_complete":true,"meetings":[{"date":"2024-02-01"},{"date":"2023-06-01"}],"instrument":"N1"}},
        "instruments":{"complete":true,"items":[
         {"id":"N1","title":"通知","kind":"notice","number":"试政办发〔2023〕1号","issuer":"试验县政府","issued":"2023-04-20",
          "document":"D1","covers":[]},
         {"id":"N2","title":"机制","kind":"measure","number":"试政办发〔2023〕2号","issuer":"试验县政府","issued":"2024-04-20",
          "document":"D1","covers":[{"content":"work_mechanism"}]}]},
        "documents":{"complete":true,"items":[{"id":"D1","title":"文件",
         "digest":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"},{"id":"D2","title":"照片"}]}}"#;

    fn group(aspect: &str, text: &str) -> Answer {
        measure("leading-group", &[("aspect", aspect)], text, &[])
    }

    const ASPECTS: [&str; 4] = ["headed-by-leader", "duties-laid-down", "coordination", "office"];

    #[test]
    fn a_group_that_is_set_up_holds_in_every_aspect() {
        for aspect in ASPECTS {
            assert_eq!(group(aspect, TOWN).to_string(), "yes", "{aspect}");
            assert_eq!(
                group(aspect, &TOWN.replace(r#""2023-04","head"#, r#""2024","head"#)).to_string(),
                "no",
                "{aspect}"
            );
            assert_eq!(group(aspect, &TOWN.replace("leading_group", "group")).to_string(), "unknown", "{aspect}");
        }
        assert_eq!(group("office", &TOWN.replace(r#""office":"县工科局","#, "")).to_string(), "unknown");
    }

    #[test]
    fn the_head_is_a_county_leader() {
        assert_eq!(group("headed-by-leader", &TOWN.replace("county_government", "county_party")).to_string(), "yes");
        assert_eq!(group("headed-by-leader", &TOWN.replace("county_government", "other")).to_string(), "no");
    }

    #[test]
    fn one_member_without_duties_is_enough_for_no_and_yes_needs_them_all() {
        let duties = |from: &str, to: &str| group("duties-laid-down", &TOWN.replacen(from, to, 1));
        let without = duties(r#""duties_laid_down":true"#, r#""duties_laid_down":false"#);
        assert_eq!(without.to_string(), "no");
        assert_eq!(without.0.evidence[1], "/organisation/leading_group/members/0");
        assert_eq!(duties(r#","duties_laid_down":true"#, "").to_string(), "unknown");
        assert_eq!(duties(r#""members_complete":true,"#, "").to_string(), "unknown");
        assert_eq!(duties(r#""members":["#, r#""members":[7,"#).to_string(), "unknown");
    }

    #[test]
    fn coordination_needs_an_instrument_in_force() {
        let coordination = |from: &str, to: &str| group("coordination", &TOWN.replace(from, to)).to_string();
        assert_eq!(coordination(r#","instrument":"N1""#, ""), "unknown");
        assert_eq!(
            group("coordination", &TOWN.replace(r#","instrument":"N1""#, "").replace("2024-04-20", "2023-04-20"))
                .to_string(),
            "yes"
        );
        assert_eq!(coordination(r#""issued":"2023-04-20""#, r#""issued":"2023-04-20","draft":true"#), "no");
        assert_eq!(coordination(r#""issued":"2023-04-20""#, r#""issued":"2023-04-20","repealed":"2023-09-01""#), "no");
        assert_eq!(coordination(r#""issued":"2023-04-20""#, r#""issued":"2023-04-20","expires":"2023-12-31""#), "yes");
        assert_eq!(coordination(r#","issued":"2023-04-20""#, ""), "unknown");
        assert_eq!(coordination("N1\"}}", "N7\"}}"), "no");
        // the one that set the group up is judged as any instrument
        for (from, to, pointer) in [
            (r#""kind":"notice","#, "", "/instruments/items/0/kind"),
            (r#""number":"试政办发〔2023〕1号","#, "", "/instruments/items/0/number"),
            (r#""issuer":"试验县政府","issued":"2023"#, r#""issued":"2023"#, "/instruments/items/0/issuer"),
            (r#","issued":"2023-04-20""#, "", "/instruments/items/0/issued"),
            (r#""document":"D1","covers":[]"#, r#""covers":[]"#, "/instruments/items/0/document"),
            (r#""document":"D1","covers":[]"#, r#""document":"D2","covers":[]"#, "/instruments/items/0/document"),
            (r#""digest""#, r#""issued":"2024-01-01","digest""#, "/instruments/items/0/document"),
        ] {
            assert!(TOWN.contains(from), "{from}");
            let open = group("coordination", &TOWN.replace(from, to));
            let lacks: Vec<&str> = open.0.lacks.iter().map(|lack| lack.pointer.as_str()).collect();
            assert_eq!((open.to_string().as_str(), lacks), ("unknown", vec![pointer]), "{from}");
        }
        assert_eq!(coordination(r#","covers":[]"#, ""), "yes");
        // whether it meets, and how often, is no condition
        assert_eq!(coordination("2023-06-01", "2024-06-01"), "yes");
        assert_eq!(coordination(r#"{"date":"2023-06-01"}"#, "7"), "yes");
    }
}
