/// A piece of HTML. Text gets in escaped and no other way.
struct HTML {
  /// Names and values of attributes. One that is `nil` is left out; one that is empty is a flag.
  struct Attributes: ExpressibleByDictionaryLiteral {
    fileprivate var pairs: [(StaticString, String?)]

    init(dictionaryLiteral elements: (StaticString, String?)...) { pairs = elements }

    static func + (left: Attributes, right: Attributes) -> Attributes {
      var sum = left
      sum.pairs += right.pairs
      return sum
    }
  }

  private(set) var text: String

  /// Creates text that is no markup.
  init(_ text: String) {
    self.text = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": self.text += "&amp;"
      case "<": self.text += "&lt;"
      case ">": self.text += "&gt;"
      case "\"": self.text += "&quot;"
      case "'": self.text += "&#39;"
      default: self.text.unicodeScalars.append(scalar)
      }
    }
  }

  /// Creates an element.
  init(_ name: StaticString, _ attributes: Attributes = [:], _ content: [HTML] = []) {
    text = "<\(name)"
    for case (let key, let value?) in attributes.pairs {
      let isFlag = value.isEmpty && "\(key)" != "value"
      text += isFlag ? " \(key)" : " \(key)=\"\(HTML(value).text)\""
    }
    text += ">"
    if ["input", "meta"].contains("\(name)") { return }
    text += content.map(\.text).joined() + "</\(name)>"
  }

  /// Creates an element that holds a text.
  init(_ name: StaticString, _ attributes: Attributes = [:], _ text: String) {
    self.init(name, attributes, [HTML(text)])
  }

  /// Creates markup that is written in the program.
  init(markup: StaticString) { text = "\(markup)" }
}

extension Bool {
  /// The value of a flag among attributes.
  var flag: String? { self ? "" : nil }
}
