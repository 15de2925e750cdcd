public import Foundation

extension JSON {
  /// Reads JSON text, in UTF-8, as RFC 8259 defines it.
  ///
  /// A byte order mark at the start is skipped. What a service answers is read with
  /// ``JSONLimits/lenient``, which puts up with more.
  ///
  /// - Parameters:
  ///   - data: The text.
  ///   - limits: What the parser puts up with.
  /// - Throws: ``JSONSyntaxError`` if the text is not JSON or exceeds a limit.
  public init(parsing data: Data, limits: JSONLimits = .default) throws(JSONSyntaxError) {
    if limits.irregularities == .read, let text = data.withBytes(JSONEncodings.text) {
      self = try JSON(parsing: text, limits: limits)
      return
    }
    self = try data.withBytes { bytes in
      Result { () throws(JSONSyntaxError) in
        var parser = JSONParser(bytes, limits: limits)
        return try parser.parse()
      }
    }.get()
  }

  /// Reads JSON text as RFC 8259 defines it.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - limits: What the parser puts up with.
  /// - Throws: ``JSONSyntaxError`` if the text is not JSON or exceeds a limit.
  public init(parsing text: String, limits: JSONLimits = .default) throws(JSONSyntaxError) {
    var text = text
    self = try text.withUTF8 { bytes in
      Result { () throws(JSONSyntaxError) in
        var parser = JSONParser(bytes, limits: limits)
        return try parser.parse()
      }
    }.get()
  }
}

extension Data {
  /// Calls `body` with the bytes.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withUnsafeBytes { raw in raw.withMemoryRebound(to: UInt8.self, body) }
  }
}
