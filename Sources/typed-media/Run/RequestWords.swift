package import Foundation
package import TypedMedia

/// The request that the words of a command line say: `prompt="A fox" duration=8 image_url=@fox.png`.
///
/// It decides what a word means, by what the model takes there; whether the model takes it, the schema does.
package struct RequestWords {
  /// The request's members; the files in it are addresses and IDs that stand for them.
  package private(set) var body: JSONObject
  /// The files of this machine, by what stands for them.
  package private(set) var files: [String: URL] = [:]

  private let fields: [RequestField]
  /// What was said already, so that a list grows and all else is not said twice.
  private var said: Set<String> = []

  /// Reads words.
  ///
  /// - Parameters:
  ///   - words: Each is `name=value`, `name=@file` or `name:=json`.
  ///   - body: What they are beside, and go before.
  ///   - fields: What the model takes.
  package init(
    _ words: some Sequence<String>, beside body: JSONObject = [:], fields: [RequestField]
  ) throws(RequestWordProblem) {
    self.body = body
    self.fields = fields
    for word in words { try add(word) }
  }

  /// The body as people read it, with the names of the files in it.
  package var shownBody: JSON {
    JSON.object(body).replacingTexts(files.mapValues { "@" + $0.relativePath })
  }

  private mutating func add(_ word: String) throws(RequestWordProblem) {
    guard let end = word.firstIndex(of: "="), end != word.startIndex else {
      throw RequestWordProblem(
        "'\(word)' is not NAME=VALUE, as in prompt=\"A tide pool\"; quote what has spaces.")
    }
    let isJSON = word[..<end].hasSuffix(":")
    let name = String(isJSON ? word[..<end].dropLast() : word[..<end])
    let text = String(word[word.index(after: end)...])
    let path = FieldPath(name, in: fields)
    let value =
      isJSON ? try Self.json(text, of: name) : value(text, at: path)
    try set(value, named: name, at: path, isWhole: isJSON)
  }

  private mutating func set(
    _ value: JSON, named name: String, at path: FieldPath, isWhole: Bool
  ) throws(RequestWordProblem) {
    let isFirst = said.insert(name).inserted
    var value = value
    if !isWhole, let field = path.field, field.isList {
      let before = isFirst ? [] : JSON.object(body).element(at: path.steps)?.array ?? []
      value = .array(before + [value])
    } else if !isFirst {
      throw RequestWordProblem("\(name) is given twice.")
    }
    guard let object = JSON.object(body).setting(value, at: path.steps[...])?.object else {
      throw RequestWordProblem(
        "\(name) cannot be set: something before it is no object or list, or comes later in its list."
      )
    }
    body = object
  }

  /// What a text is where a field is; the address that stands for a file where it names one.
  private mutating func value(_ text: String, at path: FieldPath) -> JSON {
    guard text.hasPrefix("@"), text.count > 1, path.isMedia else {
      return path.field?.value(of: text) ?? .string(text)
    }
    let file = URL(filePath: NSString(string: String(text.dropFirst())).expandingTildeInPath)
    let form: JSON.FileReferenceForm = path.field?.takesIDs == true ? .uuid : .address
    let known = files.first {
      $0.value == file && (UUID(uuidString: $0.key) != nil) == (form == .uuid)
    }
    if let known { return .string(known.key) }
    let placeholder = form.placeholder(for: file)
    files[placeholder] = file
    return .string(placeholder)
  }

  private static func json(_ text: String, of name: String) throws(RequestWordProblem) -> JSON {
    do {
      guard text.hasPrefix("@") else { return try JSON(parsing: text) }
      return try JSON(parsing: Data(contentsOf: URL(filePath: String(text.dropFirst()))))
    } catch {
      throw RequestWordProblem("what \(name):= is given is not valid JSON: \(error)")
    }
  }
}

/// The reason why words are no request.
package struct RequestWordProblem: Error, Hashable {
  /// The message of what is wrong with them.
  package let message: String

  init(_ message: String) { self.message = message }
}

/// The place that a name with dots means: `model_settings.quality`, `references.0.url`.
struct FieldPath {
  /// A step into a value.
  enum Step: Hashable {
    case member(String)
    case index(Int)
  }

  /// The way from the request.
  private(set) var steps: [Step] = []
  /// What is there; `nil` where the model says nothing of it.
  private(set) var field: RequestField?
  /// Tells whether it is a medium, or in one.
  private(set) var isMedia = false

