//! `facility-zones`: functional zones of the facility that holds a role.

use super::registry::{Measure, MeasureParam, ROLES, Run, ValueKind};
use crate::assess::candidates::{candidates, facility_lack};
use crate::assess::lack::{Lack, LackKind};
use crate::assess::measured::{Case, Collected, Measured, record_pointer};
use crate::assess::view::View;
use crate::model::Facility;
use crate::model::kind::Code;
use crate::plan::Params;
use crate::words::Label;

pub(super) static FACILITY_ZONES: Measure = Measure {
    id: "facility-zones",
    label: Label::new("功能区", "functional zones"),
    about: Label::new(
        "承担该功能的设施所设的功能区；一处设施承担几项功能时，功能区共用；未列功能区的为待定。读法 R13 可改为各处合并",
        "zones of the facility that holds the role; one that holds several roles shares its zones among them; open where \
         they are not listed. R13 may take the facilities of the role together",
    ),
    params: &[MeasureParam {
        name: "of",
        label: Label::new("设施功能", "role of the facility"),
        required: true,
        values: ROLES,
    }],
    readings: &["R13"],
    annual: false,
    value: ValueKind::Set,
    run: Run::Facility(run),
};

fn run(view: &View<'_>, params: &Params, at: Option<(usize, &Facility)>) -> Measured {
    let mut zones = Collected::with(vec![]);
    if view.reads("R13", "areas-add-up") {
        for candidate in candidates(view, params.text("of").unwrap_or_default()) {
            collect(&mut zones, candidate.index, candidate.facility, &candidate.case);
        }
    } else if let Some((index, facility)) = at {
        collect(&mut zones, index, facility, &Case::yes());
    }
    zones.finish()
}

fn collect(zones: &mut Collected, index: usize, facility: &Facility, case: &Case) {
    for (place, zone) in facility.zones.iter() {
        let pointer = format!("{}/zones/{place}", record_pointer("facilities", index));
        match zone.kind.get() {
            Some(kind) => zones.add(|| pointer, case.clone(), [kind.code()]),
            None => zones.may_have_more(Lack::new(
                LackKind::Field,
                format!("{pointer}/kind"),
                vec![("field", "kind".into())],
            )),
        }
    }
    if !facility.zones.is_whole() {
        zones.may_have_more(facility_lack(index, "zones"));
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{measure, readings};

    const TWO: &str = r#"{"schema_version":1,"as_of":"2023-12-31","facilities":{"complete":true,"items":[
        {"id":"F1","opened":"2023","roles":[{"role":"display_experience"},{"role":"logistics"}],
         "zones":[{"kind":"offline_display","area":80},{"kind":"sorting"}]},
        {"id":"F2","opened":"2023","roles":[{"role":"display_experience"}],"zones":[{"kind":"sales_matching"}]},
        {"id":"F3","opened":"2024","roles":[{"role":"display_experience"}],"zones":[{"kind":"office"}]}]}}"#;

    #[test]
    fn a_facility_of_two_roles_shares_its_zones() {
        for role in ["display_experience", "logistics"] {
            let answer = measure("facility-zones", &[("of", role)], TWO, &[]);
            assert_eq!(answer.to_string(), "{offline_display sorting}");
            assert_eq!(answer.0.evidence, ["/facilities/items/0/zones/0", "/facilities/items/0/zones/1"]);
        }
    }

    #[test]
    fn the_zones_of_all_facilities_in_use_are_taken_together_where_areas_add_up() {
        let answer = measure("facility-zones", &[("of", "display_experience")], TWO, &readings("R13", "areas-add-up"));
        assert_eq!(answer.to_string(), "{offline_display sales_matching sorting}");
    }

    #[test]
    fn zones_that_are_not_listed_or_not_readable_leave_the_set_open() {
        let of = [("of", "display_experience")];
        let unknown = TWO.replace(r#"{"kind":"sorting"}"#, r#"{"kind":"shed"}"#);
        let answer = measure("facility-zones", &of, &unknown, &[]);
        assert_eq!(answer.to_string(), "{offline_display ..}");
        assert_eq!(answer.0.lacks[0].pointer, "/facilities/items/0/zones/1/kind");
        let refused = TWO.replace(r#"{"kind":"sorting"}"#, "7");
        assert_eq!(measure("facility-zones", &of, &refused, &[]).to_string(), "{offline_display ..}");
        let absent =
            TWO.replace(r#""zones":[{"kind":"offline_display","area":80},{"kind":"sorting"}]"#, r#""name":"x""#);
        assert_eq!(measure("facility-zones", &of, &absent, &[]).to_string(), "{ ..}");
        let none = TWO.replace(r#"[{"kind":"offline_display","area":80},{"kind":"sorting"}]"#, "[]");
        assert_eq!(measure("facility-zones", &of, &none, &[]).to_string(), "{}");
    }

    #[test]
    fn there_are_no_zones_without_a_facility() {
        assert_eq!(measure("facility-zones", &[("of", "public_service")], TWO, &[]).to_string(), "{}");
    }
}
