//! `eken generate`: dossiers made up from a seed, and what is known of each.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use eken_core::model::CountyTier;
use eken_core::model::kind::Code;
use eken_core::words::Lang;
use eken_gen::{Error, Kind, Size, Spec, Summary, faults, faults_named, stream};

use super::{CLEAN, Failure, Outcome, refusal};
use crate::args::GenerateArgs;
use crate::input;
use crate::output::{print, write_file_by};

pub(super) fn run(args: &GenerateArgs, lang: Lang) -> Outcome {
    if args.list_faults {
        print(&fault_names())?;
        return Ok(CLEAN);
    }
    let failed = |error: Error| failure(&error, lang);
    let spec = spec(args).map_err(failed)?;
    spec.check().map_err(failed)?;
    let known = side_file(args, &spec, lang)?;
    if let (Some(out), Some(known)) = (&args.out, &known)
        && same(out, known)
    {
        return Err(refusal(
            lang,
            ["--out 和 --planted 是同一个文件", "--out and --planted name one file"],
            ["附表另写一个文件名", "give the side file a name of its own"],
        ));
    }
    let written = match &known {
        Some(known) => write_file_by(known, |known| write(args, &spec, known)),
        None => write(args, &spec, &mut io::sink()),
    };
    let summary = match written {
        // whoever closed the pipe has read enough
        Err(Error::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(CLEAN),
        other => other.map_err(failed)?,
    };
    if let Some(out) = &args.out {
        print(&told(out, known.as_deref(), summary, lang))?;
    }
    Ok(CLEAN)
}

fn spec(args: &GenerateArgs) -> Result<Spec, Error> {
    let tier = args.tier.as_deref().and_then(CountyTier::from_code).unwrap_or(CountyTier::KeyAssistance);
    let count = usize::from(args.count.max(1));
    let kind = match args.faults.as_slice() {
        [] if args.boundary => Kind::Boundary,
        [] => Kind::Clean,
        names if names.iter().any(|name| name == "all") => Kind::AllFaults { count },
        names => {
            let mut chosen = Vec::new();
            for name in names {
                for fault in faults_named(name.trim())? {
                    if !chosen.contains(&fault) {
                        chosen.push(fault);
                    }
                }
            }
            Kind::Faults { faults: chosen, count }
        }
    };
    let size: Size = args.size.parse()?;
    Ok(Spec { year: args.year, resident_ids: args.resident_ids.into(), kind, ..Spec::clean(tier, args.seed, size) })
}

/// Where it is told what is known of the dossier: where the caller says, or beside the dossier when there is something to tell.
fn side_file(args: &GenerateArgs, spec: &Spec, lang: Lang) -> Result<Option<PathBuf>, Failure> {
    if args.planted.is_some() || spec.kind == Kind::Clean {
        return Ok(args.planted.clone());
    }
    let extension = if spec.is_stream() { "planted.ndjson" } else { "planted.json" };
    match &args.out {
        Some(out) => Ok(Some(out.with_extension(extension))),
        None => Err(refusal(
            lang,
            ["写到标准输出时，附表没有地方写", "with standard output there is no place for the side file"],
            ["用 --planted 指定附表，或用 --out 指定档案文件", "name it with --planted, or the dossier with --out"],
        )),
    }
}

/// Whether two names lead to one file, whether or not it is there yet.
fn same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| {
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        path.canonicalize().ok().or_else(|| Some(folder.canonicalize().ok()?.join(path.file_name()?)))
    };
    matches!((real(one), real(other)), (Some(one), Some(other)) if one == other)
}

fn write(args: &GenerateArgs, spec: &Spec, known: &mut dyn Write) -> Result<Summary, Error> {
    match &args.out {
        Some(out) => write_file_by(out, |file| stream(spec, file, known)),
        None => {
            let mut stdout = BufWriter::new(io::stdout().lock());
            let summary = stream(spec, &mut stdout, known)?;
            stdout.flush()?;
            Ok(summary)
        }
    }
}

fn told(out: &Path, known: Option<&Path>, summary: Summary, lang: Lang) -> String {
    let Summary { dossiers, bytes, planted } = summary;
    let (out, known) = (input::name(out), known.map(input::name));
    let en = if dossiers == 1 { "dossier" } else { "dossiers" };
    match (lang, known) {
        (Lang::Zh, None) => format!("{out}：{dossiers} 份档案，{bytes} 字节\n"),
        (Lang::En, None) => format!("{out}: {dossiers} {en}, {bytes} bytes\n"),
        (Lang::Zh, Some(known)) => {
            format!("{out}：{dossiers} 份档案，{bytes} 字节，埋了 {planted} 处差错；附表 {known}\n")
        }
        (Lang::En, Some(known)) => {
            let faults = if planted == 1 { "fault" } else { "faults" };
            format!("{out}: {dossiers} {en}, {bytes} bytes, {planted} {faults} planted; side file {known}\n")
        }
    }
}

/// The names of the faults, one a line.
fn fault_names() -> String {
    faults().filter(|fault| fault.is_looked_for()).map(|fault| format!("{}\n", fault.name())).collect()
}

fn failure(error: &Error, lang: Lang) -> Failure {
    let (zh, en, help) = error.words();
    refusal(lang, [&zh, &en], [help.zh, help.en])
}
