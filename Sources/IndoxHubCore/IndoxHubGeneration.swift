/// The result of a request.
public struct IndoxHubGeneration: IndoxHubAnswer, JobOutput {
  /// The client whose jobs make it.
  public typealias ServiceClient = IndoxHubClient

  /// The images or videos. There is at least one.
  public let results: [IndoxHubResult]
  /// The whole answer: to the request where the result was there at once, else that of the job.
  public let object: JSONObject

  init(_ object: JSONObject) throws {
    results = IndoxHubResult.all(in: object)
    guard !results.isEmpty else {
      throw JSONMismatch(problem: "has no result in any of the forms that are documented")
    }
    self.object = object
  }
}
