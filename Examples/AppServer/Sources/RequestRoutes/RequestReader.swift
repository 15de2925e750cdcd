import Foundation
import Hoox

/// Reads what an app sent as a request of the model's type, strictly.
enum RequestReader {
  /// The request to the model `name` that `data` holds.
  ///
  /// - Throws: ``Refusal`` with everything in which it breaks the model's schema, or else with the first
  ///   place where it has something that the type does not take.
  static func request(to name: String, from data: Data) throws(Refusal) -> any HooxRequest {
    guard let type = HooxModels.all.first(where: { $0.model.name == name }) else {
      throw Refusal(.notFound, "There is no model \"\(name)\".", code: .notFound)
    }
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: data)
    } catch {
      throw Refusal(
        .badRequest, "The body is not JSON.", code: .invalidRequest,
        places: [Refusal.Place(property: .root, position: error.position, message: error.message)])
    }
    func invalid(_ places: [(property: JSONPointer, message: String)]) -> Refusal {
      Refusal(
        .badRequest, "The request is not one to \(name).", code: .invalidRequest,
        places: places.map { property, message in
          Refusal.Place(
            property: property, position: document.position(of: property), message: message)
        })
    }
    let violations = type.snapshot.violations(in: document.value)
    guard violations.isEmpty else {
      throw invalid(violations.map { ($0.instancePath, $0.message) })
    }
    do {
      return try type.init(json: document.value)
    } catch let mismatch as JSONMismatch {
      throw invalid([(mismatch.path, mismatch.description)])
    } catch {
      throw invalid([(.root, "\(error)")])
    }
  }
}
