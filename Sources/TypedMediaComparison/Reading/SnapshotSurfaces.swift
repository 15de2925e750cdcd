import TypedMediaGenerator
import TypedMediaSchema

/// Both sides of a comparison.
///
/// A model whose file and name are as before is the same in Swift, so that it is read and not
/// translated: most models do not change. Only where a type of one that changed may have been the same
/// as one of its types is it translated too.
struct SnapshotSurfaces {
  let old: SnapshotSurface
  let new: SnapshotSurface

  /// Reads and translates snapshots as a build does it.
  ///
  /// - Throws: `GenerationFailure` with all that is wrong with one side.
  init(
    old oldFiles: [SourceFile], by oldGenerator: RequestGenerator, new newFiles: [SourceFile],
    by newGenerator: RequestGenerator
  ) throws(GenerationFailure) {
    let (before, after) = (oldGenerator.reading(of: oldFiles), newGenerator.reading(of: newFiles))
    let changed =
      oldGenerator.configuration.makesTheSame(as: newGenerator.configuration)
      ? Self.changed(before, after) : nil
    var was = try oldGenerator.translate(before, only: changed, isForCode: false)
    var becomes = try newGenerator.translate(after, only: changed, isForCode: false)
    if let changed {
      let sharers = LostTypes(from: was, to: becomes)
        .sharers(among: after.sources.filter { !changed.contains($0.name) })
      if !sharers.isEmpty {
        let all = changed.union(sharers)
        was = try oldGenerator.translate(
          before, only: all, reusing: was.modelsByName, isForCode: false)
        let same = was.modelsByName.filter { sharers.contains($0.key) }
        becomes = try newGenerator.translate(
          after, only: all, reusing: becomes.modelsByName.merging(same) { first, _ in first },
          isForCode: false)
      }
    }
    old = SnapshotSurface(was, from: oldGenerator, only: changed)
    new = SnapshotSurface(becomes, from: newGenerator, only: changed)
  }

  /// The names of the models that are not the same on both sides.
  private static func changed(
    _ before: RequestGenerator.Reading, _ after: RequestGenerator.Reading
  ) -> Set<String> {
    let (oldNames, newNames) = (before.typeNames, after.typeNames)
    let files = Dictionary(after.sources.map { ($0.name, $0.file) }) { first, _ in first }
    let same = before.sources.filter { source in
      source.file.data == files[source.name]?.data
        && oldNames[source.name] == newNames[source.name]
    }
    return Set(oldNames.keys).union(newNames.keys).subtracting(same.map(\.name))
  }
}

/// The types of models that changed, as they were.
private struct LostTypes {
  /// What the schema of a model that has such a type has to spell, for each of them.
  private var words: [Set<String>] = []

  init(from old: RequestGenerator.Translation, to new: RequestGenerator.Translation) {
    let models = new.modelsByName
    for (name, model) in old.modelsByName {
      guard let after = models[name]?.type else { continue }
      let types = Dictionary(after.types.map { ($0.path, $0.type) }) { first, _ in first }
      for (path, type) in model.type.types {
        if let now = types[path], now != type { words.append(type.body.words) }
      }
    }
  }

  /// The names of the models that may have one of the types.
  func sharers(among sources: [ModelSource]) -> Set<String> {
    guard !words.isEmpty else { return [] }
    let wanted = words.reduce(into: Set()) { $0.formUnion($1) }
    return Set(
      sources.filter { source in
        var found: Set<String> = []
        source.document.value.collect(wanted, into: &found)
        return words.contains { $0.isSubset(of: found) }
      }.map(\.name))
  }
}

extension RequestGenerator.Translation {
  /// The models, by their names.
  fileprivate var modelsByName: [String: ModelBlueprint] {
    Dictionary(zip(sources.map(\.name), models)) { first, _ in first }
  }
}

extension TypeBlueprint.Body {
  /// What is spelled in every schema that such a type is made of.
  fileprivate var words: Set<String> {
    switch self {
    case .values(_, let values, _), .openValues(let values): Set(values.compactMap(\.value.string))
    case .structure(let properties), .tuple(let properties): Set(properties.flatMap(\.coding.keys))
    case .choice(let choices): Set(choices.flatMap(\.members).flatMap(\.coding.keys))
    case .union, .alias: []
    }
  }
}

extension JSON {
  /// Adds those of `wanted` that are texts or names in it.
  fileprivate func collect(_ wanted: Set<String>, into found: inout Set<String>) {
    switch self {
    case .object(let object):
      for (key, value) in object {
        if wanted.contains(key) { found.insert(key) }
        value.collect(wanted, into: &found)
      }
    case .array(let elements): for element in elements { element.collect(wanted, into: &found) }
    case .string(let text): if wanted.contains(text) { found.insert(text) }
    default: break
    }
  }
}
