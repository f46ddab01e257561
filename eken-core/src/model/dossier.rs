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
        /// Address of the schema.
        /// For editors that check while you type; eken does not read it, and it may be left out.
        schema as "$schema": Maybe<Short> "模式地址：供编辑器边写边查，程序不读取，可以不填" [],
        /// Version of the format.
        /// Form in which the dossier is written, not a version of its data; the templates fill it in.
        schema_version: Maybe<SchemaVersion> required "格式版本：文件格式的版本，不是数据的版本；用模板填报的不必改" [],
        /// Identifier of the dossier.
        /// Tells dossiers apart where several are kept, such as lixi-2023; the verdicts do not depend on it.
        id: Maybe<Id> "档案编号：几份档案放在一起时用来区分，如 lixi-2023；不影响结论" [],
        /// Day up to which the dossier speaks.
        /// What is dated later does not count; an assessment takes this day unless the caller names another.
        as_of: Maybe<Date> "数据截止日：档案反映到哪一天，此后的事不计入；未另指定时为评估时点" [],
        /// Department that prepared it.
        /// The body that answers for the dossier, such as the county's commerce bureau; no person.
        prepared_by: Maybe<Short> "填报单位：对整份档案负责的单位，如县商务局；不填个人姓名" [],
        /// The town.
        /// Name, county tier, site and what has been built; asked once for the whole dossier.
        town: Maybe<Town> "乡村e镇：名称、县域类型、范围和建设情况，整份档案只填一次" ["七"],
        /// Leading industries.
        /// One record for each leading industry; until declared complete, their number is a lower bound.
        industries: Section<Industry> "主导产业：一个主导产业一条；没有声明列全的，个数只是下限" ["附件2-2"],
        /// Supply chains.
        /// One record for each chain of linked stages; stages and enterprises are not counted themselves.
        supply_chains: Section<SupplyChain> "产业链供应链：上下游连成的链，一条链一条记录；链上的环节和企业不另计" ["附件2-3"],
        /// Facilities.
        /// Premises that serve the e-town, a building or part of one each; the centres and live-streaming rooms among them.
        facilities: Section<Facility> "设施：e镇的用房，一栋楼或楼里一处一条；各中心和直播间都填在这里" ["附件2-11", "附件2-15", "附件2-16", "附件2-17"],
        /// Market entities.
        /// Whoever is registered to trade: companies, cooperatives, sole traders, farms; payees and undertakers too.
        entities: Section<MarketEntity> "市场主体：公司、合作社、个体户、家庭农场等登记的主体；承办和收款的也在此" ["附件2-4", "附件2-27"],
        /// Institutions and outlets.
        /// Bank and telecom outlets, R&D institutions and training bodies, one record for each place.
        institutions: Section<Institution> "机构网点：银行和通讯网点、研发机构、培训机构，一处一条" ["附件2-7", "附件2-28"],
        /// Brands.
        /// Public, category and own brands, one record each; a trademark stands inside its brand.
        brands: Section<Brand> "品牌：公用品牌、分品类品牌和自主品牌，一个一条；商标填在品牌里" ["附件2-8"],
        /// Online products.
        /// Goods sold online, one record each; those packaged for it and standardised count.
        products: Section<OnlineProduct> "网货产品：在网上销售的产品，一个一条；有网货包装又标准化的才计入" ["附件2-8"],
        /// Product pavilions.
        /// Pavilions of local goods on e-commerce platforms; a display hall is a facility.
        pavilions: Section<Pavilion> "特色馆：电商平台上的地方产品馆，一个一条；线下展厅填在设施里" ["附件2-6"],
        /// Training sessions.
        /// One record for each session, a course of several days one a day; person-times come from their lists.
        sessions: Section<TrainingSession> "培训场次：一场一条，几天的班按天分条；培训人次由各场签到名单得出" ["附件2-11"],
        /// Files of trainees.
        /// One file for each person trained; lists refer to it, and findings and public reports never show its personal data.
        trainees: Section<Trainee> "学员档案：一人一档，签到名单引用编号；个人信息不在核对结果和公开报告中显示" ["五(六)"],
        /// Experts engaged.
        /// Persons with a letter or contract of engagement; who is still engaged at the as-of date counts.
        experts: Section<Expert> "聘用专家：有聘书或合同的专家，一人一条；评估时点仍在聘的才计入" ["附件2-12"],
        /// Persons fostered.
        /// Business leaders and influencers fostered by the programme, one record for each person and kind.
        fostered: Section<FosteredPerson> "培育人员：项目培育的商业带头人和本地网红，一人一种类型一条" ["附件2-12", "附件2-13"],
        /// Contests.
        /// Contests of entrepreneurship, innovation and skills; those held count, those only attended do not.
        contests: Section<Contest> "大赛：创业创新和技能大赛，一次一条；举办的计入，只去参加的不计" ["附件2-14"],
        /// Exhibitions and publicity activities.
        /// Brand exhibitions and publicity activities, one record each; contests have a section of their own.
        events: Section<Event> "活动：品牌展会和宣传活动，一次一条；大赛填在大赛一节" ["附件2-10", "附件2-19"],
        /// Channels of the publicity matrix.
        /// Accounts, programmes and boards that promote over time, one record each; single activities are events.
        channels: Section<Channel> "宣传渠道：长期使用的账号、栏目、展板，一个一条；单次的活动填在活动一节" ["附件2-10"],
        /// Instruments.
        /// Documents that lay down rules, such as measures; papers that only prove a fact are evidence documents.
        instruments: Section<Instrument> "制度文件：方案、办法、政策等立规矩的文件；只作证明的材料填在佐证文件" ["附件2-5", "附件2-9", "附件2-18", "附件2-22"],
        /// Organisation.
        /// Leading group, information officer and operation; asked once for the whole dossier.
        organisation: Maybe<Organisation> "组织保障：领导小组、信息联络员和运营，整份档案只填一次" ["附件2-21", "九"],
        /// Phases as they went.
        /// How each phase really went, one record each; the months set by the plan are not entered.
        phases: Section<Phase> "实施阶段：各阶段的实际情况，一个阶段一条；方案规定的月份不用填" ["六"],
        /// Investments.
        /// Split by stage, source, period and project; planned and completed amounts in records of their own.
        investments: Section<Investment> "投资：按口径、来源、时期、项目分条；计划数和完成数各填各的" ["附件2-25"],
        /// Appropriations.
        /// Money received for the programme, one record for each arrival; what enterprises invest is an investment.
        appropriations: Section<Appropriation> "拨入资金：拨给项目的资金，每次到账一条；企业自己投的钱填在投资" ["九5"],
        /// Payments.
        /// Every payment out of the programme's funds, one record for each entry of the accounts.
        payments: Section<Payment> "支出：从项目资金付出的每一笔，一笔一条，与账簿对得上" ["九5"],
        /// Use of funds as declared.
        /// The county's declaration on the funds as a whole; it replaces none of the single payments.
        fund_use: Maybe<FundUse> "资金管理情况：对资金使用的总体申报，整份档案只填一次，不代替逐笔支出" ["九5"],
        /// Statistics.
        /// Output, online retail and the city's growth, one record for each series, period and territory.
        statistics: Section<Statistic> "统计数据：总产值、网络零售额和全市增速，一个指标、时期、地域一条" ["附件2-23", "附件2-26"],
        /// Projects of the ledger.
        /// All projects of the ledger, planned ones too; whether it is kept is settled once declared complete.
        projects: Section<Project> "项目台账：台账上的全部项目，未开工的也列；声明列全后才能认定" ["九2"],
        /// Inspections.
        /// Inspections that were made, of every kind; those only planned are left out.
        inspections: Section<Inspection> "检查：已经做过的检查，一次一条，不论哪一类；只在计划中的不填" ["九2"],
        /// Issue list.
        /// All issues found, rectified or not; whether all are rectified is settled once declared complete.
        issues: Section<IssueItem> "问题清单：查出的全部问题，改没改都列；声明列全后才能认定都已整改" ["九2"],
        /// Declarations of compliance.
        /// What departments declare for each field and period; no declaration is open, never free of violations.
        compliance: Section<ComplianceDeclaration> "合规申报：各主管单位的申报；没有申报只是待定，不等于没有违规" ["附件2-20"],
        /// Disclosures and reports.
        /// What was published or reported, one record for each subject and day.
        disclosures: Section<Disclosure> "公开与报送：已公布或报出的材料，一项内容、一天一条" ["九3"],
        /// Evidence documents.
        /// Papers to which other records refer as evidence, one record each; only one with a digest is on file.
        documents: Section<Document> "佐证文件：其他记录引用的证明材料，一份一条；填了文件摘要的才算在档" [],
        /// Judgements of reviewers.
        /// What reviewers concluded on questions that software cannot judge; without it the question stays open.
        judgements: Section<Judgement> "评审意见：须由人判断的事项的评审结论；没有意见的事项待定" ["附件2"],
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
    use crate::model::kind::{FieldKind, FigureDetail, Missing, Record, SectionHead};

    #[test]
    fn every_field_says_what_it_means_in_both_languages() {
        let mut waiting = vec![Dossier::info(), FigureDetail::info(), Missing::info(), SectionHead::info()];
        let (mut seen, mut fields) = (std::collections::BTreeSet::new(), 0);
        while let Some(info) = waiting.pop() {
            if !seen.insert(info.name) {
                continue;
            }
            for field in info.fields {
                fields += 1;
                let at = format!("{}.{}", info.name, field.name);
                let [zh, en] = [field.help.zh, field.help.en];
                assert!((8..=60).contains(&zh.chars().count()) && !zh.ends_with('。'), "{at}: “{zh}”");
                assert!((16..=140).contains(&en.len()) && !en.ends_with('.'), "{at}: “{en}”");
                waiting.extend(field.kind.record());
            }
        }
        assert!(fields > 400, "{fields}");
    }

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
