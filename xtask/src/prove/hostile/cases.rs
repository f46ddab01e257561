//! The hostile inputs.

use eken_tests::random::Random;

/// An input: what it is, and how its bytes are made when their turn comes, for some are as large as 100 MB.
pub struct Input {
    /// What it is.
    pub name: String,
    /// The name of the file that it comes in, which says its kind.
    pub file: &'static str,
    /// Makes the bytes.
    pub make: Box<dyn Fn() -> Vec<u8> + Send + Sync>,
    /// Whether it needs a process of its own.
    pub is_large: bool,
}

/// The name of a file of JSON.
const JSON: &str = "a.json";

fn input(name: &str, bytes: impl Into<Vec<u8>>) -> Input {
    let bytes = bytes.into();
    Input { name: name.to_owned(), file: JSON, make: Box::new(move || bytes.clone()), is_large: false }
}

fn large_input(name: &str, make: impl Fn() -> String + Send + Sync + 'static) -> Input {
    Input { name: name.to_owned(), file: JSON, make: Box::new(move || make().into_bytes()), is_large: true }
}

fn field(value: &str) -> String {
    format!(r#"{{"schema_version":1,"as_of":"2023-12-31",{value}}}"#)
}

fn site(value: &str) -> String {
    field(&format!(r#""town":{{"site":{{"area":{value}}}}}"#))
}

/// Records of one kind, at most, and facilities that hold each other, at most: the work over an unfinished list of entities
/// is long, and over facilities it grows with the square of their number (docs/proofs.md).
const RECORDS: usize = 1_000;
const FACILITIES: usize = 200;

/// A small dossier with a value of most kinds.
const SMALL: &str = r#"{"schema_version":1,"as_of":"2023-12-31","town":{"name":"示例乡村e镇","tier":{"tier":"key_assistance",
"evidence":["D1"]},"site":{"area":{"value":1500000,"status":"provisional"},"core_area":{"missing":"not_collected"},
"built_area":"12.50","boundary":{"type":"Polygon","coordinates":[[[111.6,35.2],[111.7,35.2],[111.7,35.3],[111.6,35.2]]]}}},
"facilities":{"complete":true,"items":[{"id":"F1","opened":"2023-06","roles":[{"role":"display_experience","area":312}]}]},
"trainees":{"items":[{"id":"T1","name":"\u5f20\ud842\udfb7","phone":"13900000000"}]},"x":[null,true,-1.5e3]}"#;

/// Every prefix of the small dossier, and one in so many of a larger one.
pub fn prefixes(large: &str, step: usize) -> Vec<Input> {
    let of = |text: &str, step: usize| {
        let ends = (0..=text.len()).step_by(step.max(1));
        ends.filter_map(|end| Some(input(&format!("prefix of {end} bytes"), text.as_bytes().get(..end)?))).collect()
    };
    let mut out: Vec<Input> = of(SMALL, 1);
    out.extend(of(large, step));
    out
}

/// A file with one change: a bit turned, a byte taken out, put in or doubled, two halves in each other's place.
pub fn changed(file: &[u8], random: &mut Random) -> Input {
    let mut bytes = file.to_vec();
    let at = random.below(bytes.len().max(1));
    let name = match random.below(6) {
        0 => {
            bytes.remove(at);
            "a byte taken out"
        }
        1 => {
            bytes.insert(at, u8::try_from(random.below(256)).unwrap_or_default());
            "a byte put in"
        }
        2 => {
            let sign = *b"{}[]\",:\\0-eE. \n\0".get(random.below(16)).unwrap_or(&b'{');
            bytes.splice(at..at, std::iter::repeat_n(sign, random.below(40)));
            "a run put in"
        }
        3 => {
            bytes.rotate_left(at);
            "halves in each other's place"
        }
        _ => {
            let bit = u32::try_from(random.below(8)).unwrap_or_default();
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1u8.rotate_left(bit);
            }
            "a bit turned"
        }
    };
    input(&format!("{name} at {at}"), bytes)
}

