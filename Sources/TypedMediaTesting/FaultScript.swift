/// What is to go wrong with the requests to come, in order.
struct FaultScript<Endpoint: Equatable & Sendable>: Sendable {
  private var faults: [(fault: SandboxFault, endpoint: Endpoint?)] = []

  /// Adds a fault of the next `count` requests to `endpoint`; `nil` for any.
  mutating func add(_ fault: SandboxFault, for endpoint: Endpoint?, times count: Int) {
    faults += Array(repeating: (fault, endpoint), count: count)
  }

  /// Takes the fault of a request to `endpoint`; `nil` when all goes well.
  mutating func take(for endpoint: Endpoint?) -> SandboxFault? {
    guard let index = faults.firstIndex(where: { $0.endpoint == nil || $0.endpoint == endpoint })
    else { return nil }
    return faults.remove(at: index).fault
  }
}
