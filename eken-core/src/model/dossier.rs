//! The dossier: everything a county files on one e-town.

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
use super::kind::{Id, Maybe, Record, Section, Short, record};
use super::opened::Opened;
use super::organisation::Organisation;
use super::people::{Contest, Expert, FosteredPerson};
use super::project::{Inspection, IssueItem, Project};
use super::schedule::Phase;
use super::statistic::Statistic;
use super::town::Town;
use super::training::{Trainee, TrainingSession};
use super::version::SchemaVersion;
use crate::quantity::Date;

record! {
    /// A town's dossier (乡村e镇档案).
    pub struct Dossier("乡村e镇档案") {
        /// Address of the schema, for editors.
        schema as "$schema": Maybe<Short> "模式地址" [],
        /// Version of the format.
        schema_version: Maybe<SchemaVersion> required "格式版本" [],
        /// Identifier of the dossier.
        id: Maybe<Id> "档案编号" [],
        /// Day up to which the dossier speaks; the as-of date of an assessment unless the caller names one.
        as_of: Maybe<Date> "数据截止日：未另指定时为评估时点" [],
        /// Department that prepared it.
        prepared_by: Maybe<Short> "填报单位" [],
        /// The town.
        town: Maybe<Town> "乡村e镇" ["七"],
        /// Leading industries.
        industries: Section<Industry> "主导产业" ["附件2-2"],
        /// Supply chains.
        supply_chains: Section<SupplyChain> "产业链供应链" ["附件2-3"],
        /// Facilities.
        facilities: Section<Facility> "设施" ["附件2-11", "附件2-15", "附件2-16", "附件2-17"],
        /// Market entities.
        entities: Section<MarketEntity> "市场主体" ["附件2-4", "附件2-27"],
        /// Institutions and outlets.
        institutions: Section<Institution> "机构网点" ["附件2-7", "附件2-28"],
        /// Brands.
        brands: Section<Brand> "品牌" ["附件2-8"],
        /// Online products.
        products: Section<OnlineProduct> "网货产品" ["附件2-8"],
        /// Product pavilions.
        pavilions: Section<Pavilion> "特色馆" ["附件2-6"],
        /// Training sessions.
        sessions: Section<TrainingSession> "培训场次" ["附件2-11"],
        /// Files of trainees.
        trainees: Section<Trainee> "学员档案" ["五(六)"],
        /// Experts engaged.
        experts: Section<Expert> "聘用专家" ["附件2-12"],
        /// Persons fostered.
        fostered: Section<FosteredPerson> "培育人员" ["附件2-12", "附件2-13"],
        /// Contests.
        contests: Section<Contest> "大赛" ["附件2-14"],
        /// Exhibitions and publicity activities.
        events: Section<Event> "活动" ["附件2-10", "附件2-19"],
        /// Channels of the publicity matrix.
        channels: Section<Channel> "宣传渠道" ["附件2-10"],
        /// Instruments.
        instruments: Section<Instrument> "制度文件" ["附件2-5", "附件2-9", "附件2-18", "附件2-22"],
        /// Organisation.
        organisation: Maybe<Organisation> "组织保障" ["附件2-21", "九"],
        /// Phases as they went.
        phases: Section<Phase> "实施阶段" ["六"],
        /// Investments.
        investments: Section<Investment> "投资" ["附件2-25"],
        /// Appropriations.
        appropriations: Section<Appropriation> "拨入资金" ["九5"],
        /// Payments.
        payments: Section<Payment> "支出" ["九5"],
        /// Use of funds as declared.
        fund_use: Maybe<FundUse> "资金管理情况" ["九5"],
        /// Statistics.
        statistics: Section<Statistic> "统计数据" ["附件2-23", "附件2-26"],
        /// Projects of the ledger.
        projects: Section<Project> "项目台账" ["九2"],
        /// Inspections.
        inspections: Section<Inspection> "检查" ["九2"],
        /// Issue list.
        issues: Section<IssueItem> "问题清单" ["九2"],
        /// Declarations of compliance.
        compliance: Section<ComplianceDeclaration> "合规申报" ["附件2-20"],
        /// Disclosures and reports.
        disclosures: Section<Disclosure> "公开与报送" ["九3"],
        /// Evidence documents.
        documents: Section<Document> "佐证文件" [],
        /// Judgements of reviewers.
        judgements: Section<Judgement> "评审意见" ["附件2"],
    }
}

