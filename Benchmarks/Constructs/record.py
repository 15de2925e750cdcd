"""Makes schemas of every construct of the drafts 7 and 2020-12, alone and in pairs, with bodies.

Each body is judged by the package `jsonschema`, so that what is kept beside this file is what others
say of it. Run it with `python3 record.py`; it writes `single.json` and `pairs.json`.

A body is `valid`, or `broken`, or valid in a way that `SchemaConstructs.md` says a type may not take:
`unknown` (with members of which the schema says nothing), `untyped` (of another type than the keywords
are about, where the schema names none), `several` (fits several objects of an `anyOf` at once), `null`
(needs a property to be there that is null), `format` (is valid by what a `format`
means, or by all else, and not by both).
"""

import copy
import itertools
import json
import pathlib
import re
from datetime import datetime
from importlib import metadata

from jsonschema import Draft7Validator, Draft202012Validator, FormatChecker

from constructs import CONTAINERS, PAIRED, PAIRED_OBJECTS, POOL, VALUES

DRAFTS = {7: Draft7Validator, 2020: Draft202012Validator}
URIS = {
    7: "http://json-schema.org/draft-07/schema#",
    2020: "https://json-schema.org/draft/2020-12/schema",
}
MOST = {"valid": 4, "broken": 3, "unknown": 1, "untyped": 1, "several": 1, "null": 1, "format": 1}
formats = FormatChecker(["uuid", "email", "date"])


@formats.checks("uri")
def is_uri(value):
    return not isinstance(value, str) or ":" in value and " " not in value


@formats.checks("uint64")
def is_unsigned(value):
    return not isinstance(value, int) or 0 <= value < 2**64


@formats.checks("date-time")
def is_date_time(value):
    if not isinstance(value, str):
        return True
    try:
        return (
            datetime.fromisoformat(value.replace("Z", "+00:00")).tzinfo is not None and "T" in value
        )
    except ValueError:
        return False


IN_PLACE = [
    "$dynamicRef",
    "$ref",
    "allOf",
    "anyOf",
    "dependencies",
    "dependentSchemas",
    "else",
    "if",
    "oneOf",
    "then",
]
LITERALS = ["const", "enum", "default", "examples", "required"]


