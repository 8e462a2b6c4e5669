use bindery::{List, WrongLength};
use tencent_im::{GroupCustomField, ImportElement, ImportedMessage};

fn count<T, const MIN: usize, const MAX: usize>(list: impl Into<List<T, MIN, MAX>>) -> usize {
    list.into().len()
}

fn main() {
    let message = || -> ImportedMessage { unreachable!("never called for") };
    let field = || -> GroupCustomField { unreachable!("never called for") };
    // Compiled, not run: what counts is that these lengths are taken.
    let _ = move || {
        count::<_, 1, 7>([message()]);
        count::<_, 1, 7>([message(), message(), message(), message(), message(), message(), message()]);
        count::<_, 0, 10>(std::array::from_fn::<_, 10, _>(|_| field()));
    };
    assert_eq!(count::<GroupCustomField, 0, 10>([]), 0);
    assert_eq!(count::<u8, 1, 20>([1; 20]), 20);
    assert_eq!(count::<u8, 0, 1>([1]), 1);
    assert_eq!(count::<u8, 2, 3>([1, 2]), 2);
    assert_eq!(count::<u8, 1, 50>([1; 50]), 50);
    assert_eq!(count::<u8, 0, 100>([]), 0);
    assert_eq!(count::<u8, 1, 100>([1; 100]), 100);
    assert_eq!(count::<u8, 3, 100>([1; 3]), 3);
    assert_eq!(count::<u8, 1, 500>([1; 500]), 500);
    assert_eq!(count::<u8, 1, { usize::MAX }>([1; 500]), 500);
    assert_eq!(count::<u8, 0, 0>([]), 0);
    let none: Vec<ImportElement> = Vec::new();
    let refused: Result<List<ImportElement, 1>, WrongLength<_>> = List::try_from(none);
    assert!(refused.is_err());
    assert!(List::<u8, 21, 40>::try_from(vec![1; 40]).is_ok());
    assert!(List::<u8, 21, 40>::try_from(vec![1; 41]).is_err());
    assert!(List::<u8, 21, 40>::try_from(vec![1; 20]).is_err());
}
