import Foundation
import TypedMedia
import Workbench

/// Changes to a document's text, which may leave it no JSON at all.
extension Mutator {
  mutating func changingBytes(of data: Data) -> Data {
    var bytes = [UInt8](data)
    for _ in 0...random.below(4) {
      let (start, end) = slice(of: bytes)
      switch random.below(8) {
      case 0: bytes.removeSubrange(end...)
      case 1: bytes.removeSubrange(start..<end)
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: end)
      case 3:
        let part = Array(bytes[start..<end])
        bytes.removeSubrange(start..<end)
        bytes.insert(contentsOf: part, at: random.below(bytes.count))
      case 4: if start < bytes.count { bytes[start] ^= 1 << UInt8(random.below(8)) }
      case 5: if start < bytes.count { bytes[start] = UInt8(random.below(256)) }
      case 6:
        let noise = (0..<random.below(64)).map { _ in UInt8(random.below(256)) }
        bytes.insert(contentsOf: noise, at: start)
      default:
        let text = random.pick(Self.tokens, or: "")
        bytes.replaceSubrange(start..<min(end, start + text.utf8.count), with: text.utf8)
      }
    }
    return Data(bytes)
  }

  private mutating func slice(of bytes: [UInt8]) -> (Int, Int) {
    let start = random.below(bytes.count + 1)
    let length = random.below(random.oneIn(2) ? 16 : bytes.count + 1)
    return (start, min(bytes.count, start + length))
  }

  private static let tokens = [
    "null", "true", "{}", "[]", "[", "{", "\"", "\\", ",", ":", "-", "1e999", "0.", "00", "NaN",
    "\\ud800", "\\udc00\\ud800", "\\u0000", "\"\\ud83d\\ude00\"", "\u{feff}", "/*x*/", "'x'",
  ]

  /// A text that is nested so deep that it is refused, or nearly so.
  mutating func nested(in json: JSON) -> Data {
    let depth = random.pick([100, 240, 250, 255, 256, 500, 511, 512, 10_000], or: 100)
    let (opening, closing) = random.pick(
      [
        ("[", "]"), (#"{"a":"#, "}"), (#"{"items":"#, "}"), (#"{"not":"#, "}"),
        (#"{"properties":{"a":"#, "}}"), (#"{"anyOf":["#, "]}"), (#"{"allOf":["#, "]}"),
        (#"{"type":"object","properties":{"a":"#, "}}"), (#"{"type":"array","items":"#, "}"),
        (#"{"$defs":{"a":"#, "}}"), (#"{"if":{},"then":"#, "}"), (#"{"enum":["#, "]}"),
        (#"{"anyOf":[{"type":"null"},"#, "]}"), (#"{"oneOf":[{"type":"string"},"#, "]}"),
      ], or: ("[", "]"))
    let inside = random.oneIn(2) ? "{\"type\":\"string\"}" : json.text()
    let text =
      String(repeating: opening, count: depth) + inside + String(repeating: closing, count: depth)
    let keyword = random.pick(["properties", "$defs", "default", "anyOf", "items", "x"], or: "x")
    let whole = #"{"type":"object","\#(keyword)":{"deep":\#(text)}}"#
    return Data((random.oneIn(4) ? text : whole).utf8)
  }

  /// A text of 50 MB.
  mutating func grown() -> Data {
    let size = 50_000_000
    let unit = random.pick(
      [
        #"{"type":"string","description":"x"}"#, #""value""#, "1", "[]", "null",
        seeds.model(&random).document.text(),
      ], or: "1")
    var text = Data()
    text.reserveCapacity(size + 1_000_000)
    switch random.below(3) {
    case 0:
      text.append(Data(#"{"type":"object","properties":{"#.utf8))
      var index = 0
      while text.count < size {
        text.append(Data("\"p\(index)\":\(unit),".utf8))
        index += 1
      }
      text.append(Data(#""last":{}}}"#.utf8))
    case 1:
      let keyword = random.pick(
        ["enum", "anyOf", "examples", "required", "prefixItems"], or: "enum")
      text.append(Data(#"{"type":"object","properties":{"a":{"\#(keyword)":["#.utf8))
      let element = Data("\(unit),".utf8)
      while text.count < size { text.append(element) }
      text.append(Data("null]}}}".utf8))
    default:
      text.append(Data(#"{"type":"object","properties":{"a":{"description":""#.utf8))
      text.append(Data(repeating: UInt8(ascii: "x"), count: size))
      text.append(Data(#""}}}"#.utf8))
    }
    return text
  }
}