def is_read(schema):
    """The schema as requests are read: `nullable` allows null, and only answers have what is read-only."""
    if isinstance(schema, list):
        return [is_read(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    read = {key: value if key in LITERALS else is_read(value) for key, value in schema.items()}
    names = [
        name
        for name, part in (schema.get("properties") or {}).items()
        if isinstance(part, dict) and part.get("readOnly") is True
    ]
    if names and isinstance(schema.get("required"), list):
        read["required"] = [name for name in schema["required"] if name not in names]
    if schema.get("nullable") is True:
        definitions = {key: read.pop(key) for key in ["$defs", "definitions"] if key in read}
        read = {"anyOf": [read, {"type": "null"}], **definitions}
    return read


def with_types(schema):
    """The schema with the type that its keywords are about, where it names none."""
    if isinstance(schema, list):
        return [with_types(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    typed = {}
    for key, value in schema.items():
        if key in LITERALS or key in ["if", "not", "contains", "propertyNames"]:
            typed[key] = value
        elif key in ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"]:
            typed[key] = {name: with_types(part) for name, part in value.items()}
        else:
            typed[key] = with_types(value)
    if "type" not in schema and "$ref" not in schema:
        if "properties" in schema or "required" in schema:
            typed["type"] = ["object", "null"] if schema.get("nullable") else "object"
        elif "items" in schema or "prefixItems" in schema:
            typed["type"] = "array"
    return typed


def target(root, reference):
    if reference == "#":
        return root
    if reference.startswith("#/"):
        node = root
        for token in reference[2:].split("/"):
            node = node[token]
        return node
    for part in (root.get("$defs") or root.get("definitions") or {}).values():
        names = [
            part.get("$id"),
            "#" + part.get("$anchor", ""),
            "#" + part.get("$dynamicAnchor", ""),
        ]
        if reference in names:
            return part
    return True


def applying(judge, schemas, value):
    """What is said of a place that holds for the value, and the alternatives that it may be.

    Of each `anyOf` and `oneOf` the alternatives are those that the value fits.
    """
    open_parts, found, choices = list(schemas), [], []
    while open_parts:
        schema = open_parts.pop()
        if not isinstance(schema, dict) or any(schema is other for other in found):
            continue
        found.append(schema)
        open_parts += schema.get("allOf", [])
        for key in ["anyOf", "oneOf"]:
            if key in schema:
                choices.append([part for part in schema[key] if judge.is_valid(part, value)])
        if "if" in schema:
            holds = judge.is_valid(schema["if"], value)
            if holds:
                names = {
                    name
                    for part in conditions([schema["if"]])
                    for name in [*part.get("properties", {}), *part.get("required", [])]
                }
                found.append(
                    {"properties": {name: True for name in sorted(names - conditional(schema))}}
                )
            open_parts.append(schema.get("then" if holds else "else", True))
        for key in ["dependentSchemas", "dependencies"]:
            open_parts += [
                part
                for name, part in schema.get(key, {}).items()
                if isinstance(value, dict) and name in value and isinstance(part, dict)
            ]
        for key in ["$ref", "$dynamicRef"]:
            if key in schema:
                open_parts.append(target(judge.root, schema[key]))
    return found, choices


def conditions(schemas):
    """All parts of what is said under a condition, whatever of it holds."""
    found = []
    for schema in schemas:
        if isinstance(schema, dict):
            inner = [part for key in ["allOf", "anyOf", "oneOf"] for part in schema.get(key, [])]
            inner += [schema[key] for key in ["if", "then", "else", "not"] if key in schema]
            found += [schema] + conditions(inner)
    return found


def is_known(judge, schemas, value, together):
    """Whether something is said of all members and elements of the value.

    With `together`, all alternatives that the value fits say something of it, else one of each choice.
    """
    if not isinstance(value, (dict, list)):
        return True
    found, choices = applying(judge, schemas, value)
    if choices:
        plain = [{k: v for k, v in part.items() if k not in IN_PLACE} for part in found]
        if together:
            return is_known(
                judge, plain + [part for choice in choices for part in choice], value, True
            )
        return any(
            is_known(judge, plain + list(chosen), value, False)
            for chosen in itertools.product(*choices)
        )
    if isinstance(value, dict):
        return all(
            is_known(judge, inner, member, together)
            for inner, member in members(found, value)
            if inner is not None
        ) and all(inner is not None for inner, _ in members(found, value))
    return all(
        inner is not None and is_known(judge, inner, member, together)
        for inner, member in elements(found, value)
    )


def members(found, value):
    """What is said of each member, and the member; `None` where nothing is, and something of others."""
    is_closed = any(part.get("properties") or part.get("required") for part in found)
    needs = {
        need
        for part in found
        for keyword in ["dependentRequired", "dependencies"]
        for name, names in part.get(keyword, {}).items()
        if name in value and isinstance(names, list)
        for need in names
    }
    declared = {name for part in found for name in conditional(part)}
    is_closed = is_closed or bool(declared)
    for key, member in value.items():
        inner = []
        for part in found:
            named = [part["properties"][key]] if key in part.get("properties", {}) else []
            # What only a service sets is no member of a request.
            named = [schema for schema in named if not is_read_only(schema)]
            named += [
                schema
                for pattern, schema in part.get("patternProperties", {}).items()
                if re.search(pattern, key)
            ]
            named += (
                [True]
                if key in part.get("required", []) and key not in declared or key in needs
                else []
            )
            rest = [
                part[rest]
                for rest in ["additionalProperties", "unevaluatedProperties"]
                if part.get(rest, False) is not False
            ]
            inner += named or rest
            is_closed = is_closed or bool(part.get("patternProperties"))
        yield (inner if inner or not is_closed else None), member


def is_read_only(schema):
    return isinstance(schema, dict) and schema.get("readOnly") is True


def conditional(part):
    """The properties that are declared under a condition, which have that type where it is not met too."""
    parts = [
        part.get("then"),
        part.get("else"),
        *part.get("dependentSchemas", {}).values(),
        *part.get("dependencies", {}).values(),
    ]
    return {name for inner in conditions(parts) for name in inner.get("properties", {})}


def elements(found, value):
    for index, member in enumerate(value):
        inner, is_closed = [], False
        for part in found:
            places = part.get("prefixItems", part.get("items"))
            if isinstance(places, list):
                is_closed = True
                if index < len(places):
                    inner.append(places[index])
            if not isinstance(places, list) or index >= len(places):
                inner += [
                    part[key]
                    for key in ["items", "additionalItems", "unevaluatedItems"]
                    if not isinstance(part.get(key, []), list)
                ]
        yield (inner if inner or not is_closed else None), member


class Judge:
    def __init__(self, root, validator):
        self.root, self.validator = root, validator

    def is_valid(self, schema, value):
        return self.validator.evolve(schema=schema).is_valid(value)


def without_null(root, value):
    """The value without the members that are null, but for those that have to be there."""
    if isinstance(value, list):
        return [without_null(root, element) for element in value]
    if not isinstance(value, dict):
        return value
    required = json.dumps(root).count
    return {
        key: without_null(root, member)
        for key, member in value.items()
        if member is not None or required('"required": ["%s"' % key)
    }


def judged(draft, schema, bodies):
    validator_type = DRAFTS[draft]
    validator_type.check_schema(schema)
    read = is_read(schema)
    validator = validator_type(read, format_checker=formats)
    typed = validator_type(with_types(read), format_checker=formats)
    judge, schema_text = Judge(schema, validator), json.dumps(schema)
    kinds = {kind: [] for kind in MOST}
    seen = set()
    for body in bodies:
        text = json.dumps(body, sort_keys=True)
        if text in seen:
            continue
        seen.add(text)
        if validator.is_valid(body) != validator_type(read).is_valid(body):
            kind = "format"
        elif not validator.is_valid(body):
            kind = "broken"
        elif not typed.is_valid(body):
            kind = "untyped"
        elif not is_known(judge, [schema], body, True):
            kind = "unknown"
        elif not is_known(judge, [schema], body, False):
            kind = "several"
        elif "dependentRequired" in schema_text and not validator.is_valid(
            without_null(schema, body)
        ):
            kind = "null"
        else:
            kind = "valid"
        kinds[kind].append(body)
    return {kind: spread(found, MOST[kind]) for kind, found in kinds.items()}


def spread(values, most):
    """Some of the values, the first of them, and the rest from all over the list."""
    if len(values) <= most:
        return values
    step = (len(values) - 1) / max(most - 1, 1)
    return [values[round(index * step)] for index in range(most)]


def entry(name, construct, draft, schema, bodies):
    root = {"$schema": URIS[draft]} if draft == 7 else {}
    root.update(schema)
    if draft == 7:
        root = json.loads(json.dumps(root).replace("$defs", "definitions"))
    made = {"name": name, "construct": construct, "schema": root}
    made.update({kind: found for kind, found in judged(draft, root, bodies).items() if found})
    return made


def lifted(schema, body):
    """`body` as a schema, beside the definitions of `schema`, which have to be at the root."""
    schema = copy.deepcopy(schema)
    root = {}
    for key in ["$defs", "definitions"]:
        if isinstance(schema, dict) and key in schema:
            root[key] = schema.pop(key)
    return {**body(schema), **root}


def single():
    for construct, drafts, schema, probes in VALUES:
        for draft in drafts:
            values = probes + POOL
            stem = f"{construct}-{draft}"
            objects = [value for value in values if isinstance(value, dict)]
            is_object = (
                isinstance(schema, dict)
                and schema.get("$root", True)
                and any(DRAFTS[2020](schema).is_valid(value) for value in objects)
            )
            positions = {
                "optional": (
                    lifted(
                        schema,
                        lambda s: {
                            "type": "object",
                            "properties": {"v": s, "w": {"type": "string"}},
                        },
                    ),
                    [{}, {"w": "w"}] + [{"v": value} for value in values],
                ),
                "required": (
                    lifted(
                        schema,
                        lambda s: {
                            "type": "object",
                            "properties": {"v": s, "w": {"type": "string"}},
                            "required": ["v"],
                        },
                    ),
                    [{}] + [{"v": value, "w": "w"} for value in values],
                ),
                "element": (
                    lifted(
                        schema,
                        lambda s: {
                            "type": "object",
                            "properties": {"v": {"type": "array", "items": s}},
                        },
                    ),
                    [{"v": []}]
                    + [{"v": [value]} for value in values]
                    + [{"v": [a, a]} for a in probes[:3]],
                ),
                "member": (
                    lifted(
                        schema,
                        lambda s: {
                            "type": "object",
                            "properties": {"v": {"type": "object", "additionalProperties": s}},
                        },
                    ),
                    [{"v": {"k": value}} for value in values],
                ),
                "referred": (
                    {
                        "type": "object",
                        "properties": {"v": {"$ref": "#/$defs/D"}, "w": {"$ref": "#/$defs/D"}},
                        **(
                            {
                                "$defs": {
                                    **(schema.get("$defs", {}) if isinstance(schema, dict) else {}),
                                    "D": (
                                        {k: v for k, v in schema.items() if k != "$defs"}
                                        if isinstance(schema, dict)
                                        else schema
                                    ),
                                }
                            }
                        ),
                    },
                    [{"v": value} for value in values] + [{"v": a, "w": a} for a in probes[:2]],
                ),
            }
            if is_object:
                positions["root"] = (schema, objects)
            for position, (whole, bodies) in positions.items():
                yield entry(f"{stem}-{position}", construct, draft, whole, bodies)


def merged(bodies, others):
    for first, second in itertools.product(bodies[:6], others[:6]):
        if isinstance(first, dict) and isinstance(second, dict):
            yield {**first, **second}


def pairs():
    known = {construct: (schema, probes) for construct, _, schema, probes in VALUES}
    for first, second in itertools.combinations(PAIRED, 2):
        (a, probes_a), (b, probes_b) = known[first], known[second]
        values = probes_a + probes_b + list(merged(probes_a, probes_b)) + POOL
        for keyword in ["allOf", "anyOf", "oneOf"]:
            definitions = {**a.get("$defs", {}), **b.get("$defs", {})}
            branches = [{k: v for k, v in part.items() if k != "$defs"} for part in [a, b]]
            schema = {"type": "object", "properties": {"v": {keyword: branches}}}
            if definitions:
                schema["$defs"] = definitions
            made = entry(
                f"{keyword}-{first}-{second}",
                keyword,
                2020,
                schema,
                [{"v": value} for value in values],
            )
            if any(kind in made for kind in MOST if kind != "broken"):
                yield made
    for first, second in itertools.permutations(PAIRED_OBJECTS, 2):
        (a, probes_a), (b, probes_b) = known[first], known[second]
        values = (
            probes_a
            + probes_b
            + list(merged(probes_a, probes_b))
            + list(merged(probes_b, probes_a))
        )
        values = [value for value in values if isinstance(value, dict)]
        for keyword, container in CONTAINERS.items():
            if first > second and keyword in ["allOf", "anyOf", "oneOf"]:
                continue
            schema, bodies = container(a, b), values
            if keyword == "properties":
                bodies = [
                    {"p": [x], "q": y} for x, y in itertools.product(probes_a[:6], probes_b[:6])
                ]
            yield entry(
                f"root-{keyword}-{first}-{second}", f"{keyword} at the root", 2020, schema, bodies
            )


def write(name, entries):
    path = pathlib.Path(__file__).parent / name
    lines = [json.dumps(entry, separators=(",", ":"), ensure_ascii=False) for entry in entries]
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n")
    version = metadata.version("jsonschema")
    print(f"{name}: {len(lines)} schemas, {path.stat().st_size} bytes, by jsonschema {version}")


if __name__ == "__main__":
    write("single.json", single())
    write("pairs.json", pairs())
