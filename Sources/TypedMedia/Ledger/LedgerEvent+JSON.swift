public import Foundation

/// The way that an event is written.
///
/// The package's own JSON does it, not `JSONEncoder`, which goes down one level of the stack for each
/// level of a body, and ends the process where a thread has a small one.
extension LedgerEvent {
  /// How deep the arrays and objects of a body may be nested: as deep as a text that is parsed.
  private static let maximumDepth = JSONLimits.default.maximumDepth

  /// The event as JSON, in one line.
  ///
  /// - Returns: The event as JSON, in one line.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/ledgerUnavailable``, where arrays and
  ///   objects are nested more than 256 deep.
  public func data() throws -> Data {
    guard !kind.values.contains(where: { $0.isNested(deeperThan: Self.maximumDepth) }) else {
      throw MediaError(
        .ledgerUnavailable,
        "The event cannot be kept as JSON: it is nested more than \(Self.maximumDepth) deep.")
    }
    return json.data()
  }

  /// Reads an event as ``data()`` writes it.
  ///
  /// - Throws: `JSONSyntaxError` where it is not JSON, or ``JSONMismatch`` where it is not an event
  ///   that this version knows.
  public init(parsing data: Data) throws {
    // What is around a body comes on top; and what earlier versions took went down to 512.
    let limits = JSONLimits(maximumDepth: 520, duplicateKeys: .lastWins)
    try self.init(json: JSON(parsing: data, limits: limits))
  }

  init(json: JSON) throws {
    let object = try json.members
    let milliseconds: Double = try object.required("date")
    submission = try object.required("submission")
    date = Date(timeIntervalSince1970: milliseconds / 1_000)
    kind = try object.inside("kind") { try Kind($0) }
  }

  var json: JSON {
    let milliseconds = (date.timeIntervalSince1970 * 1_000).rounded()
    return [
      "date": .number(Int64(exactly: milliseconds).map { JSONNumber($0) } ?? 0),
      "kind": .object(kind.object),
      "submission": .string(submission.uuidString),
    ]
  }
}

extension LedgerEvent: Codable {
  /// Reads an event from any decoder.
  public init(from decoder: any Decoder) throws {
    let json = try JSON(from: decoder)
    do {
      try self.init(json: json)
    } catch let mismatch as JSONMismatch {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: mismatch.description,
          underlyingError: mismatch))
    }
  }

  /// Writes the event to any encoder. ``data()`` takes bodies that are nested more deeply.
  ///
  /// - Throws: `EncodingError`, also where arrays and objects are nested more than 100 deep.
  public func encode(to encoder: any Encoder) throws {
    // Encoders go down the stack with each level, and on Apple's systems that may be a small one.
    guard !kind.values.contains(where: { $0.isNested(deeperThan: 100) }) else {
      throw EncodingError.invalidValue(
        self,
        EncodingError.Context(
          codingPath: encoder.codingPath,
          debugDescription: "The event is nested more than 100 deep; data() takes more."))
    }
    try json.encode(to: encoder)
  }
}

extension LedgerEvent.Kind {
  fileprivate init(_ object: JSONObject) throws {
    guard object.count == 1, let (name, value) = object.first else {
      throw JSONMismatch(problem: "has \(object.count) members, and a kind has one")
    }
    let members = try JSONMismatch.prefixing(name) { try value.members }
    switch name {
    case "intended": self = .intended(try members.inside("_0") { try LedgerIntent($0) })
    case "accepted":
      self = .accepted(
        jobIDs: try members.required("jobIDs"), results: try members.optional("results"),
        statusURLs: try members.optional("statusURLs"),
        cost: try members["cost"].map(Cost.init(json:)))
    case "refused": self = .refused(reason: try members.required("reason"))
    case "lost":
      let response: JSON? = try members.optional("response")
      self = .lost(
        reason: try members.required("reason"),
        response: try response.map { try ReceivedResponse($0.members) })
    case "abandoned": self = .abandoned
    case "acknowledged": self = .acknowledged(jobID: try members.required("jobID"))
    case "spent": self = .spent(try members.inside("_0") { try LedgerExpense($0) })
    default: throw JSONMismatch(problem: "has \"\(name)\", which is no kind that is known here")
    }
  }

  fileprivate var object: JSONObject {
    var members = JSONObject()
    let name: String
    switch self {
    case .intended(let intent):
      name = "intended"
      members["_0"] = .object(intent.object)
    case .accepted(let jobIDs, let results, let statusURLs, let cost):
      name = "accepted"
      members["cost"] = cost?.json
      members.set("jobIDs", jobIDs)
      members.set("results", results)
      members.set("statusURLs", statusURLs)
    case .refused(let reason):
      name = "refused"
      members.set("reason", reason)
    case .lost(let reason, let response):
      name = "lost"
      members.set("reason", reason)
      members["response"] = response.map { .object($0.object) }
    case .abandoned: name = "abandoned"
    case .acknowledged(let jobID):
      name = "acknowledged"
      members.set("jobID", jobID)
    case .spent(let expense):
      name = "spent"
      members["_0"] = .object(expense.object)
    }
    return [name: .object(members)]
  }

  /// What of it may be nested to any depth.
  fileprivate var values: [JSON] {
    switch self {
    case .intended(let intent): [intent.body]
    case .accepted(_, let results, _, _): results.map { Array($0.values) } ?? []
    case .refused, .lost, .abandoned, .acknowledged, .spent: []
    }
  }
}

extension LedgerIntent {
  fileprivate init(_ object: JSONObject) throws {
    self.init(
      service: try object.required("service"), model: try object.optional("model"),
      path: try object.required("path"), body: object["body"] ?? .null,
      idempotencyKeys: try object.required("deduplicationIDs"),
      account: try object.optional("account"))
  }

  fileprivate var object: JSONObject {
    var object = JSONObject()
    object.set("account", account)
    object.set("body", body)
    object.set("deduplicationIDs", idempotencyKeys)
    object.set("model", model)
    object.set("path", path)
    object.set("service", service)
    return object
  }
}

extension ReceivedResponse {
  fileprivate init(_ object: JSONObject) throws {
    self.init(
      status: try object.required("status"), headers: try object.required("headers"),
      body: try object.required("body"), bodySize: try object.optional("bodySize"),
      identifiers: try object.optional("identifiers") ?? [:])
  }

  fileprivate var object: JSONObject {
    var object = JSONObject()
    object.set("body", body)
    object.set("bodySize", bodySize)
    object.set("headers", headers)
    if !identifiers.isEmpty { object.set("identifiers", identifiers) }
    object.set("status", status)
    return object
  }
}

extension JSON {
  fileprivate var members: JSONObject {
    get throws {
      guard case .object(let object) = self else {
        throw JSONMismatch(expected: "an object", found: self)
      }
      return object
    }
  }

  /// Tells whether arrays and objects are nested more than `depth` deep. It looks no deeper than
  /// that.
  fileprivate func isNested(deeperThan depth: Int) -> Bool {
    switch self {
    case .array(let elements):
      depth == 0 || elements.contains { $0.isNested(deeperThan: depth - 1) }
    case .object(let object):
      depth == 0 || object.contains { $0.value.isNested(deeperThan: depth - 1) }
    case .null, .bool, .number, .string: false
    }
  }
}
