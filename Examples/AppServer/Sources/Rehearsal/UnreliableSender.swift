public import TypedMedia

/// Delivers webhooks as badly as can be: holds them all back, then sends each up to four times and once
/// with something wrong, in any order.
public actor UnreliableSender: Transport {
  /// A delivery that was made.
  public struct Delivery: Sendable {
    /// What was wrong with it; `nil` when nothing was.
    public let mischief: Mischief?
    /// The answer's status; `nil` when there was none.
    public let status: Int?
    /// How long the answer took.
    public let duration: Duration
  }

  /// How many webhooks were held back.
  public nonisolated let arrivals = Tally()

  private let transport: any Transport
  private var generator: SeededGenerator
  private var held: [TransportRequest] = []

  /// Creates a sender, whose choices are the same for the same seed.
  public init(seed: UInt64, over transport: any Transport = URLSessionTransport()) {
    self.transport = transport
    generator = SeededGenerator(seed: seed)
  }

  /// Holds a webhook back, and says that it was taken.
  public func send(_ request: TransportRequest) async -> TransportResponse {
    held.append(request)
    await arrivals.add()
    return TransportResponse(status: 200)
  }

  /// Sends what was held back, which stays there to be sent again.
  public func deliver() async -> [Delivery] {
    var plan: [(request: TransportRequest, mischief: Mischief?)] = []
    for (index, request) in held.enumerated() {
      let repetitions = Int.random(in: 1...4, using: &generator)
      plan += Array(repeating: (request, nil), count: repetitions)
      let mischief = Mischief.allCases[index % Mischief.allCases.count]
      plan.append((mischief.done(to: request), mischief))
    }
    plan.shuffle(using: &generator)
    return await withTaskGroup(of: Delivery.self) { group in
      var deliveries: [Delivery] = []
      for (index, step) in plan.enumerated() {
        // A few at a time.
        if index >= 8, let delivery = await group.next() { deliveries.append(delivery) }
        group.addTask { await self.attempt(step.request, with: step.mischief) }
      }
      for await delivery in group { deliveries.append(delivery) }
      return deliveries
    }
  }

  private func attempt(
    _ request: TransportRequest, with mischief: Mischief?
  ) async -> Delivery {
    let start = ContinuousClock.now
    let answer = try? await transport.send(request)
    return Delivery(
      mischief: mischief, status: answer?.status, duration: ContinuousClock.now - start)
  }
}
