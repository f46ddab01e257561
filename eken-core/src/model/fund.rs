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
        /// Unique in this section, such as N01; by it the amount is found again when data are checked.
        id: Maybe<Id> required "编号：本节内不重复，如 N01；核对和修改时按它找到这一笔" [],
        /// Stage.
        /// Planned, contracted and completed in records of their own; by default only completed ones count.
        stage: Maybe<InvestmentStage> required "投资口径：计划、合同、完成分开填；默认只计完成投资，合同投资不计入" ["附件2-25"],
        /// Source.
        /// Whose money it is, one source a record; by default every source counts.
        source: Maybe<InvestmentSource> "投资来源：谁出的钱，一种来源一条；默认各种来源都计入" ["附件2-25"],
        /// Amount.
        /// Of this stage and period alone; not a running total, for the records are added up.
        amount: Maybe<Figure<Money>> required "金额：只填本口径、本时期的数；各条会相加，不要填累计数" ["附件2-25"],
        /// Period of the investment.
        /// When it was made; a completed one without it counts as done, one after the as-of date does not count.
        period: Maybe<PartialDate> "所属时期：投资发生的时期；完成投资不填视为已完成，晚于评估时点的不计" ["附件2-25"],
        /// Project.
        /// Project of the ledger, by id; plan, completion and payments are compared by it.
        project: Maybe<Ref<ToProject>> "项目：属于哪个台账项目，引用其编号；据此核对计划、完成和支出" [],
        /// Documents on it.
        /// What the amount is taken from, such as contract, acceptance of works or audit.
        evidence: List<Ref<ToDocument>> "依据文件：金额的出处，如合同、验收单、审计报告；引用佐证文件的编号" ["附件2-25"],
    }
}

record! {
    /// An appropriation (拨入资金).
    pub struct Appropriation("拨入资金") {
        /// Identifier.
        /// Unique in this section, such as U1; payments refer to it as their source.
        id: Maybe<Id> required "编号：本节内不重复，如 U1；支出按它写明资金来源" [],
        /// Nature.
        /// Whose money it is by the notice of funds; what is paid from it has the same nature.
        nature: Maybe<FundNature> required "资金性质：照下达文件看是哪一级的钱；从中付出的支出性质相同" ["九5"],
        /// Document number.
        /// Of the notice of funds; public money without one gives a finding, write not applicable where there is none.
        number: Maybe<Short> "下达文号：资金下达文件的文号；财政资金没有文号会提示，确实没有的注明不适用" [],
        /// Amount.
        /// What arrived this time, not the total of the notice; payments from it may not exceed it.
        amount: Maybe<Figure<Money>> required "金额：这次到账的数，不是文件的总数；从中支出的合计不能超过它" ["九5"],
        /// Appropriated.
        /// Day on which it reached the account, not that of the notice; payments come after it.
        date: Maybe<Date> "到位日期：钱到账的日期，不是文件日期；从中支付不应早于这一天" ["九5", "九6"],
        /// Purpose.
        /// What the notice grants it for, such as training; recorded, each payment has a purpose of its own.
        purpose: Maybe<Short> "用途：下达文件指定的用途，如人员培训；只作记录，每笔支出另填用途" ["九5"],
    }
}

record! {
    /// A payment (支出).
    pub struct Payment("支出") {
        /// Identifier.
        /// Unique in this section, such as Y001; the number of the voucher will do.
        id: Maybe<Id> required "编号：本节内不重复，如 Y001；可以用记账凭证号" [],
        /// Appropriation it is paid from.
        /// Money it was paid from, by the id of the appropriation; for self-raised money give the nature only.
        appropriation: Maybe<Ref<ToAppropriation>> "资金来源：从哪笔拨入资金付出，引用其编号；自筹资金不填这里，填资金性质" ["九5"],
        /// Nature of the funds.
        /// The same as that of the appropriation named; needed by itself where none is named.
        nature: Maybe<FundNature> "资金性质：与所引用的拨入资金一致；没有引用的必须填，以便分别核算" ["九5"],
        /// Way of support.
        /// How it supports the payee; grants, interest and rewards need an instrument that states their standard.
        support: Maybe<SupportKind> "支持方式：以什么方式支持对方；补助、贴息、奖补当日须有写明标准的文件" ["附件2-22"],
        /// Amount.
        /// What was really paid this time, as on the bank's slip, not the sum of the contract.
        amount: Maybe<Figure<Money>> required "金额：这一次实际付出的数，不是合同总额；与银行回单一致" ["九5"],
        /// Paid.
        /// Day on which the bank paid; not before the money arrived or the payee was registered.
        date: Maybe<Date> "支付日期：银行付款的日期；不应早于资金到位和收款主体登记" ["九5", "九6"],
        /// Payee.
        /// Who received it, by the id of the market entity; write not applicable where it is none.
        payee: Maybe<Ref<ToEntity>> "收款主体：收款方，引用市场主体的编号；收款方不是市场主体的注明不适用" ["九5"],
        /// Project.
        /// Project of the ledger it was for, by id; every project grant names one.
        project: Maybe<Ref<ToProject>> "项目：用在哪个台账项目，引用其编号；项目补助都要写明" ["九5"],
        /// Purpose.
        /// What exactly it was for; one purpose out of public money of several natures gives a finding.
        purpose: Maybe<Short> "用途：具体用在什么上；同一用途用了几种性质的财政资金会提示" ["九5"],
        /// Invoice.
        /// As printed on the invoice; the same one twice looks like one bill paid twice.
        invoice: Maybe<Short> "发票号：照发票抄号码；同一收款方的同一发票填两次会提示重复报销" [],
    }
}

record! {
    /// What is declared on the use of funds (资金管理情况).
    pub struct FundUse("资金管理情况") {
        /// Whether funds were used as prescribed.
        /// Yes if all funds went where the rules allow; open until a document on file shows it.
        as_prescribed: Maybe<bool> "是否按规定使用：资金全部用在规定范围才填是；填是的要有依据文件在档，否则待定" ["九5"],
        /// Whether they are accounted for separately by nature.
        /// Yes if each nature has accounts of its own; open until a document on file shows it.
        separately_accounted: Maybe<bool> "是否按资金性质分别核算：各级资金分账核算才填是；要有账簿或审计材料在档，否则待定" ["九5"],
        /// Whether the accounts are open to inspection.
        /// Yes if inspectors were given the accounts; open until a document on file shows it.
        open_to_inspection: Maybe<bool> "是否接受监督检查：账簿凭证接受过检查才填是；要有检查记录等在档，否则待定" ["九5"],
        /// Whether funding was checked against other programmes and none found twice.
        /// Yes if other programmes were compared and nothing was paid twice; open until a document on file shows it.
        no_duplicate_funding: Maybe<bool> "是否无重复投入：与其他项目比对过、没有重复投入才填是；要有比对材料在档，否则待定" ["九1"],
        /// Documents.
        /// What shows these answers, such as an audit report; one with a digest at least, else each yes is open.
        evidence: List<Ref<ToDocument>> "依据文件：审计报告、比对表等；至少引用一份填了文件摘要的，否则填是的都待定" ["九5"],
    }
}
