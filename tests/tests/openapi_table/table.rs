//! The table as it stands in docs/openapi.md, and the keywords as the specifications list them: `OpenAPI` 3.0.4, 3.1.1 and 3.2.0, JSON Schema
//! 2020-12.

/// A row of the table.
pub(crate) struct Row {
    pub(crate) object: String,
    pub(crate) keyword: String,
    pub(crate) verdict: Verdict,
    pub(crate) text: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Verdict {
    Supported,
    Docs,
    Fallback,
    PassedOver,
    Refused,
}

/// The rows below headings of the third level.
pub(crate) fn rows() -> Vec<Row> {
    let mut object = String::new();
    let mut rows = Vec::new();
    for line in include_str!("../../../docs/openapi.md").lines() {
        if let Some(heading) = line.strip_prefix("### ") {
            heading.clone_into(&mut object);
        }
        let cells: Vec<_> = line.split('|').map(str::trim).collect();
        if let ["", keyword, verdict, text, ""] = *cells
            && !object.is_empty()
            && keyword != "Keyword"
            && !keyword.starts_with("---")
        {
            rows.push(Row {
                object: object.clone(),
                keyword: keyword.trim_matches('`').to_owned(),
                verdict: self::verdict(verdict),
                text: text.to_owned(),
            });
        }
    }
    rows
}

fn verdict(text: &str) -> Verdict {
    match text {
        "supported" => Verdict::Supported,
        "docs" => Verdict::Docs,
        "fallback" => Verdict::Fallback,
        "passed over" => Verdict::PassedOver,
        "refused" => Verdict::Refused,
        other => panic!("`{other}` is no verdict"),
    }
}

/// Every object and its fields, those that only one of the versions has included; a field whose name is free is in braces.
const OBJECTS: &str = "
OpenAPI Object = openapi $self info jsonSchemaDialect servers paths webhooks components security tags externalDocs
Info Object = title summary description termsOfService contact license version
Contact Object = name url email
License Object = name identifier url
Server Object = url name description variables
Server Variable Object = enum default description
Components Object = schemas responses parameters examples requestBodies headers securitySchemes links callbacks \
    pathItems mediaTypes
Tag Object = name summary description externalDocs parent kind
External Documentation Object = description url
Reference Object = $ref summary description
Path Item Object = $ref summary description get put post delete options head patch trace query additionalOperations \
    servers parameters
Operation Object = tags summary description externalDocs operationId parameters requestBody responses callbacks \
    deprecated security servers
Parameter Object = name in description required deprecated allowEmptyValue style explode allowReserved schema example \
    examples content
Request Body Object = description content required
Media Type Object = schema itemSchema example examples encoding prefixEncoding itemEncoding $ref
Encoding Object = contentType headers style explode allowReserved encoding prefixEncoding itemEncoding
Responses Object = default {status}
Response Object = summary description headers content links
Header Object = description required deprecated style explode schema example examples content
Callback Object = {expression}
Example Object = summary description dataValue serializedValue value externalValue
Link Object = operationRef operationId parameters requestBody description server
Security Scheme Object = type description name in scheme bearerFormat flows openIdConnectUrl \
    oauth2MetadataUrl deprecated
OAuth Flows Object = implicit password clientCredentials authorizationCode deviceAuthorization
OAuth Flow Object = authorizationUrl deviceAuthorizationUrl tokenUrl refreshUrl scopes
Security Requirement Object = {name}
Schema Object = discriminator xml externalDocs example nullable
Discriminator Object = propertyName mapping defaultMapping
XML Object = nodeType name namespace prefix attribute wrapped
JSON Schema: core = $schema $id $ref $anchor $dynamicRef $dynamicAnchor $vocabulary $comment $defs
JSON Schema: applicators = allOf anyOf oneOf not if then else dependentSchemas prefixItems items contains properties \
    patternProperties additionalProperties propertyNames
JSON Schema: unevaluated = unevaluatedItems unevaluatedProperties
JSON Schema: validation = type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength \
    minLength pattern maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required \
    dependentRequired
JSON Schema: annotations = title description default deprecated readOnly writeOnly examples
JSON Schema: formats and contents = format contentEncoding contentMediaType contentSchema
";

/// The objects of the specifications, and the names of their fields.
pub(crate) fn objects() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    let lines = OBJECTS.lines().filter_map(|line| line.split_once(" ="));
    lines.map(|(object, keywords)| (object, keywords.split_whitespace().collect()))
}
