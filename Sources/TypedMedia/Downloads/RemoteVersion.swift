/// What tells one state of a file at a server from another.
struct RemoteVersion: Equatable {
  /// The entity tag; `nil` when there is none.
  let tag: String?
  /// When it was last changed, as the server spells it; `nil` when it does not say.
  let lastModified: String?

  init(_ headers: HTTPHeaders) {
    tag = headers["ETag"]
    lastModified = headers["Last-Modified"]
  }

  /// What `If-Range` takes. A weak tag does not promise the same bytes, and `nil` stands for a file
  /// that cannot be recognised at all.
  var condition: String? {
    if let tag, tag.hasPrefix("\"") { return tag }
    return lastModified
  }

  /// Whether nothing says that `other` is another state.
  func canBe(_ other: RemoteVersion) -> Bool {
    func agree(_ first: String?, _ second: String?) -> Bool {
      first == nil || second == nil || first == second
    }
    return agree(tag, other.tag) && agree(lastModified, other.lastModified)
  }
}
