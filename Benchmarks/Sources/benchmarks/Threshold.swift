import Foundation
import TypedMedia
import Workbench

/// What a row may be at most, and what it says of itself: a member of `Thresholds/GROUP.json`.
///
/// To add a row, add it there and measure what its name says in the group's benchmark.
struct Threshold {
  /// The name, which is distinct in its group.
  let name: String
  /// What is measured.
  let what: String
  /// What it is measured against.
  let against: String
  /// The ratio that it may have at most; `nil` where nothing is promised.
  let limit: Double?
  /// What both are given in, where that is not what the group's are.
  let unit: String?
  /// Whether it is left out of the short form.
  let isLong: Bool

  private init(_ json: JSON) throws {
    guard let name = json["name"]?.string, let what = json["what"]?.string,
      let against = json["against"]?.string
    else { throw Malformed(row: json.text()) }
    (self.name, self.what, self.against) = (name, what, against)
    limit = json["atMost"]?.double
    unit = json["unit"]?.string
    isLong = json["isLong"]?.bool ?? false
  }

  /// The rows of a group, in their order.
  static func all(in group: String) throws -> [Threshold] {
    let file = Repository.folder.appendingPathComponent("Benchmarks/Thresholds/\(group).json")
    return try (JSON(parsing: Data(contentsOf: file))["rows"]?.array ?? []).map(Threshold.init)
  }

  /// A row that lacks something.
  struct Malformed: Error, CustomStringConvertible {
    let row: String
    var description: String { "A row of a threshold file lacks name, what or against: \(row)" }
  }
}
