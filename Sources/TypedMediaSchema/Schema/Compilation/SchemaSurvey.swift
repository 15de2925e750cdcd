/// A first look at a document: whether it takes more than its own places to know what its references mean.
struct SchemaSurvey {
  /// Tells whether nothing but the root has an address or a name, and all references are pointers.
  private(set) var isPlain = true
  private var references: Set<String> = []

  /// What is nested deeper is not looked at, for that would take a deep stack.
  private static let mostDepth = 64

  init(_ document: JSON) { look(at: document, depth: 0) }

  private mutating func look(at value: JSON, depth: Int) {
    guard isPlain else { return }
    switch value {
    case .array(let elements):
      guard depth < Self.mostDepth else {
        isPlain = false
        return
      }
      for element in elements { look(at: element, depth: depth + 1) }
    case .object(let object):
      guard depth < Self.mostDepth else {
        isPlain = false
        return
      }
      object.withMembers { members in
        for index in members.indices {
          if members[index].key.utf8.first == UInt8(ascii: "$") {
            look(at: members[index], isRoot: depth == 0)
          }
          switch members[index].value {
          case .array, .object: look(at: members[index].value, depth: depth + 1)
          default: continue
          }
        }
      }
    default:
      break
    }
  }

  private mutating func look(at member: (key: String, value: JSON), isRoot: Bool) {
    switch member.key {
    case "$ref":
      guard case .string(let reference) = member.value else { return }
      if reference == "#" || reference.hasPrefix("#/") {
        references.insert(reference)
      } else {
        isPlain = false
      }
    case "$id": if !isRoot { isPlain = false }
    case "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$dynamicRef", "$recursiveRef":
      isPlain = false
    default: break
    }
  }

  /// Where in memory the objects are that references lead to.
  func addresses(in document: JSON) -> Set<Int> {
    var addresses: Set<Int> = []
    for reference in references {
      guard let pointer = JSONPointer(uriFragment: String(reference.dropFirst())),
        let object = document[pointer]?.object
      else { continue }
      addresses.insert(object.address)
    }
    return addresses
  }
}
