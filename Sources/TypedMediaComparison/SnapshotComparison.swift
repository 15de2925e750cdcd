public import TypedMediaGenerator
import TypedMediaSchema

/// The differences between two sets of snapshots, on the wire and in Swift source.
///
/// Three stages, each a pure function of the one before: the snapshots are read and translated as a
/// build does it (`RequestGenerator`), laid out place by place (``ModelSurface``), and compared. What
/// is reported of Swift is what the generator declares, names and all.
///
/// ```swift
/// let comparison = try SnapshotComparison(old: before, new: after)
/// print(comparison.text)
/// if comparison.advice == .major { … }
/// ```
public struct SnapshotComparison: Sendable {
  /// The changes, by model and place, in the order of the models' names.
  public private(set) var changes: [Change]

  /// Compares snapshots.
  ///
  /// - Parameters:
  ///   - old: The snapshots of before. There may be none.
  ///   - new: The snapshots of now. There may be none.
  ///   - configuration: What the module's `typed-media.json` says.
  ///   - oldConfiguration: What it said before, if that was something else.
  ///   - stamp: The stamp of `new`, which may keep the names of the models' types.
  ///   - oldStamp: The stamp of `old`.
  ///   - module: The module's name, by which changes of several modules are told apart.
  /// - Throws: `GenerationFailure` with all that is wrong with one of the sets.
  public init(
    old: [SourceFile], new: [SourceFile], configuration: Configuration = Configuration(),
    oldConfiguration: Configuration? = nil, stamp: Stamp? = nil, oldStamp: Stamp? = nil,
    module: String? = nil
  ) throws(GenerationFailure) {
    var remains: [Any] = []
    try self.init(
      old: old, new: new, configuration: configuration,
      oldConfiguration: oldConfiguration ?? configuration, stamp: stamp, oldStamp: oldStamp,
      module: module, remains: &remains)
  }

  /// Compares snapshots, for who decides when the memory that this took is given back.
  ///
  /// - Parameter remains: What was made on the way, and is not needed any more. Most of it are small
  ///   pieces, so that giving them back takes long.
  /// - Throws: `GenerationFailure` with all that is wrong with one of the sets.
  package init(
    old: [SourceFile], new: [SourceFile], configuration: Configuration,
    oldConfiguration: Configuration, stamp: Stamp?, oldStamp: Stamp?, module: String?,
    remains: inout [Any]
  ) throws(GenerationFailure) {
    let name = module ?? "Models"
    let surfaces = try SnapshotSurfaces(
      old: old,
      by: RequestGenerator(
        module: name, configuration: oldConfiguration, stamp: oldStamp),
      new: new, by: RequestGenerator(module: name, configuration: configuration, stamp: stamp))
    remains.append(surfaces)
    changes = SurfaceComparison(old: surfaces.old, new: surfaces.new).changes
    for index in changes.indices { changes[index].module = module?.printable }
  }

  /// Joins the comparisons of several modules.
  public init(joining parts: [SnapshotComparison]) { changes = parts.flatMap(\.changes) }

  /// The advice that the changes ask for together; `nil` when there is none.
  public var advice: Advice? { changes.map(\.advice).max() }

  /// Marks the changes that were accepted.
  public mutating func accept(_ accepted: AcceptedChanges) {
    for index in changes.indices {
      changes[index].isAccepted = accepted.ids.contains(changes[index].id)
    }
  }

  /// The changes that ask for `advice` or more, and were not accepted.
  ///
  /// - Returns: The changes that ask for `advice` or more, and were not accepted.
  public func unaccepted(from advice: Advice) -> [Change] {
    changes.filter { $0.advice >= advice && !$0.isAccepted }
  }
}
