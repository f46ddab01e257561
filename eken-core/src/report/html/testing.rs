//! For the tests of the HTML report: pages of made-up dossiers.

use super::html;
use super::markup::Markup;
use crate::report::ReportOptions;
use crate::report::source::Source;
use crate::report::testing::{TOWN, Town, town_of};

/// The page of a dossier.
pub(super) fn report(text: &str, options: &ReportOptions<'_>) -> String {
    let (checked, plan, assessment) = town_of(text);
    html(&assessment, &checked, &plan, options)
}

/// One room of the page of a dossier.
pub(super) fn room(text: &str, options: &ReportOptions<'_>, write: impl FnOnce(&mut Markup, &Source<'_>)) -> String {
    room_of(&town_of(text), options, write)
}

/// One room of the page of a dossier that is assessed already.
pub(super) fn room_of(
    (checked, plan, assessment): &Town,
    options: &ReportOptions<'_>,
    write: impl FnOnce(&mut Markup, &Source<'_>),
) -> String {
    let mut markup = Markup::default();
    write(&mut markup, &Source::new(assessment, checked, plan, options));
    markup.finish()
}

/// A town whose names try to be markup, to turn the direction of writing and to close the style.
pub(super) fn hostile() -> String {
    let evil = r#"</style><b onclick=\"x\">&amp;\u202e\u2066\u001b\ufffe'`"#;
    TOWN.replace("示例乡村e镇", evil).replace("展示馆", evil)
}

/// The texts of a piece of markup.
pub(super) fn texts(markup: &str) -> String {
    let text: String = markup.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect();
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .into_iter()
        .fold(text, |text, (coded, sign)| text.replace(coded, sign))
}
