//! Limits of what is read, as Python names them.

use std::collections::BTreeMap;

use eken_core::error::Error;
use eken_core::limits::Limits as Bounds;
use eken_core::words::Words;
use pyo3::prelude::*;

use crate::error;
use crate::words::unknown;

/// Arrays and objects inside each other that a stack of this process surely holds.
const DEEPEST: usize = 256;

/// A limit: its name, and the place of its number.
type Limit = (&'static str, fn(&mut Bounds) -> &mut usize);

const LIMITS: [Limit; 10] = [
    ("bytes", |limits| &mut limits.bytes),
    ("depth", |limits| &mut limits.depth),
    ("text", |limits| &mut limits.text),
    ("records", |limits| &mut limits.records),
    ("values", |limits| &mut limits.values),
    ("number", |limits| &mut limits.number),
    ("kept", |limits| &mut limits.kept),
    ("unknown_fields", |limits| &mut limits.unknown_fields),
    ("findings", |limits| &mut limits.findings),
    ("findings_of_a_kind", |limits| &mut limits.findings_of_a_kind),
];

/// Limits.
#[pyclass(frozen, module = "eken._eken")]
pub struct Limits(Bounds);

/// The limits that a call means: those given, else the core's.
pub fn bounds(limits: Option<&Limits>) -> Bounds {
    limits.map_or_else(Bounds::default, |limits| limits.0)
}

impl Limits {
    /// Limits of the core.
    pub fn of(limits: Bounds) -> Self {
        Self(limits)
    }
}

#[pymethods]
impl Limits {
    /// The core's limits, those named set to other numbers.
    #[new]
    fn new(py: Python<'_>, given: BTreeMap<String, usize>) -> PyResult<Self> {
        let mut limits = Bounds::default();
        for (name, number) in given {
            let Some((_, place)) = LIMITS.iter().find(|(known, _)| *known == name) else {
                return Err(unknown(py, "limit", &name, LIMITS.map(|(known, _)| known)));
            };
            *place(&mut limits) = number;
        }
        if limits.depth > DEEPEST {
            let words = Words::new("depth 最大为256", "depth is at most 256");
            let help = Words::new("档案只需要9层", "a dossier needs 9");
            return Err(error::core(py, &Error::Option { words, help }));
        }
        Ok(Self(limits))
    }

    /// Every limit by name.
    pub fn all(&self) -> Vec<(&'static str, usize)> {
        let mut limits = self.0;
        LIMITS.map(|(name, place)| (name, *place(&mut limits))).to_vec()
    }
}
