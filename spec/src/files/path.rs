//! Paths as references write them, relative to the file they stand in. Text alone: asks no file system.

use std::path::is_separator;

/// Whether this names something by more than a path, as `https://…` does.
pub(super) fn is_url(file: &str) -> bool {
    if file.starts_with("//") {
        return true;
    }
    let Some((scheme, _)) = file.split_once(':') else {
        return false;
    };
    // One letter is a drive of Windows.
    scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// Whether this says where a file is without regard to the one it is named in.
pub(super) fn is_absolute(file: &str) -> bool {
    let drive = file.as_bytes().get(1) == Some(&b':') && file.as_bytes()[0].is_ascii_alphabetic();
    drive || file.starts_with(['/', '\\'])
}

/// A path, relative to the folder of `base`, which is the path of a file.
pub(super) fn join(base: &str, path: &str) -> String {
    let folder = base.rfind(is_separator).map_or("", |end| &base[..=end]);
    normal(&format!("{folder}{path}"))
}

/// A path without the steps that lead nowhere, so that one file has one path.
pub(super) fn normal(path: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    for step in path.split(is_separator) {
        match (step, steps.last()) {
            ("" | ".", _) => {}
            ("..", Some(&last)) if last != ".." => {
                steps.pop();
            }
            _ => steps.push(step),
        }
    }
    let root = if path.starts_with(is_separator) {
        "/"
    } else {
        ""
    };
    format!("{root}{}", steps.join("/"))
}

/// The name of a file without its folder and its last extension.
pub(crate) fn stem(path: &str) -> &str {
    let name = path.rsplit(is_separator).next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}
