/// A pattern for names: `*` stands for any text, `?` for any one character.
package struct Pattern {
  private let characters: [Character]
  private let fitsAll: Bool

  package init(_ text: String) { (characters, fitsAll) = (Array(text), text == "*") }

  /// Tells whether the whole of `name` fits.
  package func matches(_ name: String) -> Bool {
    guard !fitsAll else { return true }
    let name = Array(name)
    var (inPattern, inName) = (0, 0)
    // Where the last star is, and where in the name it was tried: the way back when what follows
    // does not fit.
    var (star, tried): (Int?, Int) = (nil, 0)
    while inName < name.count {
      if inPattern < characters.count, characters[inPattern] == "*" {
        (star, tried) = (inPattern, inName)
        inPattern += 1
      } else if inPattern < characters.count,
        characters[inPattern] == "?" || characters[inPattern] == name[inName]
      {
        inPattern += 1
        inName += 1
      } else if let star {
        tried += 1
        (inPattern, inName) = (star + 1, tried)
      } else {
        return false
      }
    }
    return characters[inPattern...].allSatisfy { $0 == "*" }
  }
}
