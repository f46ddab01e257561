//! The HTML report as a reader's program meets it: well-formed, complete, without network, and never markup of the dossier.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use eken_core::assess::{Assessment, Options, Verdict, assess, sensitivity};
use eken_core::limits::Limits;
use eken_core::model::CountyTier;
use eken_core::parse::parse;
use eken_core::plan::{Plan, builtin};
use eken_core::report::{AssessmentDocument, Rendition, ReportOptions, html};
use eken_core::validate::{Checked, validate};
use eken_core::words::Lang;
use eken_gen::{Kind, Size, Spec, generate};
use roxmltree::{Document, Node, ParsingOptions};
use serde_json::{Value, json};

/// Elements of the report. Whatever else is in it came from a dossier.
const ELEMENTS: &[&str] = &[
    "a", "b", "body", "code", "dd", "details", "div", "dl", "dt", "figure", "h1", "h2", "h3", "h4", "head", "header",
    "html", "li", "main", "meta", "nav", "ol", "p", "polygon", "pre", "rect", "section", "span", "style", "summary",
    "svg", "table", "tbody", "td", "th", "thead", "title", "tr", "ul",
];
/// Attributes of the report.
const ATTRIBUTES: &[&str] = &[
    "aria-hidden",
    "aria-label",
    "charset",
    "class",
    "colspan",
    "content",
    "height",
    "href",
    "http-equiv",
    "id",
    "lang",
    "name",
    "points",
    "preserveAspectRatio",
    "role",
    "scope",
    "style",
    "viewBox",
    "width",
    "x",
    "y",
];

struct Case {
    name: String,
    checked: Checked,
    assessment: Assessment,
    plan: Plan,
}

impl Case {
    fn of(name: &str, bytes: &[u8]) -> Option<Self> {
        let plan = builtin("yuanqu-2023").expect("the county plan");
        let checked = validate(parse(bytes, &Limits::default()).ok()?, &plan);
        let assessment = assess(&checked, &plan, &Options::year(2023)).expect("an assessment");
        Some(Self { name: name.to_owned(), checked, assessment, plan })
    }

    fn page(&self, options: &ReportOptions<'_>) -> String {
        html(&self.assessment, &self.checked, &self.plan, options)
    }

    /// The page in both languages and renditions.
    fn pages(&self) -> Vec<(Lang, String)> {
        let both = [Rendition::Public, Rendition::Internal];
        let each = |lang| {
            both.map(|rendition| (lang, self.page(&ReportOptions { lang, rendition, ..ReportOptions::default() })))
        };
        [each(Lang::Zh), each(Lang::En)].concat()
    }
}

/// Every example that can be read, a hostile one, and one with every fault planted.
fn cases() -> Vec<Case> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/data");
    let mut paths: Vec<PathBuf> = ["", "broken"]
        .iter()
        .flat_map(|folder| std::fs::read_dir(root.join(folder)).expect("examples"))
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    paths.sort();
    let mut cases: Vec<Case> = paths
        .iter()
        .filter_map(|path| Case::of(&path.display().to_string(), &std::fs::read(path).expect("a dossier")))
        .collect();
    assert!(cases.len() > 8, "{} examples", cases.len());
    cases.push(hostile());
    cases
}

/// A text that tries to be markup, to close the style, and to turn the direction of writing.
const EVIL: &str = "</style></title><script>alert(1)</script><b onclick=\"x\">'&amp;\u{202e}\u{2066}\u{7}\u{ffff}";

fn hostile() -> Case {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/data/yuanqu-2023.json");
    let mut dossier: Value = serde_json::from_slice(&std::fs::read(path).expect("a dossier")).expect("JSON");
    for section in ["facilities", "entities", "brands", "documents", "instruments", "events"] {
        for item in dossier[section]["items"].as_array_mut().expect("records") {
            for field in ["name", "title"] {
                if item.get(field).is_some() {
                    item[field] = json!(EVIL);
                }
            }
        }
    }
    dossier["town"]["name"] = json!(EVIL);
    dossier["<script>alert(2)</script>"] = json!(EVIL);
    dossier["town"]["<img src=x onerror=alert(3)>"] = json!(1);
    Case::of("hostile", dossier.to_string().as_bytes()).expect("a dossier")
}

fn read(page: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(page, options).expect("well-formed markup")
}

fn has_class(node: &Node<'_, '_>, class: &str) -> bool {
    node.attribute("class").is_some_and(|classes| classes.split(' ').any(|each| each == class))
}

fn of_id<'a>(document: &'a Document<'_>, id: &str) -> Option<Node<'a, 'a>> {
    document.descendants().find(|node| node.attribute("id") == Some(id))
}

