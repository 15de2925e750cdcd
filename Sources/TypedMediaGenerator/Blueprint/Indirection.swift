/// Decides which values are kept elsewhere in memory than in the value that they are a part of.
///
/// What contains a value of its own type has to be, and so has what is large: where a type has the
/// next one twice, and that one the one after it twice, each step doubles what is in memory, and what
/// the compiler has to do.
struct Indirection {
  /// The most single values in a part of a value.
  private static let mostValues = 100

  /// The number of single that values are in one of a type, for the types that can be referred to.
  private var sizes: [String: Int] = [:]
  /// The types that contain the one at hand, and it itself.
  private var containers: Set<String> = []

  /// The type of a request, with what is decided.
  static func decided(for type: TypeBlueprint) -> TypeBlueprint {
    Indirection().decided(for: type).type
  }

  private func decided(for type: TypeBlueprint) -> (type: TypeBlueprint, size: Int) {
    var (type, inner) = (type, self)
    inner.containers.insert(type.name)
    for index in type.nested.indices {
      let nested = inner.decided(for: type.nested[index])
      type.nested[index] = nested.type
      inner.sizes[nested.type.name] = nested.size
      // In a type of the same name, this is the one that is meant.
      inner.containers.remove(nested.type.name)
    }
    let size = inner.decide(for: &type)
    return (type, size)
  }

  /// Decides for the type itself.
  ///
  /// - Returns: Its size.
  private func decide(for type: inout TypeBlueprint) -> Int {
    switch type.body {
    case .structure(var properties):
      let size = decide(for: &properties)
      type.body = .structure(properties)
      return size
    case .tuple(var properties):
      let size = decide(for: &properties)
      type.body = .tuple(properties)
      return size
    case .choice, .union:
      let references = type.body.references
      let size = references.map(size(of:)).reduce(0, +)
      type.isIndirect = references.contains(where: isContainer) || size > Self.mostValues
      return type.isIndirect ? 1 : size
    case .values, .openValues, .alias: return 1
    }
  }

  private func decide(for properties: inout [TypeBlueprint.Property]) -> Int {
    var size = 0
    for index in properties.indices {
      let type = properties[index].type
      let part = self.size(of: type)
      properties[index].isIndirect = isContainer(type) || part > Self.mostValues
      size += properties[index].isIndirect ? 1 : part
    }
    return size
  }

  private func isContainer(_ type: TypeReference) -> Bool {
    type.inlineName.map(containers.contains) ?? false
  }

  private func size(of type: TypeReference) -> Int {
    type.inlineName.flatMap { sizes[$0] } ?? 1
  }
}
