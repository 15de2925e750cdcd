import Foundation
import TypedMediaSchema

/// What is known of the kinds of each type's members, as decoders of each type give them, for all threads.
///
/// A type that is decoded by a `Decoder` learns them from what it takes. Without that, most of the time goes
/// into the errors that the decoder makes of each question for another kind.
final class KnownKinds: @unchecked Sendable {
  static let shared = KnownKinds()

  private let lock = NSLock()
  private var kinds: [Types: DecodedKinds] = [:]

  /// The kinds that are known for values of `type` from such a decoder.
  subscript(type: Any.Type, decoder: any Decoder) -> DecodedKinds {
    get { lock.withLock { kinds[Types(type, decoder)] ?? DecodedKinds() } }
    set { lock.withLock { kinds[Types(type, decoder)] = newValue } }
  }

  private struct Types: Hashable {
    let value: ObjectIdentifier
    let decoder: ObjectIdentifier

    init(_ value: Any.Type, _ decoder: any Decoder) {
      self.value = ObjectIdentifier(value)
      self.decoder = ObjectIdentifier(type(of: decoder))
    }
  }
}
