import Foundation
import TypedMedia

/// What one request takes, in microseconds: the median of several rounds, in which all ways take turns.
struct Timing {
  private(set) var validateAndEncode = 0.0
  private(set) var encode = 0.0
  private(set) var plainEncode = 0.0
  private(set) var decode = 0.0
  private(set) var plainDecode = 0.0
  private(set) var load = 0.0

  init<Request: GenerationRequest, Plain: Codable>(
    _: Request.Type, _: Plain.Type, _ body: Data
  ) throws {
    let request = try Request(json: JSON(parsing: body))
    let (encoder, decoder) = (JSONEncoder(), JSONDecoder())
    let plain = try decoder.decode(Plain.self, from: body)
    let record = Request.model.json
    var rounds: [[Double]] = []
    for _ in 0..<12 {
      rounds.append([
        // As a client does it: what is checked is what is sent.
        try time { JSON.object(try request.validatedBody()).data().count },
        try time { request.json.data().count },
        try time { try encoder.encode(plain).count },
        try time { try Request(json: JSON(parsing: body)) },
        try time { try decoder.decode(Plain.self, from: body) },
        try time(5) { try ModelSnapshot(record).schema != nil },
      ])
    }
    let medians = rounds.dropFirst(2).reduce(into: [[Double]](repeating: [], count: 6)) {
      all, round in
      for (index, value) in round.enumerated() { all[index].append(value) }
    }.map { $0.sorted()[$0.count / 2] }
    validateAndEncode = medians[0]
    encode = medians[1]
    plainEncode = medians[2]
    decode = medians[3]
    plainDecode = medians[4]
    load = medians[5]
  }
}

/// How many microseconds `body` takes, measured over several times.
@inline(never)
private func time<Result>(_ count: Int = 50, _ body: () throws -> Result) throws -> Double {
  let start = ContinuousClock.now
  for _ in 0..<count { keep(try body()) }
  return (ContinuousClock.now - start) / .microseconds(count)
}

/// Makes use of a value, so that making it is not left out.
@inline(never)
private func keep<Value>(_ value: Value) { withExtendedLifetime(value) {} }
