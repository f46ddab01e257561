//! The facts behind a result: pointers with the names and values of the records, never personal ones.

use rust_decimal::Decimal;

use crate::code::mask_personal;
use crate::json::{Tree, may_be_shown};
use crate::model::LegalForm;
use crate::model::kind::{Code, FieldInfo, FieldKind, RecordInfo};
use crate::quantity::{Exact, Unit};
use crate::report::figure::{Quantum, figure};
use crate::report::names;
use crate::words::Lang;

/// Fields of a record shown beside its name.
const FIELDS: usize = 4;
/// Characters of a text shown.
const CHARACTERS: usize = 40;

/// A fact in words: where it stands, what it is called, what it says.
pub(in crate::report) fn fact(pointer: &str, dossier: &Tree, lang: Lang) -> String {
    let place = names::place(pointer, lang);
    let Some(value) = dossier.at(pointer) else { return place };
    if let Some(parent) = pointer.strip_suffix("/name").and_then(|parent| dossier.at(parent))
        && is_named_for_a_person(parent)
    {
        return place;
    }
    let says = match (names::record_at(pointer), names::kind_at(pointer)) {
        (Some(info), _) => record(&info, value, pointer, lang),
        (None, Some(kind)) => field_value(&kind, value, pointer, lang).unwrap_or_default(),
        (None, None) => String::new(),
    };
    match (says.is_empty(), lang) {
        (true, _) => place,
        (false, Lang::Zh) => format!("{place}：{says}"),
        (false, Lang::En) => format!("{place}: {says}"),
    }
}

/// A record by its identifier, its name, and its first figures, codes and dates.
fn record(info: &RecordInfo, value: &Tree, pointer: &str, lang: Lang) -> String {
    let mut head: Vec<String> = Vec::new();
    let personal = is_named_for_a_person(value);
    for key in ["id", "name", "title"].into_iter().filter(|key| *key != "name" || !personal) {
        let field = info.fields.iter().find(|field| field.name == key);
        if let Some(text) = field.and_then(|field| shown(field, value, pointer, lang)) {
            head.push(text);
        }
    }
    let telling = |field: &&FieldInfo| {
        matches!(field.kind, FieldKind::Quantity { .. } | FieldKind::Code(_) | FieldKind::Date | FieldKind::PartialDate)
    };
    let more: Vec<String> = info
        .fields
        .iter()
        .filter(telling)
        .filter_map(|field| {
            shown(field, value, pointer, lang).map(|text| format!("{} {text}", names::lowered(&field.label, lang)))
        })
        .take(FIELDS)
        .collect();
    let joint = if lang == Lang::Zh { "，" } else { ", " };
    let head = head.join(" ");
    [head].into_iter().chain(more).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(joint)
}

/// Whether a record is an entity of a form that is often registered under the name of its owner.
fn is_named_for_a_person(record: &Tree) -> bool {
    let text = |key| match record.get(key) {
        Some(Tree::Text(text)) => Some(&**text),
        _ => None,
    };
    let owned = |form| matches!(form, LegalForm::SoleTrader | LegalForm::SoleProprietorship | LegalForm::FamilyFarm);
    // GB 32100-2015: 92 is a sole trader, whatever the form says
    text("form").and_then(LegalForm::from_code).is_some_and(owned)
        || text("code").is_some_and(|code| code.starts_with("92"))
}

fn shown(field: &FieldInfo, record: &Tree, pointer: &str, lang: Lang) -> Option<String> {
    field_value(&field.kind, record.get(field.name)?, &format!("{pointer}/{}", field.name), lang)
}

