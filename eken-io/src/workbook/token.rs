//! The code of a number format, part by part.

/// A part of the code of a format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A sign that is shown as it is.
    Literal(char),
    /// `0`, a digit that is always shown.
    Zero,
    /// `#`, a digit that is shown where there is one.
    Digit,
    /// `?`, a digit or a blank.
    Blank,
    /// The point before the decimals.
    Point,
    /// `,`, which parts thousands, or divides by one behind the last digit.
    Comma,
    /// `%`, which multiplies by a hundred.
    Percent,
    /// The number as it is: `General`.
    General,
    /// Letters that stand for parts of a day, in lower case.
    Letters(String),
    /// What stands in square brackets: a colour, a condition, a currency, hours beyond a day.
    Bracket(String),
    /// `@`, a text.
    At,
    /// An exponent or the stroke of a fraction.
    Odd,
}

/// The parts of a code, section by section.
pub fn tokens(code: &str) -> Vec<Vec<Token>> {
    let (mut sections, mut tokens, mut rest) = (Vec::new(), Vec::new(), code);
    while let (Some(letter), behind) = split(rest) {
        if let Some(after) = general(rest) {
            tokens.push(Token::General);
            rest = after;
            continue;
        }
        rest = behind;
        match letter {
            ';' => sections.push(std::mem::take(&mut tokens)),
            '"' => {
                let (inside, after) = rest.split_once('"').unwrap_or((rest, ""));
                tokens.extend(inside.chars().map(Token::Literal));
                rest = after;
            }
            '\\' | '!' => {
                let (sign, after) = split(rest);
                tokens.extend(sign.map(Token::Literal));
                rest = after;
            }
            '_' | '*' => {
                rest = split(rest).1;
            }
            '[' => {
                let (inside, after) = rest.split_once(']').unwrap_or((rest, ""));
                tokens.push(Token::Bracket(inside.to_owned()));
                rest = after;
            }
            '0' => tokens.push(Token::Zero),
            '#' => tokens.push(Token::Digit),
            '?' => tokens.push(Token::Blank),
            '.' => tokens.push(Token::Point),
            ',' => tokens.push(Token::Comma),
            '%' => tokens.push(Token::Percent),
            '@' => tokens.push(Token::At),
            'E' | 'e' if rest.starts_with(['+', '-']) && tokens.iter().any(is_digit) => {
                rest = split(rest).1;
                tokens.push(Token::Odd);
            }
            '/' if tokens.iter().any(is_digit) => tokens.push(Token::Odd),
            letter if letter.is_ascii_alphabetic() => {
                let end = rest.find(|next: char| !next.is_ascii_alphabetic()).unwrap_or(rest.len());
                let (more, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
                let word = format!("{letter}{more}");
                rest = after;
                let lower = word.to_ascii_lowercase();
                match lower.chars().all(|letter| "ymdhsaegqp".contains(letter)) {
                    true => tokens.push(Token::Letters(lower)),
                    false => tokens.extend(word.chars().map(Token::Literal)),
                }
            }
            other => tokens.push(Token::Literal(other)),
        }
    }
    sections.push(tokens);
    sections
}

/// The first sign, and what follows.
fn split(text: &str) -> (Option<char>, &str) {
    let mut signs = text.chars();
    (signs.next(), signs.as_str())
}

fn general(rest: &str) -> Option<&str> {
    let after = rest.strip_prefix("G/通用格式");
    let (head, behind) = rest.split_at_checked("general".len()).unwrap_or_default();
    after.or(Some(behind).filter(|_| head.eq_ignore_ascii_case("general")))
}

/// Whether it stands for digits.
pub const fn is_digit(token: &Token) -> bool {
    matches!(token, Token::Zero | Token::Digit | Token::Blank | Token::General)
}
