import Foundation
import Testing

/// Comparing what git has.
@Suite struct DiffRevisionTests {
  /// A repository of a package with two revisions, `v1` and `v2`, and a third state on disk.
  private static func repository() throws -> Workbench {
    let bench = try Workbench([
      "schemas/acme/aurora.json": Samples.aurora, "schemas/acme/snapshot.json": Samples.stamp,
      "Sources/Acme/typed-media.json": #"{"access": "public"}"#,
      "Sources/Plain/Plain.swift": "",
    ])
    let commit = "git add -A && git -c user.name=a -c user.email=a@b commit -qm x"
    try prepare(
      bench,
      "git init -q && ln -s ../../schemas/acme Sources/Acme/schemas && \(commit) && git tag v1")
    try bench.write(
      Samples.aurora.replacing("[4, 6, 8]", with: "[4, 6]"), to: "schemas/acme/aurora.json")
    try prepare(bench, "\(commit) && git tag v2")
    try bench.write(
      Samples.aurora.replacing("[4, 6, 8]", with: "[4]"), to: "schemas/acme/aurora.json")
    return bench
  }

  private static func prepare(_ bench: Workbench, _ line: String) throws {
    let outcome = try bench.shell(line)
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  @Test(arguments: [
    ("v1 v2", ["Acme, aurora: ", "- 8"]),
    ("v1 Sources/Acme", ["aurora: duration", "- 8", "- 6"]),
    ("v1:Sources/Acme v2:Sources/Acme", ["aurora: duration", "- 8"]),
    ("v2:schemas/acme/aurora.json schemas", ["- 6"]),
    ("HEAD~1:schemas v2", ["- 8"]),
    ("v2 HEAD", ["Nothing has changed."]),
    ("v1 \"$PWD/schemas\"", ["- 8", "- 6"]),
    ("v1:. v2:.", ["aurora: duration", "- 8"]),
  ])
  func aRevisionStandsForItsFiles(operands: String, parts: [String]) throws {
    let outcome = try Self.repository().shell("$TOOL diff \(operands)")
    for part in parts { #expect(outcome.output.contains(part), "\(outcome.output)") }
    #expect(outcome.output.contains("- 6") == parts.contains("- 6"))
    #expect(outcome.output.contains("- 8") == parts.contains("- 8"))
    #expect(outcome.errors == "")
  }

  @Test func pathsWithADotStartInTheCurrentFolder() throws {
    let outcome = try Self.repository().shell("cd Sources && $TOOL diff v1:./Acme Acme")
    #expect(outcome.output.contains("- 8"))
    #expect(outcome.errors == "")
  }

  @Test(arguments: [
    ("v3 v1", "error: 'v3' is no file, no folder, and no revision in git"),
    ("v1 /", "error: '/' is not in this repository; say which path: REVISION:PATH."),
    ("v1:gone schemas", "error: there is no 'gone' in revision 'v1'."),
    ("v1:Sources/Plain schemas", "error: there is no model in 'v1:Sources/Plain'."),
    (":schemas schemas", "error: '' is no file, no folder, and no revision in git"),
  ])
  func whatIsNotThereIsNamed(operands: String, message: String) throws {
    let outcome = try Self.repository().shell("$TOOL diff \(operands)")
    #expect(outcome.errors.hasPrefix(message), "\(outcome.errors)")
    #expect(outcome.output == "")
    #expect(outcome.status == 66)
  }

  @Test func aRevisionWithoutSnapshotsIsAnError() throws {
    let outcome = try Self.repository().shell("mkdir sub; cd sub; $TOOL diff v1 v2")
    #expect(outcome.errors.hasPrefix("error: revision 'v1' has no folder 'sub/Sources/*/schemas'"))
    #expect(outcome.status == 66)
  }

  @Test func aBrokenFileOfARevisionIsNamedWithIt() throws {
    let bench = try Self.repository()
    try bench.write("{", to: "schemas/acme/aurora.json")
    try Self.prepare(bench, "git -c user.name=a -c user.email=a@b commit -qam x")
    let outcome = try bench.shell("$TOOL diff v1:schemas HEAD:schemas")
    #expect(
      outcome.errors.hasPrefix("HEAD:schemas/acme/aurora.json:1:2: error: this is not valid JSON"))
    #expect(outcome.status == 65)
  }

  @Test func withoutGitThereAreNoRevisions() throws {
    let outcome = try Self.repository().shell("PATH=/nowhere $TOOL diff v1 v2")
    #expect(outcome.errors.hasPrefix("error: "))
    #expect(outcome.status == 66)
  }
}
