import TypedMediaGenerator

extension SnapshotFiles {
  /// The generator that the files' configuration, or that of another file, and their stamp ask for.
  func generator(
    module: String, configurationPath: String? = nil
  ) throws -> RequestGenerator {
    var generator = RequestGenerator(module: module)
    if let path = configurationPath ?? configuration?.path {
      generator.configuration = try Configuration(SourceFile(reading: path))
    }
    if let stamp { generator.stamp = try Stamp(SourceFile(reading: stamp.path)) }
    return generator
  }

  /// The models' files, read.
  func sources() throws -> [SourceFile] {
    try models.map { try SourceFile(reading: $0.path, name: $0.name.text) }
  }
}
