import Foundation
public import TypedMediaSchema

/// An input that takes a file.
struct MediaSlot: Hashable {
  /// What the file has to be; `nil` for any.
  var kind: MediaKind?
  /// The most bytes that it may have; `nil` where the schema does not say.
  var maximumSize: Int64?

  /// The slot that a schema is; `nil` for one that is none.
  init?(_ schema: SchemaView) {
    guard let word = schema["x-media"]?.string else { return nil }
    kind = MediaKind(rawValue: word)
    maximumSize = schema["x-media-max-bytes"]?.number.flatMap { $0.int.map(Int64.init) }
  }

  /// Finds out why `file` cannot be handed over for it; `nil` where it can.
  func problem(with file: URL) -> String? {
    let path = file.path
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: file.resolvingSymlinksInPath().path)
    guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular,
      FileManager.default.isReadableFile(atPath: path)
    else { return "there is no file to read at \(path)" }
    let type = MediaFileType(fileExtension: file.pathExtension)
    if let kind, let found = type?.kind, found != kind {
      return "\(file.lastPathComponent) is \(found.words), and \(kind.words) is taken"
    }
    let size = (attributes[.size] as? NSNumber)?.int64Value ?? 0
    if size == 0 { return "\(file.lastPathComponent) is empty" }
    if let maximumSize, size > maximumSize {
      return "\(file.lastPathComponent) has \(size) bytes, and \(maximumSize) are taken at most"
    }
    return nil
  }
}

extension MediaKind {
  /// One of its kind, in words.
  fileprivate var words: String {
    switch self {
    case .image: "an image"
    case .video: "a video"
    case .audio: "sound"
    }
  }
}

extension ModelSnapshot {
  /// The slot at a place of a request, or that a place is in; `nil` where there is none.
  func mediaSlot(at place: JSONPointer) -> MediaSlot? {
    guard let document = model.inputSchema else { return nil }
    return Self.slot(at: place.tokens[...], in: SchemaView(document: document), nil)
  }

  /// Whether a place of a request is a medium, or in one: it may have a file in it.
  ///
  /// - Parameter place: The place, from the request's root.
  public func takesMedia(at place: JSONPointer) -> Bool { mediaSlot(at: place) != nil }

  private static func slot(
    at tokens: ArraySlice<String>, in schema: SchemaView, _ outer: MediaSlot?
  ) -> MediaSlot? {
    let slot = MediaSlot(schema) ?? outer
    guard let token = tokens.first else { return slot }
    let rest = tokens.dropFirst()
    if let member = schema.allProperties.first(where: { $0.name == token }) {
      return self.slot(at: rest, in: member.schema, slot)
    }
    if Int(token) != nil,
      let element = schema.child("prefixItems", token) ?? schema.child("items")
    {
      return self.slot(at: rest, in: element, slot)
    }
    if let found = schema.alternatives?.lazy.compactMap({ self.slot(at: tokens, in: $0, slot) })
      .first
    {
      return found
    }
    return schema.additionalProperties.flatMap { self.slot(at: rest, in: $0, slot) }
  }
}
