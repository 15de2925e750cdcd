extension SchemaJudge {
  /// Tells whether an array keeps a rule.
  @inline(never)
  mutating func keeps(
    _ rule: JudgeProgram.Rule, _ elements: UnsafeBufferPointer<JSON>, _ value: UnsafePointer<JSON>
  ) -> Bool {
    switch rule {
    case .size(let minimum, let maximum):
      return elements.count >= minimum && elements.count <= maximum
    case .elements(let prefix, let rest):
      for index in elements.indices {
        let schema = index < prefix.count ? tables.lists[prefix.start + index] : rest
        guard schema >= 0 else { return true }
        guard let element = elements.pointer(at: index), acceptsInside(schema, element) else {
          return false
        }
      }
      return true
    case .contains(let schema, let minimum, let maximum):
      var count = 0
      for index in elements.indices {
        if let element = elements.pointer(at: index), acceptsInside(schema, element) { count += 1 }
      }
      return count >= minimum && count <= maximum
    case .uniqueItems:
      guard elements.count > 1 else { return true }
      guard take(value.pointee.weight / 4) else { return false }
      return Array(elements).firstRepetition == nil
    default: return giveUp()
    }
  }
}

extension SchemaJudge {
  typealias Entries = UnsafeBufferPointer<(key: String, value: JSON)>

  /// Tells whether an object keeps a rule.
  @inline(never)
  mutating func keeps(
    _ rule: JudgeProgram.Rule, _ entries: Entries, _ value: UnsafePointer<JSON>
  ) -> Bool {
    switch rule {
    case .members(let index):
      return keeps(tables.members + index, entries)
    case .required(let name):
      return has(name, entries, value)
    case .size(let minimum, let maximum):
      return entries.count >= minimum && entries.count <= maximum
    case .requiredIf(let name, let other):
      return !has(name, entries, value) || has(other, entries, value)
    case .schemaIf(let name, let schema):
      return !has(name, entries, value) || acceptsInside(schema, value)
    case .propertyNames(let schema):
      for entry in entries {
        let name = JSON.string(entry.key)
        guard withUnsafePointer(to: name, { acceptsInside(schema, $0) }) else { return false }
      }
      return true
    default: return giveUp()
    }
  }

  /// Tells whether each member keeps what is demanded of it, and those that are required are there.
  private mutating func keeps(
    _ members: UnsafePointer<JudgeProgram.Members>, _ entries: Entries
  ) -> Bool {
    guard take(entries.count / 4) else { return false }
    let names = members.pointee.names
    var found: UInt64 = 0
    for index in entries.indices {
      let slot = entries[index].key.withBytes { names.slot(of: $0, tables.slots, tables.bytes) }
      var isKnown = false
      if let slot {
        found |= slot.pointee.bit
        if slot.pointee.value >= 0 {
          isKnown = true
          guard let value = entries.value(at: index), acceptsInside(Int(slot.pointee.value), value)
          else { return false }
        }
      }
      let patterns = members.pointee.patterns
      if patterns.count > 0 {
        guard let isMatched = acceptsByPattern(patterns, entries, index) else { return false }
        isKnown = isKnown || isMatched
      }
      if !isKnown, members.pointee.additional >= 0 {
        guard let value = entries.value(at: index),
          acceptsInside(members.pointee.additional, value)
        else { return false }
      }
    }
    return found == members.pointee.required
  }

  /// Tells whether any of the patterns is in a name, or returns `nil` if the value is not valid by the schema
  /// of one that is.
  @inline(never)
  private mutating func acceptsByPattern(
    _ patterns: JudgeProgram.Span, _ entries: Entries, _ index: Int
  ) -> Bool? {
    var isMatched = false
    for place in stride(from: patterns.start, to: patterns.start + patterns.count, by: 2) {
      guard matches(tables.lists[place], entries[index].key) else { continue }
      isMatched = true
      guard let value = entries.value(at: index),
        acceptsInside(tables.lists[place + 1], value)
      else { return nil }
    }
    return isMatched
  }

  /// Tells whether an object has a member.
  private func has(
    _ name: NameTable.Text, _ entries: Entries, _ value: UnsafePointer<JSON>
  ) -> Bool {
    let bytes = UnsafeBufferPointer(start: tables.bytes + name.start, count: name.count)
    guard entries.count <= JSONObject.largestUnindexedCount else {
      return value.pointee.object?.contains(String(decoding: bytes, as: UTF8.self)) ?? false
    }
    for entry in entries where entry.key.utf8.count == name.count {
      if entry.key.withBytes({ NameTable.areEqual(tables.bytes + name.start, $0) }) { return true }
    }
    return false
  }
}

extension UnsafeBufferPointer<JSON> {
  /// The place of an element.
  @inline(__always)
  fileprivate func pointer(at index: Int) -> UnsafePointer<JSON>? { baseAddress.map { $0 + index } }
}

extension UnsafeBufferPointer<(key: String, value: JSON)> {
  /// The place of a member's value.
  @inline(__always)
  fileprivate func value(at index: Int) -> UnsafePointer<JSON>? {
    let offset =
      MemoryLayout<(key: String, value: JSON)>.offset(of: \.value) ?? MemoryLayout<String>.stride
    return baseAddress.map {
      (UnsafeRawPointer($0 + index) + offset).assumingMemoryBound(to: JSON.self)
    }
  }
}
