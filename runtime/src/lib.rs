//! What generated bindings lean on: JSON on the wire, checks, signing, sending, errors.
