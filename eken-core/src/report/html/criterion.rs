//! One criterion: what is asked, what was measured from which facts, how far it is off, what to do.

use super::badge::badge;
use super::gap;
use super::markup::Markup;
use crate::assess::{CriterionResult, Required, Value};
use crate::report::source::Source;
use crate::report::{names, value};
use crate::words::Lang;

/// Writes a criterion; its gap is drawn unless it is the one that is drawn already.
pub(super) fn write(
    markup: &mut Markup,
    source: &Source<'_>,
    result: &CriterionResult,
    drawn: Option<&CriterionResult>,
) {
    let lang = source.lang;
    markup.tag("div", &[("class", "criterion")], |markup| {
        markup.tag("div", &[("class", "top")], |markup| {
            markup.tag("p", &[("class", "name")], |markup| {
                badge(markup, result.verdict, lang);
                markup.text(" ");
                markup.text(&value::title(result, lang));
            });
            if !drawn.is_some_and(|drawn| std::ptr::eq(drawn, result)) {
                gap::bar(markup, result, lang);
            }
        });
        codes(markup, result, lang);
        figures(markup, source, result);
        grounds(markup, source, result);
        for part in &result.parts {
            write(markup, source, part, drawn);
        }
    });
}

/// What is short: requirement, measured value, gap, years, clauses, one beside the other.
fn figures(markup: &mut Markup, source: &Source<'_>, result: &CriterionResult) {
    let lang = source.lang;
    let mut measured = value::measured(result, lang);
    if result.provisional {
        measured.push_str(value::provisional(lang));
    }
    let gap = match (value::signed_gap(result, lang), value::gap(result, lang), lang) {
        (Some(figure), Some(words), Lang::Zh) => format!("{figure}（{words}）"),
        (Some(figure), Some(words), Lang::En) => format!("{figure} ({words})"),
        (figure, words, _) => figure.or(words).unwrap_or_default(),
    };
    let pairs = [
        (source.pick("要求", "required"), value::asked(result, lang)),
        (source.pick("实测", "measured"), measured),
        (source.pick("差距", "gap"), gap),
        (source.pick("年度", "years"), value::years(result, lang)),
        (source.pick("条款", "clauses"), result.clauses.join(source.joint())),
    ];
    if pairs.iter().all(|(_, says)| says.is_empty()) {
        return;
    }
    markup.tag("dl", &[("class", "figures")], |markup| {
        for (term, says) in pairs.iter().filter(|(_, says)| !says.is_empty()) {
            markup.tag("div", &[], |markup| markup.pair(term, says));
        }
    });
}

/// What takes room: readings, facts, notes, what to do.
fn grounds(markup: &mut Markup, source: &Source<'_>, result: &CriterionResult) {
    let rows: [(&str, &str, Vec<String>); 4] = [
        (source.pick("读法", "readings"), "run", source.readings(result)),
        (source.pick("事实", "facts"), "run", source.facts(&result.evidence)),
        (source.pick("提示", "note"), "", source.notes(result)),
        (source.pick("要办", "to do"), "todo", source.lacks(result)),
    ];
    if rows.iter().all(|(.., says)| says.is_empty()) {
        return;
    }
    markup.tag("dl", &[("class", "facts")], |markup| {
        for (term, class, says) in &rows {
            several(markup, term, class, says);
        }
    });
}

/// A term with several things said of it.
fn several(markup: &mut Markup, term: &str, class: &str, says: &[String]) {
    if says.is_empty() {
        return;
    }
    markup.leaf("dt", class, term);
    markup.tag("dd", &[], |markup| match says {
        [only] => markup.text(only),
        many => {
            let attributes = [("class", class)];
            markup.tag("ul", if class.is_empty() { &[] } else { &attributes }, |markup| {
                for one in many {
                    markup.leaf("li", "", one);
                }
            });
        }
    });
}

/// The codes that must be there, each with whether it is.
fn codes(markup: &mut Markup, result: &CriterionResult, lang: Lang) {
    let (Some(Value::Set { has, open }), Some(Required::Includes(codes) | Required::IncludesAny(codes))) =
        (&result.measured, &result.required)
    else {
        return;
    };
    markup.tag("ul", &[("class", "codes")], |markup| {
        for code in codes {
            let (class, sign) = match (has.contains(code), open) {
                (true, _) => ("met", "✓"),
                (false, true) => ("open", "?"),
                (false, false) => ("not_met", "✗"),
            };
            let label = names::code_of_measure(&result.measure, code);
            let label = label.map_or_else(|| code.clone(), |label| names::lowered(&label, lang));
            markup.leaf("li", class, &format!("{sign} {label}"));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::super::testing::{room, texts};
    use super::*;
    use crate::assess::{Lack, LackKind, Verdict};
    use crate::quantity::{Exact, Unit};
    use crate::report::testing::{TOWN, criterion, whole};
    use crate::report::{Rendition, ReportOptions};

    fn page(result: &CriterionResult, options: &ReportOptions<'_>) -> String {
        room(TOWN, options, |markup, source| write(markup, source, result, None))
    }

    #[test]
    fn a_criterion_tells_its_gap_signed_and_in_words_and_its_facts() {
        let mut result = criterion("facility-floor-area", Verdict::NotMet);
        result.unit = Some(Unit::SquareMetre);
        result.measured = Some(whole(312, Some(312)));
        result.required = Some(Required::Between { min: Exact::whole(100), max: Exact::whole(300) });
        result.gap = Some(Exact::whole(12));
        result.evidence = vec!["/facilities/items/0".into()];
        result.readings = vec![("R13".into(), "areas-add-up".into())];
        let public = texts(&page(&result, &ReportOptions::default()));
        for part in ["✗ 未达到", "100至300平方米", "+12平方米（超出12平方米）", "设施第1条", "R13“"]
        {
            assert!(public.contains(part), "{part}: {public}");
        }
        let internal = ReportOptions { rendition: Rendition::Internal, ..ReportOptions::default() };
        assert!(texts(&page(&result, &internal)).contains("F1 展示馆"));
        let english = texts(&page(&result, &ReportOptions { lang: Lang::En, ..ReportOptions::default() }));
        assert!(english.contains("+12 m² (12 m² over)"), "{english}");
    }

    #[test]
    fn a_set_shows_each_code_with_its_sign() {
        let mut result = criterion("facility-zones", Verdict::NotMet);
        let codes = |list: &[&str]| list.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
        result.measured = Some(Value::Set { has: codes(&["offline_display"]).into_iter().collect(), open: false });
        result.required = Some(Required::Includes(codes(&["offline_display", "sales_matching"])));
        let page = page(&result, &ReportOptions::default());
        assert!(page.contains("<li class=\"met\">✓ ") && page.contains("<li class=\"not_met\">✗ "), "{page}");
        assert!(!page.contains("sales_matching"), "{page}");
    }

    #[test]
    fn lacks_beyond_the_first_are_counted() {
        let mut result = criterion("facility-floor-area", Verdict::Open);
        let lack = |field: usize| {
            let name = format!("f{field}");
            Lack::new(LackKind::Field, format!("/town/{name}"), vec![("field", name.into())])
        };
        result.missing = (0..11).map(lack).collect();
        let page = page(&result, &ReportOptions::default());
        assert!(page.contains("另有3件，用 eken explain 看全"), "{page}");
    }
}
