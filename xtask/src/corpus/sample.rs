//! Which of many are looked at more closely: the same every time, from the smallest to the largest.

/// Places of `wanted` of `all` things, spread evenly; first and last are among them where two are wanted.
pub(super) fn spread(all: usize, wanted: usize) -> Vec<usize> {
    match wanted.min(all) {
        0 => Vec::new(),
        1 => vec![all / 2],
        wanted => (0..wanted)
            .map(|at| at * (all - 1) / (wanted - 1))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn a_sample_reaches_from_end_to_end() {
        assert_eq!(spread(9, 3), [0, 4, 8]);
        assert_eq!(spread(100, 4), [0, 33, 66, 99]);
    }

    #[test]
    fn no_place_is_taken_twice() {
        assert_eq!(spread(4, 4), [0, 1, 2, 3]);
        assert_eq!(spread(3, 30), [0, 1, 2]);
        assert_eq!(spread(5, 1), [2]);
        assert!(spread(0, 3).is_empty());
        assert!(spread(3, 0).is_empty());
    }
}
