use bindery::secret::Secret;

fn log(token: &Secret) {
    println!("calling with {token}");
}

fn main() {}
