//! The dossier: everything a county files on one e-town.

use serde::Deserialize;

use super::brand::{Brand, OnlineProduct, Pavilion};
use super::compliance::ComplianceDeclaration;
use super::entity::MarketEntity;
use super::event::{Channel, Event};
use super::evidence::{Disclosure, Document, Judgement};
use super::facility::Facility;
use super::fund::{Appropriation, FundUse, Investment, Payment};
use super::industry::{Industry, SupplyChain};
use super::institution::Institution;
use super::instrument::Instrument;
use super::kind::{Day, Section};
use super::organisation::Organisation;
use super::people::{Contest, Expert, FosteredPerson};
use super::project::{Inspection, IssueItem, Project};
use super::schedule::Phase;
use super::statistic::Statistic;
use super::town::Town;
use super::training::{Trainee, TrainingSession};

/// A town's dossier (乡村e镇档案).
#[derive(Debug, Deserialize)]
pub struct Dossier {
    #[serde(rename = "$schema")]
    pub schema: Option<String>,
    pub schema_version: Option<u32>,
    pub id: Option<String>,
    pub as_of: Option<Day>,
    pub prepared_by: Option<String>,
    pub town: Option<Town>,
    #[serde(default)]
    pub industries: Section<Industry>,
    #[serde(default)]
    pub supply_chains: Section<SupplyChain>,
    #[serde(default)]
    pub facilities: Section<Facility>,
    #[serde(default)]
    pub entities: Section<MarketEntity>,
    #[serde(default)]
    pub institutions: Section<Institution>,
    #[serde(default)]
    pub brands: Section<Brand>,
    #[serde(default)]
    pub products: Section<OnlineProduct>,
    #[serde(default)]
    pub pavilions: Section<Pavilion>,
    #[serde(default)]
    pub sessions: Section<TrainingSession>,
    #[serde(default)]
    pub trainees: Section<Trainee>,
    #[serde(default)]
    pub experts: Section<Expert>,
    #[serde(default)]
    pub fostered: Section<FosteredPerson>,
    #[serde(default)]
    pub contests: Section<Contest>,
    #[serde(default)]
    pub events: Section<Event>,
    #[serde(default)]
    pub channels: Section<Channel>,
    #[serde(default)]
    pub instruments: Section<Instrument>,
    pub organisation: Option<Organisation>,
    #[serde(default)]
    pub phases: Section<Phase>,
    #[serde(default)]
    pub investments: Section<Investment>,
    #[serde(default)]
    pub appropriations: Section<Appropriation>,
    #[serde(default)]
    pub payments: Section<Payment>,
    pub fund_use: Option<FundUse>,
    #[serde(default)]
    pub statistics: Section<Statistic>,
    #[serde(default)]
    pub projects: Section<Project>,
    #[serde(default)]
    pub inspections: Section<Inspection>,
    #[serde(default)]
    pub issues: Section<IssueItem>,
    #[serde(default)]
    pub compliance: Section<ComplianceDeclaration>,
    #[serde(default)]
    pub disclosures: Section<Disclosure>,
    #[serde(default)]
    pub documents: Section<Document>,
    #[serde(default)]
    pub judgements: Section<Judgement>,
}
