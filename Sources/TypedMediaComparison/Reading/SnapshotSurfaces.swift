import TypedMediaGenerator
import TypedMediaSchema

/// Both sides of a comparison.
///
/// A model whose file and name are as before is the same in Swift, so that it is read and not
/// translated: most models do not change. Only where a type of one that changed may have been the same
/// as one of its types is it translated too. A model that came or went has nothing that it could be
/// compared with, unless another one's type had its name, or has it now.
struct SnapshotSurfaces {
  let old: SnapshotSurface
  let new: SnapshotSurface
  /// What the surfaces were made of.
  private let remains: [Any]

  /// Reads and translates snapshots as a build does it.
  ///
  /// - Throws: `GenerationFailure` with all that is wrong with one side.
  init(
    old oldFiles: [SourceFile], by oldGenerator: RequestGenerator, new newFiles: [SourceFile],
    by newGenerator: RequestGenerator
  ) throws(GenerationFailure) {
    let before = oldGenerator.reading(of: oldFiles)
    let after = newGenerator.reading(of: newFiles, besides: before)
    let changed =
      oldGenerator.configuration.makesTheSame(as: newGenerator.configuration)
      ? Self.changed(before, after) : nil
    let compared = changed.map { Self.compared(among: $0, before, after) }
    let oldDrafts = oldGenerator.drafts(of: before, only: compared)
    let newDrafts = newGenerator.drafts(
      of: after, only: compared, besides: changed == nil ? nil : oldDrafts)
    var (oldModels, newModels) = (oldDrafts.models, newDrafts.models)
    if let changed {
      let sharers = LostTypes(from: oldModels, to: newModels)
        .sharers(among: after.sources.filter { !changed.contains($0.name) })
      let same = newGenerator.drafts(of: after, only: sharers, besides: newDrafts).models
      oldModels.merge(same) { first, _ in first }
      newModels.merge(same) { first, _ in first }
    }
    let was = try oldGenerator.translate(before, from: oldModels)
    let becomes = try newGenerator.translate(after, from: newModels)
    old = SnapshotSurface(was, of: before, from: oldGenerator, only: changed)
    new = SnapshotSurface(becomes, of: after, from: newGenerator, only: changed)
    remains = [before, after, newDrafts, was, becomes]
  }

  /// Those of the models that changed which are on both sides, by their names or those of their types.
  private static func compared(
    among changed: Set<String>, _ before: RequestGenerator.Reading,
    _ after: RequestGenerator.Reading
  ) -> Set<String> {
    let (oldTypes, newTypes) = (Set(before.typeNames.values), Set(after.typeNames.values))
    return changed.filter { name in
      switch (before.typeNames[name], after.typeNames[name]) {
      case (let old?, nil): newTypes.contains(old)
      case (nil, let new?): oldTypes.contains(new)
      default: true
      }
    }
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
  /// The values of each list of values.
  private var lists: Set<Set<String>> = []
  /// What a schema has to spell for each other type.
  private var words: Set<Set<String>> = []

  init(from old: [String: ModelBlueprint], to new: [String: ModelBlueprint]) {
    // A type is known by its name, whosever model it is.
    var types: [String: TypeBlueprint] = [:]
    for model in new.values {
      for (path, type) in model.type.types { types[path] = type }
    }
    for model in old.values {
      for (path, type) in model.type.types {
        guard let now = types[path], now.undocumented != type.undocumented else { continue }
        if case .values(_, let values) = type.body {
          lists.insert(Set(values.compactMap(\.value.word)))
        } else {
          words.insert(type.body.words)
        }
      }
    }
  }

  /// The names of the models that may have one of the types.
  func sharers(among sources: [ModelSource]) -> Set<String> {
    guard !words.isEmpty || !lists.isEmpty else { return [] }
    let wanted = WantedWords(lists.union(words).reduce(into: []) { $0.formUnion($1) })
    return Set(
      sources.filter { source in
        let found = FoundWords(wanted, in: source.document.value)
        return words.contains { $0.isSubset(of: found.words) }
          || lists.contains { list in
            found.lists.contains(list)
              || found.mayListOtherwise
                && list.allSatisfy { found.words.contains($0) || Double($0) != nil }
          }
      }.map(\.name))
  }
}

/// Words that are looked for among many texts, most of which are longer than any of them.
private struct WantedWords {
  private let words: Set<String>
  private let longest: Int

  init(_ words: Set<String>) {
    self.words = words
    longest = words.map(\.utf8.count).max() ?? 0
  }

  func contains(_ text: String) -> Bool {
    // What Unicode holds for equal may be of up to three times as many bytes.
    text.utf8.count <= 3 * longest && words.contains(text)
  }
}

/// Those of some words that are texts or names in a schema.
private struct FoundWords {
  let wanted: WantedWords
  private(set) var words: Set<String> = []
  /// The lists that have nothing but such words.
  private(set) var lists: Set<Set<String>> = []
  /// Tells whether values may be listed by other means than by one list.
  private(set) var mayListOtherwise = false

  init(_ wanted: WantedWords, in json: JSON) {
    self.wanted = wanted
    collect(json)
  }

  private mutating func collect(_ json: JSON) {
    switch json {
    case .object(let object):
      for (key, value) in object {
        if wanted.contains(key) { words.insert(key) }
        if key == "const" || key == "allOf" { mayListOtherwise = true }
        collect(value)
      }
    case .array(let elements):
      for element in elements { collect(element) }
      // A list may have null besides.
      let texts = elements.compactMap(\.word)
      if !texts.isEmpty, texts.allSatisfy(wanted.contains) { lists.insert(Set(texts)) }
    case .string(let text): if wanted.contains(text) { words.insert(text) }
    default: break
    }
  }
}

extension TypeBlueprint.Body {
  /// What is spelled in every schema that such a type is made of.
  fileprivate var words: Set<String> {
    switch self {
    case .values(_, let values), .openValues(let values): Set(values.compactMap(\.value.string))
    case .structure(let properties), .tuple(let properties): Set(properties.flatMap(\.coding.keys))
    case .choice(let choices): Set(choices.flatMap(\.members).flatMap(\.coding.keys))
    case .union, .alias: []
    }
  }
}

extension JSON {
  /// A text, or a number as text; `nil` for anything else.
  fileprivate var word: String? {
    switch self {
    case .string(let text): text
    case .number(let number): number.int.map { String($0) } ?? number.text
    default: nil
    }
  }
}
