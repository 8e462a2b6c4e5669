use bindery::List;

fn three(items: [u8; 4]) -> List<u8, 1, 3> {
    items.into()
}

fn ten(items: [u8; 11]) -> List<u8, 0, 10> {
    items.into()
}

fn twenty(items: [u8; 21]) -> List<u8, 0, 20> {
    items.into()
}

fn none(items: [u8; 1]) -> List<u8, 0, 0> {
    items.into()
}

fn main() {}
