//! Personal numbers inside a text: seen and masked before the text may stand in a message.

use std::borrow::Cow;
use std::ops::Range;

use super::phone::{is_area_code, is_landline, is_mobile};
use super::{resident_id, uscc, written};

/// What stands in place of a personal number.
const MASK: &str = "***";

/// Most groups of digits that one number is written in.
const MOST_GROUPS: usize = 6;

/// Digits of the shortest number: a landline with its area code.
const FEWEST_DIGITS: usize = 10;

/// The text with every personal number replaced by `***`.
///
/// Masked are, in ASCII or full width: numbers that look like a resident id (18 characters, or 15 digits with a date),
/// mobile numbers, landline numbers with their area code, e-mail addresses, and any 16 digits and more in a row, as bank
/// cards have. Digits may be parted by a blank or a hyphen as such numbers usually are. In doubt it masks.
///
/// Not masked are unified social credit codes that hold and digests of 64 hexadecimal digits. A number that is a credit
/// code by its check character and has a date of birth in it is taken for a person's.
///
/// ```
/// use eken_core::code::mask_personal;
///
/// assert_eq!(mask_personal("联系人电话139 0000 0000,见附件"), "联系人电话***,见附件");
/// assert_eq!(mask_personal("统一社会信用代码121408274000000425"), "统一社会信用代码121408274000000425");
/// ```
pub fn mask_personal(text: &str) -> Cow<'_, str> {
    let mut masked = mask_once(text);
    // what is masked may leave an address beside it; each time there is less to mask
    while let Cow::Owned(text) = &masked {
        match mask_once(text) {
            Cow::Borrowed(_) => break,
            Cow::Owned(more) => masked = Cow::Owned(more),
        }
    }
    masked
}

fn mask_once(text: &str) -> Cow<'_, str> {
    if has_no_number(text) {
        return Cow::Borrowed(text);
    }
    let signs: Vec<char> = text.chars().map(written::half_width).collect();
    let mut spans = emails(&signs);
    let mut taken = vec![false; signs.len()];
    for span in spans.iter().cloned().chain(public_codes(&signs)) {
        taken.get_mut(span).unwrap_or_default().fill(true);
    }
    spans.extend(numbers(&signs, &taken));
    if spans.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut masked = vec![false; signs.len()];
    for span in spans {
        masked.get_mut(span).unwrap_or_default().fill(true);
    }
    let mut out = String::with_capacity(text.len());
    let mut within = false;
    for (sign, hidden) in text.chars().zip(masked) {
        if !hidden {
            out.push(sign);
        } else if !within {
            out.push_str(MASK);
        }
        within = hidden;
    }
    Cow::Owned(out)
}

/// Whether a text plainly holds nothing to mask: too few digits for any number, no at sign, and no sign in full width.
fn has_no_number(text: &str) -> bool {
    // the first byte of every character in full width
    const WIDE: u8 = 0xEF;
    !text.bytes().any(|byte| matches!(byte, b'@' | WIDE))
        && text.bytes().filter(u8::is_ascii_digit).count() < FEWEST_DIGITS
}

/// Places of e-mail addresses.
fn emails(signs: &[char]) -> Vec<Range<usize>> {
    let ats = signs.iter().enumerate().filter(|(_, sign)| **sign == '@').map(|(at, _)| at);
    ats.filter_map(|at| {
        let (name, rest) = signs.split_at_checked(at)?;
        let named = name.iter().rev().take_while(|sign| is_of_address(**sign)).count();
        let host: String = rest.iter().skip(1).take_while(|sign| is_of_address(**sign)).collect();
        let host = host.trim_end_matches(|sign: char| !sign.is_ascii_alphanumeric());
        let (_, top) = host.rsplit_once('.')?;
        let is_address = named > 0 && top.len() >= 2;
        is_address.then(|| at.saturating_sub(named)..at.saturating_add(host.len()).saturating_add(1))
    })
    .collect()
}

