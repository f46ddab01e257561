//! What an app needs to draw the form of a kind of record: made from the model, as the JSON Schema and the workbook to fill are.

use serde::Serialize;

use crate::error::{Error, Result};
use crate::model::Dossier;
use crate::model::kind::{FieldInfo, FieldKind, FigureDetail, Missing, Record};
use crate::quantity::Bounds;
use crate::words::Lang;

/// A field of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FormField {
    /// Name in JSON.
    pub name: String,
    /// What stands before it.
    pub label: String,
    /// What it means and how it is filled in.
    pub help: String,
    /// How it is filled in.
    pub input: FormInput,
    /// Whether it takes a list of such values.
    pub many: bool,
    /// Whether a record without it is faulty.
    pub required: bool,
    /// Whether a reason may stand in place of a value that is missing: the form `missing`.
    pub missable: bool,
    /// Clauses and standards it answers to.
    pub clauses: Vec<String>,
}

/// How a field is filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FormInput {
    /// A text.
    Text {
        /// Characters, at most.
        most: usize,
    },
    /// The identifier of the record, used once in its section.
    Id,
    /// The identifier of a record of another section.
    Reference {
        /// The section.
        section: String,
    },
    /// Personal data: no more than is needed; never shown in findings and reports.
    Personal,
    /// One of a list of codes.
    Choice {
        /// The codes, in order.
        choices: Vec<Choice>,
    },
    /// Yes or no.
    Flag,
    /// A day, `YYYY-MM-DD`.
    Date,
    /// A day, month, quarter or year: `2023-05-31`, `2023-05`, `2023Q2`, `2023`.
    PartialDate,
    /// A month, `YYYY-MM`.
    Month,
    /// A time of day, `HH:MM`.
    Time,
    /// An exact number.
    Number {
        /// Code of the unit, as in the JSON Schema.
        unit: String,
        /// The unit in words.
        unit_label: String,
        /// The least number.
        least: String,
        /// The greatest number.
        most: String,
        /// Digits after the point, at most; none where it counts.
        places: usize,
        /// Whether an object with value, status, source and note may stand in its place: the form `figure`.
        figure: bool,
    },
    /// A record within the record: the form of this name.
    Record {
        /// The form, as [`form_fields`] takes it.
        form: String,
    },
    /// A GeoJSON geometry.
    Geometry,
    /// The version of the format, a whole number.
    Version,
}

/// A code that may be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// The code, as it is written.
    pub code: String,
    /// What it is called.
    pub label: String,
}

/// The form of a figure with its status and source.
const FIGURE: &str = "figure";
/// The form of the reason that stands in place of a missing value.
const MISSING: &str = "missing";
/// The form of what stands once in a dossier.
const DOSSIER: &str = "dossier";

/// The fields of a form, in order, in one language: of a section (`sessions`), of what stands once (`town`), of the dossier's
/// own fields (`dossier`), of a figure with its source (`figure`), of the reason in
/// place of a missing value (`missing`), or of records within others (`trainees.follow_up`).
///
/// # Errors
/// [`Error::Unknown`] where there is no such form.
///
/// ```
/// use eken_core::{report::form_fields, words::Lang};
///
/// let form = form_fields("sessions", Lang::En)?;
/// assert_eq!((form[0].name.as_str(), form[0].required), ("id", true));
/// # Ok::<(), eken_core::error::Error>(())
/// ```
pub fn form_fields(form: &str, lang: Lang) -> Result<Vec<FormField>> {
    let info = match form {
        DOSSIER => Some(Dossier::info()),
        FIGURE => Some(FigureDetail::info()),
        MISSING => Some(Missing::info()),
        _ => form.split('.').try_fold(Dossier::info(), |info, name| {
            info.fields.into_iter().find(|field| field.name == name).and_then(|field| field.kind.record())
        }),
    };
    let Some(info) = info else {
        let records = Dossier::info().fields.into_iter().filter(|field| field.kind.record().is_some());
        let known = [DOSSIER, FIGURE, MISSING].into_iter().chain(records.map(|field| field.name));
        return Err(Error::Unknown { kind: "form", name: form.to_owned(), known: known.map(str::to_owned).collect() });
    };
    let within = if form == DOSSIER { "" } else { form };
    Ok(info.fields.iter().map(|field| FormField::of(field, within, lang)).collect())
}

impl FormField {
    fn of(field: &FieldInfo, within: &str, lang: Lang) -> Self {
        let many = matches!(field.kind, FieldKind::List(_) | FieldKind::Section(_));
        let form = || if within.is_empty() { field.name.to_owned() } else { format!("{within}.{}", field.name) };
        Self {
            name: field.name.to_owned(),
            label: field.label.get(lang).to_owned(),
            help: field.help.get(lang).to_owned(),
            input: FormInput::of(&field.kind, &form, lang),
            many,
            required: field.required,
            missable: field.missable,
            clauses: field.clauses.iter().map(|clause| (*clause).to_owned()).collect(),
        }
    }
}

