import TypedMedia

/// The transport that the tests in `TransportConformance` are about: here the one on `URLSession`.
///
/// An example package has the same tests, and its own transport.
enum TransportUnderTest {
  /// A transport with its defaults.
  static func usual() -> any Transport { URLSessionTransport() }

  /// A transport that gives up on a server that is silent for long, so that a hang fails its test.
  static func guarded(silence seconds: Double = 240) -> any Transport {
    URLSessionTransport.guarded(silence: seconds)
  }

  /// Foundation on Linux ends the program when an answer ends within the header and no length was
  /// given by then (swiftlang/swift-corelibs-foundation issue 5285).
  #if canImport(FoundationNetworking)
    static let breakages = Breakage.usual
  #else
    static let breakages = Breakage.usual + Breakage.withinTheHeader
  #endif
}
