public import Foundation
public import Hoox
public import Hummingbird

/// Takes an app's typed requests and submits them, so that the key stays on the server.
///
/// ```swift
/// let people = router.group().add(middleware: SessionGate { await sessions.contains($0) })
/// try RequestRoutes(hoox, maxCost: 60).add(to: people)
/// ```
///
/// The app sends what `JSONEncoder` makes of a request, such as ``Veo3_1``, to `POST /requests/veo-3.1`, is
/// answered with status 202 and the jobs' handles, and asks `GET /jobs/ID` how they stand. Who may do that
/// is for a ``SessionGate`` to say, or a middleware of yours: each request spends credits. Whoever gets past it
/// may ask for every job of the ledger; where that is too much, keep whose job it is beside your people.
public struct RequestRoutes: Sendable {
  private let hoox: HooxClient
  private let ledger: any JobLedger
  private let maxCost: Decimal
  private let options: HooxOptions
  private let maximumBodySize: Int

  /// Creates routes.
  ///
  /// - Parameters:
  ///   - hoox: The client that has the key, and a ledger, in which the jobs are.
  ///   - maxCost: The most that one request may cost, for all its generations.
  ///   - options: What accompanies each request, such as where the service sends its webhooks.
  ///   - maximumBodySize: The most bytes that a request may have.
  /// - Throws: `MediaError`, where the client has no ledger.
  public init(
    _ hoox: HooxClient, maxCost: Decimal, options: HooxOptions = HooxOptions(),
    maximumBodySize: Int = 64 * 1_024
  ) throws {
    guard let ledger = hoox.connection.configuration.ledger else {
      throw MediaError(
        .ledgerUnavailable, "What is submitted for an app has to be in a ledger; there is none.",
        service: "Hoox")
    }
    self.hoox = hoox
    self.ledger = ledger
    self.maxCost = maxCost
    self.options = options
    self.maximumBodySize = maximumBodySize
  }

  /// Adds the routes to `router`.
  public func add(to router: some RouterMethods<BasicRequestContext>) {
    router.post("requests/:model") { request, context in
      try await answer {
        let name = try context.parameters.require("model")
        return try await submit(request, to: name)
      }
    }
    router.get("jobs/:id") { _, context in
      try await answer {
        try await report(of: try context.parameters.require("id"))
      }
    }
  }

  private func submit(_ request: Request, to name: String) async throws -> Response {
    let body = try await request.body.collect(upTo: maximumBodySize)
    let request = try RequestReader.request(to: name, from: Data(body.readableBytesView))
    let submission = try await hoox.submit(request, options: options, maxCost: maxCost)
    return Response(
      status: .accepted, json: try JSONEncoder().encode(submission.jobs.map(\.handle)))
  }

  /// What the service says of a job, if it is one that the ledger knows: no app asks for others with the
  /// server's key.
  private func report(of id: String) async throws -> Response {
    let known = try await ledger.submissions().lazy.flatMap(\.jobs).first { $0.id == id }
    guard let known else { throw Refusal(.notFound, "There is no job \(id).", code: .notFound) }
    return Response(status: .ok, json: JSON(try await hoox.job(known).status(), of: known).data())
  }

  private func answer(_ body: () async throws -> Response) async throws -> Response {
    do {
      return try await body()
    } catch let refusal as Refusal {
      return refusal.response
    } catch let error as MediaError {
      return Refusal(error).response
    }
  }
}

extension Response {
  init(status: HTTPResponse.Status, json: Data) {
    self.init(
      status: status, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: json)))
  }
}
