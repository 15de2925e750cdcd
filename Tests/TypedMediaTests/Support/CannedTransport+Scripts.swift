import Foundation
import TypedMedia

extension CannedTransport {
  /// What becomes of one request.
  enum Outcome: Sendable {
    case answer(Int, HeaderFields = [:], String = "{}")
    case notSent
    case lost
    case failing(isBeforeConnecting: Bool, sentBodyBytes: Int64?)
  }

  /// Lets the requests go as the outcomes say, the last from then on.
  convenience init(script outcomes: [Outcome]) {
    let script = Script(outcomes)
    self.init { _ in
      switch script.next() {
      case .answer(let status, let headers, let body):
        return TransportResponse(status: status, headers: headers, body: .data(Data(body.utf8)))
      case .notSent:
        throw TransportError("No route.", isBeforeConnecting: true, sentBodyBytes: 0)
      case .lost: throw TransportError("The line broke.")
      case .failing(let isBeforeConnecting, let sentBodyBytes):
        throw TransportError(
          "No route.", isBeforeConnecting: isBeforeConnecting, sentBodyBytes: sentBodyBytes)
      }
    }
  }

  private final class Script: @unchecked Sendable {
    private let lock = NSLock()
    private var rest: ArraySlice<Outcome>

    init(_ outcomes: [Outcome]) { rest = outcomes[...] }

    func next() -> Outcome {
      lock.withLock { (rest.count > 1 ? rest.popFirst() : rest.first) ?? .lost }
    }
  }
}
