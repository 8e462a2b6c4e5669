#![deny(warnings)]

extern crate bindery as toolkit;

#[allow(unused_imports)]
mod parcel {
    // What generated text might reach for, were its paths not whole.
    mod core {}
    mod std {}
    mod bindery {}
    type String = ();
    type Result<T> = Vec<T>;
    const _: (String, Result<u8>) = ((), Vec::new());

    toolkit::bindings! { spec = "../../fixtures/parcel.json", operations = [get_parcel] }
}

fn main() {
    let id = parcel::ParcelId::new("P0123456789").unwrap();
    let _ = parcel::GetParcel::new(id);
}