#[test]
fn the_page_is_well_formed_and_asks_for_nothing_outside_it() {
    for case in cases() {
        for (_, page) in case.pages() {
            let document = read(&page);
            let policy = document.descendants().find(|node| node.attribute("http-equiv").is_some());
            assert!(
                policy
                    .and_then(|node| node.attribute("content"))
                    .is_some_and(|it| it.starts_with("default-src 'none'"))
            );
            let (mut ids, mut links) = (BTreeSet::new(), Vec::new());
            for node in document.descendants().filter(Node::is_element) {
                let name = node.tag_name().name();
                assert!(ELEMENTS.contains(&name), "{}: <{name}>", case.name);
                for attribute in node.attributes() {
                    assert!(ATTRIBUTES.contains(&attribute.name()), "{}: {}", case.name, attribute.name());
                    match attribute.name() {
                        "href" => {
                            let anchor = attribute.value().strip_prefix('#').expect("a place in the page");
                            links.push(anchor.to_owned());
                        }
                        "id" => assert!(ids.insert(attribute.value().to_owned()), "{}: twice", attribute.value()),
                        "style" => assert!(attribute.value().starts_with("flex-grow:")),
                        _ => {}
                    }
                }
            }
            assert!(links.len() > 8 && links.iter().all(|anchor| ids.contains(anchor)), "{}: {links:?}", case.name);
            for reference in ["http:", "https:", "src=", "url(", "@import"] {
                let fetched = document.descendants().filter(|node| node.is_element()).any(|node| {
                    node.attributes().any(|attribute| attribute.value().contains(reference))
                        || (node.has_tag_name("style") && node.text().is_some_and(|text| text.contains(reference)))
                });
                assert!(!fetched, "{}: {reference}", case.name);
            }
        }
    }
}

#[test]
fn names_of_the_dossier_are_told_as_text() {
    let case = hostile();
    for (_, page) in case.pages() {
        assert!(!page.contains(['\u{202e}', '\u{2066}', '\u{7}', '\u{ffff}']));
        let document = read(&page);
        let title = document.descendants().find(|node| node.has_tag_name("h1")).and_then(|node| node.text());
        assert!(title.is_some_and(|title| title.starts_with("</style></title><script>alert(1)</script>")), "{title:?}");
    }
    let internal = case.page(&ReportOptions { rendition: Rendition::Internal, ..ReportOptions::default() });
    let told =
        read(&internal).descendants().filter(|node| node.text().is_some_and(|text| text.contains("<script>"))).count();
    assert!(told > 20, "{told} names of records");
}

#[test]
fn every_standing_stands_once_and_the_totals_are_those_of_the_json() {
    for case in cases() {
        for (lang, page) in case.pages() {
            let document = read(&page);
            let json = AssessmentDocument::new(&case.assessment, &case.checked, &case.plan, lang);
            let json = serde_json::to_value(&json).expect("JSON");
            for (part, list, counts) in
                [("indicators", "indicators", "counts"), ("targets", "targets", "target_counts")]
            {
                let section = of_id(&document, part).expect("the part");
                let rows: Vec<Node<'_, '_>> =
                    section.descendants().filter(|node| has_class(node, "standing")).collect();
                let standings = json[list].as_array().expect("standings");
                assert_eq!(rows.len(), standings.len(), "{}", case.name);
                let mut found: BTreeMap<&str, u64> = BTreeMap::new();
                for (row, standing) in rows.iter().zip(standings) {
                    let verdict =
                        Verdict::ALL.into_iter().find(|verdict| standing["verdict"] == verdict.code()).expect("one");
                    let badge = row.descendants().find(|node| has_class(node, "badge")).expect("a badge");
                    assert!(has_class(&badge, verdict.code()), "{} {}", case.name, standing["id"]);
                    let number = row.descendants().find(|node| has_class(node, "no")).and_then(|node| node.text());
                    assert_eq!(number, standing["id"].as_str());
                    *found.entry(verdict.code()).or_default() += 1;
                }
                for verdict in Verdict::ALL {
                    let counted = json[counts][verdict.code()].as_u64().expect("a count");
                    assert_eq!(found.get(verdict.code()).copied().unwrap_or_default(), counted, "{}", case.name);
                    let shown = format!("flex-grow:{counted}");
                    let bar = document.descendants().any(|node| {
                        has_class(&node, "part")
                            && has_class(&node, verdict.code())
                            && node.attribute("style") == Some(&shown)
                    });
                    assert_eq!(bar, counted > 0, "{} {}", case.name, verdict.code());
                }
            }
            let digests = ["dossier", "plan", "options", "verdicts"].map(|part| json["receipt"][part].clone());
            assert!(digests.iter().all(|digest| page.contains(digest.as_str().expect("a digest"))));
        }
    }
}

#[test]
fn what_a_reading_would_change_is_told_once_for_each_change() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/data/yuanqu-2023.json");
    let case = Case::of("yuanqu", &std::fs::read(path).expect("a dossier")).expect("a dossier");
    let found = sensitivity(&case.checked, &case.plan, &Options::year(2023)).expect("readings");
    let page = case.page(&ReportOptions { dependences: Some(&found), ..ReportOptions::default() });
    let document = read(&page);
    let lists = document.descendants().filter(|node| has_class(node, "changes"));
    assert_eq!(lists.flat_map(|list| list.children()).filter(|node| node.has_tag_name("li")).count(), found.len());
    assert!(found.len() > 10);
}

