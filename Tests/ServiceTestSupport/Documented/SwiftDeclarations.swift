import Foundation

/// The declarations in some Swift sources, by their names: `ReplicateClient.predictions`.
///
/// It reads what a test needs, not all of Swift: types, extensions and their members, without what they are
/// within functions.
package struct SwiftDeclarations: Sendable {
  /// The types and members, with the types that they are in.
  package private(set) var names: Set<String> = []
  /// The texts that are written in the sources, and the names of the cases that stand for texts.
  package private(set) var words: Set<String> = []

  /// Reads all sources of targets.
  package init(ofTargets targets: [String]) throws {
    for target in targets {
      let folder = Documents.repository.appending(path: "Sources/\(target)")
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
        read(try String(contentsOf: file, encoding: .utf8))
      }
    }
  }

  /// Reads one source.
  package init(parsing text: String) { read(text) }

  /// What a type conforms to or stands for, where its members may be.
  private var parents: [String: Set<String>] = [:]

  /// Whether there is a declaration of that name, also one that a protocol has; what a method takes is left out:
  /// `Client.jobs(of:)`.
  package func contain(_ name: String) -> Bool {
    let name = name.prefix { $0 != "(" }
    if names.contains(String(name)) { return true }
    guard let dot = name.lastIndex(of: ".") else { return false }
    var types: Set<String> = []
    var new: Set<String> = [String(name[..<dot])]
    while !new.isEmpty {
      types.formUnion(new)
      new = Set(new.flatMap { parents[$0] ?? [] }).subtracting(types)
    }
    return types.contains { names.contains($0 + name[dot...]) }
  }

  private mutating func read(_ text: String) {
    var tokens = Tokens(of: text)
    words.formUnion(tokens.texts)
    // What each brace that is open belongs to: a type, or `nil` for anything else.
    var scopes: [String?] = []
    var pending: String?
    var previous = ""
    while let token = tokens.next() {
      switch token {
      case "{":
        scopes.append(pending)
        pending = nil
      case "}": _ = scopes.popLast()
      case "struct", "class", "enum", "actor", "protocol", "extension":
        // `class func` is a member; `.extension` is one too.
        guard previous != ".", let name = tokens.name(), !["func", "var", "let"].contains(name)
        else { break }
        let outer = scopes.last.flatMap { $0 } ?? ""
        pending = outer.isEmpty ? name : "\(outer).\(name)"
        if scopes.allSatisfy({ $0 != nil }), let pending {
          names.insert(pending)
          parents[pending, default: []].formUnion(tokens.inheritance)
        }
      case "typealias":
        let name = tokens.name()
        add(name, to: scopes)
        if let name { parents[name, default: []].formUnion(tokens.inheritance) }
      case "func", "var", "let", "associatedtype":
        add(tokens.name(), to: scopes)
        if token == "func" { pending = nil }
      case "init": add("init", to: scopes)
      case "case":
        guard case .some(.some) = scopes.last else { break }
        for name in tokens.cases() {
          add(name, to: scopes)
          words.insert(name)
        }
      default: break
      }
      previous = token
    }
  }

  private mutating func add(_ name: String?, to scopes: [String?]) {
    guard let name, scopes.allSatisfy({ $0 != nil }) else { return }
    let outer = scopes.last.flatMap { $0 }
    names.insert(outer.map { "\($0).\(name)" } ?? name)
  }
}

/// The names and signs of a source, without remarks and texts.
private struct Tokens {
  private var tokens: [String] = []
  private var index = 0
  /// The texts between quotation marks.
  private(set) var texts: Set<String> = []

  init(of text: String) {
    let code = Array(text)
    var place = 0
    while place < code.count { readToken(code, &place) }
  }

  mutating func next() -> String? {
    guard index < tokens.count else { return nil }
    index += 1
    return tokens[index - 1]
  }

  /// The name that comes, which may have dots; `nil` where something else does.
  mutating func name() -> String? {
    guard index < tokens.count, let first = tokens[index].first, first.isLetter || first == "_"
    else { return nil }
    var name = tokens[index]
    index += 1
    while index + 1 < tokens.count, tokens[index] == "." {
      name += "." + tokens[index + 1]
      index += 2
    }
    return name
  }

  /// What the type that was just named conforms to or stands for, which is not read yet.
  var inheritance: Set<String> {
    var rest = self
    var names: Set<String> = []
    while rest.index < rest.tokens.count, names.count < 16 {
      guard !["{", "}", "where", "var", "func", "let", "public"].contains(rest.tokens[rest.index])
      else { break }
      if let name = rest.name() { names.insert(name) } else { rest.index += 1 }
    }
    return names
  }

  /// The names of the cases that come, up to the end of the declaration.
  mutating func cases() -> [String] {
    var names: [String] = []
    while let name = name() {
      names.append(name)
      var depth = 0
      while index < tokens.count, depth > 0 || ["(", "=", "\""].contains(tokens[index]) {
        depth += tokens[index] == "(" ? 1 : tokens[index] == ")" ? -1 : 0
        index += 1
      }
      guard index < tokens.count, tokens[index] == "," else { break }
      index += 1
    }
    return names
  }

  private mutating func readToken(_ code: [Character], _ place: inout Int) {
    let character = code[place]
    let next = place + 1 < code.count ? code[place + 1] : " "
    switch character {
    case "/" where next == "/":
      while place < code.count, !code[place].isNewline { place += 1 }
    case "\"":
      readText(code, &place)
      tokens.append("\"")
    case "`": place += 1
    case _ where character.isLetter || character == "_" || character.isNumber:
      var word = ""
      while place < code.count, code[place].isLetter || code[place].isNumber || code[place] == "_" {
        word.append(code[place])
        place += 1
      }
      tokens.append(word)
    default:
      if "{}().,=:;?".contains(character) { tokens.append(String(character)) }
      place += 1
    }
  }

  /// Reads a text, in which there may be code that has texts.
  private mutating func readText(_ code: [Character], _ place: inout Int) {
    let isLong = place + 2 < code.count && code[place + 1] == "\"" && code[place + 2] == "\""
    place += isLong ? 3 : 1
    var text = ""
    while place < code.count {
      if code[place] == "\\", place + 1 < code.count {
        place += 2
        guard code[place - 1] == "(" else { continue }
        var depth = 1
        while place < code.count, depth > 0 {
          if code[place] == "\"" {
            readText(code, &place)
            continue
          }
          depth += code[place] == "(" ? 1 : code[place] == ")" ? -1 : 0
          place += 1
        }
        continue
      }
      if code[place] == "\"" {
        if !isLong {
          place += 1
          break
        }
        if place + 2 < code.count, code[place + 1] == "\"", code[place + 2] == "\"" {
          place += 3
          break
        }
      }
      if code[place].isNewline, !isLong { break }
      text.append(code[place])
      place += 1
    }
    texts.insert(text)
  }
}
