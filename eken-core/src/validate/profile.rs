//! Profile (校验口径): what a county or a bureau changes about the rules: severities, and waivers with reason, authority and
//! expiry. It never silences a rule: what is to be left out needs a waiver.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::catalogue::catalogue;
use crate::error::{Error, ProfileFault, Result};
use crate::finding::{Finding, Severity, Spec};
use crate::json::{Place, places_of_offsets};
use crate::quantity::Date;
use crate::words::Words;

/// Severities and waivers that replace the defaults of the rules.
///
/// It is written in TOML:
///
/// ```toml
/// [severity]
/// "instrument.no-number" = "error"        # error, warning or info
///
/// [[waiver]]
/// rule = "entity.code-twice"
/// at = "/entities/items/id=E7"            # JSON Pointer; a record by its identifier or its index; "" is the whole dossier
/// reason = "…"
/// authority = "…"                         # the body that answers for it, by post or office
/// until = "2024-06-30"                    # last day
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    pub(super) severities: BTreeMap<&'static str, Severity>,
    pub(super) waivers: Vec<Waiver>,
}

/// Leave to pass over the findings of one rule at one place, up to a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// Code of the rule.
    pub rule: &'static str,
    /// Where: a JSON Pointer in which a record may stand by `id=…`; the findings there and below.
    pub at: String,
    /// Why.
    pub reason: String,
    /// The body that answers for it.
    pub authority: String,
    /// The last day on which it holds: it is held against the as-of date of the dossier.
    pub until: Date,
}

impl Profile {
    /// Reads a profile.
    ///
    /// ```
    /// use eken_core::validate::Profile;
    ///
    /// let profile = Profile::load("[severity]\n\"instrument.no-number\" = \"error\"\n")?;
    /// assert!(profile.waivers().is_empty());
    /// # Ok::<(), eken_core::error::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Profile`] with every fault and its line: not TOML, a key or a code that does not exist, a part of a waiver that
    /// is lacking.
    pub fn load(text: &str) -> Result<Self> {
        let mut loader = Loader { faults: Vec::new() };
        // the faults stand in the text after the mark
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let profile = loader.profile(text);
        if loader.faults.is_empty() {
            return Ok(profile);
        }
        let offsets: Vec<usize> = loader.faults.iter().map(|(offset, ..)| *offset).collect();
        let places = places_of_offsets(text, &offsets);
        let mut faults: Vec<ProfileFault> = loader
            .faults
            .into_iter()
            .zip(places)
            .map(|((_, message, help), Place { line, column })| ProfileFault { line, column, message, help })
            .collect();
        faults.sort_by_key(|fault| (fault.line, fault.column));
        Err(Error::Profile(faults))
    }

    /// The severity of a kind of finding.
    pub fn severity(&self, spec: &Spec) -> Severity {
        self.severities.get(spec.code).copied().unwrap_or(spec.severity)
    }

    /// The waivers.
    pub fn waivers(&self) -> &[Waiver] {
        &self.waivers
    }

    pub(super) fn apply(&self, finding: &mut Finding) {
        finding.severity = self.severity(finding.spec);
    }
}

struct Loader {
    faults: Vec<(usize, Words, Words)>,
}

type Value<'a> = Spanned<DeValue<'a>>;

impl Loader {
    fn add(&mut self, offset: usize, message: Words, help: Words) {
        self.faults.push((offset, message, help));
    }

