//! Institutions and outlets (`附件2-7`, `附件2-28`, `五(六)`).

use super::kind::{Id, List, Maybe, Ref, Short, code_list, record};
use super::target::ToDocument;
use super::town::Territory;
use crate::quantity::PartialDate;

code_list! {
    /// Kind of institution or outlet (机构网点类型).
    pub enum InstitutionKind {
        /// E-commerce R&D institution.
        Research = "research" ("电商研发机构", "R&D institution"),
        /// Financial service outlet.
        Finance = "finance" ("金融服务网点", "financial outlet"),
        /// Telecom service outlet.
        Telecom = "telecom" ("通讯服务网点", "telecom outlet"),
        /// Training body.
        Training = "training" ("电商培训机构", "training body"),
        /// Another kind.
        Other = "other" ("其他", "other"),
    }
}

record! {
    /// An institution or outlet in the e-town (机构网点).
    pub struct Institution("机构网点") {
        /// Identifier.
        /// Unique in this section, such as L1; training sessions refer to training bodies by it.
        id: Maybe<Id> required "编号：本节内不重复，如 L1；培训场次按它引用培训机构" [],
        /// Kind.
        /// Tells whether it counts as financial, telecom, R&D or training; one kind a record.
        kind: Maybe<InstitutionKind> required "类型：决定算金融、通讯、研发还是培训，分开计数；一条只选一种" ["附件2-7", "附件2-28", "五(六)"],
        /// Name.
        /// Down to the outlet, as on its sign, not only the name of bank or operator.
        name: Maybe<Short> "名称：照招牌写到网点一级，不要只写银行或运营商的名字" [],
        /// Unified social credit code.
        /// The 18 characters of its certificate; kind, code and address alike look like an outlet filed twice.
        code: Maybe<Short> "统一社会信用代码：照登记证书抄18位；类型、代码、地址都相同会提示重复填报" ["GB 32100-2015"],
        /// Brought in or opened.
        /// When it began to serve in the e-town; counted from then on, open without it.
        opened: Maybe<PartialDate> "引进或设立时间：在e镇开始营业的时间，从此计数；不填则是否计入待定" ["附件2-7", "附件2-28"],
        /// Closed.
        /// When it was withdrawn; from then on it does not count. Empty while it serves.
        closed: Maybe<PartialDate> "撤销时间：撤走或停业的时间，从此不计；还在营业的不填" [],
        /// Whether it is working.
        /// Yes if it really does business there; where a plan asks for that, only a yes counts.
        working: Maybe<bool> "是否发挥作用：真正在办业务才填是；方案要求发挥作用的，只计填是的" ["五(二)"],
        /// Where it is.
        /// Inside the declared boundary or outside; an outlet outside does not count, open without an answer.
        territory: Maybe<Territory> "所在地域：网点在申报四至以内还是以外；以外的不计入，不填则待定" [],
        /// Address.
        /// Road and number; kind, name and address alike look like an outlet filed twice.
        address: Maybe<Short> "地址：写到门牌；类型、名称、地址都相同会提示重复填报" [],
        /// Documents on the institution.
        /// What shows that it was set up and serves, such as its licence or photographs.
        evidence: List<Ref<ToDocument>> "依据文件：证明已设立、在营业的材料，如开业批复、照片；填佐证文件编号" ["附件2-7", "附件2-28"],
    }
}
