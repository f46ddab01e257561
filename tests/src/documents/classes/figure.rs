//! Changes of figures: the object form with status and source, whole and faulty.

use eken_core::json::Tree;
use eken_core::model::kind::FieldKind;

use super::{Class, one_of, refused, sound};
use crate::documents::site::Site;
use crate::random::Random;

fn figure(site: &Site, random: &mut Random, texts: &[&str]) -> Option<Tree> {
    match site.kind {
        FieldKind::Quantity { figure: true, .. } => one_of(random, texts),
        _ => None,
    }
}

pub(super) const CLASSES: &[Class] = &[
    sound("a figure with its status", |site, _, random| {
        figure(
            site,
            random,
            &[
                r#"{"value":5}"#,
                r#"{"value":"12.5","status":"provisional"}"#,
                r#"{"status":"estimated","source":"统计局","value":1.0}"#,
                r#"{"value":1e2,"status":{"missing":"not_collected"},"as_of":"2024-02-29","previous":"4","note":"修订"}"#,
                r#"{"value":0,"unit":"yuan","missing_":1}"#,
            ],
        )
    }),
    refused("a figure with a bad status", |site, _, random| {
        figure(
            site,
            random,
            &[
                r#"{"value":5,"status":"preliminary"}"#,
                r#"{"value":5,"status":"final\n"}"#,
                r#"{"value":5,"status":"初步数"}"#,
                r#"{"value":5,"status":null}"#,
                r#"{"value":5,"status":1}"#,
                r#"{"value":5,"as_of":"2023"}"#,
                r#"{"value":5,"source":""}"#,
                r#"{"value":5,"note":[]}"#,
            ],
        )
    }),
    refused("a figure with a bad value", |site, _, random| {
        figure(
            site,
            random,
            &[
                r#"{"value":null,"status":"final"}"#,
                r#"{"value":"1e3"}"#,
                r#"{"value":1e15,"source":"x"}"#,
                r#"{"value":{"value":5}}"#,
                r#"{"value":{"missing":"withheld"}}"#,
                r#"{"value":[5]}"#,
                r#"{"value":"5\n"}"#,
                r#"{"value":true}"#,
            ],
        )
    }),
    refused("a figure without a value", |site, _, random| {
        figure(site, random, &[r#"{"status":"final"}"#, r#"{"Value":5}"#, r#"{"source":"统计局","数值":5}"#, "{}"])
    }),
    sound("a figure object that is missing", |site, _, random| {
        figure(
            site,
            random,
            &[r#"{"value":5,"missing":"withheld"}"#, r#"{"missing":"not_yet_due","status":"nonsense","value":"1e3"}"#],
        )
    }),
];
