/// The keywords of a dialect, found by a few bytes of their names.
final class SchemaKeywordIndex: Sendable {
  private let keywords: [SchemaKeyword]
  private let names: NameTable
  private let slots: [NameTable.Slot]
  private let bytes: [UInt8]

  init(_ keywords: [String: SchemaKeyword]) {
    self.keywords = Array(keywords.values)
    var builder = NameTableBuilder()
    let entries = self.keywords.enumerated().map { index, keyword in
      NameTableBuilder.Entry(text: builder.text(keyword.name), value: Int32(index), bit: 0)
    }
    // Without a table, none would be known, which every test would tell.
    names = builder.table(of: entries) ?? NameTable(start: 0, mask: 0)
    slots = builder.slots
    bytes = builder.bytes
  }

  subscript(name: String) -> SchemaKeyword? {
    // Most names that are none are those of annotations.
    let index = slots.withUnsafeBufferPointer { slots in
      bytes.withUnsafeBufferPointer { bytes -> Int? in
        guard let slots = slots.baseAddress, let bytes = bytes.baseAddress else { return nil }
        return name.withBytes { names.slot(of: $0, slots, bytes) }.map { Int($0.pointee.value) }
      }
    }
    return index.map { keywords[$0] }
  }
}
