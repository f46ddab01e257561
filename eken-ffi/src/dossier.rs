//! A dossier that was read.

use std::path::Path;
use std::sync::Arc;

use eken_core::assess::assess;
use eken_core::json::{canonical, digest_of};
use eken_core::limits::Limits;
use eken_core::model::kind::Value;
use eken_core::parse::{Parsed, with_record};
use eken_core::plan::Plan as Law;
use eken_core::report::{RecordsDocument, changed};
use eken_core::validate::{Checked, Profile, validate_with};
use eken_io::document::{Document, Options as Reading, Sheets, open, read};

use crate::assessment::{Assessment, Change};
use crate::call::{Result, Watch, guarded, watched};
use crate::finding::Findings;
use crate::law::{Plan, law};
use crate::words::{Lang, Options};

/// A dossier, as it was read. It never changes: what edits it gives another.
#[derive(uniffi::Object)]
pub struct Dossier {
    parsed: Parsed,
    sheets: Option<Arc<Sheets>>,
    format: &'static str,
}

impl Dossier {
    fn of(document: Document) -> Arc<Self> {
        let Document { parsed, format, sheets } = document;
        Arc::new(Self { parsed, sheets: sheets.map(Arc::new), format: format.extension() })
    }

    fn checked(&self, plan: &Law, profile: &Profile) -> Checked {
        let checked = validate_with(self.parsed.clone(), plan, profile);
        match &self.sheets {
            Some(sheets) => checked.placed(sheets.places.spots()),
            None => checked,
        }
    }

    fn assessed(&self, plan: &Arc<Law>, options: Options) -> Result<Assessment> {
        let (checked, options) = (self.checked(plan, &Profile::default()), options.taken()?);
        let outcome = assess(&checked, plan, &options)?;
        Ok(Assessment { outcome, checked: Arc::new(checked), plan: Arc::clone(plan), options })
    }
}

/// A dossier with one record more, or another, and what that changes.
#[derive(uniffi::Record)]
pub struct WithRecord {
    /// The dossier with it. Lines and columns of its findings are those of no file, but for what was found in sheets.
    pub dossier: Arc<Dossier>,
    /// The indicators and targets that it changes.
    pub changes: Vec<Change>,
    /// Whether it took the place of a record that was there.
    pub replaced: bool,
}

#[uniffi::export]
impl Dossier {
    /// Reads a dossier from the bytes of a file: JSON, XLSX, ODS, CSV, Parquet, Arrow, or a zip of tables. What it is, is seen from
    /// the bytes; the name is for messages and for kinds that look alike.
    ///
    /// # Errors
    /// `Read` where the bytes are no dossier. Faults within it are findings.
    #[uniffi::constructor(default(watch = None))]
    pub fn parse(bytes: Vec<u8>, name: String, watch: Option<Arc<dyn Watch>>) -> Result<Arc<Self>> {
        watched(watch, move || Ok(Self::of(read(bytes, &name, &Reading::default())?)))
    }

    /// Reads a dossier from a file, or from a folder of CSV files.
    ///
    /// # Errors
    /// As `parse`.
    #[uniffi::constructor(default(watch = None))]
    pub fn open(path: String, watch: Option<Arc<dyn Watch>>) -> Result<Arc<Self>> {
        watched(watch, move || Ok(Self::of(open(Path::new(&path), &Reading::default())?)))
    }

    /// What kind of file it was read from, by its extension with the full stop: `.json`, `.xlsx`.
    pub fn format(&self) -> String {
        self.format.to_owned()
    }

    /// What is wrong with it, under a plan (the default one where none is given) and a profile in TOML.
    ///
    /// # Errors
    /// `Plan` for a faulty profile.
    #[uniffi::method(default(plan = None, profile = None, watch = None))]
    pub fn check(
        self: Arc<Self>,
        lang: Lang,
        plan: Option<Arc<Plan>>,
        profile: Option<String>,
        watch: Option<Arc<dyn Watch>>,
    ) -> Result<Findings> {
        watched(watch, move || {
            let law = law(plan.as_ref())?;
            let profile = profile.map_or_else(|| Ok(Profile::default()), |text| Profile::load(&text))?;
            let checked = self.checked(&law, &profile);
            let records = self.sheets.as_ref().map_or_else(|| RecordsDocument::of(&checked), |sheets| sheets.account());
            Ok(Findings::of(&checked, records, &law, lang))
        })
    }

    /// How the town stands, under a plan (the default one where none is given).
    ///
    /// # Errors
    /// `Call` where an option does not fit.
    #[uniffi::method(default(plan = None, watch = None))]
    pub fn assess(
        self: Arc<Self>,
        options: Options,
        plan: Option<Arc<Plan>>,
        watch: Option<Arc<dyn Watch>>,
    ) -> Result<Arc<Assessment>> {
        watched(watch, move || Ok(Arc::new(self.assessed(&law(plan.as_ref())?, options)?)))
    }

    /// The same with a record of a section (`sessions`), in place of the one with its `id`, else added; or with what stands once
    /// (`town`). With it what changes in the verdicts.
    ///
    /// # Errors
    /// `Call` where there is no such section, `Read` where the text is no JSON value, and as `assess`.
    #[uniffi::method(default(plan = None))]
    pub fn with_record(
        &self,
        section: &str,
        json: &str,
        options: Options,
        lang: Lang,
        plan: Option<Arc<Plan>>,
    ) -> Result<WithRecord> {
        guarded(|| {
            let law = law(plan.as_ref())?;
            let (parsed, replaced) = with_record(self.parsed.dossier(), section, json, &Limits::default())?;
            // what the cells of sheets were found faulty for stays, that of a record which is replaced too: nothing refused is forgotten
            let parsed = parsed
                .with_findings(self.parsed.findings().iter().filter(|each| each.spot.is_some()).cloned().collect());
            let dossier = Arc::new(Self { parsed, sheets: self.sheets.clone(), format: self.format });
            let (before, after) = (self.assessed(&law, options.clone())?, dossier.assessed(&law, options)?);
            Ok(WithRecord { dossier, replaced, changes: changed(&before.outcome, &after.outcome, lang) })
        })
    }

    /// It as JSON (RFC 8785): all it holds, unknown fields among it.
    ///
    /// # Errors
    /// `Internal`.
    pub fn to_json(&self) -> Result<String> {
        guarded(|| Ok(canonical(&self.parsed.dossier().tree())))
    }

    /// SHA-256 of its JSON (RFC 8785), in hexadecimal digits: that of the receipt.
    ///
    /// # Errors
    /// `Internal`.
    pub fn digest(&self) -> Result<String> {
        guarded(|| Ok(digest_of(|out| self.parsed.dossier().write(out))))
    }
}
