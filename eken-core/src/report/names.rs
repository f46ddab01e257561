//! What things are called: fields and sections by their pointer, codes by their list, measures and questions by the plan.

use crate::assess::measure;
use crate::json::unescape;
use crate::model::kind::{Code, CodeInfo, FieldInfo, FieldKind, FigureDetail, Record, RecordInfo, SectionHead};
use crate::model::{
    ComplianceField, Content, ConvenienceService, DisclosurePlace, DisclosureSubject, Dossier, EntityRole,
    FacilityRole, Medium, MilestoneKind, Origin, PhaseKind, Series, Setting, Subject, SupportKind, TargetGroup,
    Territory, TownFunction, ZoneKind,
};
use crate::plan::{Kind, Plan};
use crate::words::{Label, Lang};

/// One step of a pointer, as a person would say it.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// A field.
    Field(Label),
    /// A record or value of a list, counted from 1.
    Nth(usize),
}

/// Where a pointer leads in the description of a dossier.
enum At {
    Record(RecordInfo),
    Section(fn() -> RecordInfo),
    Kind(FieldKind),
    Nowhere,
}

/// The steps of a pointer as far as the model knows them. `items` between a section and its record is no step.
pub(super) fn steps(pointer: &str) -> Vec<Step> {
    walk(pointer).0
}

/// The code list of the field that a pointer leads to, if it is one.
pub(super) fn codes_at(pointer: &str) -> Option<&'static [CodeInfo]> {
    match walk(pointer).1 {
        At::Kind(FieldKind::Code(list)) => Some(list),
        At::Kind(FieldKind::List(inner)) => match *inner {
            FieldKind::Code(list) => Some(list),
            _ => None,
        },
        _ => None,
    }
}

/// The description of the record that a pointer leads to.
pub(super) fn record_at(pointer: &str) -> Option<RecordInfo> {
    match walk(pointer).1 {
        At::Record(info) => Some(info),
        At::Section(_) | At::Kind(_) | At::Nowhere => None,
    }
}

/// What the field that a pointer leads to holds.
pub(super) fn kind_at(pointer: &str) -> Option<FieldKind> {
    match walk(pointer).1 {
        At::Kind(kind) => Some(kind),
        At::Record(_) | At::Section(_) | At::Nowhere => None,
    }
}

/// The label of a field of the record that a pointer leads to, or of the record around the field that it leads to.
pub(super) fn field_near(pointer: &str, name: &str) -> Option<Label> {
    let mut at = pointer;
    loop {
        if let Some(label) = field_of(&walk(at).1, name) {
            return Some(label);
        }
        at = at.rsplit_once('/')?.0;
    }
}

fn field_of(at: &At, name: &str) -> Option<Label> {
    let info = match at {
        At::Record(info) => info.clone(),
        At::Kind(FieldKind::Quantity { figure: true, .. }) => FigureDetail::info(),
        At::Section(_) => SectionHead::info(),
        At::Kind(_) | At::Nowhere => return None,
    };
    info.fields.iter().find(|field| field.name == name).map(|field| field.label)
}

/// The label of a section of the dossier, or of another field at its top.
pub(super) fn section(name: &str) -> Option<Label> {
    Dossier::info().fields.iter().find(|field| field.name == name).map(|field| field.label)
}

