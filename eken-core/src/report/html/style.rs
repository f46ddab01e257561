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

    /// The values of the colours in a block of the style.
    fn colours(block: &str) -> Vec<(String, [u128; 3])> {
        block
            .split(';')
            .filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"))
            .map(|(name, hex)| {
                let part = |at: usize| u128::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap());
                (name.to_owned(), [part(0), part(2), part(4)])
            })
            .collect()
    }

    /// Ten million times the linear light of one channel by WCAG 2: ((c + 0.055) / 1.055)^2.4, the fifth root of the twelfth power.
    fn linear(channel: u128) -> u128 {
        if channel * 1000 <= 255 * 40 {
            return channel * 10_000_000 / 255 * 100 / 1292;
        }
        let scaled = (channel * 1000 + 14_025) * 1000 / 269_025;
        let power = scaled.pow(12);
        // a thousandth to the 12/5 is ten to the minus 7.2
        let (mut low, mut high) = (0u128, 20_000_000u128);
        while low + 1 < high {
            let middle = (low + high) / 2;
            if middle.pow(5) <= power { low = middle } else { high = middle }
        }
        low * 10_000_000 / 15_848_932
    }

    fn luminance([red, green, blue]: [u128; 3]) -> u128 {
        (linear(red) * 2126 + linear(green) * 7152 + linear(blue) * 722) / 10_000
    }

    /// A hundred times the contrast of two colours.
    fn contrast(one: [u128; 3], other: [u128; 3]) -> u128 {
        let (one, other) = (luminance(one) + 500_000, luminance(other) + 500_000);
        one.max(other) * 100 / one.min(other)
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        // rounding down, 21 is 20.99
        assert_eq!(contrast([0, 0, 0], [255, 255, 255]), 2099);
        // #767676 on white is the lightest grey that passes
        assert!(contrast([0x76, 0x76, 0x76], [255, 255, 255]) >= 450);
        assert!(contrast([0x77, 0x77, 0x77], [255, 255, 255]) < 450);
    }

    #[test]
    fn every_text_stands_out_from_its_ground_by_day_and_by_night() {
        let blocks: Vec<&str> = CSS
            .split(":root {")
            .skip(1)
            .map(|rest| rest.split('}').next().unwrap())
            .filter(|b| b.contains("--ink"))
            .collect();
        assert_eq!(blocks.len(), 2, "day and night");
        for block in blocks {
            let colours = colours(block);
            let of = |name: &str| colours.iter().find(|(held, _)| held == name).map(|(_, value)| *value).expect(name);
            for verdict in ["met", "exempt", "not-met", "open", "none", "conflict"] {
                let ratio = contrast(of(verdict), of(&format!("{verdict}-tint")));
                assert!(ratio >= 450, "{verdict} {ratio} in {block}");
            }
            for ink in ["ink", "dim", "link", "secret"] {
                for ground in ["paper", "card"] {
                    let ratio = contrast(of(ink), of(ground));
                    assert!(ratio >= 450, "{ink} on {ground}: {ratio} in {block}");
                }
            }
        }
    }

    #[test]
    fn the_style_is_no_markup_and_fetches_nothing() {
        assert!(!CSS.contains(['<', '&']) && !CSS.contains("url(") && !CSS.contains("@import"));
    }
}
