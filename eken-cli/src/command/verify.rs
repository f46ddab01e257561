//! `eken verify`: a receipt recomputed.

use eken_core::report::{ReceiptFile, Recomputed, Verification, digests, recomputed, verification_text};
use eken_core::words::Lang;
use serde::Serialize;

use super::{CLEAN, FAILED, Failure, Outcome, failed, print_json};
use crate::args::{Format, VerifyArgs};
use crate::output::{print, style};
use crate::{input, plans};

/// Bytes of a receipt, or of an assessment that serves as one.
const BYTES: usize = 64 << 20;

#[derive(Serialize)]
struct Verified {
    same: bool,
    parts: Vec<Verification>,
    /// Null where the file is a receipt and no assessment.
    assessment: Option<Recomputed>,
}

pub(super) fn run(args: &VerifyArgs, lang: Lang) -> Outcome {
    if args.receipt.as_os_str() == "-" && args.dossier.as_os_str() == "-" {
        return Err(Failure(match lang {
            Lang::Zh => "错误 回执和档案不能都从标准输入读\n  改法：至少一个写文件名\n".to_owned(),
            Lang::En => {
                "error receipt and dossier cannot both be standard input\n  help: name a file for one of them\n"
                    .to_owned()
            }
        }));
    }
    let receipt = input::shown(&args.receipt, lang);
    let text = input::text(&args.receipt, BYTES).map_err(|unread| Failure(unread.text(&receipt, lang)))?;
    let file = ReceiptFile::read(&text).ok_or_else(|| {
        Failure(match lang {
            Lang::Zh => format!(
                "错误 {receipt}: 不是回执，也不是 assess 输出的 JSON\n  改法：先写回执、后写档案；回执用 eken assess --receipt 生成\n"
            ),
            Lang::En => format!(
                "error {receipt}: neither a receipt nor what assess writes as JSON\n  help: the receipt comes first, then the dossier; eken assess --receipt writes one\n"
            ),
        })
    })?;
    let plan = match &args.plan {
        Some(plan) => plans::load(plan, lang)?,
        // a receipt comes from someone else: it may name a plan, never a file of this machine
        None => plans::built_in(&file.plan, lang).map_err(|refused| {
            Failure(match lang {
                Lang::Zh => {
                    format!("{}  改法：回执按自己的方案作出的，用 --plan 指明该方案的文件夹或文件\n", refused.text)
                }
                Lang::En => format!(
                    "{}  help: where it was made under a plan of your own, name its folder or file with --plan\n",
                    refused.text
                ),
            })
        })?,
    };
    let dossier = input::name(&args.dossier);
    let checked =
        input::dossier(&args.dossier, &plan, args.table).map_err(|unread| Failure(unread.text(&dossier, lang)))?;
    let parts = digests(&file, &checked, &plan).map_err(|error| failed(&error, lang))?;
    let assessment = recomputed(&text, &file, &checked, &plan).map_err(|error| failed(&error, lang))?;
    let same = parts.iter().all(|part| part.same) && assessment.as_ref().is_none_or(|assessment| assessment.same);
    match args.format.format {
        Format::Text => print(&verification_text(&parts, assessment.as_ref(), &style(lang)))?,
        Format::Json => print_json(&Verified { same, parts, assessment })?,
    }
    Ok(if same { CLEAN } else { FAILED })
}
