//! Changes of dates, months and times of day.

use eken_core::json::Tree;
use eken_core::model::kind::FieldKind;

use super::{Class, refused, sound, text_of};

fn is_day(kind: &FieldKind) -> bool {
    matches!(kind, FieldKind::Date | FieldKind::PartialDate)
}

fn is_time(kind: &FieldKind) -> bool {
    matches!(kind, FieldKind::Date | FieldKind::PartialDate | FieldKind::Month | FieldKind::Time)
}

pub(super) const CLASSES: &[Class] = &[
    sound("29 February of a leap year", |site, _, random| {
        if is_day(&site.kind) {
            text_of(random, &["2024-02-29", "2000-02-29", "1904-02-29", "2096-02-29"])
        } else {
            None
        }
    }),
    refused("29 February of another year", |site, _, random| {
        if is_day(&site.kind) {
            text_of(random, &["2023-02-29", "1900-02-29", "2001-02-29", "2098-02-29"])
        } else {
            None
        }
    }),
    sound("the last day of a month", |site, _, random| {
        let days = ["1900-01-01", "2099-12-31", "2023-02-28", "2023-04-30", "2023-01-31", "2023-10-31"];
        if is_day(&site.kind) { text_of(random, &days) } else { None }
    }),
    refused("a day that does not exist", |site, _, random| {
        let days = ["2023-02-30", "2023-04-31", "2023-11-31", "2023-01-32", "2023-01-00", "2023-12-99"];
        if is_day(&site.kind) { text_of(random, &days) } else { None }
    }),
    refused("month 13", |site, _, random| match site.kind {
        FieldKind::Date => text_of(random, &["2023-13-01", "2023-00-01", "2023-20-10"]),
        FieldKind::PartialDate => text_of(random, &["2023-13", "2023-00", "2023-13-01", "2023Q5", "2023Q0"]),
        FieldKind::Month => text_of(random, &["2023-13", "2023-00", "2023-99"]),
        _ => None,
    }),
    refused("a year out of range", |site, _, random| match site.kind {
        FieldKind::Date => text_of(random, &["1899-12-31", "2100-01-01", "0001-01-01", "9999-12-31"]),
        FieldKind::PartialDate => text_of(random, &["1899", "2100", "2100Q1", "1899-12", "2100-01-01"]),
        FieldKind::Month => text_of(random, &["1899-12", "2100-01"]),
        _ => None,
    }),
    refused("an hour out of range", |site, _, random| match site.kind {
        FieldKind::Time => text_of(random, &["24:00", "23:60", "99:99", "09:30:00", "9:30", "0930", "09:30Z", "-1:30"]),
        _ => None,
    }),
    refused("a date in another form", |site, _, random| match site.kind {
        FieldKind::Date => text_of(
            random,
            &[
                "20230501",
                "2023/05/01",
                "2023.5.1",
                "2023-5-1",
                "2023-05",
                "2023",
                "2023年5月1日",
                "2023-05-01T00:00:00",
                "+2023-05-01",
                "2023-05-01Z",
            ],
        ),
        FieldKind::PartialDate => text_of(
            random,
            &["202305", "2023.5", "2023-5", "2023年5月", "2023q2", "2023-Q2", "23", "2023Q", "Q2", "2023-"],
        ),
        FieldKind::Month => text_of(random, &["202305", "2023-5", "2023-05-01", "2023", "2023Q2", "2023年5月"]),
        _ => None,
    }),
    refused("a date with a line feed", |site, old, random| match old {
        Tree::Text(text) if is_time(&site.kind) => {
            Some(Tree::text(&format!("{text}{}", ["\n", "\r\n", "\u{2028}", "\u{85}"][random.below(4)])))
        }
        _ => None,
    }),
    refused("a date with a space", |site, old, random| match old {
        Tree::Text(text) if is_time(&site.kind) => Some(Tree::text(&match random.below(3) {
            0 => format!(" {text}"),
            1 => format!("{text} "),
            _ => format!("\n{text}"),
        })),
        _ => None,
    }),
    refused("a date in full-width digits", |site, old, _| match old {
        Tree::Text(text) if is_time(&site.kind) => Some(Tree::text(&wide(text))),
        _ => None,
    }),
];

/// The same with full-width digits.
pub(super) fn wide(text: &str) -> String {
    text.chars().map(|c| c.to_digit(10).and_then(|digit| char::from_u32(0xFF10 + digit)).unwrap_or(c)).collect()
}
