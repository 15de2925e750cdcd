import Foundation
import Testing

@Suite struct TableTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The targets that have models.
  private static func targets() throws -> [String] {
    let sources = root.appending(path: "Sources")
    return try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted()
      .map { sources.appending(path: $0).path }
      .filter { target in
        let files = try? FileManager.default.contentsOfDirectory(atPath: "\(target)/schemas")
        return files?.contains { $0 != "snapshot.json" } ?? false
      }
  }

  /// Holds a printed page against the one in the repository.
  ///
  /// Recording fails, so that a run that records is never mistaken for one that passes.
  private func expect(_ text: String, isRecordedAt page: URL) throws {
    let path = page.path.dropFirst(Self.root.path.count)
    guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
      try Data(text.utf8).write(to: page)
      Issue.record("Recorded \(path). Read the diff, then run again without RECORD.")
      return
    }
    let isUpToDate = text == (try? String(contentsOf: page, encoding: .utf8))
    #expect(isUpToDate, "Run with RECORD=1 to rewrite \(path).")
  }

  @Test(arguments: try targets())
  func thePageOfAServicesModelsIsUpToDate(target: String) throws {
    let tool = try BuiltProgram.named("typed-media")
    let outcome = try Workbench().run(tool, ["table", target])
    #expect(outcome.errors == "")
    let page = URL(filePath: target).appending(path: "schemas/MODELS.md")
      .resolvingSymlinksInPath()
    try expect(outcome.output, isRecordedAt: page)
  }

  @Test(arguments: try targets())
  func thePageOfAModulesDocumentationIsUpToDate(target: String) throws {
    let tool = try BuiltProgram.named("typed-media")
    let outcome = try Workbench().run(tool, ["table", "--docc", target])
    #expect(outcome.errors == "")
    let module = URL(filePath: target).lastPathComponent
    let page = URL(filePath: target).appending(path: "\(module).docc/Models.md")
    try expect(outcome.output, isRecordedAt: page)
  }

  @Test func modelsAreGroupedByWhatTheyMake() throws {
    let schema = #""input_schema": {"type": "object", "properties": {"a": {"type": "string"}}}"#
    let outcome = try Workbench([
      "Clips/schemas/aurora.json":
        #"{"name": "aurora", "type": "video", "base_cost": 2, \#(schema)}"#,
      "Clips/schemas/brook.json": #"{"name": "brook", "type": "image", \#(schema)}"#,
      "Clips/schemas/cliff.json": #"{"name": "cliff", \#(schema)}"#,
      "Clips/schemas/dusk.json":
        #"{"name": "dusk", "type": "video", "x-retired": {"since": "2026-06-30"}, \#(schema)}"#,
    ]).typedMedia("table", "--docc", "Clips")
    #expect(
      outcome.output.hasSuffix(
        """
        ### Image

        | model | request |
        | --- | --- |
        | `brook` | ``Brook`` |

        ### Video

        | model | request | price |
        | --- | --- | --- |
        | `aurora` | ``Aurora`` | 2 |

        ### Others

        | model | request |
        | --- | --- |
        | `cliff` | ``Cliff`` |

        ## Topics

        ### Image

        - ``Brook``

        ### Video

        - ``Aurora``

        ### Others

        - ``Cliff``

        """))
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test func aModelIsShownWithAllThatIsKnown() throws {
    let outcome = try Workbench([
      "Clips/typed-media.json": #"{"renames": {"aurora#/properties/mode": "style"}}"#,
      "Clips/schemas/aurora.json": """
      {"name": "aurora", "type": "video", "base_cost": 2.50, "required_plans": ["pro"],
       "settings": [{"key": "mode", "affects_cost": true}],
       "input_schema": {"type": "object", "required": ["prompt", "size", "task"], "properties": {
        "task": {"const": "video"},
        "prompt": {"type": "string", "maxLength": 20},
        "size": {"enum": ["a|b", "c"]},
        "mode": {"type": "string", "enum": ["fast", "fine"], "default": "fast"},
        "camera": {"type": "object", "properties": {
          "frame_rate": {"type": "number", "exclusiveMinimum": 0, "maximum": 60}}}}}}
      """,
    ]).typedMedia("table", "Clips")
    #expect(
      outcome.output.hasSuffix(
        """
        | model | in Swift | makes | price |
        | --- | --- | --- | --- |
        | [`aurora`](#aurora) | `Aurora` | video | 2.5 |

        ## aurora

        Needs a plan: pro.

        ```swift
        let request = Aurora(prompt: "A tide pool at dawn", size: .aB)
        ```

        | parameter | as it is sent | takes | default |  |
        | --- | --- | --- | --- | --- |
        | `prompt` | `prompt` | text, at most 20 characters |  | required |
        | `size` | `size` | `a\\|b`, `c` |  | required |
        | `style` | `mode` | `fast`, `fine` | `fast` | affects the cost |
        | `camera` | `camera` | object |  |  |
        | `camera.frameRate` | `camera.frame_rate` | number, above 0 to 60 |  |  |

        """))
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test func aModelThatIsRetiredStandsApart() throws {
    let schema = #""input_schema": {"type": "object", "properties": {"a": {"type": "string"}}}"#
    let outcome = try Workbench([
      "Clips/schemas/aurora.json": #"{"name": "aurora", "type": "video", \#(schema)}"#,
      "Clips/schemas/dusk.json":
        #"{"name": "dusk", "type": "video", "x-retired": {"since": "2026-06-30"}, \#(schema)}"#,
    ]).typedMedia("table", "Clips")
    #expect(
      outcome.output.contains(
        """
        | [`aurora`](#aurora) | `Aurora` | video | – |

        Retired: their types are deprecated, and no list has them.

        | retired model | in Swift | made | since |
        | --- | --- | --- | --- |
        | `dusk` | `Dusk` | video | 2026-06-30 |

        ## aurora

        """))
    #expect(!outcome.output.contains("Dusk("))
    #expect(outcome.status == 0)
  }

  @Test(arguments: [([], "which folder?"), (["a", "b"], "a page is of one folder")])
  func oneFolderHasToBeGiven(folders: [String], complaint: String) throws {
    let tool = try BuiltProgram.named("typed-media")
    let outcome = try Workbench().run(tool, ["table"] + folders)
    #expect(outcome.errors.hasPrefix("error: \(complaint)"))
    #expect(outcome.status == 64)
  }
}
