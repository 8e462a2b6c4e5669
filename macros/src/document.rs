//! The document that the arguments of a macro name: a spec, overlays laid over it in order, and the files it refers to.

use bindery_spec::disk::Roots;
use bindery_spec::{Document, FileText, Finding, Findings};
use proc_macro::{Literal, Span, TokenStream};

use crate::locate::{self, Found};
use crate::{findings, report};

/// A path as the caller wrote it.
pub(crate) type Path = (Literal, String);

/// Where a document is.
#[derive(Debug)]
pub(crate) struct Paths {
    pub(crate) spec: Path,
    pub(crate) overlays: Vec<Path>,
    /// Folders that references may lead into, beside that of the spec.
    pub(crate) roots: Vec<Path>,
}

impl Paths {
    /// The document, or what keeps it from being one; and what makes cargo rebuild the crate when a file changes.
    pub(crate) fn read(&self) -> (Result<Document, TokenStream>, TokenStream) {
        let mut rebuild = TokenStream::new();
        (self.tried(&mut rebuild), rebuild)
    }

    fn tried(&self, rebuild: &mut TokenStream) -> Result<Document, TokenStream> {
        let name = &self.spec.1;
        let spec = found("spec", &self.spec, rebuild)?;
        let unreadable = |errors: Findings| findings::unreadable(self, &errors);
        let mut document = Document::parse(name, spec.text).map_err(unreadable)?;
        for overlay in &self.overlays {
            let text = found("overlay", overlay, rebuild)?.text;
            document = document
                .with_overlay(&overlay.1, text)
                .map_err(unreadable)?;
        }
        let roots = self.roots(&spec.base)?;
        let complete = document.with_files(|path| {
            let found = locate::referred(path, &spec.base, &roots)?;
            rebuild.extend(report::rebuild_with(&found.file));
            Ok(FileText::Json(found.text))
        });
        complete.map_err(unreadable)
    }

    /// The folders that references may lead into.
    fn roots(&self, base: &std::path::Path) -> Result<Roots, TokenStream> {
        let document = base.join(&self.spec.1);
        // One that is not there is told at its own literal.
        let mut known = Vec::new();
        for (literal, folder) in &self.roots {
            known.push(base.join(folder));
            Roots::of(&document, &known)
                .map_err(|message| report::compile_error(literal.span(), &message))?;
        }
        Roots::of(&document, &known)
            .map_err(|message| report::compile_error(self.spec.0.span(), &message))
    }

    /// Where the file is named that a finding is about; those that references name are the spec's.
    pub(crate) fn place(&self, finding: &Finding) -> Span {
        let overlay = usize::from(finding.span.file).checked_sub(1);
        let named = overlay.and_then(|index| self.overlays.get(index));
        named.unwrap_or(&self.spec).0.span()
    }
}

/// A file, which the crate is rebuilt with.
fn found(what: &str, path: &Path, rebuild: &mut TokenStream) -> Result<Found, TokenStream> {
    let span = path.0.span();
    let found = locate::find(what, &path.1, span)
        .map_err(|message| report::compile_error(span, &message))?;
    rebuild.extend(report::rebuild_with(&found.file));
    Ok(found)
}
