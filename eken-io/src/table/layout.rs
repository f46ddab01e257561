//! Which sheets a dossier has and which columns they have, made from the model: no list of fields is kept here.

use std::sync::LazyLock;

use eken_core::model::Dossier;
use eken_core::model::kind::{FieldInfo, FieldKind, FigureDetail, Record, RecordInfo, SectionHead};
use eken_core::words::{Label, Lang, Words};

/// The sheet of what stands once in a dossier: a row an item, with its name and content.
pub const ONCE: Label = Label::new("基本情况", "Basics");
/// The headings of that sheet.
pub const ITEM: [Label; 3] = [Label::new("项目", "Item"), Label::new("内容", "Content"), Label::new("说明", "Meaning")];
/// The sheet of what each section says of itself.
pub const HEADS: Label = Label::new("清单说明", "Sections");
/// The heading of its first column.
pub const SECTION: Label = Label::new("清单", "Section");
/// The sheet of instructions, which is not read.
pub const GUIDE: Label = Label::new("填表说明", "Instructions");
/// The sheet of what no other sheet can carry, as JSON.
pub const EXTRA: Label = Label::new("附加数据", "Additional data");
/// The headings of that sheet: JSON Pointer, number of the part, JSON text.
pub const EXTRA_HEADINGS: [Label; 3] =
    [Label::new("位置", "Pointer"), Label::new("序", "Part"), Label::new("JSON", "JSON")];
/// How a row of an example begins, which is not read.
pub const EXAMPLE: Label = Label::new("例：", "Example: ");

/// What a column holds.
#[derive(Clone, Debug)]
pub enum Holds {
    /// One value.
    One(FieldKind),
    /// Several values in one cell, such as the documents of a record.
    Several(FieldKind),
}

impl Holds {
    /// The kind of the value, or of each value.
    pub const fn kind(&self) -> &FieldKind {
        match self {
            Self::One(kind) | Self::Several(kind) => kind,
        }
    }
}

/// A column of a sheet.
#[derive(Clone, Debug)]
pub struct Column {
    /// Names of the fields from the record down to the value, such as `trademark`, `number`.
    pub path: Vec<&'static str>,
    /// Heading: the labels on the way, joined by a full stop in the middle, such as 商标·注册号.
    pub heading: Words,
    /// What it holds.
    pub holds: Holds,
    /// What it means.
    pub help: Label,
    /// Clauses and standards.
    pub clauses: &'static [&'static str],
    /// Whether a record without it is faulty.
    pub required: bool,
    /// Whether the value may be given as missing with a reason.
    pub missable: bool,
    /// Whether it says something about a figure in another column (status, source, note), and is left out where no record
    /// has it.
    pub detail: bool,
}

/// A sheet: one kind of fact.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Names of the fields from the dossier down to the list, joined by full stops, such as `entities.sales`; the name of its
    /// CSV file.
    pub key: String,
    /// Title: the name of the sheet.
    pub title: Words,
    /// What a record of it is called.
    pub label: Label,
    /// The sheet that holds the records whose lists these are, by index; none where the list stands once in the dossier.
    pub parent: Option<usize>,
    /// Names of the members from the parent's record, or from the dossier, down to the list.
    pub path: Vec<&'static str>,
    /// Whether the list is a section, which says whether it is complete.
    pub section: bool,
    /// Whether its items are plain values in one column, not records.
    pub plain: bool,
    /// Its columns, without the one that names the parent's record.
    pub columns: Vec<Column>,
}

impl Sheet {
    /// The heading of the column that names the parent's record.
    pub fn parent_heading(&self, layout: &Layout) -> Option<Words> {
        let parent = layout.sheets.get(self.parent?)?;
        let id = parent.columns.iter().find(|column| matches!(column.holds, Holds::One(FieldKind::Id)));
        let [zh, en] = id.map_or(["序号", "No."], |id| [id.heading.zh.as_str(), id.heading.en.as_str()]);
        Some(Words::new(format!("{}{zh}", parent.title.zh), format!("{} {en}", parent.title.en)))
    }

    /// Whether the records have identifiers.
    pub fn has_ids(&self) -> bool {
        self.columns.iter().any(|column| matches!(column.holds, Holds::One(FieldKind::Id)))
    }

