//! What is known of a dossier, as a line of JSON: the faults planted, the figures at their thresholds.

use eken_core::json::Tree;
use eken_core::model::kind::Code;

use crate::boundary::Landing;
use crate::fault::Planted;
use crate::generate::Generated;
use crate::spec::{Kind, Spec};
use crate::write::object;

impl Generated {
    /// What is known of the dossier as a line of JSON with a line feed; `line` is its line in the file it stands in.
    pub fn known(&self, spec: &Spec, line: u64) -> String {
        let planted: Vec<Tree> = self.planted.iter().map(planted).collect();
        let landings: Vec<Tree> = self.landings.iter().map(landing).collect();
        let tree = object! {
            "line": line,
            "tier": spec.tier.code(),
            "seed": spec.seed.to_string(),
            "year": spec.year.to_string(),
            "kind": spec.kind.code(),
            "bytes": self.text.len(),
            "planted": spec.kind.has_faults().then_some(planted),
            "boundary": matches!(spec.kind, Kind::Boundary).then_some(landings),
        };
        let mut text = tree.to_text();
        text.push('\n');
        text
    }
}

impl Kind {
    /// The word for it.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Clean => "clean",
            Self::Boundary => "boundary",
            Self::Faults { .. } | Self::AllFaults { .. } => "faults",
        }
    }

    /// Whether faults are planted.
    pub const fn has_faults(&self) -> bool {
        matches!(self, Self::Faults { .. } | Self::AllFaults { .. })
    }
}

fn planted(planted: &Planted) -> Tree {
    object! { "fault": planted.fault.name(), "code": planted.fault.code, "pointer": planted.pointer.as_str() }
}

fn landing(landing: &Landing) -> Tree {
    object! {
        "indicator": landing.indicator,
        "figure": landing.figure,
        "position": landing.position.code(),
        "value": landing.value.as_str(),
        "least": landing.least.as_str(),
        "most": landing.most.as_deref(),
        "unit": landing.unit,
        "met": landing.met,
    }
}
