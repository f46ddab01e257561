//! Kind of the body that a unified social credit code names (机构类别, GB 32100-2015).

use crate::words::Label;

/// Kind of body, from the first two characters of its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum UsccKind {
    /// Enterprise (企业), `91`.
    Enterprise,
    /// Sole trader (个体工商户), `92`.
    SoleTrader,
    /// Farmers' cooperative (农民专业合作社), `93`.
    FarmersCooperative,
    /// Government organ (机关), `11`.
    GovernmentOrgan,
    /// Public institution (事业单位), `12`.
    PublicInstitution,
    /// Social organisation (社会团体), `51`.
    SocialOrganisation,
    /// Private non-enterprise unit (民办非企业单位), `52`.
    PrivateNonEnterpriseUnit,
    /// Foundation (基金会), `53`.
    Foundation,
    /// Rural collective (农村集体经济组织), registered by agriculture: `N1` of a group, `N2` of a village, `N3` of a township.
    RuralCollective,
    /// Any other body.
    Other,
}

impl UsccKind {
    /// The kind that a registering department (登记管理部门) and a kind of body (机构类别) name: positions 1 and 2.
    pub const fn of(registrar: char, kind: char) -> Self {
        match (registrar, kind) {
            ('1', '1') => Self::GovernmentOrgan,
            ('1', '2') => Self::PublicInstitution,
            ('5', '1') => Self::SocialOrganisation,
            ('5', '2') => Self::PrivateNonEnterpriseUnit,
            ('5', '3') => Self::Foundation,
            ('9', '1') => Self::Enterprise,
            ('9', '2') => Self::SoleTrader,
            ('9', '3') => Self::FarmersCooperative,
            ('N', '1' | '2' | '3') => Self::RuralCollective,
            _ => Self::Other,
        }
    }

    /// The kind in both languages.
    pub const fn label(self) -> Label {
        match self {
            Self::Enterprise => Label::new("企业", "enterprise"),
            Self::SoleTrader => Label::new("个体工商户", "sole trader"),
            Self::FarmersCooperative => Label::new("农民专业合作社", "farmers' cooperative"),
            Self::GovernmentOrgan => Label::new("机关", "government organ"),
            Self::PublicInstitution => Label::new("事业单位", "public institution"),
            Self::SocialOrganisation => Label::new("社会团体", "social organisation"),
            Self::PrivateNonEnterpriseUnit => Label::new("民办非企业单位", "private non-enterprise unit"),
            Self::Foundation => Label::new("基金会", "foundation"),
            Self::RuralCollective => Label::new("农村集体经济组织", "rural collective"),
            Self::Other => Label::new("其他机构", "other body"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_that_is_not_listed_is_another_body() {
        assert_eq!(UsccKind::of('N', '3'), UsccKind::RuralCollective);
        for (registrar, kind) in [('N', '9'), ('9', '4'), ('9', '9'), ('1', '3'), ('A', '1'), ('Y', '1'), ('5', '9')] {
            assert_eq!(UsccKind::of(registrar, kind), UsccKind::Other, "{registrar}{kind}");
        }
    }
}
