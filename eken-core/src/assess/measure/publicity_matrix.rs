//! `publicity-matrix`: media and settings of the channels in use.

use super::registry::{Measure, Run, ValueKind};
use crate::assess::measured::{Case, Collected, Measured, field_lack, record_pointer};
use crate::assess::truth::Truth;
use crate::assess::view::View;
use crate::model::kind::{Code, Maybe};
use crate::plan::Params;
use crate::words::Label;

const SECTION: &str = "channels";

pub(super) static PUBLICITY_MATRIX: Measure = Measure {
    id: "publicity-matrix",
    label: Label::new("宣传矩阵", "publicity matrix"),
    about: Label::new(
        "评估时点在用的宣传渠道所属的媒体类型（新媒体、传统媒体）和线上线下",
        "the media (new, traditional) and settings (online, offline) of the channels in use at the as-of date",
    ),
    params: &[],
    readings: &[],
    annual: false,
    value: ValueKind::Set,
    run: Run::Town(run),
};

fn run(view: &View<'_>, _: &Params) -> Measured {
    let channels = &view.dossier.channels;
    let mut set = Collected::over(view, SECTION, channels);
    for (index, channel) in channels.iter() {
        let case = Case::yes().field(view.happened(&channel.started), SECTION, index, "started").field(
            view.ended(&channel.ended).not(),
            SECTION,
            index,
            "ended",
        );
        add(&mut set, &case, index, "medium", &channel.medium);
        add(&mut set, &case, index, "setting", &channel.setting);
    }
    set.finish()
}

fn add<T: Code>(set: &mut Collected, case: &Case, index: usize, field: &'static str, value: &Maybe<T>) {
    match value.get() {
        Some(value) => set.add(|| record_pointer(SECTION, index), case.clone(), [value.code()]),
        None if case.truth == Truth::No || value.is_not_applicable() => {}
        None => set.may_have_more(field_lack(SECTION, index, field)),
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::measure::testing::measure;

    const CHANNELS: &str = r#"{"schema_version":1,"as_of":"2023-12-31","channels":{"complete":true,"items":[
        {"id":"K1","medium":"new_media","setting":"online","started":"2023-05"},
        {"id":"K2","medium":"traditional","setting":"offline","started":"2022","ended":"2023-06"},
        {"id":"K3","medium":"traditional","setting":"online","started":"2024-01"}]}}"#;

    #[test]
    fn only_channels_in_use_are_in_the_matrix() {
        assert_eq!(measure("publicity-matrix", &[], CHANNELS, &[]).to_string(), "{new_media online}");
        let later = CHANNELS.replace("2023-12-31", "2024-02-01");
        assert_eq!(measure("publicity-matrix", &[], &later, &[]).to_string(), "{new_media online traditional}");
    }

    #[test]
    fn what_is_missing_leaves_the_matrix_open() {
        let undated = CHANNELS.replace(",\"started\":\"2024-01\"", "");
        assert_eq!(measure("publicity-matrix", &[], &undated, &[]).to_string(), "{new_media online ..}");
        let no_medium = CHANNELS.replace("\"medium\":\"new_media\",", "");
        assert_eq!(measure("publicity-matrix", &[], &no_medium, &[]).to_string(), "{online ..}");
        let open = CHANNELS.replace("\"complete\":true", "\"complete\":false");
        assert_eq!(measure("publicity-matrix", &[], &open, &[]).to_string(), "{new_media online ..}");
        assert_eq!(measure("publicity-matrix", &[], r#"{"schema_version":1}"#, &[]).to_string(), "{ ..}");
    }

    #[test]
    fn a_channel_that_has_ended_or_has_no_medium_leaves_nothing_open() {
        let ended = CHANNELS.replace(r#""medium":"traditional","setting":"offline","#, "");
        assert_eq!(measure("publicity-matrix", &[], &ended, &[]).to_string(), "{new_media online}");
        let none = CHANNELS.replace(r#""medium":"new_media""#, r#""medium":{"missing":"not_applicable"}"#);
        assert_eq!(measure("publicity-matrix", &[], &none, &[]).to_string(), "{online}");
    }
}
