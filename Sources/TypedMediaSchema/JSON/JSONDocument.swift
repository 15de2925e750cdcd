public import Foundation

/// A JSON text together with the places of what is in it.
///
/// Places are found by scanning the text again when they are asked for, so that reading a text
/// costs no more than without them.
public struct JSONDocument: Sendable {
  /// The value that the text holds.
  public let value: JSON

  private let data: Data
  private let limits: JSONLimits

  /// Reads JSON text, in UTF-8.
  ///
  /// - Parameters:
  ///   - data: The text.
  ///   - limits: What the parser puts up with.
  /// - Throws: ``JSONSyntaxError`` if the text is not JSON or exceeds a limit.
  public init(parsing data: Data, limits: JSONLimits = .default) throws(JSONSyntaxError) {
    // Places are looked for in UTF-8.
    let text = limits.irregularities == .read ? data.withBytes(JSONEncodings.text) : nil
    self.data = text.map { Data($0.utf8) } ?? data
    self.limits = limits
    value = try JSON(parsing: self.data, limits: limits)
  }

  /// Finds where the value that `pointer` leads to starts, or `nil` if it leads nowhere.
  ///
  /// - Returns: Where the value that `pointer` leads to starts, or `nil` if it leads nowhere.
  public func position(of pointer: JSONPointer) -> SourcePosition? {
    position(of: pointer, \.value)
  }

  /// Finds where the key that `pointer` ends with is written, or `nil` if it does not lead to a
  /// member of an object.
  ///
  /// - Returns: Where the key that `pointer` ends with is written, or `nil` if it does not lead to
  ///   a member of an object.
  public func position(ofKeyAt pointer: JSONPointer) -> SourcePosition? {
    position(of: pointer, \.key)
  }

  private func position(
    of pointer: JSONPointer, _ part: KeyPath<JSONLocator.Offsets, Int?>
  ) -> SourcePosition? {
    data.withBytes { bytes in
      var locator = JSONLocator(bytes, limits: limits)
      guard let offset = locator.offsets(of: pointer)?[keyPath: part] else { return nil }
      return SourcePosition(of: offset, in: bytes)
    }
  }
}
