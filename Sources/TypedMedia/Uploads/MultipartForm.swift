public import Foundation

/// A form with files, as services take them at `multipart/form-data` (RFC 7578).
///
/// ```swift
/// var form = MultipartForm()
/// form.append("portrait", as: "type")
/// form.append(file: photo, as: "file")
/// let response = try await form.withBody { body, contentType in
///   try await transport.send(
///     TransportRequest(
///       method: "POST", url: url, headers: ["Content-Type": contentType], content: body))
/// }
/// ```
///
/// Texts and files go out as they are, byte for byte. In names, quotation marks and line breaks are
/// written as `%22`, `%0D` and `%0A`, as browsers do.
public struct MultipartForm: Sendable {
  /// One entry of a form.
  struct Part: Sendable {
    let name: String
    let fileName: String?
    let contentType: String?
    let content: RequestBody
  }

  private(set) var parts: [Part] = []

  /// Creates an empty form.
  public init() {}

  /// Adds the field `name` with `text`.
  public mutating func append(_ text: String, as name: String) {
    parts.append(
      Part(name: name, fileName: nil, contentType: nil, content: .data(Data(text.utf8))))
  }

  /// Adds a file that is in memory.
  ///
  /// - Parameters:
  ///   - data: What is in it.
  ///   - name: The field's name.
  ///   - fileName: The file's name, as the service is to see it.
  ///   - contentType: Its media type; by default the one that goes with the extension of `fileName`.
  public mutating func append(
    _ data: Data, as name: String, fileName: String, contentType: String? = nil
  ) {
    append(.data(data), as: name, fileName: fileName, contentType: contentType)
  }

  /// Adds a file. It is read when the form is sent, and must be there then.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - name: The field's name.
  ///   - fileName: The name that the service is to see; by default the file's own, without its folder.
  ///   - contentType: Its media type; by default the one that goes with the extension of the name.
  public mutating func append(
    file: URL, as name: String, fileName: String? = nil, contentType: String? = nil
  ) {
    append(
      .file(file), as: name, fileName: fileName ?? file.lastPathComponent, contentType: contentType)
  }

  /// Adds a file, be it in memory or not.
  ///
  /// - Parameters:
  ///   - content: What is in it.
  ///   - name: The field's name.
  ///   - fileName: The file's name, as the service is to see it.
  ///   - contentType: Its media type; by default the one that goes with the extension of `fileName`.
  public mutating func append(
    _ content: RequestBody, as name: String, fileName: String, contentType: String? = nil
  ) {
    let implied = MediaFileType.contentType(of: URL(filePath: "/").appending(path: fileName))
    parts.append(
      Part(
        name: name, fileName: fileName, contentType: contentType ?? implied, content: content))
  }
}
