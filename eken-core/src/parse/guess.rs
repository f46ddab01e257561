//! What a file that is no JSON seems to be: told before commas and brackets are looked for in vain.

/// Bytes of the beginning that are looked at.
const HEAD: usize = 4096;

/// The code of what the bytes seem to be; none where they begin as JSON does, or nothing is known.
pub(super) fn guess(bytes: &[u8]) -> Option<&'static str> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    if head.starts_with(b"PK") {
        return Some("json.is-zip");
    }
    let mut lines = head.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with(b"#"))?;
    if first.starts_with(b"{") {
        return None;
    }
    if is_table(first) || is_assignment(first) {
        return Some("json.is-toml");
    }
    let parted = first.iter().any(|byte| matches!(byte, b',' | b'\t' | b';')) && !first.starts_with(b"[");
    parted.then_some("json.is-csv")
}

/// Whether a line heads a table of TOML: `[town]`, `[[indicator]]`.
fn is_table(line: &[u8]) -> bool {
    let inner = line.strip_prefix(b"[").and_then(|rest| rest.strip_suffix(b"]"));
    let inner = inner.map(|inner| match inner.strip_prefix(b"[").and_then(|rest| rest.strip_suffix(b"]")) {
        Some(inner) => inner,
        None => inner,
    });
    inner.is_some_and(|name| is_key(name) && name.iter().any(u8::is_ascii_alphabetic))
}

/// Whether a line gives a key a value as TOML does: `id = "mine"`.
fn is_assignment(line: &[u8]) -> bool {
    let mut parts = line.splitn(2, |byte| *byte == b'=');
    parts.next().is_some_and(|key| is_key(key.trim_ascii())) && parts.next().is_some()
}

fn is_key(name: &[u8]) -> bool {
    !name.is_empty() && name.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_a_plan_and_a_table_are_known_by_their_beginning() {
        for (bytes, code) in [
            (&b"PK\x03\x04\x14\x00"[..], "json.is-zip"),
            (b"# a plan\n\nid = \"mine\"\n", "json.is-toml"),
            (b"[[indicator]]\r\nid = \"1\"", "json.is-toml"),
            (b"\xef\xbb\xbfid,name\n1,2\n", "json.is-csv"),
            (b"\"id\",\"name\"\n", "json.is-csv"),
            ("编号\t名称\n".as_bytes(), "json.is-csv"),
            (b"\xb1\xe0\xba\xc5,\xc3\xfb\xb3\xc6\n", "json.is-csv"),
        ] {
            assert_eq!(guess(bytes), Some(code), "{bytes:?}");
        }
    }

    #[test]
    fn what_begins_as_json_does_and_what_nobody_knows_is_left_alone() {
        for bytes in [&b"{\"a\" = 1, }"[..], b"[1, 2", b"[[]]", b"", b"nothing at all", b"13", b"{id=1}"] {
            assert_eq!(guess(bytes), None, "{bytes:?}");
        }
    }
}
