import ServiceTestSupport
import Testing
import TypedMedia

/// What holds the pages of documented fields, held itself.
@Suite struct CoverageTests {
  private static let documented = DocumentedCalls(
    parsing: """
      # A remark.
      GET foxes
        query kind = arctic | red
        answer foxes[].name
        answer foxes[].den.place
        answer next
      GET foxes/{fox_id}
        answer name
        answer den.place
      DELETE foxes/{fox_id}
      """)

  private static let code = SwiftDeclarations(
    parsing: #"""
      /// A client, of which `struct Nothing` is a remark.
      public struct FoxClient: FoxService {
        public static let kinds = ["arctic", "text with \(name("grey")) in it"]
        public func fox(_ id: String) -> Fox { let hidden = 1; return Fox(hidden) }
      }
      protocol FoxService { func foxes() -> [Fox] }
      public struct Fox { public var name: String
        public enum Den { case place(String), none } }
      typealias RedFox = Fox
      """#)

  private func problems(_ lines: [String]) -> [String] {
    Coverage(
      rows: lines.compactMap { CoverageRow(line: "| \($0) |") }, documented: Self.documented,
      code: Self.code
    ).problems
  }

  private static let complete = [
    "`GET foxes` | call | | `FoxClient.foxes()`",
    "`GET foxes` | query | `kind` | `FoxClient.foxes()`",
    "`GET foxes` | query | `kind = red` | not there: it is an example",
    "`GET foxes` | answer | `foxes[].*` | as `GET foxes/{id}` `*`",
    "`GET foxes` | answer | `next` | not there: there is one page",
    "`GET foxes/{id}` | call | | `FoxClient.fox`",
    "`GET foxes/{id}` | answer | `name` | `RedFox.name`",
    "`GET foxes/{id}` | answer | `den.*` | `Fox.Den.place`",
    "`DELETE foxes/{id}` | call | | not there: foxes stay",
  ]

  @Test func aCompletePageHasNoProblem() {
    #expect(problems(Self.complete) == [])
  }

  @Test(arguments: [
    (0, "GET foxes: the call has no row."),
    (1, "GET foxes query kind: has no row."),
    (2, "GET foxes query kind = red: is nowhere in the sources."),
    (3, "GET foxes answer foxes[].name: has no row."),
    (4, "GET foxes answer next: has no row."),
    (6, "GET foxes/{fox_id} answer name: has no row."),
    (8, "DELETE foxes/{fox_id}: the call has no row."),
  ])
  func whatHasNoRowIsFound(missing: Int, problem: String) {
    var rows = Self.complete
    rows.remove(at: missing)
    #expect(problems(rows).contains(problem))
  }

  @Test(arguments: [
    ("`GET foxes` | answer | `foxes[].age` | `Fox.name`", "no document has this."),
    ("`GET wolves` | call | | `FoxClient.fox`", "no document has this."),
    ("`GET foxes` | query | `kind = grey` | not there: why", "no document has this."),
    ("`GET foxes` | answer | `next` | `Fox.hidden`", "there is no Fox.hidden."),
    ("`GET foxes` | answer | `next` | `Nothing`", "there is no Nothing."),
    ("`GET foxes` | answer | `next` | as `GET foxes/{id}` `age`", "GET foxes/{id} has no age."),
    (
      "`GET foxes` | answer | `next` | as `GET foxes` body `next`",
      "GET foxes has no next in its body."
    ),
    ("`GET foxes/{id}` | answer | `n*` | as `GET foxes` `n*`", "no document has this."),
  ])
  func aRowThatIsWrongIsFound(row: String, problem: String) {
    let found = problems(Self.complete + [row])
    #expect(found.count == 1 && found.first?.hasSuffix(problem) == true, "\(found)")
  }

  @Test func declarationsAreReadWithTheirPlaces() {
    let names: Set = [
      "FoxClient", "FoxClient.kinds", "FoxClient.fox", "FoxService", "FoxService.foxes", "Fox",
      "Fox.name", "Fox.Den", "Fox.Den.place", "Fox.Den.none", "RedFox",
    ]
    #expect(Self.code.names == names)
    #expect(
      Self.code.contain("FoxClient.foxes()") && Self.code.contain("RedFox.Den.place") == false)
    #expect(Self.code.words.isSuperset(of: ["arctic", "grey", "place", "none"]))
  }

  @Test func aDocumentIsWalked() {
    let document: JSON = [
      "paths": [
        "/v1/foxes/{id}": [
          "parameters": [["in": "path", "name": "id"]],
          "post": [
            "parameters": [
              ["$ref": "#/components/parameters/kind"], ["in": "header", "name": "X-Den"],
            ],
            "requestBody": [
              "content": [
                "application/json": [
                  "schema": [
                    "anyOf": [
                      ["properties": ["prompt": ["type": "string"], "gone": false]],
                      ["properties": ["count": ["enum": [1, 2]]]],
                    ]
                  ]
                ]
              ]
            ],
            "responses": [
              "201": [
                "headers": ["Location": [:]],
                "content": ["application/json": ["schema": ["$ref": "#/components/schemas/Fox"]]],
              ],
              "404": [
                "content": [
                  "application/json": ["schema": ["properties": ["detail": [:]]]]
                ]
              ],
            ],
          ],
        ],
        "/v1/foxes/red": [
          "post": [
            "requestBody": [
              "content": ["application/json": ["schema": ["properties": ["tail": [:]]]]]
            ]
          ]
        ],
      ],
      "components": [
        "parameters": ["kind": ["in": "query", "name": "kind", "schema": ["const": "red"]]],
        "schemas": [
          "Fox": [
            "properties": [
              "cubs": ["type": "array", "items": ["$ref": "#/components/schemas/Fox"]],
              "dens": ["additionalProperties": ["properties": ["place": [:]]]],
            ]
          ]
        ],
      ],
    ]
    var calls = DocumentedCalls(openAPI: document, droppingPrefix: "/v1/")
    calls.mergeTemplates()
    let text = """
      POST foxes/{id}
        answer cubs
        answer dens
        answer dens.*
        answer dens.*.place
        answer-header Location
        body count = 1 | 2
        body prompt
        body tail
        header X-Den
        query kind = red
      any call that is refused
        answer detail

      """
    #expect(calls == DocumentedCalls(parsing: text))
    #expect(DocumentedCalls(parsing: calls.description) == calls)
  }

  @Test(
    arguments: [
      (["id": "x", "n": 7, "list": [["a": 2]], "none": 1], []),
      (["id": "x", "n": "7", "list": [["a": 2]], "none": nil], ["n"]),
      (["n": 7, "list": [["a": 2]], "none": nil], ["id"]),
      (["id": "x", "n": 7, "list": [], "none": nil], ["list"]),
      (["id": "x", "n": 7, "list": [["b": 2]], "none": nil], ["list[].a"]),
      (["id": "y", "n": 7, "list": [["a": 2]], "none": nil], ["id"]),
    ] as [(JSON, [String])])
  func answersAreComparedMemberByMember(answer: JSON, places: [String]) {
    let printed = PrintedAnswer(
      ["id": "x", "n": 1, "list": [["a": 1]], "none": nil], determined: ["id"])
    let found = printed.differences(of: answer)
    #expect(found.map { String($0.prefix { $0 != " " }) } == places)
  }
}
