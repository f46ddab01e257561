//! Texts in their encodings, and bytes that are none.

use eken_core::words::Lang;
use proptest::prelude::*;

use super::*;

fn found(bytes: &[u8]) -> (String, Encoding, bool) {
    let decoded = decode(bytes, Encoding::Auto).expect("a text");
    (decoded.text.into_owned(), decoded.encoding, decoded.bom)
}

fn place(bytes: &[u8], encoding: Encoding) -> String {
    let error = decode(bytes, encoding).expect_err("no text");
    assert_eq!(error.code, "csv.encoding");
    error.at.expect("a place").text(Lang::En)
}

fn utf16(text: &str, big: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

/// 设施 in GBK.
const GBK: &[u8] = b"\xc9\xe8\xca\xa9";

#[test]
fn a_byte_order_mark_decides() {
    assert_eq!(found("\u{feff}设施".as_bytes()), ("设施".into(), Encoding::Utf8, true));
    assert_eq!(found(b"\xff\xfe\xbe\x8b\xbd\x65"), ("设施".into(), Encoding::Utf16Le, true));
    assert_eq!(found(b"\xfe\xff\x8b\xbe\x65\xbd"), ("设施".into(), Encoding::Utf16Be, true));
    assert_eq!(found(b"\x84\x31\x95\x33\xc9\xe8\xca\xa9"), ("设施".into(), Encoding::Gb18030, true));
    // only one mark is taken off
    assert_eq!(found("\u{feff}\u{feff}a".as_bytes()).0, "\u{feff}a");
}

#[test]
fn without_a_mark_it_is_utf8_and_then_gb18030() {
    assert_eq!(found(b""), (String::new(), Encoding::Utf8, false));
    assert_eq!(found(b"a,b"), ("a,b".into(), Encoding::Utf8, false));
    assert_eq!(found("设施".as_bytes()), ("设施".into(), Encoding::Utf8, false));
    assert_eq!(found(GBK), ("设施".into(), Encoding::Gb18030, false));
    assert_eq!(found(b"\x80100"), ("€100".into(), Encoding::Gb18030, false));
}

#[test]
fn rare_characters_of_place_names_take_four_bytes_in_gb18030() {
    // U+20000, U+3400 and U+9FB4, the last of which GB 18030-2022 moved from four bytes to two
    assert_eq!(found(b"\x95\x32\x82\x36\xb4\xe5,\x81\x39\xee\x39,\xfe\x59").0, "\u{20000}村,\u{3400},\u{9fb4}");
    assert_eq!(found(b"\xa6\xd9").0, "\u{fe10}");
}

#[test]
fn utf16_without_a_mark_is_known_by_its_nuls() {
    let text = "名称,面积\r\n展示体验中心,212\r\n";
    assert_eq!(found(&utf16(text, false)), (text.into(), Encoding::Utf16Le, false));
    assert_eq!(found(&utf16(text, true)), (text.into(), Encoding::Utf16Be, false));
    // a lone NUL in a text of another encoding is left for the reader to refuse
    assert_eq!(found(b"a,b\0").1, Encoding::Utf8);
    assert_eq!(found(b"a,\0b").1, Encoding::Utf8);
    assert_eq!(found(b"a\0,\0\0\0").1, Encoding::Utf8);
}

#[test]
fn the_first_byte_that_fits_none_is_named_with_its_line() {
    assert_eq!(place(b"a\nb\xff", Encoding::Auto), "byte 3, line 2");
    assert_eq!(place(b"\xc9\xe8\r\n\xca\xa9\r\n\xff", Encoding::Auto), "byte 8, line 3");
    // what goes further counts: here UTF-8 by one byte
    assert_eq!(place(b"\xe4\xb8\xad\xff\xff", Encoding::Auto), "byte 3, line 1");
    // cut off in the middle of a character
    assert_eq!(place(b"\xc9\xe8\xca", Encoding::Auto), "byte 2, line 1");
    assert_eq!(place(b"\xc9\xe8\x95\x32\x82", Encoding::Auto), "byte 2, line 1");
}

#[test]
fn a_damaged_utf8_file_is_not_read_as_gb18030() {
    let whole = "设施,面积\n示例中心,212\n".as_bytes();
    let cut = whole.get(..18).unwrap();
    assert_eq!(place(cut, Encoding::Auto), "byte 17, line 2");
    let mut flipped = whole.to_vec();
    flipped[4] ^= 0x40;
    assert_eq!(place(&flipped, Encoding::Auto), "byte 3, line 1");
    // its bytes would mean something there, but nothing that anyone wrote
    assert!(decode(&flipped, Encoding::Gb18030).is_ok());
}

#[test]
fn what_is_chosen_wins_and_its_failure_is_named() {
    assert_eq!(decode(GBK, Encoding::Gb18030).unwrap().text, "设施");
    assert_eq!(place(GBK, Encoding::Utf8), "byte 0, line 1");
    // UTF-8 read as GB18030 means something else, as the sender asked
    assert_eq!(decode("设施".as_bytes(), Encoding::Gb18030).unwrap().text, "璁炬柦");
    assert_eq!(decode("\u{feff}设".as_bytes(), Encoding::Utf8).map(|decoded| decoded.bom), Ok(true));
    assert_eq!(place(b"a\nb\xff", Encoding::Utf8), "byte 3, line 2");
    assert_eq!(place("\u{feff}\n\u{8bbe}".as_bytes().split_last().unwrap().1, Encoding::Utf8), "byte 4, line 2");
    assert_eq!(place(b"a\0\n\0\x00\xd8b\0", Encoding::Utf16Le), "byte 4, line 2");
    assert_eq!(place(b"\xfe\xff\0a\0\n\0", Encoding::Utf16Be), "byte 6, line 2");
    assert_eq!(decode(b"a\0", Encoding::Utf16Le).unwrap().text, "a");
}

#[test]
fn nineteen_code_points_do_not_come_back_from_gb18030() {
    let lost = |letter: &char| {
        let text = letter.to_string();
        let (bytes, _, unmappable) = GB18030.encode(&text);
        unmappable
            || GB18030.decode_without_bom_handling_and_without_replacement(&bytes).as_deref() != Some(text.as_str())
    };
    // of the planes above the first only the ends: all of them are computed by one formula
    let letters = ('\0'..='\u{100ff}').chain('\u{1ff00}'..='\u{200ff}').chain('\u{10ff00}'..=char::MAX);
    let lost: Vec<String> = letters.filter(lost).map(|letter| format!("{:X}", u32::from(letter))).collect();
    let moved = "E78D E78E E78F E790 E791 E792 E793 E794 E795 E796 E81E E826 E82B E82C E832 E843 E854 E864";
    assert_eq!(lost.join(" "), format!("E5E5 {moved}"));
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..64), chosen in 0..5_usize) {
        let all = [Encoding::Auto, Encoding::Utf8, Encoding::Gb18030, Encoding::Utf16Le, Encoding::Utf16Be];
        if let Ok(decoded) = decode(&bytes, all[chosen]) {
            prop_assert_ne!(decoded.encoding, Encoding::Auto);
        }
    }
}
