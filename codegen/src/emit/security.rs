//! What a client asks for to prove who is calling.

use super::Emit;
use crate::docs;
use crate::ir::{Combination, Credentials, Keyring, Scheme, SchemeKind};
use crate::source::{fill, quoted};

impl Emit<'_> {
    /// The type of the credentials.
    pub(super) fn credentials_type(&self) -> String {
        match &self.api.credentials {
            Credentials::None => "__rt::NoAuth".to_owned(),
            Credentials::One(kind) => runtime_type(kind).to_owned(),
            Credentials::Several(keyring) => keyring.name.clone(),
        }
    }

    /// The type of the bindings' own, where the document knows several schemes.
    pub(super) fn credentials(&mut self) {
        let Credentials::Several(keyring) = &self.api.credentials else {
            return;
        };
        let constructors = keyring.combinations.iter();
        let constructors: String = constructors.map(|it| constructor(keyring, it)).collect();
        let template = r#"
            #[doc = " What proves who is calling: give what you have. Each call is signed with the first documented combination"]
            #[doc = " that is there in full."]
            #[derive(Debug)]
            pub struct $name(__rt::Schemes);

            impl $name {
                $constructors

                #[doc = " These credentials and others, for operations that take different ones."]
                #[must_use]
                pub fn and(self, others: Self) -> Self {
                    $name(self.0.and(others.0))
                }
            }

            impl __rt::Signer for $name {
                fn sign(&self, parts: &mut __rt::Signed, now: u64, random: u32) -> ::core::result::Result<(), __rt::SignError> {
                    __rt::Signer::sign(&self.0, parts, now, random)
                }

                fn renew(&self, parts: &__rt::Signed) -> bool {
                    __rt::Signer::renew(&self.0, parts)
                }
            }
        "#;
        self.out
            .push(&fill!(template, name = keyring.name, constructors));
    }
}

fn runtime_type(kind: &SchemeKind) -> &'static str {
    match kind {
        SchemeKind::UserSig => "__rt::UserSigCredentials",
        SchemeKind::Bearer => "__rt::Bearer",
        SchemeKind::Basic => "__rt::Basic",
        SchemeKind::ApiKey { .. } => "__rt::ApiKey",
    }
}

/// A function that asks for everything that goes together.
fn constructor(keyring: &Keyring, combination: &Combination) -> String {
    let schemes = || {
        combination
            .schemes
            .iter()
            .filter_map(|&index| keyring.schemes.get(index))
    };
    let template = r"
        $docs
        pub fn $function($arguments) -> Self {
            $name(__rt::Schemes::default()$with)
        }
    ";
    let about: Vec<_> = schemes().map(about).collect();
    fill!(
        template,
        docs = docs::attributes(&about.join("\n\n")),
        function = combination.name,
        arguments = schemes().map(arguments).collect::<String>(),
        name = keyring.name,
        with = schemes().map(with).collect::<String>()
    )
}

fn about(scheme: &Scheme) -> String {
    let what = match &scheme.kind {
        SchemeKind::UserSig => "a `UserSig` in the query".to_owned(),
        SchemeKind::Bearer => "a token in the header `Authorization`".to_owned(),
        SchemeKind::Basic => "a user name and a password".to_owned(),
        SchemeKind::ApiKey { place, name } => {
            format!("the key that is called {} in the {place}", docs::code(name))
        }
    };
    let what = format!("{}, {what}.", docs::code(&scheme.key));
    docs::after(&what, &scheme.docs)
}

fn arguments(scheme: &Scheme) -> String {
    let template = match scheme.kind {
        SchemeKind::UserSig => "$name: __rt::UserSigCredentials,",
        SchemeKind::Basic => {
            "$name_user: impl ::core::convert::Into<__rt::Secret>, $name_password: impl ::core::convert::Into<__rt::Secret>,"
        }
        SchemeKind::Bearer | SchemeKind::ApiKey { .. } => {
            "$name: impl ::core::convert::Into<__rt::Secret>,"
        }
    };
    fill_names(template, &scheme.name)
}

fn with(scheme: &Scheme) -> String {
    let signer = match &scheme.kind {
        SchemeKind::UserSig => "$name".to_owned(),
        SchemeKind::Bearer => "__rt::Bearer::new($name)".to_owned(),
        SchemeKind::Basic => "__rt::Basic::new($name_user, $name_password)".to_owned(),
        SchemeKind::ApiKey { place, name } if place == "header" => format!(
            "__rt::ApiKey::header(__rt::HeaderName::from_static({}), $name)",
            quoted(&name.to_ascii_lowercase())
        ),
        SchemeKind::ApiKey { place, name } => {
            format!("__rt::ApiKey::{place}({}, $name)", quoted(name))
        }
    };
    format!(
        ".with({}, {})",
        quoted(&scheme.key),
        fill_names(&signer, &scheme.name)
    )
}

fn fill_names(template: &str, name: &str) -> String {
    fill!(
        template,
        name,
        name_user = format!("{}_user", name.trim_end_matches('_')),
        name_password = format!("{}_password", name.trim_end_matches('_'))
    )
}
