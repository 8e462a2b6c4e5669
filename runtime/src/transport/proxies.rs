//! What the environment says of proxies that must not be shown. Which proxy is meant for where, the transports find out.

use std::env;

use crate::secret::Secret;
use crate::sign::base64;

const VARIABLES: [&str; 6] = [
    "http_proxy",
    "HTTP_PROXY",
    "https_proxy",
    "HTTPS_PROXY",
    "all_proxy",
    "ALL_PROXY",
];

/// The credentials of all proxies that the environment names, in the forms in which they are sent.
pub(super) fn secrets_from_env() -> Vec<Secret> {
    let urls = VARIABLES.iter().filter_map(|name| env::var(name).ok());
    urls.flat_map(|url| of_url(&url))
        .map(Secret::from)
        .collect()
}

fn of_url(url: &str) -> Vec<String> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let Some((pair, _)) = authority.rsplit_once('@') else {
        return Vec::new();
    };
    let (user, password) = pair.split_once(':').unwrap_or((pair, ""));
    let [user, password] =
        [user, password].map(|text| crate::url::decode(text).unwrap_or_else(|| text.to_owned()));
    let pair = format!("{user}:{password}");
    let key = if password.is_empty() { user } else { password };
    vec![base64(pair.as_bytes()), pair, key]
}
