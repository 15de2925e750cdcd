import Foundation
import TypedMedia

/// What requests are put to, each beside the same with a plain struct.
enum Work: String, CaseIterable {
  /// Encodes a request to JSON text.
  case encode
  /// Checks a request and encodes it, as a client does it: what is checked is what is sent.
  case validateAndEncode
  /// Decodes a request from JSON text, strictly.
  case decode
  /// Decodes a request by `JSONDecoder`, strictly.
  case decodeByDecoder
  /// Encodes a request by `JSONEncoder`.
  case encodeByEncoder
  /// Compares a request with an equal one.
  case compare
  /// Hashes a request.
  case hash
}

/// A request and its twin, and what is done with both.
struct Timing {
  /// Does `work` `count` times with the request, or with its twin.
  let run: (_ work: Work, _ isTwin: Bool, _ count: Int) throws -> Void

  init<Request: GenerationRequest, Plain: Codable & Hashable>(
    _: Request.Type, _: Plain.Type, _ body: Data
  ) throws {
    let request = try Request(json: JSON(parsing: body))
    let (encoder, decoder) = (JSONEncoder(), JSONDecoder())
    let plain = try decoder.decode(Plain.self, from: body)
    let (sameRequest, samePlain) = (
      try Request(json: JSON(parsing: body)), try decoder.decode(Plain.self, from: body)
    )
    run = { work, isTwin, count in
      for _ in 0..<count {
        switch (work, isTwin) {
        case (.encode, false): keep(request.json.data())
        case (.validateAndEncode, false): keep(JSON.object(try request.validatedBody()).data())
        case (.encodeByEncoder, false): keep(try encoder.encode(request))
        case (.encode, true), (.validateAndEncode, true), (.encodeByEncoder, true):
          keep(try encoder.encode(plain))
        case (.decode, false): keep(try Request(json: JSON(parsing: body)))
        case (.decodeByDecoder, false): keep(try decoder.decode(Request.self, from: body))
        case (.decode, true), (.decodeByDecoder, true):
          keep(try decoder.decode(Plain.self, from: body))
        case (.compare, false): keep(request == sameRequest)
        case (.compare, true): keep(plain == samePlain)
        case (.hash, false): keep(request.hashValue)
        case (.hash, true): keep(plain.hashValue)
        }
      }
    }
  }
}

/// Makes use of a value, so that making it is not left out.
@inline(never)
private func keep<Value>(_ value: Value) { withExtendedLifetime(value) {} }
