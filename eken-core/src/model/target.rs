//! What references lead to: one marker a section.

use super::kind::Target;

macro_rules! targets {
    ($($(#[doc = $doc:literal])+ $name:ident = $section:literal,)*) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name;

        impl Target for $name {
            const SECTION: &'static str = $section;
        }
    )*};
}

targets! {
    /// A record of `facilities`.
    ToFacility = "facilities",
    /// A record of `entities`.
    ToEntity = "entities",
    /// A record of `institutions`.
    ToInstitution = "institutions",
    /// A record of `brands`.
    ToBrand = "brands",
    /// A record of `trainees`.
    ToTrainee = "trainees",
    /// A record of `experts`.
    ToExpert = "experts",
    /// A record of `instruments`.
    ToInstrument = "instruments",
    /// A record of `appropriations`.
    ToAppropriation = "appropriations",
    /// A record of `projects`.
    ToProject = "projects",
    /// A record of `inspections`.
    ToInspection = "inspections",
    /// A record of `documents`.
    ToDocument = "documents",
}
