//! Investment, funds by nature and payments (`附件2-22`, `附件2-25`, `九5`).

use super::kind::{Figure, Id, List, Maybe, Ref, Short, code_list, record};
use super::target::{ToAppropriation, ToDocument, ToEntity, ToProject};
use crate::quantity::{Date, Money, PartialDate};

code_list! {
    /// How far an investment has come (投资口径).
    pub enum InvestmentStage {
        /// Planned.
        Planned = "planned" ("计划投资", "planned"),
        /// Contracted.
        Contracted = "contracted" ("合同投资", "contracted"),
        /// Completed.
        Completed = "completed" ("完成投资", "completed"),
    }
}

code_list! {
    /// Whose money an investment is (投资来源).
    pub enum InvestmentSource {
        /// Public.
        Public = "public" ("财政资金", "public"),
        /// Enterprises and other private sources.
        Private = "private" ("社会资本", "private"),
        /// Loans.
        Loan = "loan" ("金融贷款", "loan"),
        /// Another source.
        Other = "other" ("其他", "other"),
    }
}

code_list! {
    /// Nature of funds (资金性质).
    pub enum FundNature {
        /// Central.
        Central = "central" ("中央资金", "central"),
        /// Provincial.
        Provincial = "provincial" ("省级资金", "provincial"),
        /// Of the city.
        City = "city" ("市级资金", "city"),
        /// Of the county.
        County = "county" ("县级资金", "county"),
        /// Raised by the undertaker.
        SelfRaised = "self_raised" ("自筹资金", "self-raised"),
    }
}

code_list! {
    /// Way of support (支持方式).
    pub enum SupportKind {
        /// Project grant.
        ProjectGrant = "project_grant" ("项目补助", "project grant"),
        /// Interest subsidy.
        InterestSubsidy = "interest_subsidy" ("贷款贴息", "interest subsidy"),
        /// Reward in place of a grant.
        Reward = "reward" ("以奖代补", "reward"),
        /// Purchase of services.
        Purchase = "purchase" ("购买服务", "purchase"),
        /// Another way.
        Other = "other" ("其他", "other"),
    }
}

record! {
    /// An investment (投资).
    pub struct Investment("投资") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Stage.
        stage: Maybe<InvestmentStage> required "投资口径" ["附件2-25"],
        /// Source.
        source: Maybe<InvestmentSource> "投资来源" ["附件2-25"],
        /// Amount.
        amount: Maybe<Figure<Money>> required "金额" ["附件2-25"],
        /// Period of the investment.
        period: Maybe<PartialDate> "所属时期" ["附件2-25"],
        /// Project.
        project: Maybe<Ref<ToProject>> "项目" [],
        /// Documents on it.
        evidence: List<Ref<ToDocument>> "依据文件" ["附件2-25"],
    }
}

record! {
    /// An appropriation (拨入资金).
    pub struct Appropriation("拨入资金") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Nature.
        nature: Maybe<FundNature> required "资金性质" ["九5"],
        /// Document number.
        number: Maybe<Short> "下达文号" [],
        /// Amount.
        amount: Maybe<Figure<Money>> required "金额" ["九5"],
        /// Appropriated.
        date: Maybe<Date> "到位日期" ["九5", "九6"],
        /// Purpose.
        purpose: Maybe<Short> "用途" ["九5"],
    }
}

record! {
    /// A payment (支出).
    pub struct Payment("支出") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Appropriation it is paid from.
        appropriation: Maybe<Ref<ToAppropriation>> "资金来源" ["九5"],
        /// Nature of the funds.
        nature: Maybe<FundNature> "资金性质" ["九5"],
        /// Way of support.
        support: Maybe<SupportKind> "支持方式" ["附件2-22"],
        /// Amount.
        amount: Maybe<Figure<Money>> required "金额" ["九5"],
        /// Paid.
        date: Maybe<Date> "支付日期" ["九5", "九6"],
        /// Payee.
        payee: Maybe<Ref<ToEntity>> "收款主体" ["九5"],
        /// Project.
        project: Maybe<Ref<ToProject>> "项目" ["九5"],
        /// Purpose.
        purpose: Maybe<Short> "用途" ["九5"],
        /// Invoice.
        invoice: Maybe<Short> "发票号" [],
    }
}

record! {
    /// What is declared on the use of funds (资金管理情况).
    pub struct FundUse("资金管理情况") {
        /// Whether funds were used as prescribed.
        as_prescribed: Maybe<bool> "是否按规定使用" ["九5"],
        /// Whether they are accounted for separately by nature.
        separately_accounted: Maybe<bool> "是否按资金性质分别核算" ["九5"],
        /// Whether the accounts are open to inspection.
        open_to_inspection: Maybe<bool> "是否接受监督检查" ["九5"],
        /// Whether funding was checked against other programmes and none found twice.
        no_duplicate_funding: Maybe<bool> "是否无重复投入" ["九1"],
        /// Documents, such as an audit report.
        evidence: List<Ref<ToDocument>> "依据文件" ["九5"],
    }
}
