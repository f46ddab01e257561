//! The boxes of comments: a drawing in VML, the one part of a workbook that need not be well-formed, so that it is changed as
//! text. The sender's shapes stay where they are.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::At;
use super::size::Size;
use crate::error::Result;
use crate::xlsx::fault;

/// Shapes that one number of a drawing takes.
const BLOCK: usize = 1_024;
/// What a drawing begins with.
const HEAD: &str = concat!(
    "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" ",
    "xmlns:x=\"urn:schemas-microsoft-com:office:excel\">\n"
);
const END: &str = "</xml>";

/// The drawing of the comments of a sheet, changed: boxes are added, made large enough for other texts, and taken away.
/// `old` is the drawing as it is, empty where there is none; `block` is the first number that no drawing of the workbook has.
///
/// # Errors
/// `xlsx.damaged` where the end of the old drawing is not found.
pub fn change(
    old: &str,
    added: &BTreeMap<At, String>,
    other: &BTreeMap<At, String>,
    gone: &BTreeSet<At>,
    (size, block): (&Size, usize),
) -> Result<String> {
    let mut text = if old.is_empty() { format!("{HEAD}{END}") } else { old.to_owned() };
    for at in gone {
        if let Some((from, to)) = shape(&text, *at) {
            text = format!("{}{}", text.get(..from).unwrap_or_default(), text.get(to..).unwrap_or_default());
        }
    }
    for (at, words) in other {
        if let Some((from, to)) = shape(&text, *at).and_then(|(from, to)| anchor(&text, from, to)) {
            let (before, after) = (text.get(..from).unwrap_or_default(), text.get(to..).unwrap_or_default());
            text = format!("{before}{}{after}", size.anchor(*at, words));
        }
    }
    if added.is_empty() {
        return Ok(text);
    }
    let last = text.rfind(END).ok_or(fault::damaged())?;
    let (before, after) = text.split_at_checked(last).ok_or(fault::damaged())?;
    let blocks = blocks(added.len());
    let data: Vec<String> = (block..block.saturating_add(blocks)).map(|block| block.to_string()).collect();
    let mut out = before.to_owned();
    if old.is_empty() {
        out.push_str(&format!(
            "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"{}\"/></o:shapelayout>\n",
            data.join(",")
        ));
    }
    out.push_str(&kind(block));
    for (nth, (at, words)) in added.iter().enumerate() {
        out.push_str(&drawn(*at, &size.anchor(*at, words), number(block, nth), block));
    }
    out.push_str(after);
    Ok(out)
}

/// How many numbers the boxes of a sheet take.
pub fn blocks(count: usize) -> usize {
    count.div_ceil(BLOCK.saturating_sub(1)).max(1)
}

/// The largest number that a drawing has.
pub fn last_block(drawing: &str) -> usize {
    let maps = drawing.split("idmap").skip(1);
    let numbers = maps.filter_map(|map| map.split_once("data=\"")?.1.split('"').next());
    numbers.flat_map(|data| data.split(',')).filter_map(|number| number.trim().parse().ok()).max().unwrap_or_default()
}

/// The number of a shape: the first one of each block is not used.
fn number(block: usize, nth: usize) -> usize {
    let room = BLOCK.saturating_sub(1);
    let (blocks, rest) = (nth.checked_div(room).unwrap_or_default(), nth.checked_rem(room).unwrap_or_default());
    block.saturating_add(blocks).saturating_mul(BLOCK).saturating_add(rest).saturating_add(1)
}

/// The kind of shape that a box is, under a name of its own.
fn kind(block: usize) -> String {
    format!(
        "<v:shapetype xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
         id=\"_x0000_t202_eken{block}\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">\
         <v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>\n"
    )
}

fn drawn((row, column): At, anchor: &str, number: usize, block: usize) -> String {
    let (row, column) = (row.saturating_sub(1), column.saturating_sub(1));
    format!(
        "<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
         xmlns:x=\"urn:schemas-microsoft-com:office:excel\" id=\"_x0000_s{number}\" type=\"#_x0000_t202_eken{block}\" \
         style=\"position:absolute;margin-left:59.25pt;margin-top:1.5pt;width:240pt;height:90pt;z-index:1;visibility:hidden\" \
         fillcolor=\"#fbf8ef\" o:insetmode=\"auto\"><v:fill color2=\"#fbf8ef\"/><v:shadow on=\"t\" color=\"black\" \
         obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"><div \
         style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>\
         <x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>\
         </x:ClientData></v:shape>\n"
    )
}

