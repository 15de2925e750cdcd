public import Foundation
public import TypedMedia

/// A service's sandbox, and how it is reached over HTTP.
public struct ServedSandbox: Sendable {
  /// Its place at the server: `hoox` is served below `/hoox`.
  public let name: String
  /// Where the service itself is, which the place stands for.
  public let address: URL
  /// The hosts of the files that answers link to.
  public let fileHosts: [String]
  /// The header field that shows the sandbox's key.
  public let authorization: (name: String, value: String)
  /// Calls that show how it is used, in an order in which they work.
  public let samples: [SampleCall]
  /// The sandbox.
  public let transport: any Transport

  /// Creates a sandbox to be served.
  public init(
    name: String, address: URL, fileHosts: [String],
    authorization: (name: String, value: String), samples: [SampleCall] = [],
    transport: any Transport
  ) {
    self.name = name
    self.address = address
    self.fileHosts = fileHosts
    self.authorization = authorization
    self.samples = samples
    self.transport = transport
  }
}

/// A call that shows how a service is used.
public struct SampleCall: Sendable {
  /// The path and query below the service's address.
  public let path: String
  /// What is sent with `POST`; `nil` for a call that only asks.
  public let body: JSON?

  /// Creates a call.
  public init(_ path: String, body: JSON? = nil) {
    self.path = path
    self.body = body
  }

  /// The call to `sandbox`, served at `origin`, as a line for a shell.
  public func commandLine(to sandbox: ServedSandbox, at origin: String) -> String {
    let (name, value) = sandbox.authorization
    var line = "curl '\(origin)/\(sandbox.name)/\(path)' -H '\(name): \(value)'"
    if let body {
      line += " -H 'Content-Type: application/json' \\\n    -d '\(body.text())'"
    }
    return line
  }
}
