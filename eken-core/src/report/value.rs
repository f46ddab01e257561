//! What was measured, what is required, and the gap between, in words.

use super::figure::{Quantum, apart, bounds, is_boundless, size, span};
use super::names::{code_of_measure, lowered};
use crate::assess::{CriterionResult, Required, Truth, Value, Verdict};
use crate::quantity::{Exact, Unit, compare};
use crate::words::Lang;

/// What was measured; empty for criteria joined.
pub(super) fn measured(result: &CriterionResult, lang: Lang) -> String {
    result.measured.as_ref().map(|value| value_said(value, result, lang)).unwrap_or_default()
}

/// A value of a criterion, such as that of another year.
pub(super) fn value_said(value: &Value, result: &CriterionResult, lang: Lang) -> String {
    match value {
        Value::Number { least, most } => bounds(least, most.as_ref(), quantum(result), lang, &thresholds(result)),
        Value::Truth(truth) => truth_said(*truth, &result.measure, lang).to_owned(),
        Value::Set { has, open } => {
            let codes: Vec<&str> = has.iter().map(String::as_str).collect();
            let names = codes_said(&codes, &result.measure, lang);
            match (has.is_empty(), open, lang) {
                (true, true, Lang::Zh) => "尚不能确定".to_owned(),
                (true, true, Lang::En) => "not known".to_owned(),
                (true, false, Lang::Zh) => "没有".to_owned(),
                (true, false, Lang::En) => "none".to_owned(),
                (false, true, Lang::Zh) => format!("至少有{names}"),
                (false, true, Lang::En) => format!("at least {names}"),
                (false, false, Lang::Zh) => format!("有{names}"),
                (false, false, Lang::En) => names,
            }
        }
        Value::Unknown => truth_said(Truth::Unknown, "", lang).to_owned(),
        Value::NotApplicable => Verdict::NotApplicable.label().get(lang).to_owned(),
        Value::Conflict => Verdict::Conflict.label().get(lang).to_owned(),
    }
}

fn truth_said(truth: Truth, measure: &str, lang: Lang) -> &'static str {
    let judgement = measure == "judgement";
    match (truth, lang) {
        (Truth::Yes, Lang::Zh) if judgement => "评审认为符合",
        (Truth::No, Lang::Zh) if judgement => "评审认为不符合",
        (Truth::Unknown, Lang::Zh) if judgement => "还没有评审意见",
        (Truth::Yes, Lang::En) if judgement => "judged satisfied",
        (Truth::No, Lang::En) if judgement => "judged not satisfied",
        (Truth::Unknown, Lang::En) if judgement => "not judged yet",
        (Truth::Yes, Lang::Zh) => "符合",
        (Truth::No, Lang::Zh) => "不符合",
        (Truth::Unknown, Lang::Zh) => "尚不能确定",
        (Truth::Yes, Lang::En) => "it holds",
        (Truth::No, Lang::En) => "it does not hold",
        (Truth::Unknown, Lang::En) => "not known",
    }
}

/// What is required, as it follows “要求”; empty for criteria joined and where it must simply hold.
pub(super) fn required(result: &CriterionResult, lang: Lang) -> String {
    let said = |required| required_said(required, result.unit, &result.measure, lang);
    result.required.as_ref().map(said).unwrap_or_default()
}

