pub fn track(day: i64) -> api::TrackParcel {
    api::TrackParcel::new(1, day)
}
