import TypedMedia
import TypedMediaGenerator

/// The way that the files of models are called: as they are in the folder, or as the model is
/// called.
struct SnapshotNames {
  private var byModel: [String: String] = [:]
  /// The names that are in use, as a file system sees them that takes `A` for `a`.
  private var taken: Set<String> = [Stamp.fileName, Configuration.fileName]

  init(of folder: SnapshotFolder) {
    taken.formUnion(folder.others.map { $0.lowercased() })
    for (file, record) in folder.records.sorted(by: { $0.key < $1.key }) {
      taken.insert(file.lowercased())
      if byModel[record.name] == nil { byModel[record.name] = file }
    }
  }

  /// The name of the file of a model: `luma/ray-v2` becomes `ray-v2.json`, and `acme/fox/edit`
  /// `fox-edit.json`, or, where another model
  /// has that, `luma-ray-v2.json`.
  mutating func file(of model: String) -> String {
    if let file = byModel[model] { return file }
    let parts = model.split(separator: "/")
    let own = parts.count > 1 ? parts.dropFirst().joined(separator: "/") : model
    let names = [Self.spelled(own), Self.spelled(model)].map { $0 + ".json" }
    let file = names.first { !taken.contains($0) } ?? distinct(model)
    taken.insert(file)
    byModel[model] = file
    return file
  }

  /// A name that no other model has, however long their names are and whatever they have in common.
  private func distinct(_ model: String) -> String {
    let stem = "\(Self.spelled(model, atMost: 80))-\(Fingerprint(model))"
    var file = "\(stem).json"
    var number = 2
    while taken.contains(file) {
      file = "\(stem)-\(number).json"
      number += 1
    }
    return file
  }

  /// A name without what has a meaning in a path or on a command line: `Kling 2.6 Pro` becomes
  /// `kling-2.6-pro`. What Windows has for a device gets another ending.
  private static func spelled(_ name: String, atMost length: Int = 100) -> String {
    let parts = name.lowercased().split { character in
      !character.isASCII || !(character.isLetter || character.isNumber || "._-".contains(character))
    }
    let text = String(parts.joined(separator: "-").drop { ".-".contains($0) }.prefix(length))
    if text.isEmpty { return "model" }
    return isDevice(text.prefix { $0 != "." }) ? "model-\(text)" : text
  }

  /// Whether Windows has a device of a name: `con`, `com1`.
  private static func isDevice(_ name: Substring) -> Bool {
    switch name.count {
    case 3: ["con", "prn", "aux", "nul"].contains(name)
    case 4: ["com", "lpt"].contains(name.prefix(3)) && "0"..."9" ~= name.dropFirst(3)
    default: false
    }
  }
}
