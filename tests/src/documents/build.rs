//! Valid dossiers, built by walking over the model's description.

use eken_core::json::Tree;
use eken_core::model::Dossier;
use eken_core::model::kind::{FieldInfo, FieldKind, FigureDetail, Missing, Record, RecordInfo, SectionHead};

use super::site::{Site, Step};
use crate::random::Random;

/// A valid document with the places in it.
#[derive(Clone, Debug)]
pub struct Built {
    /// The document.
    pub tree: Tree,
    /// Its places, outermost first.
    pub sites: Vec<Site>,
}

impl Built {
    /// Builds a document.
    pub fn new(random: &mut Random) -> Self {
        let mut builder = Builder { random, sites: Vec::new() };
        let info = Dossier::info();
        let path = Vec::new();
        builder.sites.push(Site {
            path: path.clone(),
            kind: FieldKind::Record(Dossier::info),
            required: true,
            missable: false,
            name: info.name.to_owned(),
        });
        let tree = builder.record(&info, &path, 8);
        Self { tree, sites: builder.sites }
    }
}

struct Builder<'a> {
    random: &'a mut Random,
    sites: Vec<Site>,
}

/// A number token.
pub(super) fn number(token: &str) -> Tree {
    Tree::Number(token.into())
}

/// An object of these members.
pub(super) fn object(members: &[(&str, Tree)]) -> Tree {
    Tree::Object(members.iter().map(|(key, value)| ((*key).into(), value.clone())).collect())
}

impl Builder<'_> {
    fn one_in(&mut self, bound: usize) -> bool {
        self.random.below(bound) == 0
    }

    fn pick<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[self.random.below(texts.len())]
    }

    /// A record, in which a field that is not required stands once in `rarity` times.
    fn record(&mut self, info: &RecordInfo, path: &[Step], rarity: usize) -> Tree {
        let mut members = Vec::new();
        for field in &info.fields {
            if field.required || self.one_in(rarity) {
                let value = self.field(info, field, path);
                members.push((field.name.into(), value));
            }
        }
        if self.one_in(4) {
            members.reverse();
        }
        Tree::Object(members)
    }

    fn field(&mut self, info: &RecordInfo, field: &FieldInfo, path: &[Step]) -> Tree {
        let site = Site {
            path: [path, &[Step::Key(field.name.to_owned())]].concat(),
            kind: field.kind.clone(),
            required: field.required,
            missable: field.missable,
            name: format!("{}.{}", info.name, field.name),
        };
        let path = site.path.clone();
        self.sites.push(site);
        if field.missable && self.one_in(12) {
            return self.record(&Missing::info(), &path, 3);
        }
        self.value(&field.kind, &path, field.name)
    }

    fn value(&mut self, kind: &FieldKind, path: &[Step], name: &str) -> Tree {
        match kind {
            FieldKind::Text(_) | FieldKind::Personal => {
                Tree::text(self.pick(&["例", "示例有限公司", "e-town", "东至\n一号路", " x ", "é", "👩‍🌾"]))
            }
            FieldKind::Id | FieldKind::Ref(_) => Tree::text(self.pick(&["A1", "编号-2", "x/y~z", "7"])),
            FieldKind::Code(list) => Tree::text(list[self.random.below(list.len())].code),
            FieldKind::Flag => Tree::Bool(self.one_in(2)),
            FieldKind::Date => Tree::text(self.pick(&["2023-05-01", "1999-12-31", "2023-11-30"])),
            FieldKind::PartialDate => Tree::text(self.pick(&["2023", "2023Q4", "2023-05", "2023-05-31"])),
            FieldKind::Month => Tree::text(self.pick(&["2023-01", "2023-12"])),
            FieldKind::Time => Tree::text(self.pick(&["00:00", "09:30", "23:59"])),
            FieldKind::Quantity { bounds, figure } => {
                let fraction = bounds.places > 0 && self.one_in(2);
                let value = number(if fraction {
                    self.pick(&["0.5", "12.25", "99.99"])
                } else {
                    self.pick(&["0", "3", "120"])
                });
                if *figure && self.one_in(5) { self.figure(value, path) } else { value }
            }
            FieldKind::Record(info) => self.record(&info(), path, 2),
            FieldKind::List(inner) => self.list(inner, path, name),
            FieldKind::Section(info) => self.section(*info, path, name),
            FieldKind::Geometry => {
                super::classes::POLYGONS.first().map_or(Tree::Null, |text| super::classes::tree(text))
            }
            FieldKind::Version => number("1"),
        }
    }

    fn list(&mut self, inner: &FieldKind, path: &[Step], name: &str) -> Tree {
        let count = self.random.below(3);
        let mut items = Vec::new();
        for index in 0..count {
            let path = [path, &[Step::Index(index)]].concat();
            self.sites.push(Site {
                path: path.clone(),
                kind: inner.clone(),
                required: true,
                missable: false,
                name: format!("{name}[]"),
            });
            items.push(self.value(inner, &path, name));
        }
        Tree::Array(items)
    }

    fn section(&mut self, info: fn() -> RecordInfo, path: &[Step], name: &str) -> Tree {
        let mut tree = self.record(&SectionHead::info(), path, 3);
        if let Tree::Object(members) = &mut tree
            && !self.one_in(10)
        {
            let path = [path, &[Step::Key("items".to_owned())]].concat();
            let kind = FieldKind::List(Box::new(FieldKind::Record(info)));
            self.sites.push(Site {
                path: path.clone(),
                kind: kind.clone(),
                required: false,
                missable: false,
                name: format!("{name}.items"),
            });
            members.push(("items".into(), self.value(&kind, &path, name)));
        }
        tree
    }

    fn figure(&mut self, value: Tree, path: &[Step]) -> Tree {
        let mut tree = self.record(&FigureDetail::info(), path, 2);
        if let Tree::Object(members) = &mut tree {
            members.insert(0, ("value".into(), value));
        }
        tree
    }
}
