/// What tells one state of a file at a server from another.
struct RemoteVersion: Equatable {
  /// The entity tag; `nil` when there is none.
  let tag: String?
  /// The date when it was last changed, as the server spells it; `nil` when it does not say.
  let lastModified: String?

  init(_ headers: HeaderFields) {
    tag = headers["ETag"]
    lastModified = headers["Last-Modified"]
  }

  /// What `If-Range` takes. A weak tag does not promise the same bytes, and `nil` stands for a file
  /// that cannot be recognised at all.
  var condition: String? { strongTag ?? lastModified }

  private var strongTag: String? { tag.flatMap { $0.hasPrefix("\"") ? $0 : nil } }

  /// Tells whether a server that was given ``condition`` says in so many words that `other` is the
  /// same state, and nothing else says that it is another. Servers that do not know conditions send
  /// a part of whatever they have now.
  func isConfirmed(by other: RemoteVersion) -> Bool {
    guard let condition else { return false }
    func agree(_ first: String?, _ second: String?) -> Bool {
      first == nil || second == nil || first == second
    }
    return (strongTag == nil ? other.lastModified : other.tag) == condition
      && agree(tag, other.tag) && agree(lastModified, other.lastModified)
  }
}
