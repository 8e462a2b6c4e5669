//! The carrier that the tests call: it answers by the id, key or cursor it is given, and keeps what it was asked.

use std::sync::{Arc, Mutex};

use bindery::server::{Call, Fault, Refuse, Reply, Request};
use bindery::sign::Bearer;
use bindery::{Answer, UnixMillis, UnixSeconds, Violations};
use bindery_tests::clock::Clock;
use bindery_tests::listen::listen;

use crate::parcel::{
    CancelParcel, CancelParcelError, ChangeDelivery, ChangeDeliveryError, Client, Conflict,
    CreateParcel, CreateParcelError, CreateParcelReply, GetParcel, GetParcelError, GetParcelReply,
    Invalid, InvalidFaultsItem, LabelVerdict, ListParcels, ListParcelsError, ListParcelsReply,
    Parcel, ParcelId, ParcelState, ParcelType, PrintLabels, PrintLabelsError, Problem, Service,
    serve,
};

pub(crate) const TOKEN: &str = "t0k.en-of/the+tests==";

#[derive(Debug, PartialEq)]
pub(crate) enum Asked {
    List(ListParcels),
    Create(CreateParcel),
    Get(GetParcel),
    Cancel(CancelParcel),
    Change(ChangeDelivery),
    Print(PrintLabels),
}

/// What came in, typed.
#[derive(Default)]
pub(crate) struct Carrier {
    asked: Mutex<Vec<Asked>>,
}

impl Carrier {
    fn keep(&self, asked: Asked) {
        self.asked.lock().unwrap().push(asked);
    }

    pub(crate) fn asked(&self) -> Vec<Asked> {
        std::mem::take(&mut *self.asked.lock().unwrap())
    }

    /// Listens, and gives a client that calls this carrier.
    pub(crate) async fn open() -> (Client, Arc<Self>) {
        let carrier = Arc::new(Self::default());
        let shared = Arc::clone(&carrier);
        let answer = move |request| {
            let carrier = Arc::clone(&shared);
            async move { Some(serve(&*carrier, request).await) }
        };
        (client(&listen(answer).await.unwrap()), carrier)
    }
}

/// A client whose carrier gives these bytes to every call.
pub(crate) async fn client_of(status: u16, body: &'static str) -> Client {
    let answer = move |_: Request| {
        let body = body.as_bytes().to_vec();
        std::future::ready(Some(Reply {
            status,
            content_type: Some("application/json".into()),
            body,
        }))
    };
    client(&listen(answer).await.unwrap())
}

pub(crate) fn client(url: &str) -> Client {
    let builder = Client::builder(Bearer::new(TOKEN)).base_url(url);
    builder.timer(Clock::default()).build().unwrap()
}

pub(crate) fn id(number: u32) -> ParcelId {
    ParcelId::new(format!("P{number:010}")).unwrap()
}

pub(crate) fn parcel(id: ParcelId) -> Parcel {
    Parcel::builder()
        .parcel_id(id)
        .type_(ParcelType::Box)
        .state(ParcelState::Moving)
        .announced_at(UnixMillis::from_millis(1_700_000_000_000))
        .build()
}

impl Service for Carrier {
    fn admit(&self, call: &Call) -> Result<(), Reply> {
        let admitted = call.header("authorization") == Some(&format!("Bearer {TOKEN}"));
        if admitted {
            Ok(())
        } else {
            Err(Reply::empty(401))
        }
    }

    fn reject(&self, _: Option<&Call>, _: &Fault) -> Reply {
        Reply::empty(400)
    }

    fn invalid(&self, _: &Call, _: &Violations) -> Option<Reply> {
        Some(Reply::empty(400))
    }

    async fn list_parcels(
        &self,
        _: &Call,
        request: ListParcels,
    ) -> Result<ListParcelsReply, Refuse<ListParcelsError>> {
        let next = request.cursor.clone();
        self.keep(Asked::List(request));
        Ok(ListParcelsReply::builder()
            .parcels([parcel(id(1))])
            .next(next)
            .build())
    }

    async fn create_parcel(
        &self,
        _: &Call,
        request: CreateParcel,
    ) -> Result<CreateParcelReply, Refuse<CreateParcelError>> {
        if request.weight_grams == 30_000 {
            return Err(Refuse::from(CreateParcelError::TooHeavy).message("30 kg in a letter"));
        }
        let mut made = parcel(id(42));
        made.labels.clone_from(&request.labels);
        made.note.clone_from(&request.note);
        made.delivery = Some(request.delivery.clone());
        self.keep(Asked::Create(request));
        Ok(CreateParcelReply::builder().parcel(made).build())
    }

    async fn get_parcel(
        &self,
        _: &Call,
        request: GetParcel,
    ) -> Result<GetParcelReply, Refuse<GetParcelError>> {
        let found = parcel(request.parcel_id.clone());
        self.keep(Asked::Get(request));
        Ok(GetParcelReply::builder().parcel(found).build())
    }

    async fn cancel_parcel(
        &self,
        _: &Call,
        request: CancelParcel,
    ) -> Result<(), Refuse<CancelParcelError>> {
        let wanted = request.parcel_id.clone();
        self.keep(Asked::Cancel(request));
        match wanted {
            gone if gone == id(404) => {
                Err(CancelParcelError::NotFound(Problem::new("no such parcel")).into())
            }
            moving if moving == id(409) => {
                Err(CancelParcelError::Conflict(Conflict::new(ParcelState::Moving)).into())
            }
            _ => Ok(()),
        }
    }

    async fn change_delivery(
        &self,
        _: &Call,
        request: ChangeDelivery,
    ) -> Result<Parcel, Refuse<ChangeDeliveryError>> {
        let mut changed = parcel(request.parcel_id.clone());
        changed.delivery = Some(request.delivery.clone());
        let refused = request.parcel_id == id(422);
        self.keep(Asked::Change(request));
        if refused {
            let fault = InvalidFaultsItem::new("/delivery/counter", "no such counter");
            let invalid = Invalid::builder().faults([fault]).build();
            return Err(ChangeDeliveryError::UnprocessableContent(invalid).into());
        }
        Ok(changed)
    }

    async fn print_labels(
        &self,
        _: &Call,
        request: PrintLabels,
    ) -> Result<Vec<Answer<LabelVerdict>>, Refuse<PrintLabelsError>> {
        let verdicts = request.orders.iter().map(|order| match order.not_before {
            soon if soon == UnixSeconds::from_secs(1) => {
                let label = LabelVerdict::new().label_url("https://parcel.example/l/1");
                Answer::new("printed", label)
            }
            _ if order.parcel_id == id(404) => Answer::new("parcel_not_found", LabelVerdict::new()),
            _ => Answer::new("jammed", LabelVerdict::new()),
        });
        let verdicts = verdicts.collect();
        self.keep(Asked::Print(request));
        Ok(verdicts)
    }
}