#[test]
fn a_hundred_thousand_findings_make_a_page_of_bounded_size() {
    let row = |index: usize| format!("{{\"id\":\"I{index}\",\"since\":\"bad\",\"zz{index}\":1,\"name\":7}}");
    let rows: Vec<String> = (0..34_000).map(row).collect();
    let text = format!("{{\"schema_version\":1,\"industries\":{{\"complete\":true,\"items\":[{}]}}}}", rows.join(","));
    let case = Case::of("many", text.as_bytes()).expect("a dossier");
    let total: usize = case.checked.by_code().values().sum();
    assert!(total > 100_000, "{total} findings");
    for (_, page) in case.pages() {
        assert!(page.len() < 1_000_000, "{} bytes", page.len());
        assert!(page.contains(&total_of(&case, "structure.partial-date").to_string()));
    }
}

fn total_of(case: &Case, code: &str) -> usize {
    case.checked.by_code().get(code).copied().expect("findings of the kind")
}

#[test]
fn a_generated_dossier_with_every_fault_makes_a_page_of_bounded_size() {
    let spec = Spec { kind: Kind::AllFaults { count: 1 }, ..Spec::clean(CountyTier::KeyAssistance, 7, Size(400_000)) };
    let made = generate(&spec).expect("a dossier");
    let case = Case::of("faulty", made.text.as_bytes()).expect("a dossier");
    for (_, page) in case.pages() {
        read(&page);
        assert!(page.len() < 1_000_000, "{} bytes", page.len());
    }
}

/// The values of the colours in a block of the style.
fn colours(block: &str) -> Vec<(String, [u128; 3])> {
    block
        .split(';')
        .filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"))
        .map(|(name, hex)| {
            let part = |at: usize| u128::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap());
            (name.to_owned(), [part(0), part(2), part(4)])
        })
        .collect()
}

/// Ten million times the linear light of one channel by WCAG 2: ((c + 0.055) / 1.055)^2.4, the fifth root of the twelfth power.
fn linear(channel: u128) -> u128 {
    if channel * 1000 <= 255 * 40 {
        return channel * 10_000_000 / 255 * 100 / 1292;
    }
    let scaled = (channel * 1000 + 14_025) * 1000 / 269_025;
    let power = scaled.pow(12);
    // a thousandth to the 12/5 is ten to the minus 7.2
    let (mut low, mut high) = (0u128, 20_000_000u128);
    while low + 1 < high {
        let middle = (low + high) / 2;
        if middle.pow(5) <= power { low = middle } else { high = middle }
    }
    low * 10_000_000 / 15_848_932
}

fn luminance([red, green, blue]: [u128; 3]) -> u128 {
    (linear(red) * 2126 + linear(green) * 7152 + linear(blue) * 722) / 10_000
}

/// A hundred times the contrast of two colours.
fn contrast(one: [u128; 3], other: [u128; 3]) -> u128 {
    let (one, other) = (luminance(one) + 500_000, luminance(other) + 500_000);
    one.max(other) * 100 / one.min(other)
}

#[test]
fn contrast_is_that_of_the_standard() {
    // rounding down, 21 is 20.99
    assert_eq!(contrast([0, 0, 0], [255, 255, 255]), 2099);
    // #767676 on white is the lightest grey that passes
    assert!(contrast([0x76, 0x76, 0x76], [255, 255, 255]) >= 450);
    assert!(contrast([0x77, 0x77, 0x77], [255, 255, 255]) < 450);
}

#[test]
fn every_text_stands_out_from_its_ground_by_day_and_by_night() {
    let page = hostile().page(&ReportOptions::default());
    let blocks: Vec<&str> = page
        .split(":root {")
        .skip(1)
        .map(|rest| rest.split('}').next().unwrap())
        .filter(|b| b.contains("--ink"))
        .collect();
    assert_eq!(blocks.len(), 2, "day and night");
    for block in blocks {
        let colours = colours(block);
        let of = |name: &str| colours.iter().find(|(held, _)| held == name).map(|(_, value)| *value).expect(name);
        for verdict in ["met", "exempt", "not-met", "open", "none", "conflict"] {
            let ratio = contrast(of(verdict), of(&format!("{verdict}-tint")));
            assert!(ratio >= 450, "{verdict} {ratio} in {block}");
        }
        for ink in ["ink", "dim", "link", "secret"] {
            for ground in ["paper", "card"] {
                let ratio = contrast(of(ink), of(ground));
                assert!(ratio >= 450, "{ink} on {ground}: {ratio} in {block}");
            }
        }
    }
}
