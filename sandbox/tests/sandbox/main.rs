//! The sandbox over real sockets: through the generated client, and through raw HTTP where a client would not err.

mod admission;
mod binary;
mod bodies;
mod faults;
mod history;
mod hostile;
mod import_group;
mod import_msg;
mod lifecycle;
mod support;
mod switches;
