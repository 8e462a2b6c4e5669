pub async fn call(client: &api::Client) {
    let _ = client.send(api::ListParcels::new()).await;
}
