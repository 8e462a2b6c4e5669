//! An embedded stand-in for the Tencent Cloud IM server API, for tests and first steps.
