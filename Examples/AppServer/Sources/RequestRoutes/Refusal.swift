import Foundation
import Hoox
import Hummingbird

/// Why a request of the app's is not carried out.
///
/// The app gets it as `{"error": {"code", "message", "places": [{"property", "position", "message"}]}}`,
/// where a position is a line and a column of what it sent.
struct Refusal: Error {
  /// What is wrong with one property.
  struct Place {
    var property: JSONPointer
    /// Where it is in the text; `nil` for what is missing.
    var position: SourcePosition?
    var message: String
  }

  var status: HTTPResponse.Status
  var message: String
  var code: MediaError.Code
  var places: [Place] = []
  var retryAfter: Duration?

  init(
    _ status: HTTPResponse.Status, _ message: String, code: MediaError.Code, places: [Place] = []
  ) {
    self.status = status
    self.message = message
    self.code = code
    self.places = places
  }

  /// What the service or the client said of a request that is well-formed.
  init(_ error: MediaError) {
    self.init(Self.status(of: error.code), error.message, code: error.code)
    retryAfter = error.retryAfter
  }

  private static func status(of code: MediaError.Code) -> HTTPResponse.Status {
    switch code {
    case .invalidRequest: .badRequest
    case .tooExpensive: .forbidden
    case .notFound: .notFound
    // Nothing was spent: the app may come again.
    case .rateLimited, .unavailable, .unreachable: .serviceUnavailable
    // It may run, and the app must not come again: the code says so.
    case .outcomeUnknown: .gatewayTimeout
    default: .badGateway
    }
  }

  var response: Response {
    var error: JSONObject = ["code": .string(code.rawValue), "message": .string(message)]
    if !places.isEmpty {
      error["places"] = .array(
        places.map { place in
          var object: JSONObject = ["property": .string(place.property.description)]
          object["position"] = place.position.map { .string($0.description) }
          object["message"] = .string(place.message)
          return .object(object)
        })
    }
    let body: JSON = ["error": .object(error)]
    var response = Response(status: status, json: body.data())
    if let retryAfter {
      response.headers[.retryAfter] = "\(retryAfter.components.seconds + 1)"
    }
    return response
  }
}
