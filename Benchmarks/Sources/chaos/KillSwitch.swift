import Foundation
import TypedMedia

/// Kills this process at one of its steps, as a crash would.
final class KillSwitch: @unchecked Sendable {
  private let lock = NSLock()
  private let fatalStep: Int?
  private var stepCount = 0

  /// - Parameter fatalStep: The step that is not survived, from 1; `nil` for none.
  init(at fatalStep: Int?) { self.fatalStep = fatalStep }

  func step() {
    let isFatal = lock.withLock {
      stepCount += 1
      return stepCount == fatalStep
    }
    if isFatal { _ = kill(getpid(), SIGKILL) }
  }
}

/// A ledger around each of whose writes the process may end.
struct KillingLedger: JobLedger {
  let ledger: any JobLedger
  let killSwitch: KillSwitch

  func append(_ event: LedgerEvent) async throws {
    killSwitch.step()
    try await ledger.append(event)
    killSwitch.step()
  }

  func submissions() async throws -> [LedgerSubmission] { try await ledger.submissions() }

  func openSubmissions() async throws -> [LedgerSubmission] { try await ledger.openSubmissions() }

  func openSubmissions(withJob id: String) async throws -> [LedgerSubmission] {
    try await ledger.openSubmissions(withJob: id)
  }
}

/// A transport around each of whose requests the process may end.
struct KillingTransport: Transport {
  let transport: any Transport
  let killSwitch: KillSwitch

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    killSwitch.step()
    // The request may be out before the process ends, and its answer on the way.
    let exchange = Task { try await transport.send(request) }
    await Task.yield()
    killSwitch.step()
    let response = try await exchange.value
    killSwitch.step()
    return response
  }
}

/// A transport that tries now and then a port at which nobody listens, or the server by a name whose first
/// address refuses.
struct MisdirectedTransport: Transport {
  let transport: any Transport
  let deafPort: Int?

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    let dice = Int.random(in: 0..<20)
    guard let deafPort, dice < 5,
      var address = URLComponents(url: request.url, resolvingAgainstBaseURL: false)
    else { return try await transport.send(request) }
    // Nobody listens at its IPv6 address, which is tried first.
    if dice > 0 { address.host = "localhost" } else { address.port = deafPort }
    var request = request
    request.url = address.url ?? request.url
    return try await transport.send(request)
  }
}