    /// The name of the sheet in a workbook, which takes 31 characters: its title, or what else it is known by.
    pub fn tab(&self, lang: Lang) -> &str {
        let names = [self.title.get(lang), self.key.as_str()];
        names.into_iter().find(|name| name.chars().count() <= 31).unwrap_or(&self.title.zh)
    }
}

/// All sheets of a dossier.
#[derive(Clone, Debug)]
pub struct Layout {
    /// What stands once in a dossier: the town, the day up to which it speaks.
    pub once: Vec<Column>,
    /// What a section says of itself.
    pub heads: Vec<Column>,
    /// One sheet for each kind of fact, parents before their lists.
    pub sheets: Vec<Sheet>,
}

/// The layout of a dossier.
pub fn layout() -> &'static Layout {
    static LAYOUT: LazyLock<Layout> = LazyLock::new(make);
    &LAYOUT
}

fn make() -> Layout {
    let mut found = Found::default();
    let mut once = Vec::new();
    for field in Dossier::info().fields {
        match &field.kind {
            FieldKind::Section(record) => {
                let path = vec![field.name, "items"];
                let at =
                    List { key: field.name.to_owned(), title: words(field.label), parent: None, path, section: true };
                found.list(at, &FieldKind::Record(*record), None);
            }
            _ => found.field(&field, &Way::default(), &mut once),
        }
    }
    let head = SectionHead::info();
    let heads = head.fields.iter().map(|field| column(field, &Way::default(), Holds::One(field.kind.clone())));
    Layout { once, heads: heads.collect(), sheets: found.sheets }
}

/// The way from a record down to a field of a record inside it.
#[derive(Clone, Default)]
struct Way {
    /// Sheet of the record, if it stands in a list; and the key of the list.
    sheet: Option<usize>,
    key: Vec<&'static str>,
    path: Vec<&'static str>,
    labels: Vec<Label>,
}

/// A list that becomes a sheet.
struct List {
    key: String,
    title: Words,
    parent: Option<usize>,
    path: Vec<&'static str>,
    section: bool,
}

#[derive(Default)]
struct Found {
    sheets: Vec<Sheet>,
}

impl Found {
    fn list(&mut self, list: List, of: &FieldKind, label: Option<Label>) {
        let index = self.sheets.len();
        let info: Option<RecordInfo> = match of {
            FieldKind::Record(record) => Some(record()),
            _ => None,
        };
        self.sheets.push(Sheet {
            label: info.as_ref().map(|info| info.label).or(label).unwrap_or(Label::new("", "")),
            key: list.key.clone(),
            title: list.title,
            parent: list.parent,
            path: list.path,
            section: list.section,
            plain: info.is_none(),
            columns: Vec::new(),
        });
        let mut columns = Vec::new();
        match info {
            Some(info) => {
                let way = Way { sheet: Some(index), key: vec![], path: vec![], labels: vec![] };
                for field in &info.fields {
                    self.field(field, &way, &mut columns);
                }
            }
            None => {
                let label = label.unwrap_or(Label::new("", ""));
                let words = words(label);
                columns.push(Column {
                    path: vec![],
                    heading: words,
                    holds: Holds::One(of.clone()),
                    help: Label::new("", ""),
                    clauses: &[],
                    required: true,
                    missable: false,
                    detail: false,
                });
            }
        }
        if let Some(sheet) = self.sheets.get_mut(index) {
            sheet.columns = columns;
        }
    }

    fn field(&mut self, field: &FieldInfo, way: &Way, columns: &mut Vec<Column>) {
        let further = || {
            let mut further = way.clone();
            further.key.push(field.name);
            further.path.push(field.name);
            further.labels.push(field.label);
            further
        };
        match &field.kind {
            FieldKind::Record(record) => {
                for inner in &record().fields {
                    self.field(inner, &further(), columns);
                }
            }
            FieldKind::List(of) if is_sheet(of) => {
                let parent = way.sheet.and_then(|sheet| self.sheets.get(sheet));
                let way = further();
                let key: Vec<&str> =
                    parent.iter().map(|parent| parent.key.as_str()).chain(way.key.iter().copied()).collect();
                let title = title(parent.map(|parent| &parent.title), &way.labels);
                let list = List { key: key.join("."), title, parent: way.sheet, path: way.path, section: false };
                self.list(list, of, Some(field.label));
            }
            FieldKind::List(of) => columns.push(column(field, way, Holds::Several((**of).clone()))),
            kind => {
                columns.push(column(field, way, Holds::One(kind.clone())));
                if matches!(kind, FieldKind::Quantity { figure: true, .. }) {
                    for detail in FigureDetail::info().fields {
                        let made = column(&detail, &further(), Holds::One(detail.kind.clone()));
                        columns.push(Column { detail: true, required: false, ..made });
                    }
                }
            }
        }
    }
}

