"""Times `jsonschema-rs` on the schemas and bodies of a list, and prints microseconds as JSON.

What is timed is what those who use it get: a call with objects of Python that have been parsed before.
"""

import json
import sys
import time

import jsonschema_rs

WORK = []
for entry in json.load(open(sys.argv[1], encoding="utf-8")):
    schema = json.load(open(entry["schema"], encoding="utf-8"))
    WORK.append(
        (schema, jsonschema_rs.validator_for(schema), entry["valid"], entry["broken"]))
SECONDS = float(sys.argv[2])
ANYTHING = jsonschema_rs.validator_for(True)


def is_valid(which):
    for work in WORK:
        judge = work[1].is_valid
        for body in work[which]:
            judge(body)


def all_errors(which):
    for work in WORK:
        explain = work[1].iter_errors
        for body in work[which]:
            for _ in explain(body):
                pass


def compile_all():
    for work in WORK:
        jsonschema_rs.validator_for(work[0])


def call():
    judge = ANYTHING.is_valid
    for work in WORK:
        for body in work[2]:
            judge(body)


def microseconds(count, action):
    action()
    rounds, start = 0, time.process_time()
    while time.process_time() - start < SECONDS:
        for _ in range(10):
            action()
        rounds += 10
    return (time.process_time() - start) / rounds / count * 1e6


for schema, validator, valid, broken in WORK:
    for body, expected in [(b, True) for b in valid] + [(b, False) for b in broken]:
        if validator.is_valid(body) != expected:
            sys.exit(f"not judged alike: {json.dumps(body)} by {schema.get('title')}")

VALID = sum(len(work[2]) for work in WORK)
BROKEN = sum(len(work[3]) for work in WORK)
print(json.dumps({
    "isValid": microseconds(VALID, lambda: is_valid(2)),
    "isValidBroken": microseconds(BROKEN, lambda: is_valid(3)),
    "allErrors": microseconds(BROKEN, lambda: all_errors(3)),
    "allErrorsValid": microseconds(VALID, lambda: all_errors(2)),
    "compile": microseconds(len(WORK), compile_all),
    "call": microseconds(VALID, call),
}))
