#![deny(warnings)]

mod parcel {
    bindery::bindings! { spec = "../../fixtures/parcel.json", operations = [get_parcel] }
}

mod quiet {
    bindery::bindings! { spec = "../../fixtures/quiet.json" }
}

async fn both(parcels: parcel::Client, bells: quiet::Client, request: parcel::GetParcel) -> bool {
    let parcel = parcels.send(request).await;
    let stroke = bells.send(quiet::Ring::new(quiet::RingBell::Low, 3)).await;
    parcel.is_ok() && stroke.is_ok()
}

fn main() {
    let _ = both;
}
