import Testing
import TypedMedia

/// What the tool says of itself, and of commands that it does not understand.
@Suite struct MisuseTests {
  @Test func theVersionIsThePackages() throws {
    let outcome = try Workbench().typedMedia("--version")
    #expect(outcome.output == "typed-media \(TypedMediaVersion.current)\n")
    #expect(outcome.status == 0)
  }

  @Test(arguments: [
    ("--help", ["update", "diff", "write", "validate", "list", "--version"]),
    ("-h", ["usage: typed-media update|diff|write|validate|list|table|run|resume|jobs …"]),
    ("update --help", ["usage: typed-media update [--output DIR]", "HOOX_API_KEY", "--dry-run"]),
    ("write --help", ["usage: typed-media write --output DIR [--module NAME]", "--check"]),
    ("write --wrong --help", ["usage: typed-media write"]),
    ("validate --help", ["usage: typed-media validate [--formats] [--lenient] SCHEMA INSTANCE…"]),
    (
      "diff --help", ["usage: typed-media diff [--format FORMAT] [--fail-on ADVICE]", "--accepted"]
    ),
    ("run --help", ["usage: typed-media run [--schema DIR|FILE]", "FAL_KEY"]),
    ("resume --help", ["usage: typed-media resume [--drop]"]),
    ("jobs --help", ["usage: typed-media jobs [--all] [--since DAYS]"]),
    ("list -h", ["usage: typed-media list [--json] FILE|FOLDER…", "--json"]),
  ])
  func helpIsAResult(command: String, parts: [String]) throws {
    let outcome = try Workbench().shell("$TOOL \(command)")
    for part in parts + ["Examples:"] { #expect(outcome.output.contains(part)) }
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test(arguments: [
    ("", "error: which command?"),
    ("paint", "error: 'paint' is not a command."),
    ("--paint", "error: '--paint' is not an option."),
    ("write", "error: --output DIR is missing."),
    ("write --output Out", "error: which files?"),
    ("write --output", "error: --output needs a value: '--output DIR' or '--output=DIR'."),
    ("write --output= a.json", "error: --output needs a value"),
    ("write --output --check a.json", "error: --output needs a value"),
    ("write --output Out --output=Out a.json", "error: --output is given twice."),
    ("write --output Out --check=yes a.json", "error: --check takes no value."),
    ("write --output Out --module 3D a.json", "error: '3D' cannot be the name of a module"),
    ("write --output Out --force a.json", "error: '--force' is not an option of this command."),
    ("update", "error: which service?"),
    ("update acme", "error: 'acme' is not a service that can be asked; those are 'hoox', 'hedra',"),
    ("update hoox hedra", "error: one service at a time."),
    ("update hoox --base-url nowhere", "error: --base-url needs an address such as https://"),
    ("update hoox --from a --base-url http://a.b", "error: --from asks no service"),
    ("list -l a.json", "error: '-l' is not an option of this command."),
    ("list", "error: which files?"),
    ("validate", "error: which schema?"),
    ("validate a.json", "error: which instances?"),
    ("validate - -", "error: the standard input can be read only once."),
  ])
  func aMistakeIsExplained(command: String, message: String) throws {
    let outcome = try Workbench().shell("$TOOL \(command)")
    #expect(outcome.errors.hasPrefix(message))
    #expect(outcome.errors.contains("\nusage: typed-media "))
    #expect(outcome.errors.hasSuffix("--help' says more.\n"))
    #expect(outcome.output == "")
    #expect(outcome.status == 64)
  }

  @Test func twoHyphensEndTheOptions() throws {
    let bench = try Workbench(["--json": Samples.aurora])
    let outcome = try bench.typedMedia("list", "--", "--json")
    #expect(outcome.output.hasPrefix("NAME "))
    #expect(outcome.status == 0)
  }

  @Test(arguments: ["", "trap '' PIPE; "])
  func aReaderThatGoesAwayIsNotAnError(preparation: String) throws {
    let models = (0..<600).map { ("m\($0).json", Samples.model("m\($0)")) }
    let bench = try Workbench(Dictionary(uniqueKeysWithValues: models))
    let outcome = try bench.shell("\(preparation)$TOOL list --json . | head -n 1")
    #expect(outcome.outputLines.count == 1)
    #expect(outcome.errors == "")
  }

  @Test func aResultThatCannotBePrintedIsAnError() throws {
    let outcome = try Workbench().shell("$TOOL --version >&-")
    #expect(outcome.errors == "error: the result cannot be printed: bad file descriptor\n")
    #expect(outcome.status == 74)
  }
}
