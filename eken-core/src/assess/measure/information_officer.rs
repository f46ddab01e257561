//! `information-officer`: the information officer and the reports.

use super::registry::{Measure, MeasureParam, Run, ValueKind};
use crate::assess::lack::{Lack, LackKind};
use crate::assess::measured::{Case, Measured};
use crate::assess::truth::Truth;
use crate::assess::view::{View, holds};
use crate::model::InformationOfficer;
use crate::plan::Params;
use crate::words::Label;

pub(super) static INFORMATION_OFFICER: Measure = Measure {
    id: "information-officer",
    label: Label::new("信息联络员", "information officer"),
    about: Label::new(
        "信息联络员已按单位和岗位明确，未写明确时间的视为已明确；评估时点以前应报的信息都在应报日期以前报出，报送记录须列全，迟报一次即为不符；\
         还没有应报信息的待定",
        "the officer is named by department and post, and counts as appointed where no date is given; every report due by the \
         as-of date was sent by its day, on a list declared complete, and one late report is enough for no; while no report was due it is open",
    ),
    params: &[MeasureParam {
        name: "aspect",
        label: Label::new("方面", "aspect"),
        required: true,
        values: &["named-by-post", "reports-on-time"],
    }],
    readings: &[],
    annual: false,
    value: ValueKind::Truth,
    run: Run::Town(run),
};

const OFFICER: &str = "/organisation/information_officer";

fn run(view: &View<'_>, params: &Params) -> Measured {
    let officer = view.dossier.organisation.known().and_then(|organisation| organisation.information_officer.known());
    let Some(officer) = officer else {
        let lack = Lack::new(LackKind::Field, OFFICER, vec![("field", "information_officer".into())]);
        return Measured::truth(Truth::Unknown).lacking(lack);
    };
    match params.text("aspect") {
        Some("named-by-post") => named_by_post(view, officer),
        Some("reports-on-time") => reports_on_time(view, officer),
        _ => Measured::truth(Truth::Unknown).lacking(Lack::new(
            LackKind::Misfit,
            OFFICER,
            vec![("measure", "information-officer".into())],
        )),
    }
}

fn named_by_post(view: &View<'_>, officer: &InformationOfficer) -> Measured {
    let appointed = if officer.appointed.is_absent() { Truth::Yes } else { view.happened(&officer.appointed) };
    let case = Case::yes()
        .and(holds(&officer.post, |_| true), || lack("post"))
        .and(holds(&officer.department, |_| true), || lack("department"))
        .and(appointed, || lack("appointed"));
    Measured { lacks: case.lacks, ..Measured::truth(case.truth).seen(OFFICER) }
}

fn reports_on_time(view: &View<'_>, officer: &InformationOfficer) -> Measured {
    let mut evidence = vec![OFFICER.to_owned()];
    let (mut case, mut any_due) = (Case::yes(), Truth::No);
    for (place, report) in officer.reports.iter() {
        let pointer = format!("{OFFICER}/reports/{place}");
        let due = holds(&report.due, |due| *due <= view.as_of);
        any_due = any_due.or(due);
        let on_time = report.due.get().map_or(Truth::Unknown, |due| holds(&report.sent, |sent| *sent <= due));
        let kept = due.not().or(on_time);
        if kept == Truth::No {
            evidence.push(pointer.clone());
        }
        let field = if report.due.known().is_none() { "due" } else { "sent" };
        case =
            case.and(kept, || Lack::new(LackKind::Field, format!("{pointer}/{field}"), vec![("field", field.into())]));
    }
    let complete = officer.reports.is_whole() && officer.reports_complete.get() == Some(true);
    let case = case
        .and(if complete { Truth::Yes } else { Truth::Unknown }, || {
            lack(if officer.reports.is_whole() { "reports_complete" } else { "reports" })
        })
        // where nothing was due, nothing shows that reports are made on time
        .and(if any_due == Truth::No { Truth::Unknown } else { Truth::Yes }, || lack("reports"));
    Measured { evidence, lacks: case.lacks, ..Measured::truth(case.truth) }
}

fn lack(field: &'static str) -> Lack {
    Lack::new(LackKind::Field, format!("{OFFICER}/{field}"), vec![("field", field.into())])
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::{Answer, measure};

    const TOWN: &str = r#"{"schema_version":1,"as_of":"2023-12-31","organisation":{"information_officer":{
        "department":"县工科局","post":"信息联络员","reports_complete":true,"reports":[
        {"due":"2023-06-30","sent":"2023-06-30"},{"due":"2023-12-31","sent":"2023-12-20"},{"due":"2024-03-31"}]}}}"#;

    fn officer(aspect: &str, text: &str) -> Answer {
        measure("information-officer", &[("aspect", aspect)], text, &[])
    }

    #[test]
    fn an_officer_is_named_by_department_and_post() {
        let named = |from: &str, to: &str| officer("named-by-post", &TOWN.replace(from, to)).to_string();
        assert_eq!(named("", ""), "yes");
        assert_eq!(named(r#""department":"县工科局","#, ""), "unknown");
        assert_eq!(named(r#""post":"#, r#""appointed":"2024-01","post":"#), "no");
        assert_eq!(named("information_officer", "officer"), "unknown");
    }

    #[test]
    fn every_report_due_by_the_day_was_sent_in_time() {
        let reports = |from: &str, to: &str| officer("reports-on-time", &TOWN.replace(from, to));
        assert_eq!(reports("", "").to_string(), "yes");
        let later = officer("reports-on-time", &TOWN.replace("2023-12-31\",\"org", "2023-05-31\",\"org"));
        assert_eq!(later.to_string(), "unknown");
        assert_eq!(later.0.lacks[0].pointer, "/organisation/information_officer/reports");
        let late = reports(r#""sent":"2023-06-30""#, r#""sent":"2023-07-01""#);
        assert_eq!(late.to_string(), "no");
        assert_eq!(late.0.evidence[1], "/organisation/information_officer/reports/0");
        let unsent = reports(r#","sent":"2023-12-20""#, "");
        assert_eq!(unsent.to_string(), "unknown");
        assert_eq!(unsent.0.lacks[0].pointer, "/organisation/information_officer/reports/1/sent");
        assert_eq!(reports(r#""reports_complete":true,"#, "").to_string(), "unknown");
        assert_eq!(reports(r#"{"due":"2024-03-31"}"#, "7").to_string(), "unknown");
        assert_eq!(reports(r#"{"due":"2024-03-31"}"#, r#"{"due":"2023-11-30"}"#).to_string(), "unknown");
    }
}
