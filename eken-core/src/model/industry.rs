//! Leading industries and supply chains (`附件2-2`, `附件2-3`).

use super::kind::{Id, List, Long, Maybe, Ref, Short, record};
use super::target::{ToDocument, ToEntity};
use crate::quantity::PartialDate;

record! {
    /// A leading industry of the e-town (主导产业).
    pub struct Industry("主导产业") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Name.
        name: Maybe<Short> required "名称" ["附件2-2", "五(一)"],
        /// Industry code of GB/T 4754-2017.
        code: Maybe<Short> "国民经济行业代码" ["GB/T 4754-2017"],
        /// Whether it joins several industries under one name.
        composite: Maybe<bool> "是否复合产业：如“食用菌＋特色农产品”" ["七(二)"],
        /// Since when it is a leading industry.
        since: Maybe<PartialDate> "确定时间" [],
        /// Until when it was one.
        until: Maybe<PartialDate> "退出时间" [],
        /// Documents that show it.
        evidence: List<Ref<ToDocument>> "依据文件" ["附件2-2"],
    }
}

record! {
    /// An upstream-downstream supply chain of the e-town (产业链供应链).
    pub struct SupplyChain("产业链供应链") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Name.
        name: Maybe<Short> required "名称" ["附件2-3"],
        /// Links of the chain, upstream first.
        links: List<Short> "环节：自上游至下游" ["附件2-3"],
        /// Entities that take part.
        entities: List<Ref<ToEntity>> "参与主体" [],
        /// Established.
        established: Maybe<PartialDate> "建立时间" ["附件2-3"],
        /// Ended.
        ended: Maybe<PartialDate> "终止时间" [],
        /// Documents that show it.
        evidence: List<Ref<ToDocument>> "依据文件" ["附件2-3"],
        /// Note.
        note: Maybe<Long> "备注" [],
    }
}
