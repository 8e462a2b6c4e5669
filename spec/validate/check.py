"""Checks the specs as OpenAPI 3.1 and against the vocabulary's JSON Schema, by independent libraries.

Prints one line for each check; exits with 1 when any failed.
"""

import copy
import json
import sys
from importlib.metadata import version
from pathlib import Path

from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry, Resource
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT202012

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SPECS = ["spec/tencent-im.json", "tests/fixtures/parcel.json"]
VOCABULARY = "spec/x-bindery.schema.json"
DOCUMENT = "urn:document"
METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}


def load(path):
    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=unique)


def unique(pairs):
    """Python keeps the last of two equal keys in silence; a spec must not have two."""
    keys = [key for key, _ in pairs]
    repeated = {key for key in keys if keys.count(key) > 1}
    if repeated:
        raise ValueError(f"key given twice: {', '.join(sorted(repeated))}")
    return dict(pairs)


def escape(part):
    return str(part).replace("~", "~0").replace("/", "~1")


def pointer(parts):
    return "".join("/" + escape(part) for part in parts)


def findings(errors):
    return [f"{pointer(error.absolute_path) or '/'}: {error.message[:200]}" for error in errors]


def leaves(error):
    """The errors inside an error, down to those that have a cause of their own."""
    return [leaf for inner in error.context for leaf in leaves(inner)] or [error]


def bodies(document):
    """Every media type object with examples, and where it stands."""
    for path, item in document["paths"].items():
        for method in METHODS & item.keys():
            operation = item[method]
            sides = {"requestBody": operation.get("requestBody", {})}
            sides |= {f"responses/{status}": reply for status, reply in operation["responses"].items()}
            for side, body in sides.items():
                for media, content in body.get("content", {}).items():
                    where = ["paths", path, method, *side.split("/"), "content", media]
                    yield where, content


def example_findings(document):
    registry = Registry().with_resource(DOCUMENT, Resource(document, DRAFT202012))
    for where, content in bodies(document):
        schema = {"$ref": f"{DOCUMENT}#{pointer([*where, 'schema'])}"}
        validator = Draft202012Validator(schema, registry=registry)
        for name, example in content.get("examples", {}).items():
            for error in validator.iter_errors(example["value"]):
                for finding in findings(leaves(error)):
                    yield f"{pointer([*where, 'examples', name])}{finding}"


def replaced(document, at, value):
    """A copy of the document in which the value stands at the pointer."""
    changed = copy.deepcopy(document)
    *parents, last = [part.replace("~1", "/").replace("~0", "~") for part in at.split("/")[1:]]
    target = changed
    for part in parents:
        target = target[int(part) if isinstance(target, list) else part]
    target[last] = value
    return changed


def broken_findings(validator, cases):
    """Each case breaks a sound document in one place, and has to be refused in the object that holds it."""
    sound = cases["sound"]
    yield from findings(validator.iter_errors(sound))
    for case in cases["broken"]:
        at = case["at"]
        errors = list(validator.iter_errors(replaced(sound, at, case["value"])))
        places = [pointer(error.absolute_path) for error in errors]
        if not places:
            yield f"accepted, though {case['why']}"
        elif not all(place.startswith(at.rpartition("/")[0]) for place in places):
            yield f"refused in another place ({', '.join(places)}), though {case['why']}"


def openapi_findings(document):
    try:
        return findings(OpenAPIV31SpecValidator(document).iter_errors())
    except Unresolvable as error:
        return [f"nothing stands at the reference {error.ref}"]


def in_turn(path, steps):
    """Runs the steps on the file until one finds something: the later ones build on the earlier."""
    try:
        document = load(ROOT / path)
    except ValueError as error:
        yield f"{path} is JSON", [str(error)]
        return
    for title, step in steps:
        found = list(step(document))
        yield f"{path} {title}", found
        if found:
            return


def checks():
    cases = load(HERE / "broken.json")
    vocabulary = load(ROOT / VOCABULARY)
    meta = Draft202012Validator(Draft202012Validator.META_SCHEMA)
    yield from in_turn(VOCABULARY, [
        ("is JSON Schema 2020-12", lambda schema: findings(meta.iter_errors(schema))),
        (f"refuses {len(cases['broken'])} broken documents", lambda schema: broken_findings(Draft202012Validator(schema), cases)),
    ])
    for path in SPECS:
        yield from in_turn(path, [
            ("is OpenAPI 3.1", openapi_findings),
            ("uses the vocabulary rightly", lambda document: findings(Draft202012Validator(vocabulary).iter_errors(document))),
            ("has examples that fit their schemas", example_findings),
        ])


def main():
    for tool in ["openapi-spec-validator", "jsonschema"]:
        print(f"{tool} {version(tool)}")
    failed = False
    for title, found in checks():
        print(f"{'FAILED' if found else 'ok'}: {title}")
        for finding in found:
            print(f"  {finding}")
        failed = failed or bool(found)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
