/// What a check has found out, so that a value is held against a schema once, on however many ways the two
/// come together.
///
/// To remember takes longer than to judge most values, so it is done only where there turns out to be more to
/// do than the value is large.
final class SchemaMemory {
  private var findings: [Key: Finding] = [:]
  private var scopes: [[Int]: Int] = [:]
  /// About how many bytes there are.
  private var size = 0

  /// Tells of each schema whether it is remembered: those that can be reached in one way only need not be.
  let isRemembered: [Bool]

  private static let largestSize = 100_000_000

  init(_ program: SchemaProgram) { isRemembered = program.isShared }

  /// A schema and a value, and what else an answer depends on.
  struct Key: Hashable {
    let node: Int
    let scope: Int
    let isEvaluatedWanted: Bool
    let place: Place
  }

  /// What is judged is any equal value; what is explained has its place.
  enum Place: Hashable {
    case value(Identity)
    case path(JSONPointer)
  }

  struct Finding {
    let isValid: Bool
    let isUnsure: Bool
    let evaluated: Evaluated
    let violations: [SchemaViolation]
  }

  subscript(key: Key) -> Finding? {
    get { findings[key] }
    set {
      // What no longer fits is found out again, in steps that are counted.
      size += newValue.map { 150 + $0.evaluated.count + 500 * $0.violations.count } ?? 0
      if size <= Self.largestSize { findings[key] = newValue }
    }
  }
}

extension SchemaMemory {
  /// The number of a way on which a schema was reached, given by the resources that were entered.
  func number(of resources: [Int]) -> Int {
    let number = scopes[resources] ?? scopes.count
    scopes[resources] = number
    return number
  }

  /// What tells values apart: small ones are, others are where they are.
  ///
  /// They stay where they are while the instance that they are in is held.
  struct Identity: Hashable {
    private let kind: JSON.Kind
    private let address: Int
    private let text: ScalarString

    private static let longestText = 64

    init(_ value: JSON) {
      kind = value.kind
      var text = ""
      switch value {
      case .null: address = 0
      case .bool(let bool): address = bool ? 1 : 0
      case .number(let number):
        address = Self.address(of: number.text)
        if address == 0 { text = number.text }
      case .string(let string):
        address = Self.address(of: string)
        if address == 0 { text = string }
      case .array(let elements):
        address = elements.withUnsafeBytes { Int(bitPattern: $0.baseAddress) }
      case .object(let object): address = object.address
      }
      self.text = ScalarString(text)
    }

    /// The place where a long text is, or zero for one that is short or may have been moved.
    private static func address(of text: String) -> Int {
      guard text.utf8.count > longestText else { return 0 }
      return text.utf8.withContiguousStorageIfAvailable { Int(bitPattern: $0.baseAddress) } ?? 0
    }
  }
}
