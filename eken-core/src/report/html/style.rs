//! How the page looks: one style within the file.

use super::markup::Markup;

/// The style.
pub(super) const CSS: &str = include_str!("style.css");

/// What stands in the margins of every printed page: the name of the report and the mark of its rendition.
pub(super) fn running(markup: &mut Markup, name: &str, mark: &str, is_internal: bool) {
    for (corner, text) in [("@page { @top-left { content: \"", name), ("@page { @top-right { content: \"", mark)] {
        markup.own(corner);
        markup.coded(text);
        markup.own("\"; } }\n");
    }
    if is_internal {
        markup.own("@page { @top-right { color: #a31621; font-weight: 700; } }\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_can_end_the_style_it_stands_in() {
        let mut markup = Markup::default();
        running(&mut markup, "</style>\"}\\", "x", true);
        let told = markup.finish();
        assert!(told.contains("\\00003c\\00002f") && !told.contains('<'), "{told}");
        assert_eq!(told.matches('"').count(), 4);
    }

    #[test]
    fn the_style_is_no_markup_and_fetches_nothing() {
        assert!(!CSS.contains(['<', '&']) && !CSS.contains("url(") && !CSS.contains("@import"));
    }
}