fn walk(pointer: &str) -> (Vec<Step>, At) {
    let mut at = At::Record(Dossier::info());
    let mut steps = Vec::new();
    for raw in pointer.split('/').skip(1) {
        let name = unescape(raw);
        at = match at {
            At::Record(info) => match info.fields.iter().find(|field| field.name == name) {
                Some(field) => {
                    steps.push(Step::Field(field.label));
                    enter(field)
                }
                None => At::Nowhere,
            },
            At::Section(record) if name == "items" => At::Kind(FieldKind::List(Box::new(FieldKind::Record(record)))),
            At::Section(_) => match field_of(&At::Section(SectionHead::info), &name) {
                Some(label) => {
                    steps.push(Step::Field(label));
                    At::Nowhere
                }
                None => At::Nowhere,
            },
            At::Kind(FieldKind::List(inner)) => match name.parse::<usize>() {
                Ok(index) => {
                    steps.push(Step::Nth(index.saturating_add(1)));
                    match *inner {
                        FieldKind::Record(record) => At::Record(record()),
                        other => At::Kind(other),
                    }
                }
                Err(_) => At::Nowhere,
            },
            At::Kind(FieldKind::Quantity { figure: true, .. }) => {
                match FigureDetail::info().fields.iter().find(|field| field.name == name) {
                    Some(field) => {
                        steps.push(Step::Field(field.label));
                        enter(field)
                    }
                    None => At::Nowhere,
                }
            }
            At::Kind(_) | At::Nowhere => At::Nowhere,
        };
    }
    (steps, at)
}

fn enter(field: &FieldInfo) -> At {
    match &field.kind {
        FieldKind::Record(record) => At::Record(record()),
        FieldKind::Section(record) => At::Section(*record),
        other => At::Kind(other.clone()),
    }
}

/// The label of a code among the lists that a parameter of a name speaks of.
pub(super) fn code_of_param(param: &str, code: &str) -> Option<Label> {
    let lists: &[&[CodeInfo]] = match param {
        "series" => &[Series::INFO],
        "content" | "covers" | "covers-any" => &[Content::INFO],
        "role" | "of" | "who" => &[FacilityRole::INFO, EntityRole::INFO],
        "room" => &[FacilityRole::INFO],
        // no field of the dossier is called as a field of compliance is
        "domain" | "field" => &[ComplianceField::INFO],
        "phase" => &[PhaseKind::INFO],
        "subject" => &[DisclosureSubject::INFO, Subject::INFO],
        "support" => &[SupportKind::INFO],
        "territory" | "within" => &[Territory::INFO],
        _ => return None,
    };
    label_in(lists, code)
}

/// The label of a code of the set that a measure gives.
pub(super) fn code_of_measure(measure: &str, code: &str) -> Option<Label> {
    let lists: &[&[CodeInfo]] = match measure {
        "facility-zones" => &[ZoneKind::INFO],
        "publicity-matrix" => &[Medium::INFO, Setting::INFO],
        "promotion" => &[Subject::INFO],
        "trainee-groups" => &[TargetGroup::INFO],
        "trainee-origins" => &[Origin::INFO],
        "town-functions" => &[TownFunction::INFO],
        "town-services" => &[ConvenienceService::INFO],
        "phase-milestones" => &[MilestoneKind::INFO],
        "disclosures" => &[DisclosurePlace::INFO],
        _ => return None,
    };
    label_in(lists, code)
}

fn label_in(lists: &[&[CodeInfo]], code: &str) -> Option<Label> {
    lists.iter().flat_map(|list| list.iter()).find(|info| info.code == code).map(|info| info.label)
}

/// The label of a code in one list.
pub(super) fn label_of(list: &[CodeInfo], code: &str) -> Option<Label> {
    label_in(&[list], code)
}

/// What a judgement's question asks: the title of the criterion that asks it.
pub(super) fn question(plan: &Plan, id: &str, lang: Lang) -> Option<String> {
    let mut found = None;
    for item in plan.indicators.iter().chain(&plan.targets) {
        for criterion in &item.criteria {
            criterion.visit(&mut |each| {
                if let Kind::Leaf { params, .. } = &each.kind
                    && found.is_none()
                    && params.text("question") == Some(id)
                {
                    found = each.title.as_ref().map(|title| title.get(lang).to_owned());
                }
            });
        }
    }
    found
}

/// What a measure is called.
pub(super) fn measure_label(id: &str) -> Option<Label> {
    measure::find(id).map(|measure| measure.label)
}