/// What can be said of a section without its records' type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SectionState {
    /// Whether the section is in the dossier.
    pub given: bool,
    /// Whether it says that it is not complete.
    pub declared_incomplete: bool,
    /// How many of its records were refused.
    pub refused: usize,
    /// Whether its list of records could not be read at all.
    pub unread: bool,
}

// a section whose records have no identifier says so
macro_rules! section_states {
    (@ids $dossier:ident, $name:ident, $show:ident) => {
        for (index, record) in $dossier.$name.iter() {
            $show(stringify!($name), index, &record.id);
        }
    };
    (@ids $dossier:ident, $name:ident, $show:ident, $none:literal) => {};
    ($($name:ident $($none:literal)?),*) => {
        impl Dossier {
            /// The names of the sections, in order.
            pub const SECTIONS: &'static [&'static str] = &[$(stringify!($name)),*];

            /// The state of a section, if there is one of the name.
            pub fn section(&self, name: &str) -> Option<SectionState> {
                $(if name == stringify!($name) {
                    return Some(SectionState {
                        given: self.$name.is_given(),
                        declared_incomplete: self.$name.head.complete.get() == Some(false),
                        refused: self.$name.items.refused(),
                        unread: !self.$name.items.is_given() && !self.$name.items.is_absent(),
                    });
                })*
                None
            }

            /// How many records of a section were read, if there is one of the name.
            pub fn records(&self, name: &str) -> Option<usize> {
                $(if name == stringify!($name) {
                    return Some(self.$name.items.items().len());
                })*
                None
            }

            /// The record of a section that was read as the n-th, from 0, opened up.
            pub fn record(&self, name: &str, nth: usize) -> Option<Opened> {
                $(if name == stringify!($name) {
                    return Opened::nth(&self.$name, nth);
                })*
                None
            }

            /// The identifier of the record of a section that was read as the n-th, from 0, if it has one that could be read.
            pub fn record_id(&self, name: &str, nth: usize) -> Option<&str> {
                $(if name == stringify!($name) {
                    return self.$name.items.items().get(nth)?.id();
                })*
                None
            }

            /// What a section says of itself, opened up.
            pub fn head(&self, name: &str) -> Option<Opened> {
                $(if name == stringify!($name) {
                    return Some(Opened::head(&self.$name.head));
                })*
                None
            }

            /// The dossier's own fields with every section left out.
            pub(super) fn without_sections(&self) -> Self {
                Self {
                    schema: self.schema.clone(),
                    schema_version: self.schema_version.clone(),
                    id: self.id.clone(),
                    as_of: self.as_of.clone(),
                    prepared_by: self.prepared_by.clone(),
                    town: self.town.clone(),
                    organisation: self.organisation.clone(),
                    fund_use: self.fund_use.clone(),
                    extra: self.extra.clone(),
                    $($name: Section::default()),*
                }
            }

            /// Shows the identifier of each record that was read: the section, the index in the file, the field.
            pub(crate) fn each_id<'a>(&'a self, mut show: impl FnMut(&'static str, usize, &'a Maybe<Id>)) {
                $(section_states!(@ids self, $name, show $(, $none)?);)*
            }
        }
    };
}

section_states!(
    industries,
    supply_chains,
    facilities,
    entities,
    institutions,
    brands,
    products,
    pavilions,
    sessions,
    trainees,
    experts,
    fostered,
    contests,
    events,
    channels,
    instruments,
    phases "without identifiers",
    investments,
    appropriations,
    payments,
    statistics,
    projects,
    inspections,
    issues,
    compliance,
    disclosures,
    documents,
    judgements
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind::{FieldKind, Record};

    #[test]
    fn every_section_is_among_the_names() {
        let info = Dossier::info();
        let sections: Vec<&str> = info
            .fields
            .iter()
            .filter(|field| matches!(field.kind, FieldKind::Section(_)))
            .map(|field| field.name)
            .collect();
        assert_eq!(sections, Dossier::SECTIONS);
        let empty = Dossier::default();
        assert!(Dossier::SECTIONS.iter().all(|name| empty.section(name).is_some()));
    }
}
