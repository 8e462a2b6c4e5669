//! Strongly typed bindings for the Tencent Cloud IM server API.
