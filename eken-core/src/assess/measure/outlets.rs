//! `outlets`: institutions and outlets of a kind.

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::measured::{Measured, Tally};
use crate::assess::stock::stock;
use crate::assess::view::{View, holds};
use crate::model::InstitutionKind;
use crate::model::kind::Code;
use crate::plan::Params;
use crate::words::Label;

pub(super) static OUTLETS: Measure = Measure {
    id: "outlets",
    label: Label::new("机构网点数", "institutions and outlets"),
    about: Label::new(
        "评估时点已引进或设立且未撤销、在e镇四至范围内的该类机构网点；要求发挥作用的，只计已发挥作用的",
        "institutions and outlets of the kind inside the e-town, brought in or opened and not closed at the as-of date; where it is asked that they \
         work, only those that do",
    ),
    params: &[
        MeasureParam {
            name: "of",
            label: Label::new("机构网点类型", "kind of institution"),
            required: true,
            values: &["finance", "telecom", "research", "training"],
        },
        MeasureParam {
            name: "working",
            label: Label::new("须发挥作用", "must be working"),
            required: false,
            values: &["true"],
        },
    ],
    readings: &["R27"],
    annual: false,
    value: ValueKind::Number,
    run: Run::Town(run),
};

fn run(view: &View<'_>, params: &Params) -> Measured {
    let Some(kind) = params.text("of").and_then(InstitutionKind::from_code) else { return Measured::unknown_number() };
    let institutions = &view.dossier.institutions;
    let mut tally = Tally::over(view, "institutions", institutions);
    for (index, institution) in institutions.iter() {
        let (from, until) = (("opened", &institution.opened), ("closed", &institution.closed));
        let mut case = stock(view, "institutions", index, from, until).field(
            holds(&institution.kind, |found| *found == kind),
            "institutions",
            index,
            "kind",
        );
        case = case.field(holds(&institution.territory, |at| at.is_in_town()), "institutions", index, "territory");
        if params.flag("working") {
            case = case.field(holds(&institution.working, |is| *is), "institutions", index, "working");
        }
        tally.count(index, case);
    }
    tally.finish()
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{measure, readings};

    const OUTLETS: &str = r#"{"schema_version":1,"as_of":"2023-12-31","town":{"name":"试验e镇","programme_start":"2023-04"},
        "institutions":{"complete":true,"items":[
        {"id":"N1","territory":"site","kind":"finance","opened":"2023-05","working":true},
        {"id":"N2","territory":"core_area","kind":"finance","opened":"2020","working":false},
        {"id":"N3","territory":"site","kind":"finance","opened":"2021","closed":"2023-11-30"},
        {"id":"N4","territory":"site","kind":"telecom","opened":"2023-05"},
        {"id":"N5","territory":"site","kind":"finance","opened":"2024-02"}]}}"#;

    #[test]
    fn outlets_of_the_kind_in_force_count() {
        let of = [("of", "finance")];
        assert_eq!(measure("outlets", &of, OUTLETS, &[]).to_string(), "2");
        assert_eq!(measure("outlets", &[("of", "telecom")], OUTLETS, &[]).to_string(), "1");
        assert_eq!(measure("outlets", &[("of", "research")], OUTLETS, &[]).to_string(), "0");
        assert_eq!(measure("outlets", &of, OUTLETS, &readings("R27", "everything")).to_string(), "2");
        assert_eq!(measure("outlets", &of, OUTLETS, &readings("R27", "since-start")).to_string(), "1");
    }

    #[test]
    fn where_work_is_asked_only_those_at_work_count() {
        let of = [("of", "finance"), ("working", "true")];
        assert_eq!(measure("outlets", &of, OUTLETS, &[]).to_string(), "1");
        let text = OUTLETS.replace(",\"working\":false", "");
        assert_eq!(measure("outlets", &of, &text, &[]).to_string(), "1..2");
    }

    #[test]
    fn only_what_lies_in_the_e_town_counts() {
        let of = [("of", "finance")];
        for outside in ["host_townships", "county", "city"] {
            let moved = OUTLETS.replace("\"core_area\"", &format!("\"{outside}\""));
            assert_eq!(measure("outlets", &of, &moved, &[]).to_string(), "1", "{outside}");
        }
        let unplaced = measure("outlets", &of, &OUTLETS.replace("\"territory\":\"core_area\",", ""), &[]);
        assert_eq!(unplaced.to_string(), "1..2");
        assert_eq!(unplaced.0.lacks.len(), 1);
        assert_eq!(unplaced.0.lacks[0].pointer, "/institutions/items/1/territory");
    }

    #[test]
    fn what_is_missing_leaves_the_count_open() {
        let of = [("of", "telecom")];
        let kindless = OUTLETS.replacen("\"kind\":\"finance\",", "", 1);
        assert_eq!(measure("outlets", &of, &kindless, &[]).to_string(), "1..2");
        let open = OUTLETS.replace("\"complete\":true,", "");
        assert_eq!(measure("outlets", &of, &open, &[]).to_string(), "1..");
    }
}