/// A requirement of a measure; empty where it must simply hold.
pub(super) fn required_said(required: &Required, unit: Option<Unit>, measure: &str, lang: Lang) -> String {
    let of = Quantum::of_measure(measure, unit);
    let shown = |value: &Exact| apart(value, of, lang, &[]);
    let codes = |codes: &[String]| codes_said(&codes.iter().map(String::as_str).collect::<Vec<_>>(), measure, lang);
    match (required, lang) {
        (Required::Least { value, strict: false }, Lang::Zh) => format!("至少{}", shown(value)),
        (Required::Least { value, strict: false }, Lang::En) => format!("at least {}", shown(value)),
        (Required::Least { value, strict: true }, Lang::Zh) => format!("多于{}", shown(value)),
        (Required::Least { value, strict: true }, Lang::En) => format!("more than {}", shown(value)),
        (Required::Most { value, strict: false }, Lang::Zh) => format!("至多{}", shown(value)),
        (Required::Most { value, strict: false }, Lang::En) => format!("at most {}", shown(value)),
        (Required::Most { value, strict: true }, Lang::Zh) => format!("少于{}", shown(value)),
        (Required::Most { value, strict: true }, Lang::En) => format!("less than {}", shown(value)),
        (Required::Exactly(value), Lang::Zh) => format!("正好{}", shown(value)),
        (Required::Exactly(value), Lang::En) => format!("exactly {}", shown(value)),
        (Required::Between { min, max }, _) => span(min, max, of, lang, &[]),
        (Required::Holds, _) => String::new(),
        (Required::Includes(list), Lang::Zh) => format!("有{}", codes(list)),
        (Required::Includes(list), Lang::En) => codes(list),
        (Required::IncludesAny(list), Lang::Zh) => format!("有{}之一", codes(list)),
        (Required::IncludesAny(list), Lang::En) => format!("one of {}", codes(list)),
        (Required::TierUnknown, Lang::Zh) => "按县域类型分档".to_owned(),
        (Required::TierUnknown, Lang::En) => "a figure by county tier".to_owned(),
    }
}

/// What is required, also where it must simply hold or is made of parts.
pub(super) fn asked(result: &CriterionResult, lang: Lang) -> String {
    match (&result.required, lang) {
        (Some(Required::Holds), Lang::Zh) => "须符合".to_owned(),
        (Some(Required::Holds), Lang::En) => "must hold".to_owned(),
        (Some(_), _) => required(result, lang),
        (None, Lang::Zh) if result.measure == "any" => "下列有一项达到即可".to_owned(),
        (None, Lang::En) if result.measure == "any" => "one of the following suffices".to_owned(),
        (None, Lang::Zh) if result.measure == "all" => "下列各项都要达到".to_owned(),
        (None, Lang::En) if result.measure == "all" => "all of the following must hold".to_owned(),
        (None, _) => String::new(),
    }
}

/// The values of every year, each with its verdict; empty for what is not annual.
pub(super) fn years(result: &CriterionResult, lang: Lang) -> String {
    let parts: Vec<String> = result
        .years
        .iter()
        .map(|year| {
            let (value, word) = (value_said(&year.measured, result, lang), year.verdict.label().get(lang));
            match lang {
                Lang::Zh => format!("{}年{value}（{word}）", year.year),
                Lang::En => format!("{}: {value} ({word})", year.year),
            }
        })
        .collect();
    parts.join(if lang == Lang::Zh { "，" } else { "; " })
}

/// The gap as a signed figure: the value less the bound that binds.
pub(super) fn signed_gap(result: &CriterionResult, lang: Lang) -> Option<String> {
    let gap = result.gap.as_ref().filter(|gap| !is_boundless(gap, result.unit))?;
    let text = apart(gap, quantum(result), lang, &[]);
    if gap.is_negative() || gap.is_zero() {
        return Some(text);
    }
    let about = if lang == Lang::Zh { "约" } else { "about " };
    Some(text.strip_prefix(about).map_or_else(|| format!("+{text}"), |figure| format!("{about}+{figure}")))
}

/// How far the measured value is off, where it is off; for a value within bounds, how far what is known is.
pub(super) fn gap(result: &CriterionResult, lang: Lang) -> Option<String> {
    if let (Some(Value::Set { has, open }), Some(Required::Includes(codes))) = (&result.measured, &result.required) {
        let lacking: Vec<&str> = codes.iter().filter(|code| !has.contains(*code)).map(String::as_str).collect();
        let names = codes_said(&lacking, &result.measure, lang);
        // where all of them are lacking, the requirement has just named them
        return (!lacking.is_empty() && lacking.len() < codes.len()).then(|| match (open, lang) {
            (false, Lang::Zh) => format!("缺{names}"),
            (true, Lang::Zh) => format!("还没见到{names}"),
            (false, Lang::En) => format!("lacks {names}"),
            (true, Lang::En) => format!("not seen yet: {names}"),
        });
    }
    if matches!(result.verdict, Verdict::Met | Verdict::NotApplicable | Verdict::Conflict) {
        return None;
    }
    let gap = result.gap.as_ref().filter(|gap| !is_boundless(gap, result.unit))?;
    let size = apart(&size(gap), quantum(result), lang, &[]);
    let short =
        gap.is_negative() || (gap.is_zero() && matches!(result.required, Some(Required::Least { strict: true, .. })));
    let known_only = matches!(&result.measured, Some(Value::Number { least, most }) if most.as_ref() != Some(least));
    if gap.is_zero() && result.verdict == Verdict::Open {
        return None;
    }
    Some(match (short, known_only, lang) {
        (true, true, Lang::Zh) => format!("按已知数还差{size}"),
        (true, false, Lang::Zh) => format!("还差{size}"),
        (false, true, Lang::Zh) => format!("最多超出{size}"),
        (false, false, Lang::Zh) => format!("超出{size}"),
        (true, true, Lang::En) => format!("{size} short on what is known"),
        (true, false, Lang::En) => format!("{size} short"),
        (false, true, Lang::En) => format!("at most {size} over"),
        (false, false, Lang::En) => format!("{size} over"),
    })
}

