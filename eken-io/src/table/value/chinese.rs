//! Numbers in Chinese characters, as dates are written with: 二〇二三, 十二, 三十一.

/// A text with every run of Chinese numerals as digits. A run beside other digits stays, since a 一 among them may be a dash;
/// an o among numerals is the round zero.
pub(super) fn to_digits(text: &str) -> String {
    let mut out = String::new();
    let mut run: Vec<char> = Vec::new();
    for sign in text.chars() {
        if value(sign).is_some() || sign == '十' {
            run.push(sign);
        } else if matches!(sign, 'o' | 'O') && !run.is_empty() {
            run.push('〇');
        } else {
            close(&mut out, &mut run, sign);
            out.push(sign);
        }
    }
    close(&mut out, &mut run, ' ');
    out
}

fn close(out: &mut String, run: &mut Vec<char>, next: char) {
    let beside = next.is_ascii_digit() || out.ends_with(|sign: char| sign.is_ascii_digit());
    if beside {
        out.extend(run.iter());
    } else {
        out.push_str(&number(run));
    }
    run.clear();
}

const fn value(sign: char) -> Option<u32> {
    Some(match sign {
        '〇' | '零' | '○' | '◯' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// A run of numerals: with 十 as tens and ones, else digit by digit. What is neither stays as it is.
fn number(run: &[char]) -> String {
    let one = |signs: &[char], none: u32| match signs {
        [] => Some(none),
        [sign] => value(*sign),
        _ => None,
    };
    let mut parts = run.split(|sign| *sign == '十');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(digits), None, _) => digits.iter().copied().filter_map(value).map(|digit| digit.to_string()).collect(),
        (Some(tens), Some(ones), None) => match (one(tens, 1), one(ones, 0)) {
            (Some(tens), Some(ones)) if tens > 0 => tens.saturating_mul(10).saturating_add(ones).to_string(),
            _ => run.iter().collect(),
        },
        _ => run.iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_of_dates_become_digits() {
        for (text, digits) in [
            ("二〇二三年五月一日", "2023年5月1日"),
            ("二零二三年十二月三十一日", "2023年12月31日"),
            ("二○二三年十月二十日", "2023年10月20日"),
            ("第三季度", "第3季度"),
            ("九点半", "9点半"),
            ("十", "10"),
            ("十十", "十十"),
            ("二十三十", "二十三十"),
            ("2023年", "2023年"),
            ("二O二三年", "2023年"),
            ("2023一5一1", "2023一5一1"),
            ("3十", "3十"),
            ("", ""),
        ] {
            assert_eq!(to_digits(text), digits);
        }
    }
}
