//! Which of the old things has become which of the new ones.

/// A way in which two things are alike.
pub(super) type Alike<'a, T> = &'a dyn Fn(&T, &T) -> bool;

/// The result of pairing: what has a partner, what went, what came.
pub(super) struct Pairs<T> {
    pub(super) both: Vec<(T, T)>,
    pub(super) old: Vec<T>,
    pub(super) new: Vec<T>,
}

/// Pairs by the first of several likenesses that fits; each thing has one partner at most.
pub(super) fn pair<T>(old: Vec<T>, new: Vec<T>, alike: &[Alike<'_, T>]) -> Pairs<T> {
    let mut new: Vec<_> = new.into_iter().map(Some).collect();
    let mut old: Vec<_> = old.into_iter().map(Some).collect();
    let mut both = Vec::new();
    for alike in alike {
        for (place, left) in old.iter_mut().enumerate() {
            let partner = new.iter_mut().find(|right| match (&*left, &**right) {
                (Some(left), Some(right)) => alike(left, right),
                _ => false,
            });
            if let Some(right) = partner.and_then(Option::take)
                && let Some(left) = left.take()
            {
                both.push((place, (left, right)));
            }
        }
    }
    both.sort_by_key(|(place, _)| *place);
    Pairs {
        both: both.into_iter().map(|(_, pair)| pair).collect(),
        old: old.into_iter().flatten().collect(),
        new: new.into_iter().flatten().collect(),
    }
}