/// The comparison as a formula: `312平方米 > 300平方米`.
pub(super) fn comparison(result: &CriterionResult, lang: Lang) -> Option<String> {
    let Some(Value::Number { least, most }) = &result.measured else { return None };
    let near = thresholds(result);
    let shown = |value: &Exact| apart(value, quantum(result), lang, &near);
    let value = bounds(least, most.as_ref(), quantum(result), lang, &near);
    let known = most.as_ref() == Some(least);
    let against = |bound: &Exact| match (known, compare(least, bound)) {
        (false, _) => None,
        (true, order) => Some(match order {
            std::cmp::Ordering::Less => format!("{value} < {}", shown(bound)),
            std::cmp::Ordering::Equal => format!("{value} = {}", shown(bound)),
            std::cmp::Ordering::Greater => format!("{value} > {}", shown(bound)),
        }),
    };
    let both = match result.required.as_ref()? {
        Required::Least { value, .. } | Required::Most { value, .. } | Required::Exactly(value) => against(value),
        Required::Between { min, max } => {
            if compare(least, min) == std::cmp::Ordering::Less {
                against(min)
            } else if compare(least, max) == std::cmp::Ordering::Greater {
                against(max)
            } else if known {
                Some(format!("{} ≤ {value} ≤ {}", shown(min), shown(max)))
            } else {
                None
            }
        }
        _ => return None,
    };
    Some(both.unwrap_or_else(|| match (result.verdict, lang) {
        (Verdict::Met, Lang::Zh) => format!("{value}，不论缺的数据怎样，都达到"),
        (Verdict::Met, Lang::En) => format!("{value}: met, whatever the missing data say"),
        (Verdict::NotMet, Lang::Zh) => format!("{value}，不论缺的数据怎样，都达不到"),
        (Verdict::NotMet, Lang::En) => format!("{value}: not met, whatever the missing data say"),
        (_, Lang::Zh) => format!("{value}，够不够要看缺的数据"),
        (_, Lang::En) => format!("{value}: it depends on the missing data"),
    }))
}

/// What a result counts.
fn quantum(result: &CriterionResult) -> Quantum {
    Quantum::of_measure(&result.measure, result.unit)
}

/// The bounds that a value is compared with.
fn thresholds(result: &CriterionResult) -> Vec<&Exact> {
    match &result.required {
        Some(Required::Least { value, .. } | Required::Most { value, .. } | Required::Exactly(value)) => vec![value],
        Some(Required::Between { min, max }) => vec![min, max],
        _ => Vec::new(),
    }
}

fn codes_said(codes: &[&str], measure: &str, lang: Lang) -> String {
    let names: Vec<String> = codes
        .iter()
        .map(|code| code_of_measure(measure, code).map_or_else(|| (*code).to_owned(), |label| lowered(&label, lang)))
        .collect();
    names.join(if lang == Lang::Zh { "、" } else { ", " })
}

/// The title of a criterion: that of the plan, else the measure's.
pub(super) fn title(result: &CriterionResult, lang: Lang) -> String {
    if let Some(title) = &result.title {
        return title.get(lang).to_owned();
    }
    match (result.measure.as_str(), lang) {
        ("any", Lang::Zh) => "以下任一项".to_owned(),
        ("any", Lang::En) => "one of these".to_owned(),
        ("all", Lang::Zh) => "以下各项".to_owned(),
        ("all", Lang::En) => "all of these".to_owned(),
        (measure, _) => {
            super::names::measure_label(measure).map_or_else(|| measure.to_owned(), |label| label.get(lang).to_owned())
        }
    }
}