/// One bit of a text turned.
pub fn bit_turned(text: &str, number: u64) -> Input {
    let at = usize::try_from(number.checked_div(8).unwrap_or_default()).unwrap_or_default();
    let mut bytes = text.as_bytes().to_vec();
    if let Some(byte) = bytes.get_mut(at) {
        *byte ^= 1u8.rotate_left(u32::try_from(number & 7).unwrap_or_default());
    }
    input(&format!("bit {number} turned"), bytes)
}

/// Other encodings than UTF-8, and what is almost UTF-8.
pub fn encodings() -> Vec<Input> {
    let sixteen = |each: fn(u16) -> [u8; 2], mark: &str| -> Vec<u8> {
        mark.encode_utf16().chain(SMALL.encode_utf16()).flat_map(each).collect()
    };
    let with = |bytes: &[u8]| -> Vec<u8> {
        [br#"{"schema_version":1,"id":""#.as_slice(), bytes, br#""}"#.as_slice()].concat()
    };
    vec![
        input("UTF-16, low byte first", sixteen(u16::to_le_bytes, "")),
        input("UTF-16, low byte first, marked", sixteen(u16::to_le_bytes, "\u{feff}")),
        input("UTF-16, high byte first", sixteen(u16::to_be_bytes, "")),
        input("UTF-16, high byte first, marked", sixteen(u16::to_be_bytes, "\u{feff}")),
        input("UTF-32", SMALL.chars().flat_map(|sign| u32::from(sign).to_le_bytes()).collect::<Vec<u8>>()),
        input("UTF-8, marked", format!("\u{feff}{SMALL}")),
        input("UTF-8, marked twice", format!("\u{feff}\u{feff}{SMALL}")),
        input("GB 18030", with(b"\xb4\xb9\xc7\xfa\x81\x30\x81\x30")),
        input("Latin-1", with(b"caf\xe9")),
        input("overlong", with(b"\xc0\xaf\xe0\x80\xaf")),
        input("surrogates in UTF-8", with(b"\xed\xa0\xbd\xed\xb8\x80")),
        input("beyond Unicode", with(b"\xf5\x80\x80\x80")),
        input("a tail without a head", with(b"\x80\xbf")),
        input("UTF-7", with(b"+XDA-")),
        input("EBCDIC", b"\xc0\x7f\xa2\x83".to_vec()),
        input("escapes of half pairs", with(br"\ud800\udc00\udc00\ud800")),
    ]
}

/// Depth and digits: each as large as it is asked for.
pub fn large(depth: usize, digits: usize) -> Vec<Input> {
    vec![
        large_input("arrays, deep", move || str::repeat("[", depth)),
        large_input("objects, deep", move || str::repeat(r#"{"a":"#, depth)),
        large_input("an unknown value, deep and closed", move || {
            field(&format!(r#""x":{}{}"#, str::repeat("[", depth), str::repeat("]", depth)))
        }),
        large_input("a figure, deep", move || site(&str::repeat(r#"{"value":"#, depth))),
        large_input("a person's name, deep", move || {
            field(&format!(r#""trainees":{{"items":[{{"id":"T","name":{}"#, str::repeat("[", depth)))
        }),
        large_input("coordinates, deep", move || {
            field(&format!(
                r#""town":{{"site":{{"boundary":{{"type":"Polygon","coordinates":{}"#,
                str::repeat("[", depth)
            ))
        }),
        large_input("a figure of many digits", move || site(&str::repeat("9", digits))),
        large_input("a fraction of many digits", move || site(&format!("0.{}1", str::repeat("0", digits)))),
        large_input("an exponent of many digits", move || site(&format!("1e{}", str::repeat("9", digits)))),
        large_input("a figure written as many digits", move || site(&format!("\"{}\"", str::repeat("9", digits)))),
        large_input("an unknown figure of many digits", move || {
            field(&format!(r#""x":-{}"#, str::repeat("7", digits)))
        }),
        large_input("a version of many digits", move || {
            format!(r#"{{"schema_version":{}}}"#, str::repeat("1", digits))
        }),
        large_input("a name of many digits", move || {
            field(&format!(r#""town":{{"name":"{}"}}"#, str::repeat("1", digits)))
        }),
        large_input("a file of blanks", move || str::repeat(" ", digits)),
    ]
}

/// Keys met twice, NUL, signs that turn the order, and what is long or many.
pub fn odd(count: usize) -> Vec<Input> {
    let mut out = vec![
        large_input("one key many times", move || field(&vec![r#""id":"D""#; count].join(","))),
        large_input("one section many times", move || {
            field(&vec![r#""facilities":{"items":[{"id":"F"}]}"#; count].join(","))
        }),
        input("a key twice, once by its escape", field(r#""id":"a","\u0069d":"b""#)),
        input("keys that differ by NUL", field(r#""x":1,"x\u0000":2"#)),
        input("NUL between values", field("\0\"x\":1")),
        input("NUL only", vec![0; count]),
        input("NUL at the end", format!("{SMALL}\0")),
        large_input("many unknown keys", move || {
            field(&(0..count).map(|number| format!(r#""k{number}":{number}"#)).collect::<Vec<_>>().join(","))
        }),
        large_input("many records of one id", move || {
            records("entities", count.min(RECORDS), |_| r#"{"id":"E","name":"同名","credit_code":"1"}"#.to_owned())
        }),
        large_input("records that hold each other", move || {
            records("facilities", count.min(FACILITIES), |number| {
                format!(r#"{{"id":"F{number}","inside":"F{}"}}"#, number.saturating_add(1))
            })
        }),
        large_input("a ring of many corners", move || ring(count)),
        large_input("a long name of at signs", move || {
            field(&format!(r#""town":{{"name":"{}"}},"x":"{}""#, "@".repeat(200), "a@".repeat(count)))
        }),
    ];
    for (name, sign) in [
        ("NUL", "\\u0000"),
        ("bidi", "\u{202e}"),
        ("isolate", "\u{2067}"),
        ("escape", "\\u001b[2J"),
        ("C1", "\u{9b}2J"),
        ("return", "\\r\\u0008"),
        ("line separator", "\u{2028}"),
        ("zero width", "\u{200b}\u{feff}"),
        ("noncharacter", "\u{ffff}"),
    ] {
        let value = format!("例{sign}a");
        out.push(input(
            &format!("{name} in texts and names"),
            field(&format!(
                r#""id":"{value}","x{sign}":"{value}","town":{{"name":"{value}","na{sign}me":1,"tier":{{"tier":"{value}","evidence":["{value}"]}}}},
                "facilities":{{"complete":true,"items":[{{"id":"{value}","name":"{value}","inside":"{value}","opened":"{value}"}},{{"id":"{value}"}}]}},
                "entities":{{"items":[{{"id":"{value}","name":"{value}","credit_code":"{value}","industry":"{value}"}}]}},
                "documents":{{"items":[{{"id":"D","title":"{value}","digest":"{value}"}},{{"id":"D","title":"{value}"}}]}}"#
            )),
        ));
    }
    out
}

fn records(section: &str, count: usize, each: impl Fn(usize) -> String) -> String {
    let items: Vec<String> = (0..count).map(each).collect();
    format!(r#"{{"schema_version":1,"{section}":{{"complete":true,"items":[{}]}}}}"#, items.join(","))
}

/// A ring that runs to and fro, so that many of its sides lie close.
fn ring(count: usize) -> String {
    let corner = |number: usize| {
        let side = if number.is_multiple_of(2) { "35.2" } else { "35.3" };
        format!("[111.{number:06},{side}]")
    };
    let corners: Vec<String> = (0..count).chain([0]).map(corner).collect();
    format!(
        r#"{{"schema_version":1,"town":{{"site":{{"boundary":{{"type":"Polygon","coordinates":[[{}]]}}}}}}}}"#,
        corners.join(",")
    )
}
