/// A program as numbers, which a walk reads without counting references.
///
/// What can be said in numbers alone is; the rest is in lists beside them.
final class JudgeProgram: @unchecked Sendable {
  // Nothing changes after `init`, and what is allocated lives as long as this.

  /// A schema: the values it takes by their kind, and its rules on those of each kind.
  struct Node: BitwiseCopyable {
    var cost: Int
    var types: TypeSet
    var acceptsNull: Bool
    /// The end of each group of rules, of which the first starts at `start`.
    var start: Int32 = 0
    var numberEnd: Int32 = 0
    var stringEnd: Int32 = 0
    var arrayEnd: Int32 = 0
    var objectEnd: Int32 = 0
    /// The rules on values of any kind are the last ones.
    var end: Int32 = 0
  }

  /// A rule. Schemas, texts and what else there is are given by their index.
  enum Rule: BitwiseCopyable {
    case never
    case choice(Int)
    case bound(Bound.Relation, SmallDecimal, Int)
    case longBound(Int)
    case multiple(Int)
    case size(minimum: Int, maximum: Int)
    case pattern(Int)
    case format(SchemaFormat)
    case address
    case uniqueItems
    case elements(prefix: Span, rest: Int)
    case contains(schema: Int, minimum: Int, maximum: Int)
    case required(NameTable.Text)
    case requiredIf(NameTable.Text, NameTable.Text)
    case schemaIf(NameTable.Text, Int)
    case propertyNames(Int)
    case members(Int)
    case schema(Int)
    case anyOf(Span)
    case oneOf(Span)
    case not(Int)
    case condition(Int, then: Int, otherwise: Int)
    /// What takes the whole walk to judge.
    case unknown
  }

  /// A part of a list.
  struct Span: BitwiseCopyable {
    var start: Int
    var count: Int
  }

  /// The members of an object.
  struct Members: BitwiseCopyable {
    var names: NameTable
    var required: UInt64
    var patterns: Span
    /// The schema of what has no other, or less than zero.
    var additional: Int
  }

  /// The values of an `enum`: the texts in a table, the others as far as they can be.
  struct Choices: BitwiseCopyable {
    var names: NameTable
    var allowsNull: Bool
    var allowsTrue: Bool
    var allowsFalse: Bool
    var numbers: Span
    /// Tells whether all numbers are among `numbers`.
    var hasOnlySmallNumbers: Bool
    var hasContainers: Bool
    /// Tells whether the texts are in the table.
    var hasTable: Bool
    /// The whole of it, for what is none of these.
    var enumeration: Int
  }

  /// Where the numbers are, as long as the program is held.
  struct Tables {
    let nodes: UnsafePointer<Node>
    let rules: UnsafePointer<Rule>
    let lists: UnsafePointer<Int>
    let slots: UnsafePointer<NameTable.Slot>
    let bytes: UnsafePointer<UInt8>
    let members: UnsafePointer<Members>
    let choices: UnsafePointer<Choices>
    let numbers: UnsafePointer<SmallDecimal>
  }

  let tables: Tables
  let bounds: [Bound]
  let divisors: [JSONNumber]
  let patterns: [SchemaPattern]
  let enumerations: [Enumeration]
  let maximumSteps: Int

  init(_ builder: JudgeProgramBuilder, maximumSteps: Int) {
    tables = Tables(
      nodes: Self.copy(builder.nodes), rules: Self.copy(builder.rules),
      lists: Self.copy(builder.lists), slots: Self.copy(builder.names.slots),
      bytes: Self.copy(builder.names.bytes), members: Self.copy(builder.members),
      choices: Self.copy(builder.choices), numbers: Self.copy(builder.numbers))
    bounds = builder.bounds
    divisors = builder.divisors
    patterns = builder.patterns
    enumerations = builder.enumerations
    self.maximumSteps = maximumSteps
  }

  private static func copy<Element: BitwiseCopyable>(
    _ elements: [Element]
  ) -> UnsafePointer<Element> {
    let copy = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    elements.withUnsafeBufferPointer { elements in
      if let base = elements.baseAddress { copy.initialize(from: base, count: elements.count) }
    }
    return UnsafePointer(copy)
  }

  deinit {
    tables.nodes.deallocate()
    tables.rules.deallocate()
    tables.lists.deallocate()
    tables.slots.deallocate()
    tables.bytes.deallocate()
    tables.members.deallocate()
    tables.choices.deallocate()
    tables.numbers.deallocate()
  }
}
