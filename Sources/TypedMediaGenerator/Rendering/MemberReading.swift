/// What is read at once of an object: one member, or those in an object that was flattened.
enum MemberReading {
  case single(TypeBlueprint.Property)
  /// Members of the object of this name, as that has them.
  case inside(String, [TypeBlueprint.Property])

  /// The readings of `properties`, with each object that was flattened in one.
  static func readings(of properties: [TypeBlueprint.Property]) -> [MemberReading] {
    var read: Set<String> = []
    return properties.compactMap { property in
      guard case .inside(let key, _) = property.coding, !property.isIndirect else {
        return .single(property)
      }
      guard read.insert(key).inserted else { return nil }
      let members = properties.filter { !$0.isIndirect }.compactMap { $0.member(of: key) }
      return members.count > 1 ? .inside(key, members) : .single(property)
    }
  }

  /// Writes what reads `properties`, and constants for those of them that were flattened.
  ///
  /// - Returns: The value of each property, by its name.
  static func declare(
    _ properties: [TypeBlueprint.Property], to printer: inout CodePrinter
  ) -> [String: Code] {
    var values: [String: Code] = [:]
    for reading in readings(of: properties) {
      switch reading {
      case .single(let property):
        values[property.name] = property.decoding
        if !property.isStored { printer.line(property.reading) }
      case .inside(let key, let members):
        let stored = members.filter(\.isStored)
        for member in stored { values[member.name] = "\(name: member.name)" }
        let names = tuple(stored.map { "\(name: $0.name)" })
        let binding: Code =
          stored.isEmpty ? "" : "let \(names): \(tuple(stored.map(\.code))) = "
        read(members, inside: key, as: binding, to: &printer)
      }
    }
    return values
  }

  /// Writes the statement that reads members of the object `key`.
  ///
  /// - Parameter binding: What the statement does with them.
  static func read(
    _ members: [TypeBlueprint.Property], inside key: String, as binding: Code,
    to printer: inout CodePrinter
  ) {
    printer.line("\(binding)try object.inside(\(literal: key)) { object in")
    printer.indented { printer in
      let values = declare(members, to: &printer)
      let stored = members.filter(\.isStored).compactMap { values[$0.name] }
      guard stored.count > 1 else { return stored.forEach { printer.line("return \($0)") } }
      printer.line("return (")
      printer.indented { printer in
        for value in stored.dropLast() { printer.line("\(value),") }
        stored.suffix(1).forEach { printer.line($0) }
      }
      printer.line(")")
    }
    printer.line("}")
  }

  /// Several parts in parentheses, and one by itself.
  static func tuple(_ parts: [Code]) -> Code {
    let list = parts.joined(separator: ", ")
    return parts.count == 1 ? list : "(\(list))"
  }
}

extension TypeBlueprint.Property {
  /// The property as the object `key` has it; `nil` where it is not in that.
  fileprivate func member(of key: String) -> TypeBlueprint.Property? {
    guard case .inside(key, let inner) = coding else { return nil }
    var property = self
    property.coding = inner
    return property
  }
}
