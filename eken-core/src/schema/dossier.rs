//! The schema of a dossier.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use super::head::Head;
use crate::model::Dossier;
use crate::model::kind::{self, Record};
use crate::words::Label;

static HEAD: Head = Head {
    name: "dossier",
    title: Label::new("乡村e镇档案", "e-town dossier"),
    about: Label::new(
        "县级填报的一份乡村e镇档案。未列出的字段会保留，并作为提示报告；没有的值不写，或写明缺失原因；金额以元、面积以平方米、比率以百分数计。",
        "Everything a county files on one e-town. Fields that are not listed are kept and reported as warnings; a value that is not there is left out or given as missing with a reason; money in yuan, areas in square metres, rates in percent.",
    ),
    examples: &[include_str!("example/minimal.json"), include_str!("example/typical.json")],
};

/// Makes the schema from the model.
pub(super) fn schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    <Dossier as kind::Value>::schema(&mut generator);
    let mut defs = generator.take_definitions(false);
    let mut body = match defs.remove(Dossier::TABLE.name) {
        Some(Value::Object(body)) => body,
        _ => Map::new(),
    };
    body.insert("$defs".into(), Value::Object(defs));
    HEAD.put_on(Value::Object(body))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::parse::parse;

    #[test]
    fn the_examples_are_read_without_a_finding() {
        for example in HEAD.examples {
            let parsed = parse(example.as_bytes(), &Limits::default()).unwrap();
            assert_eq!(parsed.findings(), []);
        }
        let schema = schema();
        assert_eq!(schema["examples"].as_array().unwrap().len(), HEAD.examples.len());
    }

    #[test]
    fn a_field_tells_its_unit_its_clauses_and_where_it_refers_to() {
        let schema = schema();
        let site = &schema["$defs"]["Site"]["properties"];
        assert_eq!(site["area"]["title"], "占地面积 · Area of the whole declared site");
        let words = site["area"]["description"].as_str().unwrap();
        assert!(words.contains("平方米 (m²)") && words.contains("附件2-24"), "{words}");
        assert!(site["evidence"]["description"].as_str().unwrap().contains("refers to: documents"));
        let tier = &schema["$defs"]["CountyTier"]["oneOf"][0];
        assert_eq!(
            (&tier["const"], &tier["title"]),
            (&"pilot_demonstration".into(), &"先行示范县 · pilot demonstration county".into())
        );
    }
}
