/// What a file imports.
struct Imports {
  /// The modules.
  let all: Set<String>
  /// Those whose names are in declarations that others see. The compiler warns of others that they would
  /// see for nothing.
  let open: Set<String>

  /// The modules for a file that declares `types`, and something that conforms to a protocol or lists what
  /// does.
  init(
    of types: [TypeBlueprint], conformingTo protocolName: String?, besides others: [String] = [],
    for configuration: Configuration
  ) {
    let names = types.flatMap(\.referredNames) + [protocolName].compactMap { $0 } + others
    let own = Set(names.compactMap(QualifiedName.module) + ["TypedMedia"]).subtracting(["Swift"])
    let imported = Set(configuration.imports).subtracting(own)
    let modules = names.filter { $0.contains(".") }.compactMap {
      $0.split(separator: ".").first.map(String.init)
    }
    // Only the compiler can tell whose a name without a module is, and which module hands another on.
    let isClear =
      protocolName.map { $0.contains(".") || QualifiedName.module(of: $0) != nil } ?? true
    all = own.union(imported)
    var open = own.union(
      isClear && imported.isSuperset(of: modules) ? imported.intersection(modules) : imported)
    // For `package`, unlike for `public`, a conformance is no use of the module.
    if configuration.access == .package, protocolName == nil, types.allSatisfy(\.isListOfValues) {
      open.remove("TypedMedia")
    }
    self.open = open
  }
}

extension TypeBlueprint {
  /// The names of the types that it, or a type in it, refers to.
  fileprivate var referredNames: [String] {
    body.references.map(\.name) + nested.flatMap(\.referredNames)
  }

  /// Tells whether it names no type of TypedMedia's but the protocol that it conforms to.
  fileprivate var isListOfValues: Bool {
    switch body {
    case .values(.mixed, _): false
    case .values, .openValues, .alias: true
    case .structure, .choice, .union, .tuple: false
    }
  }
}
