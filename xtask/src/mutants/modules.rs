//! The modules that are tried: those whose faults would send something twice, or tell what is not so.

/// A module of the runtime and its files.
pub(super) struct Module {
    pub(super) name: &'static str,
    pub(super) files: &'static [&'static str],
}

const MODULES: [Module; 7] = [
    Module {
        name: "check",
        files: &["runtime/src/check.rs", "runtime/src/check/*.rs"],
    },
    Module {
        name: "outcome",
        files: &["runtime/src/outcome.rs", "runtime/src/outcome/*.rs"],
    },
    Module {
        name: "envelope",
        files: &["runtime/src/envelope.rs", "runtime/src/envelope/*.rs"],
    },
    Module {
        name: "error",
        files: &["runtime/src/error.rs", "runtime/src/error/*.rs"],
    },
    Module {
        name: "client/retry",
        files: &["runtime/src/client/retry.rs"],
    },
    Module {
        name: "client/failure",
        files: &["runtime/src/client/failure.rs"],
    },
    Module {
        name: "sign",
        files: &["runtime/src/sign.rs", "runtime/src/sign/*.rs"],
    },
];

/// The modules of these names; all where there is none.
pub(super) fn chosen(names: &[String]) -> Result<Vec<&'static Module>, String> {
    if names.is_empty() {
        return Ok(MODULES.iter().collect());
    }
    let found = names.iter().map(|name| {
        let module = MODULES.iter().find(|module| module.name == name);
        module.ok_or_else(|| {
            let known: Vec<_> = MODULES.iter().map(|module| module.name).collect();
            format!(
                "`{name}` is no module that is tried: there are {}",
                known.join(", ")
            )
        })
    });
    found.collect()
}