impl FormInput {
    fn of(kind: &FieldKind, form: &dyn Fn() -> String, lang: Lang) -> Self {
        match kind {
            FieldKind::Text(most) => Self::Text { most: *most },
            FieldKind::Id => Self::Id,
            FieldKind::Ref(section) => Self::Reference { section: (*section).to_owned() },
            FieldKind::Personal => Self::Personal,
            FieldKind::Code(list) => {
                let choice = |info: &crate::model::kind::CodeInfo| Choice {
                    code: info.code.to_owned(),
                    label: info.label.get(lang).to_owned(),
                };
                Self::Choice { choices: list.iter().map(choice).collect() }
            }
            FieldKind::Flag => Self::Flag,
            FieldKind::Date => Self::Date,
            FieldKind::PartialDate => Self::PartialDate,
            FieldKind::Month => Self::Month,
            FieldKind::Time => Self::Time,
            FieldKind::Quantity { bounds, figure } => Self::number(bounds, *figure, lang),
            FieldKind::Record(_) | FieldKind::Section(_) => Self::Record { form: form() },
            FieldKind::List(inner) => Self::of(inner, form, lang),
            FieldKind::Geometry => Self::Geometry,
            FieldKind::Version => Self::Version,
        }
    }

    fn number(bounds: &Bounds, figure: bool, lang: Lang) -> Self {
        let size = |count: u32| usize::try_from(count).unwrap_or_default();
        let digits = |count: u32| "9".repeat(size(count));
        let most = match bounds.places {
            0 => digits(bounds.whole),
            places => format!("{}.{}", digits(bounds.whole), digits(places)),
        };
        Self::Number {
            unit: bounds.unit.code().to_owned(),
            unit_label: bounds.unit.label().get(lang).to_owned(),
            least: if bounds.signed { format!("-{most}") } else { "0".to_owned() },
            most,
            places: size(bounds.places),
            figure,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(form: &str, name: &str, lang: Lang) -> FormField {
        form_fields(form, lang).unwrap().into_iter().find(|field| field.name == name).unwrap()
    }

    #[test]
    fn a_form_of_a_section_tells_how_each_field_is_filled_in() {
        let FormField { label, input, many, required, missable, clauses, .. } =
            named("sessions", "head_count", Lang::Zh);
        assert_eq!(
            (label.as_str(), many, required, missable, clauses),
            ("申报人数", false, false, true, vec!["附件2-11".to_owned()])
        );
        let FormInput::Number { unit, unit_label, least, most, places, figure } = input else { panic!() };
        assert_eq!((unit.as_str(), unit_label.as_str(), least.as_str(), places, figure), ("item", "个", "0", 0, false));
        assert!(most.len() > 3 && most.bytes().all(|digit| digit == b'9'), "{most}");
        let FormInput::Choice { choices } = named("sessions", "topic", Lang::En).input else { panic!() };
        assert_eq!(choices[0], Choice { code: "business_leader".to_owned(), label: "business leaders".to_owned() });
        assert_eq!(
            named("sessions", "attendance", Lang::Zh).input,
            FormInput::Reference { section: "trainees".to_owned() }
        );
        assert!(named("sessions", "attendance", Lang::Zh).many);
        assert_eq!(named("trainees", "phone", Lang::Zh).input, FormInput::Personal);
    }

    #[test]
    fn every_form_within_a_form_is_found_by_the_name_it_gives() {
        let mut waiting = ["dossier", "figure", "missing"].map(str::to_owned).to_vec();
        let mut seen = 0usize;
        while let Some(form) = waiting.pop() {
            for field in form_fields(&form, Lang::Zh).unwrap() {
                if let FormInput::Record { form: below } = field.input {
                    assert!(below.split('.').count() < 6, "{below} goes round in a circle");
                    waiting.push(below);
                }
            }
            seen += 1;
        }
        assert!(seen > 40, "{seen}");
        assert!(form_fields("trainees.follow_up", Lang::Zh).unwrap().iter().any(|field| field.name == "outcome"));
    }

    #[test]
    fn a_number_states_its_bounds_to_the_last_digit() {
        let FormInput::Number { least, most, places, .. } = named("facilities", "floor_area", Lang::Zh).input else {
            panic!()
        };
        let (_, behind) = most.split_once('.').unwrap();
        assert_eq!((least.as_str(), behind.len()), ("0", places));
        let signed = FormInput::number(
            &Bounds { unit: crate::quantity::Unit::Percent, whole: 2, places: 1, signed: true },
            false,
            Lang::Zh,
        );
        let FormInput::Number { least, most, .. } = signed else { panic!() };
        assert_eq!((least.as_str(), most.as_str()), ("-99.9", "99.9"));
    }

    #[test]
    fn a_form_that_does_not_exist_names_those_that_do() {
        for name in ["", "session", "sessions.topic", "sessions.", "dossier.town", "figure.source"] {
            let Err(Error::Unknown { kind: "form", known, .. }) = form_fields(name, Lang::Zh) else { panic!("{name}") };
            assert!(known.contains(&"sessions".to_owned()) && known.contains(&"town".to_owned()), "{name}");
        }
    }
}
