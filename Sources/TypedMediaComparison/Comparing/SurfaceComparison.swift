import TypedMediaGenerator
import TypedMediaSchema

/// Compares all models of a module.
struct SurfaceComparison {
  let old: SnapshotSurface
  let new: SnapshotSurface

  var changes: [Change] {
    let names = Set(old.declarations.keys).union(new.declarations.keys).sorted()
    return configuration + names.flatMap(model) + splits
  }

  private func model(named name: String) -> [Change] {
    if let before = old.models[name], let after = new.models[name] {
      return ModelComparison(old: before, new: after).changes
    }
    return switch (old.declarations[name], new.declarations[name]) {
    case (nil, let new?):
      [
        Change(
          model: name, .modelAdded, wire: .init([], [new.summary]), swift: .init([], [new.text]))
      ]
    case (let old?, nil):
      [Change(model: name, .modelGone, wire: .init([old.summary]), swift: .init([old.text]))]
    default: []
    }
  }

  /// What the module's configuration makes different for all models.
  private var configuration: [Change] {
    guard !old.declarations.isEmpty, !new.declarations.isEmpty else { return [] }
    var changes: [Change] = []
    func compare(_ rule: ChangeRule, _ before: String, _ after: String) {
      guard before != after else { return }
      changes.append(Change(model: "", rule, wire: .init(), swift: .init([before], [after])))
    }
    let (before, after) = (old.configuration, new.configuration)
    compare(
      before.access.reach > after.access.reach ? .swiftAccessNarrowed : .swiftAccessWidened,
      before.access.rawValue, after.access.rawValue)
    compare(
      .swiftProtocolChanged, "protocol \(before.protocolName)", "protocol \(after.protocolName)")
    compare(.swiftCatalogRenamed, "enum \(old.catalogName)", "enum \(new.catalogName)")
    return changes
  }

  /// Types that were one, and are several now.
  private var splits: [Change] {
    let targets = new.sharedTypes
    return old.sharers.values.map { $0.filter(new.typePaths.contains).sorted() }.compactMap {
      names in
      // A type of its own is one with itself alone.
      let groups = Dictionary(grouping: names) { targets[$0] ?? $0 }.values.sorted { $0[0] < $1[0] }
      guard groups.count > 1 else { return nil }
      return Change(
        model: "", place: names[0], .swiftTypeSplit, wire: .init(),
        swift: .init(
          [names.joined(separator: " = ")], groups.map { $0.joined(separator: " = ") }))
    }
    .sorted { $0.place < $1.place }
  }
}

extension Configuration.Access {
  /// How far it reaches.
  fileprivate var reach: Int {
    switch self {
    case .internal: 0
    case .package: 1
    case .public: 2
    }
  }
}