/// What a department is called, else its id.
pub(super) fn department<'a>(plan: &'a Plan, id: &'a str, lang: Lang) -> &'a str {
    plan.department(id).map_or(id, |department| department.label.get(lang))
}

/// A place in the dossier in words: `设施 第2条 › 专用建筑面积`. Empty for the dossier as a whole and where nothing is known.
pub(super) fn place(pointer: &str, lang: Lang) -> String {
    said(&steps(pointer), lang)
}

/// Steps in words.
pub(super) fn said(steps: &[Step], lang: Lang) -> String {
    let mut out = String::new();
    for step in steps {
        match (step, lang) {
            (Step::Field(label), _) => {
                if !out.is_empty() {
                    out.push_str(" › ");
                }
                out.push_str(&lowered(label, lang));
            }
            (Step::Nth(nth), Lang::Zh) => out.push_str(&format!("第{nth}条")),
            (Step::Nth(nth), Lang::En) => out.push_str(&format!(" no. {nth}")),
        }
    }
    out
}

/// A label as it stands within a sentence: in English its first letter is small, unless it begins an abbreviation.
pub(super) fn lowered(label: &Label, lang: Lang) -> String {
    let text = match lang {
        Lang::Zh => label.zh,
        // what stands after a comma or colon explains the label
        Lang::En => label.en.split([',', ':', ';']).next().unwrap_or(label.en),
    };
    let mut characters = text.chars();
    match (lang, characters.next(), characters.next()) {
        (Lang::En, Some(first), Some(second)) if first.is_ascii_uppercase() && second.is_ascii_lowercase() => {
            format!("{}{second}{}", first.to_ascii_lowercase(), characters.as_str())
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Test, builtin, builtin_ids};

    #[test]
    fn a_pointer_is_said_in_words() {
        assert_eq!(place("/town/site/area", Lang::Zh), "乡村e镇 › 建设范围 › 占地面积");
        assert_eq!(place("/facilities/items/1/roles/0/role", Lang::Zh), "设施第2条 › 功能与专用面积第1条 › 功能");
        assert_eq!(place("/facilities/complete", Lang::Zh), "设施 › 是否完整");
        assert_eq!(place("/town/site/area/status", Lang::Zh), "乡村e镇 › 建设范围 › 占地面积 › 数据状态");
        assert_eq!(place("", Lang::Zh), "");
        assert_eq!(place("/nothing/here", Lang::En), "");
        assert!(place("/facilities/items/1", Lang::En).ends_with("no. 2"));
    }

    #[test]
    fn a_field_is_found_from_the_record_or_from_a_field_beside_it() {
        assert_eq!(field_near("/town", "name").unwrap().zh, "项目名称");
        assert_eq!(field_near("/town/nmae", "name").unwrap().zh, "项目名称");
        assert!(field_near("/town", "nothing").is_none());
        assert!(codes_at("/town/tier/tier").unwrap().iter().any(|info| info.code == "key_assistance"));
    }

    #[test]
    fn every_code_that_a_plan_requires_has_a_label() {
        for id in builtin_ids() {
            let plan = builtin(id).unwrap();
            for item in plan.indicators.iter().chain(&plan.targets) {
                for criterion in &item.criteria {
                    criterion.visit(&mut |each| {
                        if let Kind::Leaf { measure, test: Test::Includes(codes) | Test::IncludesAny(codes), .. } =
                            &each.kind
                        {
                            for code in codes {
                                let known = code_of_measure(measure, code).is_some();
                                assert!(known, "add the list of {measure} to code_of_measure: {code} has no label");
                            }
                        }
                    });
                }
            }
        }
    }

    #[test]
    fn every_question_of_a_plan_has_a_title() {
        let plan = builtin("yuanqu-2023").unwrap();
        assert!(question(&plan, "15-needs", Lang::Zh).is_some());
        assert!(question(&plan, "none", Lang::Zh).is_none());
    }
}
