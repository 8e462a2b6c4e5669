//! Files beside JSON: in forms that carry them, a number in the text stands for each, and the files go along.

use super::{DecodeError, Reader, Writer};
use crate::file::FilePart;

impl Writer {
    /// An empty buffer that takes files.
    pub(crate) fn with_files() -> Self {
        let mut writer = Writer::with_capacity(256);
        writer.files = Some(Vec::new());
        writer
    }

    /// Takes a file for the next value, unless nothing but JSON is sent.
    pub(crate) fn file(&mut self, file: &FilePart) -> bool {
        if self.files.is_none() {
            return false;
        }
        self.separate();
        let place = self.text.len();
        self.text.push('0');
        self.files
            .get_or_insert_default()
            .push((place, file.clone()));
        true
    }

    /// The files taken, in the order of the text, each with the place of the number that stands for it.
    pub(crate) fn take_files(&mut self) -> Vec<(usize, FilePart)> {
        self.files.take().unwrap_or_default()
    }
}

impl<'a> Reader<'a> {
    /// The same, with the files that numbers stand for.
    pub(crate) fn beside(mut self, files: &'a [FilePart]) -> Self {
        self.files = Some(files);
        self
    }

    /// Where the next value stands in the text.
    pub(crate) fn place(&mut self) -> usize {
        self.space()
    }

    /// Reads the file that the next number stands for; `None` where there are no files.
    pub(crate) fn file(&mut self) -> Result<Option<FilePart>, DecodeError> {
        let Some(files) = self.files else {
            return Ok(None);
        };
        let index = usize::try_from(self.u64()?).unwrap_or(usize::MAX);
        let file = files.get(index);
        let missing = || DecodeError::not_allowed("expected a file");
        file.cloned().map(Some).ok_or_else(missing)
    }
}
