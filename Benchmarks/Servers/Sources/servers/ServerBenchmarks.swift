import ArgumentParser
import AsyncHTTPClient
import AsyncHTTPClientTransport
import CallOverhead
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// What the runtime costs on a server: of time for each call, on its HTTP client.
@main
struct ServerBenchmarks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "servers",
    abstract: "Measures what making calls with async-http-client costs.",
    subcommands: [Overhead.self, ClientCaller.self])
}

/// The process that makes calls with async-http-client.
struct ClientCaller: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "caller", shouldDisplay: false)

  @OptionGroup var caller: Caller

  func run() async throws {
    // The transport's own settings: by default there are eight connections, and fifty calls would wait.
    var configuration = AsyncHTTPClientTransport.recommended
    let client = HTTPClient(
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: configuration)
    // The transport gives what spends a connection of its own.
    configuration.maximumUsesPerConnection = 1
    let spending = HTTPClient(
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: configuration)
    try await caller.measure(AsyncHTTPClientTransport()) { call in
      var request = HTTPClientRequest(url: call.url.absoluteString)
      request.method = HTTPMethod(rawValue: call.method)
      for (name, value) in call.headers { request.headers.add(name: name, value: value) }
      if let body = call.body { request.body = .bytes(body) }
      let response = try await (call.body == nil ? client : spending).execute(
        request, timeout: .seconds(60))
      return Data(try await response.body.collect(upTo: 1_000_000).readableBytesView)
    }
    try await client.shutdown()
    try await spending.shutdown()
  }
}