/// From where to where the box of a cell stands in a drawing.
fn shape(text: &str, (row, column): At) -> Option<(usize, usize)> {
    let (row, column) = (row.checked_sub(1)?.to_string(), column.checked_sub(1)?.to_string());
    let says = |shape: &str, name: &str, number: &str| {
        let said = shape.split_once(&format!("{name}>")).and_then(|(_, rest)| rest.split('<').next());
        said.is_some_and(|said| said.trim() == number)
    };
    let mut from = 0_usize;
    while let Some(begin) = text.get(from..)?.find("<v:shape ").map(|at| at.saturating_add(from)) {
        let end = text.get(begin..)?.find("</v:shape>")?.saturating_add(begin).saturating_add("</v:shape>".len());
        let shape = text.get(begin..end)?;
        if shape.contains("\"Note\"") && says(shape, ":Row", &row) && says(shape, ":Column", &column) {
            return Some((begin, end));
        }
        from = end;
    }
    None
}

/// From where to where, within a shape, its place stands.
fn anchor(text: &str, from: usize, to: usize) -> Option<(usize, usize)> {
    let shape = text.get(from..to)?;
    let begin = shape.find(":Anchor>")?.saturating_add(":Anchor>".len());
    let end = shape.get(begin..)?.find('<')?.saturating_add(begin);
    Some((from.saturating_add(begin), from.saturating_add(end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(cells: &[At]) -> BTreeMap<At, String> {
        cells.iter().map(|at| (*at, "错误".to_owned())).collect()
    }

    #[test]
    fn boxes_are_added_made_larger_and_taken_away() {
        let (size, none, gone) = (Size::default(), BTreeMap::new(), BTreeSet::new());
        let first = change("", &words(&[(2, 3), (5, 1)]), &none, &gone, (&size, 1)).unwrap();
        assert_eq!((first.matches("<v:shape ").count(), last_block(&first)), (2, 1));
        assert!(first.contains("_x0000_s1025") && first.contains("_x0000_s1026") && first.ends_with("</xml>"));
        let long = BTreeMap::from([((2, 3), "长".repeat(500))]);
        let second = change(&first, &none, &long, &BTreeSet::from([(5, 1)]), (&size, 2)).unwrap();
        assert_eq!(second.matches("<v:shape ").count(), 1);
        assert!(shape(&second, (2, 3)).is_some() && shape(&second, (5, 1)).is_none());
        assert!(
            !second.contains(&size.anchor((2, 3), "错误")) && second.contains(&size.anchor((2, 3), &"长".repeat(500)))
        );
    }

    #[test]
    fn a_drawing_of_another_hand_keeps_its_shapes() {
        let old = "<xml><o:idmap v:ext=\"edit\" data=\"1,7\"/><v:shape id=\"b\"><div>a<br>b</div><x:ClientData ObjectType=\"Button\"><x:Row>1</x:Row><x:Column>2</x:Column></x:ClientData></v:shape></xml>";
        let added = words(&[(2, 3)]);
        let new = change(old, &added, &BTreeMap::new(), &BTreeSet::from([(2, 3)]), (&Size::default(), 8)).unwrap();
        assert!(new.starts_with(old.strip_suffix(END).unwrap()) && new.contains("_x0000_s8193"), "{new}");
        assert_eq!(last_block(old), 7);
        assert_eq!(
            change("<xml>", &added, &BTreeMap::new(), &BTreeSet::new(), (&Size::default(), 1)).unwrap_err().code,
            "workbook.damaged"
        );
    }

    #[test]
    fn more_boxes_than_one_number_takes_go_on_with_the_next() {
        assert_eq!([blocks(0), blocks(1_023), blocks(1_024), blocks(10_000)], [1, 1, 2, 10]);
        assert_eq!([number(3, 0), number(3, 1_022), number(3, 1_023)], [3_073, 4_095, 4_097]);
    }
}
