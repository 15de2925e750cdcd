public import Foundation

extension JSON {
  /// The value as text: keys in order, numbers as they were written.
  ///
  /// - Returns: The value as text: keys in order, numbers as they were written.
  public func text(_ layout: JSONLayout = .compact) -> String {
    var writer = JSONWriter(layout: layout)
    writer.write(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The value as text in UTF-8: keys in order, numbers as they were written.
  ///
  /// - Returns: The value as text in UTF-8: keys in order, numbers as they were written.
  public func data(_ layout: JSONLayout = .compact) -> Data {
    var writer = JSONWriter(layout: layout)
    writer.write(self)
    return Data(writer.bytes)
  }
}
