//! The document model of an API spec: OpenAPI 3.1 with the x-bindery vocabulary, positions and findings.
