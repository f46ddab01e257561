//! Indicators and targets: what is judged, by which criteria, and who answers for it.

use crate::plan::Criterion;
use crate::words::Words;

/// A binding indicator (约束性指标) or a target of the plan. It is reached when every criterion that applies holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Id: the number of the annex (`16`) or the target's (`T1`).
    pub id: String,
    /// Short name in file names, such as `display-centre`.
    pub slug: String,
    /// Number in the annex, for binding indicators.
    pub no: Option<u32>,
    /// Title in words of our own.
    pub title: Words,
    /// Group of the annex.
    pub group: Option<String>,
    /// Clauses.
    pub clauses: Vec<String>,
    /// Who answers for it.
    pub departments: Duty,
    /// Criteria; all must hold.
    pub criteria: Vec<Criterion>,
}

impl Indicator {
    /// Every clause that the indicator or one of its criteria cites, in order, repeats included.
    pub fn cited_clauses(&self) -> Vec<&str> {
        let mut cited: Vec<&str> = self.clauses.iter().map(String::as_str).collect();
        for criterion in &self.criteria {
            criterion.visit(&mut |each| cited.extend(each.clauses.iter().map(String::as_str)));
        }
        cited
    }
}

/// Who answers for an indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Duty {
    /// The leading department.
    pub lead: Option<String>,
    /// Supporting departments.
    pub support: Vec<String>,
    /// Whether the link is inferred: the plan gives duties, not indicator numbers.
    pub inferred: bool,
    /// Whether no duty of the plan covers the indicator, so that the lead is only the programme's.
    pub unassigned: bool,
    /// Clauses that state the duties.
    pub cites: Vec<String>,
}
