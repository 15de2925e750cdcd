import Foundation

/// A service that the demo can show.
enum Service: String, CaseIterable {
  case hoox, hedra, indoxhub

  /// What the service is called.
  var name: String {
    switch self {
    case .hoox: "Hoox"
    case .hedra: "Hedra"
    case .indoxhub: "IndoxHub"
    }
  }

  /// The variable of the environment with its key.
  var keyVariable: String { "\(rawValue.uppercased())_API_KEY" }

  /// The key in the environment; `nil` when there is none.
  var key: String? {
    ProcessInfo.processInfo.environment[keyVariable].flatMap { $0.isEmpty ? nil : $0 }
  }
}
