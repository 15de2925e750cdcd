/// Stores a value elsewhere, for a property of a type that contains itself or would be large.
///
/// The wrapper of a public property has to be public, and cannot be `@_spi`: the underscore keeps it out of
/// completion.
@propertyWrapper
public struct _Indirect<Value: Sendable>: Sendable {
  private indirect enum Storage: Sendable { case value(Value) }
  private var storage: Storage

  /// Stores `wrappedValue`.
  public init(wrappedValue: Value) { storage = .value(wrappedValue) }

  /// The value.
  public var wrappedValue: Value {
    get {
      switch storage {
      case .value(let value): value
      }
    }
    set { storage = .value(newValue) }
  }
}
