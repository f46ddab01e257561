//! A figure of a part of the map that is larger than that of the whole around it.

use std::collections::BTreeMap;

use crate::finding::{Severity, Spec};
use crate::model::kind::Code;
use crate::model::{Series, Territory};
use crate::validate::series::{Entry, Span, TimeSeries, amounts};
use crate::validate::{Context, Found, Rule};
use crate::words::Label;

/// The territories of figures, each inside the next: core, whole site, host townships as a whole, county, city.
const NESTED: [Territory; 5] =
    [Territory::CoreArea, Territory::Site, Territory::HostTownships, Territory::County, Territory::City];

pub(super) const RULE: Rule = Rule {
    spec: Spec {
        clauses: &["附件2-23", "附件2-26", "附件1-二-县统计局"],
        summary: Label::new("局部的数大于整体的数", "the figure of a part is larger than that of the whole"),
        message: Label::new(
            "{series} {period}：{territory} 为 {value}，大于包含它的 {within} 的 {whole}",
            "{series} of {period} is {value} in {territory}, more than the {whole} of {within} around it",
        ),
        help: Label::new(
            "核对两个数的统计地域和单位；e镇四至范围的数包含核心区",
            "check territory and unit of both; the figure of the site includes its core",
        ),
        example: r#"{"schema_version": 1, "statistics": {"items": [
  {"id": "N1", "series": "gross_output", "period": "2023", "territory": "site", "amount": 78000000, "source": "县统计局"},
  {"id": "N2", "series": "gross_output", "period": "2023", "territory": "core_area", "amount": 81000000, "source": "县统计局"}]}}"#,
        ..Spec::new("statistic.part-exceeds-whole", Severity::Error)
    },
    check,
};

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    let all = amounts(context, found);
    let mut places: BTreeMap<(Series, Span), Vec<(Territory, &TimeSeries<'_>)>> = BTreeMap::new();
    for territory in NESTED {
        for series in all.iter().filter(|series| series.territory == territory) {
            for span in series.on_file.keys() {
                places.entry((series.series, *span)).or_default().push((territory, series));
            }
        }
    }
    for ((_, span), of) in places {
        let settled: Vec<(Territory, &Entry<'_>)> =
            of.into_iter().filter_map(|(territory, series)| Some((territory, series.settled(span)?))).collect();
        // neighbours suffice: what exceeds a farther one exceeds a nearer one, or that one does
        for ((territory, part), (within, whole)) in settled.iter().zip(settled.iter().skip(1)) {
            let (value, most) = (part.amount(), whole.amount());
            if value > most.plus(most.rounding()).plus(value.rounding()) {
                let period = part.record.period.get().map(|period| period.to_string()).unwrap_or_default();
                found.at(
                    part.pointer(),
                    vec![
                        ("series", part.record.series.get().map(Code::code).unwrap_or_default().into()),
                        ("period", period.into()),
                        ("territory", territory.code().into()),
                        ("value", value.param()),
                        ("within", within.code().into()),
                        ("whole", most.param()),
                    ],
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::testing::found;

    #[test]
    fn a_core_larger_than_its_site_is_found() {
        assert_eq!(
            found(&RULE, RULE.spec.example),
            [
                "/statistics/items/1/amount series=gross_output period=2023 territory=core_area value=81000000 within=site whole=78000000"
            ]
        );
    }

    #[test]
    fn a_part_may_be_as_large_as_the_whole_but_for_rounding() {
        let of = |core: &str| {
            let dossier = RULE.spec.example.replace("78000000", "7811111").replace("81000000", core);
            found(&RULE, &dossier).len()
        };
        assert_eq!(["7811110", "7811111", "7811112", "7811113"].map(of), [0, 0, 0, 1]);
    }

    #[test]
    fn other_periods_and_series_are_not_compared() {
        let of = |from: &str, to: &str| found(&RULE, &RULE.spec.example.replacen(from, to, 1));
        assert_eq!(of("2023", "2022"), [""; 0]);
        assert_eq!(of("gross_output", "online_retail"), [""; 0]);
    }

    #[test]
    fn the_nearest_territory_on_file_is_the_whole() {
        let dossier = RULE.spec.example.replace("\"site\"", "\"county\"");
        assert_eq!(found(&RULE, &dossier).len(), 1);
        assert_eq!(found(&RULE, &dossier.replace("county", "city")).len(), 1);
    }
}
