//! Formats of texts that types of well-known crates stand for, where the caller asks for them.

/// A crate whose types stand for formats of texts. The runtime has a feature of the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formats {
    /// `date` and `date-time`, of the crate `chrono`.
    Chrono,
    /// `date` and `date-time`, of the crate `time`.
    Time,
    /// `uri` and `url`, of the crate `url`.
    Url,
    /// `uuid`, of the crate `uuid`.
    Uuid,
}

impl Formats {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Chrono, Self::Time, Self::Url, Self::Uuid];

    /// The crate's name, which is what callers name it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chrono => "chrono",
            Self::Time => "time",
            Self::Url => "url",
            Self::Uuid => "uuid",
        }
    }

    /// The type of a format, below the runtime's re-exports.
    pub(crate) fn ty(self, format: &str) -> Option<&'static str> {
        Some(match (self, format) {
            (Self::Chrono, "date-time") => "chrono::DateTime<__rt::chrono::FixedOffset>",
            (Self::Chrono, "date") => "chrono::NaiveDate",
            (Self::Time, "date-time") => "time::OffsetDateTime",
            (Self::Time, "date") => "time::Date",
            (Self::Url, "uri" | "url") => "url::Url",
            (Self::Uuid, "uuid") => "uuid::Uuid",
            _ => return None,
        })
    }
}