fn is_of_address(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, '.' | '_' | '%' | '+' | '-')
}

/// Places of credit codes that hold and of digests: they are no person's and stay.
fn public_codes(signs: &[char]) -> Vec<Range<usize>> {
    runs(signs, |sign| sign.is_ascii_alphanumeric())
        .into_iter()
        .filter(|run| match run.len() {
            18 => {
                let token = text_of(signs, run).to_ascii_uppercase();
                uscc::check(&token).is_ok() && !resident_id::looks_like_resident_id(&token)
            }
            64 => text_of(signs, run).bytes().all(|byte| byte.is_ascii_hexdigit() && !byte.is_ascii_uppercase()),
            _ => false,
        })
        .collect()
}

/// Places of numbers of persons among the digits that are not taken.
fn numbers(signs: &[char], taken: &[bool]) -> Vec<Range<usize>> {
    let is_free = |run: &Range<usize>| !taken.get(run.start).copied().unwrap_or(true);
    let mut groups: Vec<Range<usize>> = runs(signs, |sign| sign.is_ascii_digit());
    groups.retain(is_free);
    let mut rest = groups.as_slice();
    let mut found = Vec::new();
    while let Some((first, after)) = rest.split_first() {
        let joined = joined_groups(signs, rest);
        let most = (1..=joined).rev().find(|count| rest.get(..*count).is_some_and(|groups| is_number(signs, groups)));
        match most {
            Some(count) => {
                let (number, later) = rest.split_at_checked(count).unwrap_or((&[], after));
                let end = number.last().map_or(first.end, |last| last.end);
                let digits: usize = number.iter().map(ExactSizeIterator::len).fold(0, usize::saturating_add);
                let end = if digits == 17 && ends_with_x(signs, end) { end.saturating_add(1) } else { end };
                let start = start_with_prefix(signs, first, count);
                found.push(start..end);
                rest = later;
            }
            None => rest = after,
        }
    }
    found
}

/// Number of leading groups that are parted by no more than a joint.
fn joined_groups(signs: &[char], groups: &[Range<usize>]) -> usize {
    let gaps = groups.iter().zip(groups.iter().skip(1)).map(|(one, next)| one.end..next.start);
    let joined = gaps.take_while(|gap| {
        // however many blanks there are: a form may have filled the field up with them
        signs.get(gap.clone()).is_some_and(|gap| gap.iter().all(|sign| is_joint(*sign)))
    });
    joined.take(MOST_GROUPS).count().saturating_add(1).min(MOST_GROUPS)
}

fn is_joint(sign: char) -> bool {
    matches!(sign, '.' | '(' | ')') || (written::is_separator(sign) && !matches!(sign, '\n' | '\r' | '\t'))
}

/// Whether groups of digits together are a number of a person.
fn is_number(signs: &[char], groups: &[Range<usize>]) -> bool {
    let parts: Vec<String> = groups.iter().map(|group| text_of(signs, group)).collect();
    let span = groups.first().zip(groups.last()).map(|(first, last)| first.start..last.end).unwrap_or_default();
    let followed_by_x = ends_with_x(signs, span.end);
    let digits = parts.concat();
    let (first, others) = match parts.as_slice() {
        [] => return false,
        [only] => return is_single_number(only, is_fraction(signs, span.start)),
        [first, others @ ..] => (first, others),
    };
    // a point parts the digits of a mobile number into three, as in 139.0000.0000, but of an amount into two
    if parts.len() != 3 && signs.get(span).is_some_and(|signs| signs.contains(&'.')) {
        return false;
    }
    let is_id = first.len() >= 3
        && others.iter().all(|part| part.len() >= 2)
        && match digits.len() {
            18 => digits.get(6..14).and_then(resident_id::birth_date).is_some(),
            17 => followed_by_x && digits.get(6..14).and_then(resident_id::birth_date).is_some(),
            15 => resident_id::is_old_fifteen(&digits),
            _ => false,
        };
    let is_phone = first.len() >= 3 && others.iter().all(|part| part.len() >= 2) && is_mobile(&digits);
    if !others.iter().all(|part| part.len() >= 3) {
        return is_id || is_phone || is_card(&parts, &digits);
    }
    let with_prefix = matches!(first.as_str(), "86" | "0086") && is_mobile(&others.concat());
    with_prefix || is_id || is_phone || (is_area_code(first) && is_landline(&digits)) || is_card(&parts, &digits)
}

