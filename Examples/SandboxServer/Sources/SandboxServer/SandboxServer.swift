import Foundation
import Hummingbird
public import TypedMedia

/// Serves the services' sandboxes over HTTP, each below a path of its own, for clients in any
/// language.
///
/// ```swift
/// let server = SandboxServer { webhooks in ServedSandbox.all(webhooks: webhooks) }
/// try await server.run { port in print("http://127.0.0.1:\(port)/hoox/asset/models") }
/// ```
///
/// It adds nothing to what the sandboxes do, and takes no more than a body may have. Links to files
/// in their answers lead back to it. Real time passes: a job takes the sandbox's
/// ``HooxSandbox/Pace``.
public struct SandboxServer: Sendable {
  private let configuration: Configuration
  private let courier = WebhookCourier()
  private let addresses: AddressBook

  /// What is served.
  public var sandboxes: [ServedSandbox] { addresses.sandboxes }

  /// Creates a server.
  ///
  /// - Parameters:
  ///   - configuration: Where to listen, and how much to take.
  ///   - sandboxes: Makes the sandboxes, of which those that send webhooks send them with the
  ///     transport that they are given.
  public init(
    configuration: Configuration = Configuration(),
    sandboxes: (_ webhooks: any Transport) -> [ServedSandbox]
  ) {
    self.configuration = configuration
    addresses = AddressBook(sandboxes: sandboxes(courier))
  }

  /// Serves until the task is cancelled, or the process is told to end.
  ///
  /// - Parameter onStart: Gets the port when the server listens.
  /// - Throws: ``PortInUse``, or what else keeps it from listening.
  public func run(
    onStart: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
  ) async throws {
    let (host, port) = (configuration.host, configuration.port)
    let application = Application(
      responder: SandboxResponder(
        addresses: addresses, maximumBodySize: configuration.maximumBodySize),
      configuration: .init(address: .hostname(host, port: port)),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? port
        await courier.begin { addresses.linked($0, to: "http://\(host):\(port)") }
        await onStart(port)
      })
    do {
      try await application.runService()
    } catch let error where "\(error)".contains("errno: \(EADDRINUSE))") {
      // The error has the number in its text alone, as far as this package can see it.
      throw PortInUse(host: host, port: port)
    }
  }
}

/// Another program listens where the server is to.
public struct PortInUse: Error, CustomStringConvertible {
  /// The name or address.
  public let host: String
  /// The port.
  public let port: Int

  /// What is wrong, in one line.
  public var description: String {
    "The port \(port) of \(host) is in use. Give another one, or 0 for any that is free."
  }
}

extension SandboxServer {
  /// Where a server listens, and how much it takes.
  public struct Configuration: Sendable {
    /// The name or address to listen at. The keys are known to all, so that what is not this
    /// machine's own is open to whoever reaches it.
    public var host: String
    /// The port to listen at; 0 for any that is free.
    public var port: Int
    /// The most bytes that a request's body may have.
    public var maximumBodySize: Int

    /// Creates a configuration; by default one that listens on this machine only.
    public init(
      host: String = "127.0.0.1", port: Int = 8_080, maximumBodySize: Int = 50_000_000
    ) {
      self.host = host
      self.port = port
      self.maximumBodySize = maximumBodySize
    }
  }
}
