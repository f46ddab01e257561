//! Writes the receipt of every case of the shared vectors, for other languages to hold theirs against: one JSON object, the
//! RFC 8785 bytes of each receipt by the name of its case.

use std::collections::BTreeMap;
use std::process::ExitCode;

use eken_core::plan::Plan;
use eken_core::report::ReceiptFile;
use eken_tests::vectors::cases;

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        eprintln!("usage: receipts FILE");
        return ExitCode::from(2);
    };
    let mut plans: BTreeMap<String, Plan> = BTreeMap::new();
    let mut out: BTreeMap<String, String> = BTreeMap::new();
    for case in cases() {
        let plan = plans.entry(case.plan.clone()).or_insert_with(|| case.plan());
        let receipt = ReceiptFile::of(&case.run(plan));
        out.insert(case.name, serde_json::to_value(receipt).map_or_else(|_| String::new(), |value| sorted(&value)));
    }
    match serde_json::to_string(&out)
        .map(|text| eken_io::file::write::safe_write(path.as_ref(), |file| write(file, &text)))
    {
        Ok(Ok(())) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

fn write(file: &mut impl std::io::Write, text: &str) -> eken_io::error::Result<()> {
    file.write_all(text.as_bytes()).map_err(|error| eken_io::file::read::fault(&error))
}

/// A receipt holds text, one whole number and objects: sorted members make its canonical bytes.
fn sorted(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Object(members) => {
            let members: BTreeMap<&String, String> = members.iter().map(|(name, each)| (name, sorted(each))).collect();
            let members: Vec<String> = members
                .into_iter()
                .map(|(name, each)| format!("{}:{each}", serde_json::Value::from(name.as_str())))
                .collect();
            format!("{{{}}}", members.join(","))
        }
        other => other.to_string(),
    }
}
