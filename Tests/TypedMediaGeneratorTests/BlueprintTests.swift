import Testing
import TypedMediaSchema

@testable import TypedMediaGenerator

/// The blueprints by themselves, without a schema that they are made from.
@Suite struct BlueprintTests {
  private typealias Property = TypeBlueprint.Property

  private static func property(
    _ name: String, _ type: TypeReference, isRequired: Bool = true,
    _ coding: TypeBlueprint.Coding? = nil
  ) -> Property {
    Property(name: name, type: type, isRequired: isRequired, coding: coding ?? .member(name))
  }

  private static func structure(
    _ name: String, _ properties: [Property], nested: [TypeBlueprint] = []
  ) -> TypeBlueprint {
    TypeBlueprint(name: name, documentation: [], body: .structure(properties), nested: nested)
  }

  @Test(
    arguments: [
      (.named("String"), "String", "String"), (.array(.named("Int")), "[Int]", "Int"),
      (.dictionary(.array(.named("JSON"))), "[String: [JSON]]", "JSON"),
      (.array(.nullable(.named("Bool"))), "[Nullable<Bool>]", "Bool"),
    ] as [(TypeReference, String, String)])
  func aReferenceIsSpelledAsSwiftSpellsIt(type: TypeReference, spelling: String, name: String) {
    #expect(type.spelling == spelling)
    #expect(type.name == name)
    #expect(type.renamed { $0 + "2" }.spelling == spelling.replacing(name, with: name + "2"))
  }

  @Test(
    arguments: [
      (.named("Clip"), "Clip"), (.nullable(.named("Clip")), "Clip"), (.array(.named("Clip")), nil),
      (.nullable(.dictionary(.named("Clip"))), nil),
    ] as [(TypeReference, String?)])
  func whatAListHoldsIsElsewhereInMemory(type: TypeReference, name: String?) {
    #expect(type.inlineName == name)
  }

  @Test func aCaseIsSpelledWithItsValues() {
    let choice = TypeBlueprint.Choice(
      name: "in",
      members: [
        Self.property("kind", .named("JSON"), .constant("kind", "x")),
        Self.property("url", .named("URL")),
        Self.property("speed", .named("Double"), isRequired: false),
      ])
    #expect(choice.declaration == "case `in`(URL, speed: Double? = nil)")
    #expect(TypeBlueprint.Choice(name: "none", members: []).declaration == "case none")
  }

  @Test(
    arguments: [
      (.member("a"), true, "Int"), (.member("a"), false, "Int?"), (.nullable("a"), true, "Int?"),
      (.inside("o", .nullable("a")), true, "Int?"),
    ] as [(TypeBlueprint.Coding, Bool, String)])
  func aPropertyIsOptionalWhereItMayHaveNoValue(
    coding: TypeBlueprint.Coding, isRequired: Bool, spelling: String
  ) {
    #expect(
      Self.property("a", .named("Int"), isRequired: isRequired, coding).spelling == spelling)
  }

  @Test(
    arguments: [
      (.member("a"), ["a"], [["a"]]), (.group(["a", "b"]), ["a", "b"], [["a"], ["b"]]),
      (.rest(["a"]), [], []),
      (.inside("o", .group(["a", "b"])), ["o"], [["o", "a"], ["o", "b"]]),
      (.inside("o", .inside("p", .element("a"))), ["o"], [["o", "p", "a"]]),
    ] as [(TypeBlueprint.Coding, [String], [[String]])])
  func aCodingKnowsTheMembersThatItReads(
    coding: TypeBlueprint.Coding, keys: [String], paths: [[String]]
  ) {
    #expect(coding.keys == keys)
    #expect(coding.paths == paths)
  }

  @Test func aTypeThatIsRenamedRefersToItselfByItsNewName() {
    let inner = Self.structure("Inner", [Self.property("outer", .array(.named("Outer")))])
    let type = Self.structure(
      "Outer", [Self.property("next", .named("Outer"), isRequired: false)], nested: [inner]
    ).renamed(to: "Scene")
    #expect(type.name == "Scene")
    #expect(type.body.references == [.named("Scene")])
    #expect(type.nested.first?.body.references == [.array(.named("Scene"))])
    #expect(type.refers(to: ["Scene"]))
    #expect(!type.refers(to: ["Outer"]))
  }

  @Test func aNestedTypeOfTheSameNameIsMeantByWhatIsBesideIt() {
    let type = Self.structure(
      "Outer", [Self.property("next", .named("Outer"))], nested: [Self.structure("Outer", [])]
    ).renamed(to: "Scene")
    #expect(type.body.references == [.named("Outer")])
  }

  @Test func whatIsSaidOfTypesMakesThemNoOther() {
    var type = Self.structure("A", [])
    type.documentation = ["Another word."]
    #expect(type.hasSameContent(as: Self.structure("A", [])))
    #expect(!type.hasSameContent(as: Self.structure("A", [Self.property("a", .named("Int"))])))
  }

  @Test func aTypeThatContainsItselfIsKeptElsewhere() throws {
    let decided = Indirection.decided(
      for: Self.structure(
        "Scene",
        [
          Self.property("next", .named("Scene"), isRequired: false),
          Self.property("parts", .array(.named("Scene"))), Self.property("name", .named("String")),
        ]))
    guard case .structure(let properties) = decided.body else {
      Issue.record("This is no struct.")
      return
    }
    #expect(properties.map(\.isIndirect) == [true, false, false])
  }

  @Test func whatIsOfMoreThanAHundredValuesIsKeptElsewhere() {
    func sizes(_ count: Int) -> [Bool] {
      let large = Self.structure(
        "Large", (0..<count).map { Self.property("p\($0)", .named("Int")) })
      let choice = TypeBlueprint(
        name: "Choice", documentation: [],
        body: .union([
          .init(name: "large", documentation: [], type: .named("Large")),
          .init(name: "one", documentation: [], type: .named("Int")),
        ]), nested: [large])
      let decided = Indirection.decided(
        for: Self.structure("Request", [Self.property("a", .named("Choice"))], nested: [choice]))
      return decided.nested.map(\.isIndirect)
    }
    #expect(sizes(99) == [false])
    #expect(sizes(100) == [true])
  }

  @Test(arguments: [
    ("a b", "`a b`"), ("", "an empty text"), (" ", #"`" "`"#), ("a`b", #""a`b""#),
    ("a\nb", #"`"a\nb"`"#), ("é", "`é`"),
  ])
  func aTextIsCodeOnOneLine(text: String, code: String) {
    #expect(ValueText.code(text) == code)
  }

  @Test func valuesThatReadTheSameAreToldApart() {
    #expect(ValueText.texts(of: [1, "1", "a"]) == ["1", "\"1\"", "a"])
    #expect(ValueText.list(of: ["a", ""]) == "`a`, an empty text")
  }
}