  init(_ name: String, in fields: [RequestField]) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    self.init(tokens: parts.map(String.init), in: fields)
  }

  init(tokens: [String], in fields: [RequestField]) {
    var known = fields
    var rest = tokens[...]
    while let first = rest.first {
      // Some names have dots themselves.
      let whole = rest.joined(separator: ".")
      if let list = field, list.isList, let index = Int(first), index >= 0 {
        steps.append(.index(index))
        enter(list.listElement)
        rest.removeFirst()
      } else if let last = known.first(where: { $0.wireName == whole }) {
        steps.append(.member(whole))
        enter(last)
        rest = []
      } else {
        steps.append(.member(first))
        enter(known.first { $0.wireName == first })
        rest.removeFirst()
      }
      known = field?.members ?? []
    }
  }

  private mutating func enter(_ field: RequestField?) {
    self.field = field
    isMedia = isMedia || field?.takesMedia == true
  }
}

extension RequestField {
  /// What it may be, one by one.
  var kinds: [RequestField] { alternatives.isEmpty ? [self] : alternatives.flatMap(\.kinds) }

  /// Tells whether it is a list, and nothing that is not.
  var isList: Bool {
    let kinds = kinds.filter { !$0.isNull }
    return !kinds.isEmpty && kinds.allSatisfy { $0.kind == .list }
  }

  /// What each element of the list is.
  var listElement: RequestField? { kinds.lazy.compactMap(\.element).first }

  /// The members of the object that it is.
  var members: [RequestField] { kinds.flatMap(\.fields) }

  /// Tells whether it is a medium, or a list of some.
  var takesMedia: Bool {
    media != nil || kinds.contains { $0.media != nil || $0.element?.takesMedia == true }
  }

  /// Whether what it takes, one or a list, are IDs.
  var takesIDs: Bool {
    kinds.contains { $0.kind == .uuid || $0.element?.takesIDs == true }
  }

  /// The values that are allowed, of whichever kind.
  var allValues: [JSON] { kinds.flatMap(\.values) + (listElement?.allValues ?? []) }

  private var isNull: Bool { kind == .choice && values.allSatisfy { $0.isNull } }

  /// What `text` is here: one of the values that are allowed, a number where the model takes one, else text.
  func value(of text: String) -> JSON {
    let kinds = isList ? listElement?.kinds ?? [] : kinds
    let values = kinds.flatMap(\.values)
    if let value = values.first(where: { ($0.string ?? $0.text()) == text }) { return value }
    let takesNumbers = kinds.contains { kind in
      [.integer, .number].contains(kind.kind)
        || (!kind.values.isEmpty && kind.values.allSatisfy { $0.number != nil })
    }
    if takesNumbers, let number = JSONNumber(text) { return .number(number) }
    if let flag = ["true": true, "false": false][text],
      kinds.contains(where: { $0.kind == .boolean })
    {
      return .bool(flag)
    }
    let takesTexts = kinds.contains { [.text, .url, .date, .uuid, .json].contains($0.kind) }
    if text == "null", isNullable || kinds.contains(where: { $0.isNullable }), !takesTexts {
      return .null
    }
    return .string(text)
  }
}

extension JSON {
  /// The value at a place; `nil` where there is none.
  fileprivate func element(at steps: [FieldPath.Step]) -> JSON? {
    steps.reduce(self as JSON?) { value, step in
      switch step {
      case .member(let name): value?[name]
      case .index(let index): value?.array.flatMap { index < $0.count ? $0[index] : nil }
      }
    }
  }

  /// The same with `value` at a place, made where it is missing; `nil` where that cannot be.
  fileprivate func setting(_ value: JSON, at steps: ArraySlice<FieldPath.Step>) -> JSON? {
    guard let step = steps.first else { return value }
    let rest = steps.dropFirst()
    switch step {
    case .member(let name):
      guard isNull || object != nil else { return nil }
      var object = object ?? [:]
      guard let member = (object[name] ?? .null).setting(value, at: rest) else { return nil }
      object[name] = member
      return .object(object)
    case .index(let index):
      guard isNull || array != nil, index <= (array?.count ?? 0) else { return nil }
      var array = array ?? []
      let old = index < array.count ? array[index] : .null
      guard let element = old.setting(value, at: rest) else { return nil }
      if index < array.count { array[index] = element } else { array.append(element) }
      return .array(array)
    }
  }
}
