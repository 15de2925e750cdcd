import AsyncHTTPClient
import AsyncHTTPClientTransport
import NIOCore
import TypedMedia

/// The transport that the tests in `TransportConformance` are about: here the one of this package.
enum TransportUnderTest {
  /// A transport with its defaults.
  static func usual() -> any Transport { AsyncHTTPClientTransport() }

  /// A transport that gives up on a server that is silent for long, so that a hang fails its test.
  static func guarded(silence seconds: Int64 = 240) -> any Transport {
    var configuration = AsyncHTTPClientTransport.recommended
    configuration.timeout.read = .seconds(seconds)
    return AsyncHTTPClientTransport(configuration: configuration)
  }

  static let breakages = Breakage.usual + Breakage.withinTheHeader
}

/// Values that many tests need and that mean nothing by themselves.
enum Sample {
  /// A key that is found again wherever it leaks to.
  static let key = "sk_live_5ecre7"
}
