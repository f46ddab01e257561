//! Leading industries and supply chains (`附件2-2`, `附件2-3`).

use super::kind::{Id, List, Long, Maybe, Ref, Short, record};
use super::target::{ToDocument, ToEntity};
use crate::quantity::PartialDate;

record! {
    /// A leading industry of the e-town (主导产业).
    pub struct Industry("主导产业") {
        /// Identifier.
        /// Unique in this section, such as I1; by it the industry is found again when data are checked.
        id: Maybe<Id> required "编号：本节内不重复，如 I1；核对和修改时按它找到这个产业" [],
        /// Name.
        /// As in the e-town scheme; the same name twice looks like one industry filed twice.
        name: Maybe<Short> required "名称：照e镇方案的叫法；同名的两条会提示重复填报" ["附件2-2", "五(一)"],
        /// Industry code of GB/T 4754-2017.
        /// A letter and digits, such as A0142 for growing edible fungi; only its form is checked.
        code: Maybe<Short> "国民经济行业代码：字母加数字，如食用菌种植为 A0142；只检查写法，不影响个数" ["GB/T 4754-2017"],
        /// Whether it joins several industries under one name.
        /// Yes if one name joins several, such as fungi and produce; by default it counts as one all the same.
        composite: Maybe<bool> "是否复合产业：一个名称合了几个产业的填是，如“食用菌＋特色农产品”；默认仍计一个" ["七(二)"],
        /// Since when it is a leading industry.
        /// When a scheme or decision named it; counted from then on, open without it.
        since: Maybe<PartialDate> "确定时间：方案或文件定下的时间，从此计数；不填则是否计入待定" [],
        /// Until when it was one.
        /// When it was dropped; from then on it does not count. Empty while it is one.
        until: Maybe<PartialDate> "退出时间：不再作主导产业的时间，从此不计；仍是的不填" [],
        /// Documents that show it.
        /// The scheme or decision that names it, by the id of the evidence document.
        evidence: List<Ref<ToDocument>> "依据文件：定下这个产业的方案或文件，引用佐证文件的编号" ["附件2-2"],
    }
}

record! {
    /// An upstream-downstream supply chain of the e-town (产业链供应链).
    pub struct SupplyChain("产业链供应链") {
        /// Identifier.
        /// Unique in this section, such as C1; by it the chain is found again when data are checked.
        id: Maybe<Id> required "编号：本节内不重复，如 C1；核对和修改时按它找到这条链" [],
        /// Name.
        /// Named for its product, such as chain of edible fungi; one chain is one record.
        name: Maybe<Short> required "名称：按产品起名，如食用菌产业链；一条链只填一条记录" ["附件2-3"],
        /// Links of the chain.
        /// From upstream to downstream, such as growing, processing, selling; they are not counted themselves.
        links: List<Short> "环节：自上游至下游逐个写，如种植、加工、销售；环节本身不计数" ["附件2-3"],
        /// Entities that take part.
        /// Who takes part, by the ids of the market entities; the chain counts however many they are.
        entities: List<Ref<ToEntity>> "参与主体：链上有哪些主体，引用市场主体的编号；多少家都不影响计数" [],
        /// Established.
        /// When the stages began to work together, as by contract; counted from then on, open without it.
        established: Maybe<PartialDate> "建立时间：上下游开始协作的时间，如签约之日；不填则是否计入待定" ["附件2-3"],
        /// Ended.
        /// When it fell apart; from then on it does not count. Empty while it works.
        ended: Maybe<PartialDate> "终止时间：协作停止的时间，从此不计；还在运转的不填" [],
        /// Documents that show it.
        /// What shows the stages at work together, such as contracts or orders between them.
        evidence: List<Ref<ToDocument>> "依据文件：证明上下游有协作的材料，如购销合同、订单；填佐证文件编号" ["附件2-3"],
        /// Note.
        /// What has no field of its own, such as which enterprise leads the chain.
        note: Maybe<Long> "备注：其他栏目写不下的，如哪家企业牵头、怎样分工" [],
    }
}
