import Foundation
import TypedMedia

extension CannedTransport {
  /// What becomes of one request.
  enum Outcome: Sendable {
    case answer(Int, HTTPHeaders = [:], String = "{}")
    case notSent
    case lost
  }

  /// Lets the requests go as the outcomes say, the last from then on.
  convenience init(script outcomes: [Outcome]) {
    let script = Script(outcomes)
    self.init { _ in
      switch script.next() {
      case .answer(let status, let headers, let body):
        return TransportResponse(status: status, headers: headers, body: .data(Data(body.utf8)))
      case .notSent: throw TransportError(mayHaveArrived: false, message: "No route.")
      case .lost: throw TransportError(mayHaveArrived: true, message: "The line broke.")
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
