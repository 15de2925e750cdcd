import Foundation
package import TypedMedia

/// An answer that a document prints, with which another is compared, member by member.
package struct PrintedAnswer: Sendable {
  private let example: JSON
  private let determined: Set<String>

  /// - Parameters:
  ///   - example: What the document prints.
  ///   - determined: The paths of the members whose values follow from the request or the documentation, such as
  ///     `models[].name`. Of all others the kind of value is compared.
  package init(_ example: JSON, determined: Set<String> = []) {
    self.example = example
    self.determined = determined
  }

  /// What is missing in an answer, or is of another kind or value; nothing where it is as it is printed. What it
  /// has beside is no difference.
  package func differences(of answer: JSON) -> [String] { differences(answer, example, "") }

  private func differences(_ answer: JSON?, _ example: JSON, _ path: String) -> [String] {
    guard let answer else { return ["\(path) is missing"] }
    if determined.contains(path) {
      return answer == example ? [] : ["\(path) is \(answer.text()), not \(example.text())"]
    }
    switch (example, answer) {
    case (.object(let printed), .object(let object)):
      return printed.flatMap { name, value in
        differences(object[name], value, path.isEmpty ? name : "\(path).\(name)")
      }
    case (.array(let printed), .array(let elements)):
      guard let first = printed.first else { return [] }
      guard !elements.isEmpty else { return ["\(path) is empty"] }
      return zip(elements, Array(repeating: first, count: elements.count))
        .prefix(printed.count).enumerated().flatMap { index, pair in
          differences(pair.0, printed[min(index, printed.count - 1)], "\(path)[]")
        }
    // What is null there may be anything.
    case (.null, _), (.string, .string), (.number, .number), (.bool, .bool): return []
    default: return ["\(path) is \(answer.text()), which is no value like \(example.text())"]
    }
  }
}

extension Documents {
  /// The objects and lists of JSON in the blocks of code of a part of a text in Markdown.
  ///
  /// - Parameters:
  ///   - name: The document's name.
  ///   - heading: What the part's heading begins with, such as `## 6.`.
  package static func printedJSON(in name: String, below heading: String) throws -> [JSON] {
    let part = try section(of: name, heading)
    return part.components(separatedBy: "```").enumerated().filter { !$0.offset.isMultiple(of: 2) }
      .flatMap { objects(in: $0.element) }
  }

  /// The calls that a part of a text in Markdown prints in code spans: the call, what is sent, and after an arrow
  /// what is answered.
  package static func printedCalls(in name: String, below heading: String) throws -> [PrintedCall] {
    var calls: [PrintedCall] = []
    var isAnswer = false
    let parts = try section(of: name, heading).split(
      separator: "`", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      guard !index.isMultiple(of: 2) else {
        if part.contains("→") { isAnswer = true }
        continue
      }
      if let match = part.prefixMatch(of: /(GET|POST|PUT|DELETE|PATCH) (\S+)/) {
        calls.append(PrintedCall(method: String(match.output.1), path: String(match.output.2)))
        isAnswer = false
      } else if !calls.isEmpty, let json = try? JSON(parsing: Data(part.utf8)), json.object != nil {
        if isAnswer {
          calls[calls.count - 1].answer = calls[calls.count - 1].answer ?? json
        } else {
          calls[calls.count - 1].body = json
        }
      }
    }
    return calls
  }

  private static func section(of name: String, _ heading: String) throws -> String {
    let level = heading.prefix { $0 == "#" } + " "
    var lines: [Substring] = []
    var isInside = false
    for line in try text(name).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(level) { isInside = line.hasPrefix(heading) }
      if isInside { lines.append(line) }
    }
    return lines.joined(separator: "\n")
  }

  private static func objects(in block: String) -> [JSON] {
    var found: [JSON] = []
    var (start, depth, isText): (String.Index?, Int, Bool) = (nil, 0, false)
    var previous: Character = " "
    for index in block.indices {
      let character = block[index]
      if character == "\"", previous != "\\" { isText.toggle() }
      if !isText, character == "{" {
        if depth == 0 { start = index }
        depth += 1
      }
      if !isText, character == "}" {
        depth -= 1
        if depth == 0, let start, let json = try? JSON(parsing: Data(block[start...index].utf8)) {
          found.append(json)
        }
      }
      previous = character
    }
    return found
  }
}

/// A call that a document prints.
package struct PrintedCall: Sendable {
  package let method: String
  package let path: String
  /// What is sent; `nil` where nothing is printed.
  package var body: JSON?
  /// What is answered; `nil` where nothing is printed.
  package var answer: JSON?
}
