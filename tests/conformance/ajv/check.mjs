// Holds the published schemas against ajv in its strict mode, and canonical bytes against canonicalize.
// usage: node check.mjs SCHEMAS FOLDER
// Reads FOLDER/documents.ndjson and FOLDER/odd.ndjson, writes FOLDER/ajv.txt and FOLDER/odd.node.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import canonicalize from "canonicalize";

const [schemas, folder] = process.argv.slice(2);
const lines = (name) => readFileSync(join(folder, name), "utf8").replace(/\n$/, "").split("\n");

const warnings = [];
const note = (...words) => warnings.push(words.join(" "));
const ajv = new Ajv2020({ strict: true, logger: { log: note, warn: note, error: note } });

const validators = {};
for (const file of readdirSync(schemas).filter((name) => name.endsWith(".json")).sort()) {
  const schema = JSON.parse(readFileSync(join(schemas, file), "utf8"));
  const validate = ajv.compile(schema);
  schema.examples.forEach((example, number) => {
    if (!validate(example)) {
      console.error(`${file}: example ${number}: ${ajv.errorsText(validate.errors)}`);
      process.exit(1);
    }
  });
  validators[file] = validate;
}
if (warnings.length > 0) {
  console.error(`ajv warns:\n${warnings.join("\n")}`);
  process.exit(1);
}

const validate = validators["dossier.json"];
writeFileSync(join(folder, "ajv.txt"), lines("documents.ndjson").map((line) => (validate(JSON.parse(line)) ? "1\n" : "0\n")).join(""));
writeFileSync(join(folder, "odd.node"), lines("odd.ndjson").map((line) => `${canonicalize(JSON.parse(line))}\n`).join(""));
