public import Foundation

/// The body of a request.
public enum RequestBody: Hashable, Sendable {
  /// Bytes in memory.
  case data(Data)
  /// The content of a file, which is read as it is sent and is never in memory as a whole. It must
  /// not change until the answer is there.
  case file(URL)
}