    fn profile(&mut self, text: &str) -> Profile {
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let offset = error.span().map_or(0, |span| span.start);
            self.add(
                offset,
                Words::new("不是有效的 TOML", format!("not TOML: {}", error.message())),
                Words::new("核对括号、引号和等号", "look at brackets, quotes and equals signs"),
            );
        }
        let mut profile = Profile::default();
        if !errors.is_empty() {
            return profile;
        }
        for (key, value) in table.get_ref() {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("severity", DeValue::Table(table)) => profile.severities = self.severities(table),
                ("waiver", DeValue::Array(items)) => {
                    profile.waivers = items.iter().filter_map(|item| self.waiver(item)).collect();
                }
                ("severity" | "waiver", _) => self.add(
                    value.span().start,
                    Words::new("写法不对", "not written as expected"),
                    Words::new(
                        "轻重写在 [severity] 之下，每项豁免以 [[waiver]] 起头",
                        "severities stand under [severity], each waiver begins with [[waiver]]",
                    ),
                ),
                (name, _) => self.unknown(key.span().start, "键", "key", name, &["severity", "waiver"]),
            }
        }
        profile
    }

    fn severities(&mut self, table: &DeTable<'_>) -> BTreeMap<&'static str, Severity> {
        let mut out = BTreeMap::new();
        for (key, value) in table {
            let code = self.code(key.span().start, key.get_ref());
            let severity =
                value.get_ref().as_str().and_then(|word| Severity::ALL.into_iter().find(|s| s.code() == word));
            if severity.is_none() {
                self.add(
                    value.span().start,
                    Words::new("没有这一级", "there is no such severity"),
                    Words::new(
                        "写 \"error\"、\"warning\" 或 \"info\"；要略过某处问题，请写 [[waiver]]",
                        "write \"error\", \"warning\" or \"info\"; to pass over a finding, write a [[waiver]]",
                    ),
                );
            }
            out.extend(code.zip(severity));
        }
        out
    }

    fn waiver(&mut self, item: &Value<'_>) -> Option<Waiver> {
        const KEYS: [&str; 5] = ["rule", "at", "reason", "authority", "until"];
        let start = item.span().start;
        let DeValue::Table(table) = item.get_ref() else {
            self.add(
                start,
                Words::new("豁免应为一个表", "a waiver is a table"),
                Words::new("每项豁免以 [[waiver]] 起头", "begin each waiver with [[waiver]]"),
            );
            return None;
        };
        for (key, _) in table {
            if !KEYS.contains(&key.get_ref().as_ref()) {
                self.unknown(key.span().start, "键", "key", key.get_ref(), &KEYS);
            }
        }
        let mut text = |name: &'static str| {
            let value = table.get(name);
            let found =
                value.and_then(|value| value.get_ref().as_str()).filter(|text| name == "at" || !text.trim().is_empty());
            if found.is_none() {
                self.add(
                    value.map_or(start, |value| value.span().start),
                    Words::new(format!("豁免缺少 {name}"), format!("the waiver lacks {name}")),
                    Words::new(
                        "每项豁免须写明 rule、at、reason、authority、until，均为带引号的文本",
                        "each waiver needs rule, at, reason, authority and until, each a text in quotes",
                    ),
                );
            }
            found.map(|found| (value.map_or(start, |value| value.span().start), found.to_owned()))
        };
        let (rule, at, reason, authority, until) =
            (text("rule"), text("at"), text("reason"), text("authority"), text("until"));
        let rule = rule.and_then(|(offset, code)| self.code(offset, &code));
        let until = until.and_then(|(offset, day)| {
            let date = Date::parse(&day);
            if date.is_none() {
                self.add(
                    offset,
                    Words::new("日期无效", "not a date"),
                    Words::new("写成 \"2024-06-30\"", "write \"2024-06-30\""),
                );
            }
            date
        });
        if let Some((offset, at)) = &at
            && !(at.is_empty() || at.starts_with('/'))
        {
            self.add(
                *offset,
                Words::new("at 不是 JSON Pointer", "at is no JSON Pointer"),
                Words::new(
                    "以 / 起头，如 /entities/items/id=E7；整份档案写 \"\"",
                    "begin with /, as in /entities/items/id=E7; \"\" is the whole dossier",
                ),
            );
        }
        Some(Waiver { rule: rule?, at: at?.1, reason: reason?.1, authority: authority?.1, until: until? })
    }

    fn code(&mut self, offset: usize, code: &str) -> Option<&'static str> {
        let known: Vec<&'static str> = catalogue().into_iter().map(|spec| spec.code).collect();
        let found = known.iter().copied().find(|each| *each == code);
        if found.is_none() {
            self.unknown(offset, "规则", "rule", code, &known);
        }
        found
    }

    fn unknown(&mut self, offset: usize, zh: &str, en: &str, name: &str, known: &[&str]) {
        let near = known
            .iter()
            .map(|each| (strsim::osa_distance(name.get(..64).unwrap_or(name), each), *each))
            .min()
            .filter(|(distance, each)| distance.saturating_mul(2) <= each.len())
            .map(|(_, each)| each);
        let help = near.map_or_else(
            || match en {
                "rule" => Words::new("用 eken rules 查看规则代码", "eken rules lists the codes"),
                _ => Words::new(format!("可写：{}", known.join("、")), format!("known: {}", known.join(", "))),
            },
            |near| Words::new(format!("是否为 {near}？"), format!("did you mean {near}?")),
        );
        self.add(offset, Words::new(format!("没有这个{zh}"), format!("there is no such {en}")), help);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &str = "\u{feff}[severity]\n\"instrument.no-number\" = \"error\"\n\n[[waiver]]\nrule = \"entity.code-twice\"\nat = \"/entities/items/id=E7\"\nreason = \"更名过渡\"\nauthority = \"县工科局\"\nuntil = \"2024-06-30\"\n";

    fn faults(text: &str) -> Vec<String> {
        match Profile::load(text) {
            Err(Error::Profile(faults)) => faults
                .iter()
                .map(|fault| format!("{}:{} {} ({})", fault.line, fault.column, fault.message.en, fault.help.en))
                .collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_profile_changes_severities_and_lists_waivers() {
        let profile = Profile::load(SOUND).unwrap();
        let spec = |code| catalogue().into_iter().find(|spec| spec.code == code).unwrap();
        assert_eq!(profile.severity(spec("instrument.no-number")), Severity::Error);
        assert_eq!(profile.severity(spec("entity.code-twice")), Severity::Warning);
        assert_eq!(profile.waivers()[0].until.to_string(), "2024-06-30");
        assert_eq!(Profile::load("").unwrap(), Profile::default());
    }

    #[test]
    fn every_fault_is_told_with_its_line() {
        assert_eq!(
            faults("[severities]\n[severity]\n\"instrument.no-numbr\" = \"error\"\n\"entity.code-twice\" = \"off\"\n"),
            [
                "1:2 there is no such key (did you mean severity?)",
                "3:1 there is no such rule (did you mean instrument.no-number?)",
                "4:23 there is no such severity (write \"error\", \"warning\" or \"info\"; to pass over a finding, write a [[waiver]])",
            ]
        );
        let waiver = faults("[[waiver]]\nrule = \"x\"\nat = \"entities\"\nuntil = \"soon\"\nauthority = 1\n");
        let starts = [
            "1:1 the waiver lacks reason",
            "2:8 there is no such rule",
            "3:6 at is no",
            "4:9 not a date",
            "5:13 the waiver lacks",
        ];
        assert_eq!(waiver.len(), starts.len(), "{waiver:?}");
        assert!(waiver.iter().zip(starts).all(|(fault, start)| fault.starts_with(start)), "{waiver:?}");
        assert!(faults("[severity\n")[0].starts_with("1:"));
        assert!(faults("waiver = 1\n")[0].contains("[[waiver]]"));
        assert!(faults("waiver = [1]\n")[0].contains("is a table"));
    }

    #[test]
    fn a_waiver_may_not_leave_out_its_place_nor_say_more_than_a_waiver_does() {
        let without = SOUND.replace("at = \"/entities/items/id=E7\"\n", "");
        assert_eq!(
            faults(&without),
            [
                "4:1 the waiver lacks at (each waiver needs rule, at, reason, authority and until, each a text in quotes)"
            ]
        );
        assert_eq!(
            faults(&SOUND.replace("until =", "untill = \"2024-06-30\"\nuntil =")),
            ["9:1 there is no such key (did you mean until?)"]
        );
        assert_eq!(Profile::load(&SOUND.replace("/entities/items/id=E7", "")).unwrap().waivers()[0].at, "");
    }
}
