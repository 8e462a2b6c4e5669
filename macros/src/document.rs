//! The document that the arguments of a macro name: a spec, and overlays laid over it in order.

use bindery_spec::{Document, Finding};
use proc_macro::{Literal, Span, TokenStream};

use crate::{findings, locate, report};

/// A path as the caller wrote it.
pub(crate) type Path = (Literal, String);

/// Where a document is.
#[derive(Debug)]
pub(crate) struct Paths {
    pub(crate) spec: Path,
    pub(crate) overlays: Vec<Path>,
}

impl Paths {
    /// The document, or what keeps it from being one; and what makes cargo rebuild the crate when a file changes.
    pub(crate) fn read(&self) -> (Result<Document, TokenStream>, TokenStream) {
        let mut rebuild = TokenStream::new();
        (self.tried(&mut rebuild), rebuild)
    }

    fn tried(&self, rebuild: &mut TokenStream) -> Result<Document, TokenStream> {
        let name = &self.spec.1;
        let text = found("spec", &self.spec, rebuild)?;
        let mut document =
            Document::parse(name, text).map_err(|errors| findings::unreadable(self, &errors))?;
        for overlay in &self.overlays {
            let text = found("overlay", overlay, rebuild)?;
            document = document
                .with_overlay(&overlay.1, text)
                .map_err(|errors| findings::unreadable(self, &errors))?;
        }
        Ok(document)
    }

    /// Where the file is named that a finding is about.
    pub(crate) fn place(&self, finding: &Finding) -> Span {
        let overlay = usize::from(finding.span.file).checked_sub(1);
        let named = overlay.and_then(|index| self.overlays.get(index));
        named.unwrap_or(&self.spec).0.span()
    }
}

/// The text of a file.
fn found(what: &str, path: &Path, rebuild: &mut TokenStream) -> Result<String, TokenStream> {
    let span = path.0.span();
    let found = locate::find(what, &path.1, span)
        .map_err(|message| report::compile_error(span, &message))?;
    rebuild.extend(report::rebuild_with(&found.file));
    Ok(found.text)
}
