import Foundation
import TypedMediaSchema

/// JSON was not what was expected at one place.
public struct JSONMismatch: Error, Hashable, Sendable, CustomStringConvertible {
  /// The place, from the value that was read.
  public var path: JSONPointer
  /// The problem there, as a clause: `is 7, not one of 4, 6 and 8`.
  public var problem: String

  /// Creates an error at the root of the value that is being read.
  public init(problem: String) {
    path = .root
    self.problem = problem
  }

  /// Creates an error for a value of another kind than the expected one.
  public init(expected: String, found: JSON) {
    let text = found.text()
    self.init(problem: "is \(text.count > 60 ? text.prefix(57) + "…" : text[...]), not \(expected)")
  }

  /// Creates an error for an object that has none of the `alternatives`.
  @_spi(Generated) public init(noneOf alternatives: String...) {
    self.init(problem: "has to have one of \(alternatives.joined(separator: ", "))")
  }

  /// The place and the problem, as a sentence.
  public var description: String {
    "\(path.tokens.isEmpty ? "The value" : path.description) \(problem)."
  }

  /// Runs `body`, and puts `token` in front of the path of the error that it throws.
  static func prefixing<Value>(_ token: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let mismatch as JSONMismatch {
      throw mismatch.below(token)
    }
  }
}

extension JSONMismatch {
  /// What of `source` did not survive in `kept`, if anything.
  ///
  /// An explicit `null` and an empty list say no more than a member that is left out, and may go.
  static func loss(of source: JSON, in kept: JSON) -> JSONMismatch? {
    switch (source, kept) {
    case (.object(let source), .object(let kept)):
      // Most are in the order in which the type writes them.
      var guess = 0
      for (key, value) in source {
        guard let position = kept.position(of: key, guessing: guess) else {
          if value.isNull || value.array?.isEmpty == true { continue }
          return JSONMismatch(problem: "has \"\(key)\", which it does not take")
        }
        guess = position + 1
        if let loss = loss(of: value, in: kept[position].value) { return loss.below(key) }
      }
      return nil
    case (.array(let source), .array(let kept)) where source.count == kept.count:
      for (index, pair) in zip(source, kept).enumerated() {
        if let loss = loss(of: pair.0, in: pair.1) { return loss.below(String(index)) }
      }
      return nil
    default:
      return source == kept || isSame(source, kept)
        ? nil : JSONMismatch(expected: "what it has to be here: \(kept.text())", found: source)
    }
  }

  /// Tells whether two texts are spellings of one instant or one UUID.
  private static func isSame(_ source: JSON, _ kept: JSON) -> Bool {
    if let uuid = try? UUID(json: source), let keptUUID = try? UUID(json: kept) {
      return uuid == keptUUID
    }
    guard let date = try? Date(json: source), let keptDate = try? Date(json: kept) else {
      return false
    }
    return date.timeIntervalSince(keptDate).magnitude < 0.001
  }

  /// The same problem, seen from an object or list that has the value as its member `token`.
  func below(_ token: String) -> JSONMismatch {
    var mismatch = self
    mismatch.path = path.tokens.reduce(JSONPointer.root.appending(token)) { $0.appending($1) }
    return mismatch
  }
}
