use bindery::List;

fn main() {
    let _ = List::<u8, 1, 100>::from([0; 101]);
}
