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
        id: Maybe<Id> required "编号" [],
        /// Kind.
        kind: Maybe<InstitutionKind> required "类型" ["附件2-7", "附件2-28", "五(六)"],
        /// Name.
        name: Maybe<Short> "名称" [],
        /// Unified social credit code.
        code: Maybe<Short> "统一社会信用代码" ["GB 32100-2015"],
        /// Brought in or opened.
        opened: Maybe<PartialDate> "引进或设立时间" ["附件2-7", "附件2-28"],
        /// Closed.
        closed: Maybe<PartialDate> "撤销时间" [],
        /// Whether it is working.
        working: Maybe<bool> "是否发挥作用" ["五(二)"],
        /// Where it is.
        territory: Maybe<Territory> "所在地域" [],
        /// Address, so that the same outlet is not claimed twice.
        address: Maybe<Short> "地址" [],
        /// Documents on the institution.
        evidence: List<Ref<ToDocument>> "依据文件" ["附件2-7", "附件2-28"],
    }
}
