import Foundation
import Replicate
import ReplicateSandbox
import ServiceTestSupport
import Testing

/// The account, its models and deployments, and what can be found.
@Suite(.timeLimit(.minutes(20))) struct AccountTests {
  private let sandbox = ReplicateSandbox.ofSamples()

  private func all<Element>(_ pages: Pages<Element>) async throws -> [Element] {
    var all: [Element] = []
    for try await element in pages { all.append(element) }
    return all
  }

  @Test func theAccountAndTheHardwareAreKnown() async throws {
    let replicate = sandbox.client()
    let account = try await replicate.account()
    #expect(account.username == "sandbox" && account.kind == .user && account.githubURL == nil)
    #expect(try await replicate.hardware().map(\.sku) == ["cpu", "gpu-t4"])
  }

  @Test func modelsAreFound() async throws {
    let (replicate, recorder) = recorded()
    let found = try await replicate.search("aurora", limit: 99)
    #expect(found.models.map(\.id) == ["acme/aurora"] && found.models[0].score == 1)
    #expect(found.models[0].model.version == Sample.version && found.collections.isEmpty)
    #expect(try await all(replicate.searchModels("dusk ü")).map(\.id) == ["acme/dusk"])
    let requests = await recorder.requests
    #expect(requests[0].url.query == "query=aurora&limit=50")
    #expect(requests[1].method == "QUERY" && requests[1].url.path == "/v1/models")
    #expect(requests[1].headers["Content-Type"] == "text/plain; charset=utf-8")
    #expect(requests[1].body == Data("dusk ü".utf8))
    let empty = try await mediaError { try await replicate.search("") }
    #expect(empty.message.contains("is required"))
  }

  @Test func collectionsHaveModels() async throws {
    let replicate = sandbox.client()
    let collections = try await all(replicate.collections())
    #expect(collections.map(\.slug) == ["official"] && collections[0].models.isEmpty)
    let collection = try await replicate.collection("official")
    #expect(collection.models.map(\.id) == Sample.models.map(\.name))
    #expect(try await mediaError { try await replicate.collection("none") }.code == .notFound)
  }

  @Test func aDeploymentIsCreatedChangedAndRun() async throws {
    let (replicate, recorder) = recorded()
    let deployment = try await replicate.createDeployment(
      "slow", of: "acme/aurora", version: Sample.version,
      on: .init(hardware: "gpu-t4", maximumInstances: 3))
    #expect(deployment.id == "sandbox/slow" && deployment.model == "acme/aurora")
    #expect(
      deployment.configuration
        == .init(hardware: "gpu-t4", minimumInstances: 0, maximumInstances: 3))
    #expect(
      await recorder.requests.last?.json == [
        "hardware": "gpu-t4", "min_instances": 0, "max_instances": 3, "name": "slow",
        "model": "acme/aurora", "version": .string(Sample.version),
      ])
    let changed = try await replicate.updateDeployment(
      owner: "sandbox", name: "slow", minimumInstances: 1)
    #expect(changed.configuration?.minimumInstances == 1)
    #expect(await recorder.requests.last?.json == ["min_instances": 1])
    #expect(await recorder.requests.last?.method == "PATCH")
    #expect(try await all(replicate.deployments()).map(\.id) == ["sandbox/slow", "studio/fast"])
    let request = try RawRequest(["prompt": "A fox"], to: Sample.models[0])
    let submission = try await replicate.submit(
      request, options: ReplicateOptions(target: deployment.target))
    #expect(submission.prediction?.deployment == "sandbox/slow")
    try await replicate.deleteDeployment(owner: "sandbox", name: "slow")
    let gone = try await mediaError {
      try await replicate.deployment(owner: "sandbox", name: "slow")
    }
    #expect(gone.code == .notFound)
  }

  @Test func aModelOfOnesOwnIsCreatedChangedAndDeleted() async throws {
    let (replicate, recorder) = recorded()
    let model = try await replicate.createModel(
      "studio/ours", isPublic: false, hardware: "cpu",
      details: ReplicateModelDetails(summary: "Ours.", sourceURL: URL(string: "https://a.example")))
    #expect(model.id == "studio/ours" && model.visibility == "private" && model.summary == "Ours.")
    #expect(
      await recorder.requests.last?.json == [
        "description": "Ours.", "github_url": "https://a.example", "owner": "studio",
        "name": "ours", "visibility": "private", "hardware": "cpu",
      ])
    let changed = try await replicate.updateModel(
      "studio/ours", details: ReplicateModelDetails(summary: "Yours."))
    #expect(changed.summary == "Yours.")
    try await replicate.deleteModel("studio/ours")
    let gone = try await mediaError { try await replicate.model("studio/ours") }
    #expect(gone.code == .notFound)
  }

  @Test func aModelHasVersionsExamplesAndAText() async throws {
    let replicate = sandbox.client()
    let versions = try await all(replicate.versions(of: "acme/aurora"))
    #expect(versions.map(\.id) == [Sample.version])
    #expect(versions[0].cogVersion == "0.0.0" && versions[0].createdAt != nil)
    // What a version says can be asked for at once.
    let submission = try await replicate.submit(
      RawRequest(["prompt": "A fox"], to: versions[0].record))
    #expect(submission.prediction?.version == Sample.version)
    #expect(try await all(replicate.examples(of: "acme/aurora")).isEmpty)
    #expect(try await replicate.readme(of: "acme/aurora") == "# acme/aurora")
    try await replicate.deleteVersion(Sample.version, of: "acme/aurora")
    #expect(throws: MediaError.self) { try replicate.versions(of: "aurora") }
    #expect(try await mediaError { try await replicate.readme(of: "..") }.code == .invalidRequest)
  }

  @Test func theAddressOfAFileIsMadeAsItIsDocumented() throws {
    let replicate = sandbox.client()
    let url = try replicate.downloadURL(
      ofFile: "f1", owner: "mattt", until: Date(timeIntervalSince1970: 1_708_515_345),
      signature: "zuo+lo=")
    #expect(
      url.absoluteString
        == "https://api.replicate.com/v1/files/f1/download?owner=mattt&expiry=1708515345&signature=zuo%2Blo%3D"
    )
    #expect(throws: MediaError.self) {
      try replicate.downloadURL(
        ofFile: "f1", owner: "m", until: Date(timeIntervalSince1970: .infinity), signature: "s")
    }
  }

  /// Whatever a service answers, it is an error or something, and never the end of the process.
  @Test(arguments: [
    "", "null", "[]", "{}", "7", "\"text\"", "<html>502</html>", #"{"results": 7}"#,
    #"{"results": [7, null, {}], "next": 7}"#, #"{"models": {}}"#, #"{"username": ""}"#,
    #"[{"sku": 1e999}]"#, #"{"slug": 99999999999999999999999, "models": [{"owner": 1}]}"#,
    #"{"owner": "a", "name": "b", "current_release": {"number": 1e400, "configuration": {"hardware": "c", "min_instances": -1e99}}}"#,
    #"{"id": "t", "status": "succeeded", "output": {"version": 7, "weights": []}, "metrics": {"total_time": "x"}}"#,
  ])
  func anAnswerOfAnyFormIsSurvived(body: String) async {
    let replicate = CannedAnswer(body: body).client
    func ignore(_ work: () async throws -> Any) async {
      do { _ = String(describing: try await work()) } catch { #expect(error is MediaError) }
    }
    await ignore { try await replicate.account() }
    await ignore { try await replicate.hardware() }
    await ignore { try await replicate.search("a").models.map(\.tags) }
    await ignore { try await all(replicate.searchModels("a")) }
    await ignore { try await all(replicate.collections()) }
    await ignore { try await replicate.collection("a").models }
    await ignore { try await all(replicate.deployments()) }
    await ignore { try await replicate.deployment(owner: "a", name: "b").configuration as Any }
    await ignore { try await all(replicate.versions(of: "a/b")) }
    await ignore { try await all(replicate.examples(of: "a/b")) }
    await ignore { try await replicate.readme(of: "a/b") }
    await ignore { try await replicate.training("a").weightsURL as Any }
    await ignore { try await all(replicate.trainings()) }
    await ignore {
      try await replicate.train("a/b", version: "v", into: "c/d", input: [:]).job.status()
    }
  }

  private func recorded() -> (ReplicateClient, Recorder) {
    let recorder = Recorder(over: sandbox)
    return (
      ReplicateClient(
        apiKey: APIKey(ReplicateSandbox.apiKey), configuration: .once.over(recorder)),
      recorder
    )
  }
}