/// Whether digits in a row are a number of a person.
fn is_single_number(digits: &str, is_fraction: bool) -> bool {
    let prefixes = ["0086", "86", "0"];
    match digits.len() {
        0..FEWEST_DIGITS => false,
        FEWEST_DIGITS..16 => {
            is_mobile(digits)
                || prefixes.into_iter().filter_map(|prefix| digits.strip_prefix(prefix)).any(is_mobile)
                || is_landline(digits)
                || resident_id::is_old_fifteen(digits)
        }
        18 => !is_fraction || resident_id::looks_like_resident_id(digits),
        _ => !is_fraction,
    }
}

/// Whether groups of four digits are a bank card: 16 to 19 digits whose check digit (Luhn) holds.
fn is_card(parts: &[String], digits: &str) -> bool {
    let is_short = parts.last().is_none_or(|last| last.len() <= 4);
    if !(16..=19).contains(&digits.len()) || !is_short || parts.iter().rev().skip(1).any(|part| part.len() != 4) {
        return false;
    }
    let doubled = |(digit, place): (u32, usize)| match (place.is_multiple_of(2), digit) {
        (true, digit) => digit,
        (false, 5..) => digit.saturating_mul(2).saturating_sub(9),
        (false, digit) => digit.saturating_mul(2),
    };
    let values = digits.chars().rev().filter_map(|digit| digit.to_digit(10)).zip(0..);
    values.map(doubled).fold(0u32, u32::saturating_add).is_multiple_of(10)
}

/// Whether the digits from a place on are the decimals of a number below one: `0.30000000000000004` is no card.
fn is_fraction(signs: &[char], start: usize) -> bool {
    let before = signs.get(..start).unwrap_or_default();
    match before {
        [.., second, '0', '.'] => !second.is_ascii_digit() && *second != '.',
        ['0', '.'] => true,
        _ => false,
    }
}

/// Whether an X, and no further letter or digit, stands at a place.
fn ends_with_x(signs: &[char], end: usize) -> bool {
    let mut after = signs.iter().skip(end);
    matches!(after.next(), Some('X' | 'x')) && !after.next().is_some_and(|sign| sign.is_ascii_alphanumeric())
}

/// Where a number of so many groups begins: at its first digit, or at the bracket, plus or `(+86)` before it.
fn start_with_prefix(signs: &[char], first: &Range<usize>, count: usize) -> usize {
    let before = signs.get(..first.start).unwrap_or_default();
    let length = match before {
        [.., '(', '+'] if count > 1 && signs.get(first.end) == Some(&')') => 2,
        [.., '('] if count > 1 && signs.get(first.end) == Some(&')') => 1,
        [.., '+'] => 1,
        _ => 0,
    };
    first.start.saturating_sub(length)
}

/// Longest runs of characters of one kind.
fn runs(signs: &[char], is_of_kind: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (place, _) in signs.iter().enumerate().filter(|(_, sign)| is_of_kind(**sign)) {
        let end = place.saturating_add(1);
        match runs.last_mut() {
            Some(run) if run.end == place => run.end = end,
            _ => runs.push(place..end),
        }
    }
    runs
}

