import Foundation
import TypedMediaSchema

/// What is known of the kinds of each type's members, for all threads.
///
/// A type that is decoded by a `Decoder` learns them from what it takes. Without that, most of the time goes
/// into the errors that the decoder makes of each question for another kind.
final class KnownKinds: @unchecked Sendable {
  static let shared = KnownKinds()

  private let lock = NSLock()
  private var kinds: [ObjectIdentifier: DecodedKinds] = [:]

  /// The kinds that are known for `type`.
  subscript(type: Any.Type) -> DecodedKinds {
    get { lock.withLock { kinds[ObjectIdentifier(type)] ?? DecodedKinds() } }
    set { lock.withLock { kinds[ObjectIdentifier(type)] = newValue } }
  }
}