/// A value in words; none where it is personal, faulty, or nothing that fits a line.
fn field_value(kind: &FieldKind, value: &Tree, pointer: &str, lang: Lang) -> Option<String> {
    match (kind, value) {
        (FieldKind::Personal | FieldKind::Geometry, _) => None,
        (FieldKind::Quantity { bounds, .. }, value) => {
            let plain = match value {
                Tree::Object(_) => value.get("value")?,
                other => other,
            };
            quantity(plain, Quantum::at(pointer, bounds.unit), lang)
        }
        (FieldKind::Code(list), Tree::Text(code)) => {
            names::label_of(list, code).map(|label| names::lowered(&label, lang))
        }
        (FieldKind::Flag, Tree::Bool(flag)) => Some(
            match (flag, lang) {
                (true, Lang::Zh) => "是",
                (false, Lang::Zh) => "否",
                (true, Lang::En) => "yes",
                (false, Lang::En) => "no",
            }
            .to_owned(),
        ),
        (FieldKind::List(inner), Tree::Array(items)) => {
            let parts: Vec<String> = items.iter().filter_map(|item| field_value(inner, item, pointer, lang)).collect();
            (!parts.is_empty()).then(|| parts.join(if lang == Lang::Zh { "、" } else { ", " }))
        }
        (FieldKind::Record(_) | FieldKind::Section(_), _) => None,
        // an identifier may be a person's name
        (FieldKind::Id | FieldKind::Ref(_), Tree::Text(id)) if !may_be_shown(id) => None,
        (_, Tree::Text(text)) => Some(cut(&mask_personal(text))),
        // a telephone number from a sheet comes as a number
        (_, Tree::Number(number)) => Some(cut(&mask_personal(number))),
        _ => None,
    }
}

fn quantity(value: &Tree, of: Quantum, lang: Lang) -> Option<String> {
    let text = match value {
        Tree::Number(text) | Tree::Text(text) => text,
        _ => return None,
    };
    let number = Decimal::from_str_exact(text).ok()?;
    // the label says what is counted
    if of == Quantum::Unit(Unit::Item) {
        return Some(number.normalize().to_string());
    }
    Some(figure(&Exact::decimal(number), of, lang))
}

fn cut(text: &str) -> String {
    if text.chars().count() <= CHARACTERS {
        return text.to_owned();
    }
    let head: String = text.chars().take(CHARACTERS).collect();
    format!("{head}…")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind::Value;
    use crate::report::testing::town;

    #[test]
    fn a_fact_is_shown_with_its_name_and_value_but_never_a_person() {
        let (checked, ..) = town();
        let tree = Value::tree(checked.dossier());
        assert_eq!(fact("/facilities/items/0", &tree, Lang::Zh), "设施第1条：F1 展示馆，启用时间 2023-06-01");
        assert_eq!(
            fact("/facilities/items/0/roles/0/area", &tree, Lang::Zh),
            "设施第1条 › 功能与专用面积第1条 › 专用建筑面积：312平方米"
        );
        assert_eq!(fact("/trainees/items/0", &tree, Lang::Zh), "学员档案第1条：T1");
        assert_eq!(fact("/trainees/items/0/phone", &tree, Lang::Zh), "学员档案第1条 › 联系电话");
        let record = |section: &str, key: &str, value| {
            let items = Tree::Array(vec![Tree::Object(vec![(key.into(), value)])]);
            Tree::Object(vec![(section.into(), Tree::Object(vec![("items".into(), items)]))])
        };
        let entity = |key: &str, value: &str| {
            let members = [("id", "E1"), ("name", "欧阳某某"), (key, value)];
            let members = members.map(|(key, value)| (key.into(), Tree::text(value)));
            let items = Tree::Array(vec![Tree::Object(members.into())]);
            Tree::Object(vec![("entities".into(), Tree::Object(vec![("items".into(), items)]))])
        };
        for (key, value) in [
            ("form", "sole_trader"),
            ("form", "sole_proprietorship"),
            ("form", "family_farm"),
            ("code", "92140827MA0TEXT20Y"),
        ] {
            assert!(fact("/entities/items/0", &entity(key, value), Lang::Zh).starts_with("市场主体第1条：E1"));
            for pointer in ["/entities/items/0", "/entities/items/0/name"] {
                assert!(!fact(pointer, &entity(key, value), Lang::Zh).contains("某某"), "{pointer} {value}");
            }
        }
        assert!(fact("/entities/items/0", &entity("form", "company"), Lang::Zh).contains("欧阳某某"));
        let person = record("trainees", "id", Tree::text("欧阳某某"));
        let number = record("facilities", "name", Tree::Number("13900000000".into()));
        assert_eq!(fact("/trainees/items/0", &person, Lang::Zh), "学员档案第1条");
        assert!(!fact("/facilities/items/0", &number, Lang::Zh).contains("1390"));
        assert_eq!(fact("/town/tier/tier", &tree, Lang::En).rsplit(": ").next(), Some("key assistance county"));
    }
}
