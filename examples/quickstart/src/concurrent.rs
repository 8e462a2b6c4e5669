//! Doing the work of all groups at once. How fast that may be is the client's business: it keeps to the documented rate.

use std::future::Future;

use tokio::task::JoinSet;

use crate::error::Error;

/// Runs all of `work` at once and returns what each came to, in their order. The first failure ends the others.
pub(crate) async fn each<T, F>(work: impl IntoIterator<Item = F>) -> Result<Vec<T>, Error>
where
    T: Send + 'static,
    F: Future<Output = Result<T, Error>> + Send + 'static,
{
    let mut tasks = JoinSet::new();
    for (place, work) in work.into_iter().enumerate() {
        tasks.spawn(async move { (place, work.await) });
    }
    let mut done = Vec::with_capacity(tasks.len());
    while let Some(task) = tasks.join_next().await {
        let (place, result) = task.map_err(Error::Task)?;
        done.push((place, result?));
    }
    done.sort_by_key(|(place, _)| *place);
    Ok(done.into_iter().map(|(_, value)| value).collect())
}
