import Foundation

/// Names and values as a browser submits them.
public struct FormValues: Hashable, Sendable {
  /// A control's name and what it says.
  public struct Pair: Hashable, Sendable {
    /// The control's name.
    public var name: String
    /// What the control says.
    public var value: String

    /// Creates a pair.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The names and values, in order.
  public private(set) var pairs: [Pair] = []
  private var lastValues: [String: String] = [:]

  /// Creates values from `pairs`.
  public init(_ pairs: [Pair] = []) {
    for pair in pairs { append(pair) }
  }

  /// Adds a name and its value.
  public mutating func append(_ pair: Pair) {
    pairs.append(pair)
    lastValues[pair.name] = pair.value
  }

  /// What the last control of that name says; `nil` when there is none.
  public subscript(name: String) -> String? { lastValues[name] }

  /// What is filled in; `nil` when there is no such control or it is empty.
  func text(_ name: ControlName) -> String? { self[name.text].flatMap { $0.isEmpty ? nil : $0 } }

  /// Whether anything is filled in at `name` or below it.
  func isFilled(_ name: ControlName) -> Bool {
    pairs.contains { pair in
      !pair.value.isEmpty && (pair.name == name.text || pair.name.hasPrefix(name.text + "."))
    }
  }

  /// The elements of the list `name` in which anything is filled in.
  ///
  /// They are looked up and not counted to, as anybody can submit an element of number 999999999.
  func indices(under name: ControlName) -> [Int] {
    let prefix = name.text + "."
    let indices = pairs.compactMap { pair -> Int? in
      guard !pair.value.isEmpty, pair.name.hasPrefix(prefix) else { return nil }
      let token = pair.name.dropFirst(prefix.count).prefix { $0 != "." }
      return Int(token).flatMap { $0 >= 0 && String($0) == token ? $0 : nil }
    }
    return Set(indices).sorted()
  }
}