fn text_of(signs: &[char], span: &Range<usize>) -> String {
    signs.get(span.clone()).unwrap_or_default().iter().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_kind_of_personal_number_is_masked_wherever_it_stands() {
        for (text, masked) in [
            ("学员142733197001010017已登记", "学员***已登记"),
            ("学员14273319920229203X已登记", "学员***已登记"),
            ("学员14273319920229203x、张", "学员***、张"),
            ("身份证:１42733197001010017", "身份证:***"),
            ("142733 19700101 0017", "***"),
            ("142733-19920229-203X", "***"),
            ("142733197001010018", "***"),
            ("旧号142733700101001。", "旧号***。"),
            ("13900000000", "***"),
            ("(+8613900000000)", "(***)"),
            // sixty-four signs that are no digest
            (
                concat!("gffffffffffffffffffffffffffffffffffffffffffffffffffff", "13900000000"),
                "gffffffffffffffffffffffffffffffffffffffffffffffffffff***",
            ),
            ("tel13900000000", "tel***"),
            ("142733 1970 01 01 0017", "***"),
            ("14273          3197001010017", "***"),
            ("142733-1992-02-29-203X", "***"),
            ("电话:139 0000 0000(村委会)", "电话:***(村委会)"),
            ("139 0000 00-00", "***"),
            ("139 00 00 00 00", "***"),
            // a number and a date that together are a phone: in doubt it masks
            ("138 2023-05-01", "***"),
            ("139.0000.0000", "***"),
            ("+86-139-0000-0000", "***"),
            ("+8613900000000", "***"),
            ("(+86)13900000000", "***"),
            ("(+86) 139-0000-0000", "***"),
            ("（０３５９）６０００００００", "***"),
            ("８６１３９００００００００", "***"),
            ("0359-6000000转8", "***转8"),
            ("电话(0359)6000000", "电话***"),
            ("村委会(13900000000)", "村委会(***)"),
            ("03596000000", "***"),
            ("010 6000 0000", "***"),
            ("卡号6222020000000000007,开户行", "卡号***,开户行"),
            ("4111 1111 1111 1111", "***"),
            ("邮箱zhang.san+1@example.com,谢谢", "邮箱***,谢谢"),
            ("邮箱１２３＠example．cn。", "邮箱***。"),
            ("13900000000/13900000001", "***/***"),
            ("13900000000 13900000001", "*** ***"),
            ("13900000000142733197001010017", "***"),
            ("2023-05-01 13900000000", "2023-05-01 ***"),
            ("1.13900000000", "1.***"),
            // the number was no part of an address, and what is left of it is one
            ("a@.bb83983946857777777776le.c@", "******le.c@"),
        ] {
            assert_eq!(mask_personal(text), masked, "{text}");
        }
    }

    #[test]
    fn what_only_resembles_a_number_of_a_person_stays() {
        for text in [
            // seventeen digits in groups without a date, or without the X after them
            "142733 20001301 001",
            "142733 20000101 001",
            // four groups of four whose check digit does not hold, and groups of another length
            "4111 1111 1111 1112",
            "411 1111 1111 11112",
            // brackets around one group that is no area code
            "(+86)",
            "(12) 345",
            // sixty-four signs that are a digest
            "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",
            concat!("fffffffffffffffffffffffffffffffffffffffffffffffffffff", "13900000000"),
        ] {
            assert_eq!(mask_personal(text), text);
        }
        // the decimals of a fraction are no card, those of another number are
        assert_eq!(mask_personal("0.30000000000000004"), "0.30000000000000004");
        assert_eq!(mask_personal("0.142733197001010017"), "0.***");
        assert_eq!(mask_personal("1.0.30000000000000004"), "1.0.***");
        assert_eq!(mask_personal("号=0.300000000000000041"), "号=0.300000000000000041");
        // with the bracket or plus before it, or with another sign there
        assert_eq!(mask_personal("(+86 139-0000-0000"), "(***");
        assert_eq!(mask_personal("(0359 600-0000"), "(***");
        assert_eq!(mask_personal("14273319920229203X1"), "***X1");
        // a digest in capitals is none
        assert_eq!(mask_personal(&"1F".repeat(32)), "1F".repeat(32));
    }

    #[test]
    fn figures_dates_and_codes_stay() {
        for text in ["2023-05-01 08:30", "12 2023-05-01", "1 3 9 0 0 0 0 0 0 0 0"] {
            assert_eq!(mask_personal(text), text);
        }
        for text in [
            "建筑面积312.5平方米,不超过300",
            "2023-05-01至2023年12月31日",
            "202305011230",
            "附件2-16,五(五)1",
            "网络零售额 20000000 元,增长 10.25%",
            "1350000.1234",
            "0.30000000000000004",
            "行政区划代码140827,行业F5292",
            "140827********0012",
            "账户***",
            "工商注册号140827100001234",
            "@某某 第3条",
            "",
        ] {
            assert!(matches!(mask_personal(text), Cow::Borrowed(same) if same == text), "{text}");
        }
        let digest = format!("sha256:{}", "1390000000012345".repeat(4));
        assert_eq!(mask_personal(&digest), digest);
    }

    #[test]
    fn a_credit_code_that_holds_is_never_masked() {
        for code in [
            "91140827MA0EKEN03X",
            "92140827MA0TEXT20Y",
            "121408274000000425",
            "11140827000000051Q",
            "N2140827MF0TEXT96M",
            "91140827MA0EK01560",
            "11140827000000051q",
            "１２１４０８２７４００００００４２５",
        ] {
            for text in [code.to_owned(), format!("代码{code}重复"), format!("({code}),13900000000")] {
                assert!(mask_personal(&text).contains(code), "{text}");
            }
        }
    }

    #[test]
    fn a_persons_number_that_passes_for_a_credit_code_is_masked() {
        let body = "14273319700101";
        let mut both = (0..10_000).map(|serial| format!("{body}{serial:04}")).filter(|text| {
            uscc::check(text).is_ok() && matches!(resident_id::check(text), Ok(resident_id::ResidentIdForm::Full(_)))
        });
        assert_eq!(mask_personal(&both.next().unwrap()), MASK);
    }

    proptest! {
        #[test]
        fn no_text_makes_masking_panic_and_masking_twice_changes_nothing(
            text in any::<String>(),
            near in "[0-9０-９Xx@.+() a-c-]{0,60}",
        ) {
            for text in [text, near] {
                let once = mask_personal(&text).into_owned();
                prop_assert_eq!(mask_personal(&once), once.as_str());
            }
        }

        #[test]
        fn every_resident_id_and_mobile_number_is_masked_in_any_surroundings(
            before in "[a-z垣曲:, ]{0,8}",
            after in "[垣曲:,]{0,8}",
            year in 1900..2030u32, month in 1..=12u32, day in 1..=28u32, serial in 0..1000u32,
            last in "[0-9Xx]", mobile in "1[3-9][0-9]{9}",
        ) {
            let id = format!("142733{year}{month:02}{day:02}{serial:03}{last}");
            let masked = mask_personal(&format!("{before}{id}{after}")).into_owned();
            prop_assert_eq!(masked, format!("{before}***{after}"));
            let masked = mask_personal(&format!("{before}{mobile}{after}")).into_owned();
            prop_assert_eq!(masked, format!("{before}***{after}"));
        }

        #[test]
        fn every_credit_code_with_a_letter_in_it_stays(
            body in "9[123]140827M[A-H][0-9A-HJ-NPQRTUWXY]{7}", before in "[垣曲:, ]{0,4}",
        ) {
            let expected = match uscc::check(&format!("{body}0")) {
                Ok(code) => code.to_string(),
                Err(uscc::UsccFault::CheckCharacter { expected, .. }) => format!("{body}{expected}"),
                Err(other) => panic!("{other:?}"),
            };
            let text = format!("{before}{expected}");
            prop_assert_eq!(mask_personal(&text), text.as_str());
        }
    }
}