/// Whether a list has a sheet of its own: its items are records, or they tie records together and may be many.
fn is_sheet(of: &FieldKind) -> bool {
    match of {
        FieldKind::Record(_) => true,
        FieldKind::Ref(section) => *section != "documents",
        _ => false,
    }
}

fn column(field: &FieldInfo, way: &Way, holds: Holds) -> Column {
    let labels = || way.labels.iter().copied().chain([field.label]);
    Column {
        path: way.path.iter().copied().chain([field.name]).collect(),
        heading: Words::new(
            labels().map(|label| label.zh).collect::<Vec<_>>().join("·"),
            labels().map(|label| label.en).collect::<Vec<_>>().join(" · "),
        ),
        holds,
        help: field.help,
        clauses: field.clauses,
        required: field.required,
        missable: field.missable,
        detail: false,
    }
}

/// The title of a list: its own label, with the title of the parent's sheet or the label of the record around it before it.
fn title(parent: Option<&Words>, labels: &[Label]) -> Words {
    let mut near = labels.iter().rev();
    let last = near.next().copied().unwrap_or(Label::new("", ""));
    let before = parent.cloned().or_else(|| near.next().map(|label| words(*label)));
    match before {
        Some(before) => Words::new(format!("{}·{}", before.zh, last.zh), format!("{} · {}", before.en, last.en)),
        None => words(last),
    }
}

fn words(label: Label) -> Words {
    Words::new(label.zh, label.en)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_list_of_records_has_a_sheet_with_a_title_that_a_workbook_takes() {
        let layout = layout();
        let titles: BTreeSet<&str> = layout.sheets.iter().map(|sheet| sheet.title.zh.as_str()).collect();
        assert_eq!(titles.len(), layout.sheets.len());
        let keys: BTreeSet<&str> = layout.sheets.iter().map(|sheet| sheet.key.as_str()).collect();
        assert_eq!(keys.len(), layout.sheets.len());
        for title in titles {
            assert!(title.chars().count() <= 31 && !title.contains(['[', ']', ':', '*', '?', '/', '\\']), "{title}");
        }
        for key in ["entities", "entities.sales", "sessions.attendance", "organisation.leading_group.members"] {
            assert!(keys.contains(key), "{key} is no sheet");
        }
    }

    #[test]
    fn headings_within_a_sheet_differ() {
        let layout = layout();
        for sheet in &layout.sheets {
            for of in [|words: &Words| words.zh.clone(), |words: &Words| words.en.clone()] {
                let parent = sheet.parent_heading(layout);
                let mut headings: Vec<String> =
                    sheet.columns.iter().map(|column| &column.heading).chain(&parent).map(of).collect();
                let count = headings.len();
                headings.sort();
                headings.dedup();
                assert_eq!(headings.len(), count, "{}: {headings:?}", sheet.key);
            }
        }
    }

    #[test]
    fn the_way_to_a_value_is_that_of_its_fields() {
        let layout = layout();
        let sales = layout.sheets.iter().find(|sheet| sheet.key == "entities.sales").unwrap();
        assert_eq!(
            sales.parent.and_then(|parent| layout.sheets.get(parent)).map(|parent| parent.key.as_str()),
            Some("entities")
        );
        assert_eq!(
            (sales.title.zh.as_str(), sales.parent_heading(layout).unwrap().zh.as_str()),
            ("市场主体·月度销售", "市场主体编号")
        );
        let status = sales.columns.iter().find(|column| column.path == ["amount", "status"]).unwrap();
        assert!(status.detail && status.heading.zh == "销售额·数据状态", "{status:?}");
        assert!(layout.once.iter().any(|column| column.path == ["town", "site", "area"]));
    }
}
