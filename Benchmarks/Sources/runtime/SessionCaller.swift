import ArgumentParser
import CallOverhead
import Foundation
import TypedMedia

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The process that makes calls with `URLSession`.
struct SessionCaller: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "caller", shouldDisplay: false)

  @OptionGroup var caller: Caller

  func run() async throws {
    let session = URLSession(configuration: URLSessionTransport.forgetful)
    try await caller.measure(URLSessionTransport()) { call in
      var request = URLRequest(url: call.url)
      request.httpMethod = call.method
      request.httpBody = call.body
      for (name, value) in call.headers { request.setValue(value, forHTTPHeaderField: name) }
      guard call.body != nil else { return try await session.data(for: request).0 }
      // The transport gives what spends a connection of its own.
      let own = URLSession(configuration: URLSessionTransport.forgetful)
      defer { own.finishTasksAndInvalidate() }
      return try await own.data(for: request).0
    }
  }
}
