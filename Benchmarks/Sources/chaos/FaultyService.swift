import Foundation
import LoopbackServer
import TypedMedia
import Workbench

/// A service that takes jobs and charges for each, and that goes wrong in every way that a service can,
/// the same ways for the same seed.
final class FaultyService: @unchecked Sendable {
  /// What a request meets.
  enum Fault: CaseIterable {
    case none, resetAtOnce, closedAtOnce, tooMany, busy, failing, badGateway, unavailable
    case cutInTheBody, resetInTheBody, garbage, notJSON, stalled
    case redirected, seeOther, inConflict, tooEarly, gatewayTimeout, originLost, clientGone, empty
    case lenient, repeatsTheKey

    /// How often it happens, of all the shares together.
    var share: Int {
      switch self {
      case .none: 100
      case .tooMany, .failing, .cutInTheBody, .resetInTheBody: 8
      case .busy, .resetAtOnce, .closedAtOnce, .badGateway, .garbage, .lenient, .repeatsTheKey: 6
      case .unavailable, .notJSON, .redirected, .seeOther, .gatewayTimeout, .originLost, .empty: 4
      case .inConflict, .tooEarly, .clientGone: 3
      case .stalled: 2
      }
    }

    /// Whether the service says that it has not taken the request.
    var isRefusal: Bool { self == .tooMany }

    /// Whether what it took is in the answer all the same.
    var isAnswered: Bool { self == .none || self == .lenient }
  }

  /// What it looks like.
  let appearance: PlayedService
  private let seed: UInt64
  private let isFaulty: Bool
  private let lock = NSLock()
  private var requestCount = 0
  private var acceptedJobs: [(number: Int, id: String)] = []
  private var idsByGeneration: [String: String] = [:]
  private var faultCounts: [Fault: Int] = [:]
  private var questions: [String: Int] = [:]

  init(_ appearance: PlayedService, seed: UInt64, isFaulty: Bool = true) {
    self.appearance = appearance
    self.seed = seed
    self.isFaulty = isFaulty
  }

  /// The jobs that were accepted, and so paid, in their order.
  var accepted: [(number: Int, id: String)] { lock.withLock { acceptedJobs } }
  var requests: Int { lock.withLock { requestCount } }
  /// How often each fault happened.
  var faults: [Fault: Int] { lock.withLock { faultCounts } }

  /// What to do about a request.
  func steps(for request: LoopbackRequest) -> [LoopbackServer.Step] {
    let (fault, isTaken) = nextFault()
    let answer = !fault.isRefusal && isTaken ? take(request) : nil
    return steps(fault, answer ?? #"{"error": "no such thing"}"#)
  }

  private func nextFault() -> (Fault, isTaken: Bool) {
    lock.withLock {
      requestCount += 1
      var random = RandomNumbers(seed: seed, case: requestCount)
      var rest = random.below(Fault.allCases.map(\.share).reduce(0, +))
      let drawn = Fault.allCases.first { fault in
        rest -= fault.share
        return rest < 0
      }
      let fault = isFaulty ? drawn ?? .none : .none
      faultCounts[fault, default: 0] += 1
      // A request whose answer goes wrong may have been taken before that, or not.
      return (fault, fault.isAnswered || random.oneIn(2))
    }
  }

  /// Does what the request asks for, and returns the answer.
  private func take(_ request: LoopbackRequest) -> String? {
    lock.withLock {
      guard appearance.isAllowed(request), request.path != "/login" else { return nil }
      if request.method == "GET" {
        // A job is done when it is asked about for the second time.
        let id = Self.id(in: request.path)
        questions[id, default: 0] += 1
        return appearance.status(id, questions[id] != 1).text()
      }
      guard let body = try? JSON(parsing: request.body),
        let number = PlayedService.number(in: body)
      else { return nil }
      let generation = body["generation_id"]?.string
      let key = generation ?? request.headers["idempotency-key"]
      let known = key.flatMap { idsByGeneration[$0] }
      let id = known ?? generation ?? "job-\(acceptedJobs.count + 1)"
      if known == nil { acceptedJobs.append((number, id)) }
      if let key { idsByGeneration[key] = id }
      return appearance.acceptance(id).text()
    }
  }

  /// The job that a question is about: `/generations/7c2e/status` is about `7c2e`.
  private static func id(in path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "status" }
    return parts.last.map(String.init) ?? path
  }

  private func steps(_ fault: Fault, _ answer: String) -> [LoopbackServer.Step] {
    let head = LoopbackServer.Step.head(200, ["Content-Length": "\(answer.utf8.count)"])
    let half = answer.prefix(answer.count / 2)
    switch fault {
    case .none: return [.answer(200, body: answer)]
    case .resetAtOnce: return [.reset]
    case .closedAtOnce: return [.close]
    case .tooMany: return [.answer(429, ["Retry-After": "0"], body: "{}")]
    // Some gateways say so of every request whose answer takes too long.
    case .busy: return [.answer(503, ["Retry-After": "0"], body: "{}")]
    case .redirected: return [.answer(302, ["Location": "/login"], body: "<html>")]
    case .seeOther: return [.answer(303, ["Location": "/jobs/elsewhere"])]
    case .inConflict: return [.answer(409, body: #"{"error": "is under way"}"#)]
    case .tooEarly: return [.answer(425, body: "{}")]
    case .gatewayTimeout: return [.answer(504, body: "<html>")]
    case .originLost: return [.answer(520 + answer.utf8.count % 5, body: "<html>")]
    case .clientGone: return [.answer(499)]
    case .empty: return [.answer(200)]
    case .lenient:
      let body = Self.odd(answer)
      let fields = ["Content-Length": "\(body.count)"]
      return [.write(Data(LoopbackServer.Step.head(200, fields).utf8) + body)]
    case .repeatsTheKey:
      return [.answer(500, body: "{\"error\": \"\(Self.repeated(appearance.key))\"}")]
    case .failing: return [.answer(500, body: #"{"error": "out of order"}"#)]
    case .badGateway: return [.answer(502, body: "<html>")]
    case .unavailable: return [.answer(503, body: "{}")]
    case .cutInTheBody: return [.write(head + half), .close]
    case .resetInTheBody: return [.write(head + half), .wait(.milliseconds(5)), .reset]
    case .garbage: return [.write("\u{7}\u{0} this is not HTTP at all\r\n\r\n"), .close]
    case .notJSON: return [.answer(200, body: "<html>maintenance</html>")]
    case .stalled: return [.wait(.milliseconds(1_500)), .answer(200, body: answer)]
    }
  }

  /// The answer as services write it that are not strict about JSON: with half a surrogate, a number that is
  /// none and a member that comes twice. The job is in it as in any other.
  private static func odd(_ answer: String) -> Data {
    let members = #""note": "caf\ud83d", "score": NaN, "note": "twice", "city": "Z"#
    // What comes in Latin-1 is no UTF-8.
    return Data("{\(members)".utf8) + [0xFC] + Data("rich\", ".utf8) + Data(answer.dropFirst().utf8)
  }

  /// The key as it is, as PHP writes it in JSON, and as an address has it.
  private static func repeated(_ key: String) -> String {
    let escaped = key.replacingOccurrences(of: "/", with: #"\/"#)
    let encoded = key.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? key
    return "unknown \(key), \(escaped), \(encoded)"
  }
}
