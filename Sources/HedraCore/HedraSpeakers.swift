/// Where who speaks is in an image.
public struct HedraPoint: JSONCodable, Hashable, Codable, CustomStringConvertible {
  /// How far from the left, from 0 to 1.
  public var x: Double
  /// How far from the top, from 0 to 1.
  public var y: Double

  /// Creates a place.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Reads a list of both numbers.
  ///
  /// - Throws: `JSONMismatch` when `json` is none.
  public init(json: JSON) throws {
    let numbers = try [Double](json: json)
    guard numbers.count == 2 else { throw JSONMismatch(expected: "two numbers", found: json) }
    self.init(x: numbers[0], y: numbers[1])
  }

  /// Both numbers, as a list.
  public var json: JSON { [x.json, y.json] }
}

/// Where the one who speaks is in an image, or each of several
/// (https://www.hedra.com/docs/api-reference/public/generate-asset).
///
/// ```swift
/// let target: HedraSpeakers = .at(x: 0.5, y: 0.3)
/// ```
public enum HedraSpeakers: JSONCodable, Hashable, Codable, CustomStringConvertible {
  /// One speaks.
  case single(HedraPoint)
  /// Several speak: as many as there are sounds.
  case several([HedraPoint])

  /// The place of the only one who speaks, each way from 0 to 1.
  public static func at(x: Double, y: Double) -> Self { .single(HedraPoint(x: x, y: y)) }

  /// Reads a place, or a list of places.
  ///
  /// - Throws: `JSONMismatch` when `json` is neither.
  public init(json: JSON) throws {
    if case .array(let elements) = json, case .array? = elements.first {
      self = .several(try [HedraPoint](json: json))
    } else {
      self = .single(try HedraPoint(json: json))
    }
  }

  /// The value as it is sent.
  public var json: JSON {
    switch self {
    case .single(let point): point.json
    case .several(let points): points.json
    }
  }
}