/// Measured, required and gap in one line: `312平方米，要求100至300平方米，超出12平方米`.
pub(super) fn line(result: &CriterionResult, lang: Lang) -> String {
    let mut parts = vec![measured(result, lang)];
    let required = required(result, lang);
    if !required.is_empty() {
        parts.push(match lang {
            Lang::Zh => format!("要求{required}"),
            Lang::En => format!("required: {required}"),
        });
    }
    parts.extend(gap(result, lang));
    parts.retain(|part| !part.is_empty());
    parts.join(match lang {
        Lang::Zh => "，",
        Lang::En => "; ",
    })
}

/// What marks a result that rests on figures not yet final.
pub(super) const fn provisional(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "〔含初步数或估计数〕",
        Lang::En => " [provisional or estimated figures]",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::{criterion, whole};

    #[test]
    fn a_value_over_its_ceiling_says_by_how_much() {
        let mut result = criterion("facility-floor-area", Verdict::NotMet);
        result.unit = Some(Unit::SquareMetre);
        result.measured = Some(whole(312, Some(312)));
        result.required = Some(Required::Between { min: Exact::whole(100), max: Exact::whole(300) });
        result.gap = Some(Exact::whole(12));
        assert_eq!(line(&result, Lang::Zh), "312平方米，要求100至300平方米，超出12平方米");
        assert_eq!(line(&result, Lang::En), "312 m²; required: 100 to 300 m²; 12 m² over");
        assert_eq!(comparison(&result, Lang::Zh).unwrap(), "312平方米 > 300平方米");
    }

    #[test]
    fn what_is_known_only_within_bounds_says_so() {
        let mut result = criterion("training-person-times", Verdict::Open);
        result.unit = Some(Unit::PersonTime);
        result.measured = Some(whole(480, None));
        result.required = Some(Required::Least { value: Exact::whole(500), strict: false });
        result.gap = Some(Exact::whole(-20));
        assert_eq!(line(&result, Lang::Zh), "至少480人次，要求至少500人次，按已知数还差20人次");
        assert_eq!(
            line(&result, Lang::En),
            "at least 480 person-times; required: at least 500 person-times; 20 person-times short on what is known"
        );
        assert!(comparison(&result, Lang::Zh).unwrap().contains("要看缺的数据"));
        result.measured = Some(whole(0, None));
        assert!(line(&result, Lang::Zh).starts_with("未知"));
    }

    #[test]
    fn a_set_names_what_it_lacks() {
        let mut result = criterion("facility-zones", Verdict::NotMet);
        let codes = |list: &[&str]| list.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
        result.measured = Some(Value::Set { has: codes(&["offline_display"]).into_iter().collect(), open: false });
        result.required = Some(Required::Includes(codes(&["offline_display", "sales_matching"])));
        let said = line(&result, Lang::Zh);
        assert!(said.contains("缺") && !said.contains("sales_matching"), "{said}");
    }

    #[test]
    fn a_judgement_is_told_from_a_fact() {
        let mut result = criterion("judgement", Verdict::Open);
        result.measured = Some(Value::Truth(Truth::Unknown));
        result.required = Some(Required::Holds);
        assert_eq!(line(&result, Lang::Zh), "还没有评审意见");
        result.measure = "leading-group".to_owned();
        assert_eq!(line(&result, Lang::Zh), "尚不能确定");
    }

    #[test]
    fn a_judgement_says_who_found_what_in_both_languages() {
        let mut result = criterion("judgement", Verdict::Met);
        result.required = Some(Required::Holds);
        for (truth, zh, en) in [
            (Truth::Yes, "评审认为符合", "judged satisfied"),
            (Truth::No, "评审认为不符合", "judged not satisfied"),
            (Truth::Unknown, "还没有评审意见", "not judged yet"),
        ] {
            result.measured = Some(Value::Truth(truth));
            assert_eq!((line(&result, Lang::Zh).as_str(), line(&result, Lang::En).as_str()), (zh, en));
        }
        result.measure = "leading-group".to_owned();
        for (truth, zh, en) in [
            (Truth::Yes, "符合", "it holds"),
            (Truth::No, "不符合", "it does not hold"),
            (Truth::Unknown, "尚不能确定", "not known"),
        ] {
            result.measured = Some(Value::Truth(truth));
            assert_eq!((line(&result, Lang::Zh).as_str(), line(&result, Lang::En).as_str()), (zh, en));
        }
    }

    #[test]
    fn a_span_is_compared_with_the_bound_that_is_missed_or_with_both() {
        let of = |least: i128, most: Option<i128>| {
            let mut result = criterion("facility-floor-area", Verdict::Open);
            result.unit = Some(Unit::SquareMetre);
            result.measured = Some(whole(least, most));
            result.required = Some(Required::Between { min: Exact::whole(100), max: Exact::whole(300) });
            comparison(&result, Lang::En).unwrap()
        };
        assert_eq!(of(99, Some(99)), "99 m² < 100 m²");
        assert_eq!(of(301, Some(301)), "301 m² > 300 m²");
        assert_eq!(of(100, Some(100)), "100 m² ≤ 100 m² ≤ 300 m²");
        assert!(of(99, Some(120)).ends_with(": it depends on the missing data"));
        assert!(of(120, Some(400)).ends_with(": it depends on the missing data"));
        assert!(of(301, None).ends_with(": it depends on the missing data"));
    }

    #[test]
    fn at_a_strict_floor_something_is_short_and_an_open_zero_says_nothing() {
        let mut result = criterion("training-person-times", Verdict::NotMet);
        result.unit = Some(Unit::PersonTime);
        result.measured = Some(whole(500, Some(500)));
        result.gap = Some(Exact::zero());
        result.required = Some(Required::Least { value: Exact::whole(500), strict: true });
        assert_eq!(gap(&result, Lang::En).as_deref(), Some("0 person-times short"));
        assert_eq!(comparison(&result, Lang::En).as_deref(), Some("500 person-times = 500 person-times"));
        result.required = Some(Required::Most { value: Exact::whole(500), strict: true });
        assert_eq!(gap(&result, Lang::En).as_deref(), Some("0 person-times over"));
        result.verdict = Verdict::Open;
        assert_eq!(gap(&result, Lang::En), None);
        result.gap = Some(Exact::whole(5));
        assert!(gap(&result, Lang::Zh).is_some());
        result.verdict = Verdict::Met;
        assert_eq!(gap(&result, Lang::Zh), None);
    }

    #[test]
    fn a_set_that_lacks_all_or_nothing_repeats_nothing() {
        let codes = |list: &[&str]| list.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
        let mut result = criterion("facility-zones", Verdict::Open);
        result.required = Some(Required::Includes(codes(&["offline_display", "sales_matching"])));
        for (has, open, said) in [
            (vec![], false, None),
            (vec!["offline_display", "sales_matching"], false, None),
            (vec!["sales_matching"], true, Some("not seen yet: ")),
            (vec!["sales_matching"], false, Some("lacks ")),
        ] {
            result.measured = Some(Value::Set { has: codes(&has).into_iter().collect(), open });
            let gap = gap(&result, Lang::En);
            assert_eq!(gap.is_some(), said.is_some(), "{has:?} {gap:?}");
            assert!(said.is_none_or(|said| gap.is_some_and(|gap| gap.starts_with(said))), "{has:?}");
        }
    }

    #[test]
    fn what_is_asked_is_said_of_a_requirement_of_what_must_hold_and_of_parts() {
        let mut of = criterion("any", Verdict::Open);
        for (measure, required, zh, en) in [
            ("any", None, "下列有一项达到即可", "one of the following suffices"),
            ("all", None, "下列各项都要达到", "all of the following must hold"),
            ("judgement", None, "", ""),
            ("judgement", Some(Required::Holds), "须符合", "must hold"),
            ("events", Some(Required::Exactly(Exact::whole(2))), "正好2个", "exactly 2"),
        ] {
            of.measure = measure.to_owned();
            of.required = required;
            assert_eq!((asked(&of, Lang::Zh).as_str(), asked(&of, Lang::En).as_str()), (zh, en));
        }
    }
}
