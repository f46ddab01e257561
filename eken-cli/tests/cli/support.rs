//! Running the built command on made-up dossiers in a folder of its own.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A town whose display centre is too large; one field is misspelt and a person's number stands where it must not be shown.
pub const TOWN: &str = r#"{
  "schema_version": 1,
  "as_of": "2023-12-31",
  "town": {"name": "示例乡村e镇", "nmae": "13900000000", "tier": {"tier": "key_assistance", "evidence": ["D1"]}},
  "facilities": {"complete": true, "items": [
    {"id": "F1", "name": "展示馆", "opened": "2023-06", "roles": [{"role": "display_experience", "area": 312}],
     "zones": [{"kind": "offline_display"}, {"kind": "tasting_experience"}, {"kind": "sales_matching"}]}
  ]},
  "trainees": {"complete": true, "items": [{"id": "T1", "name": "张某某", "phone": "13900000000"}]},
  "documents": {"complete": true, "items": [{"id": "D1", "title": "县域类型依据", "digest": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}]}
}"#;

/// A folder that is removed at the end.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("eken-cli-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn put(&self, name: &str, text: impl AsRef<[u8]>) -> &Self {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::File::create(path).unwrap().write_all(text.as_ref()).unwrap();
        self
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_eken"));
        command.args(arguments).current_dir(&self.0).env_remove("CLICOLOR_FORCE").env_remove("RUST_BACKTRACE");
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Done {
        Done(self.command(arguments).stdin(Stdio::null()).output().unwrap())
    }

    pub fn run_with(&self, arguments: &[&str], variable: (&str, &str)) -> Done {
        Done(self.command(arguments).env(variable.0, variable.1).stdin(Stdio::null()).output().unwrap())
    }

    pub fn feed(&self, arguments: &[&str], input: impl AsRef<[u8]>) -> Done {
        let mut command = self.command(arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_ref()).unwrap();
        Done(child.wait_with_output().unwrap())
    }

    /// Runs with a standard output that nobody reads.
    pub fn run_unread(&self, arguments: &[&str]) -> Option<i32> {
        let mut child = self.command(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        child.wait().unwrap().code()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a run gave.
pub struct Done(Output);

impl Done {
    pub fn code(&self) -> i32 {
        self.0.status.code().unwrap()
    }

    pub fn out(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    pub fn err(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out()).unwrap_or_else(|error| panic!("{error}: {} {}", self.out(), self.err()))
    }
}
