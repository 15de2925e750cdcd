import Foundation
import Replicate
import ServiceTestSupport

/// What is beside predictions: the account, its deployments and trainings, and what a search finds.
extension CoverageReadings {
  private mutating func add(
    _ call: String, _ type: String, of answer: JSON, _ values: [(String, String, JSON?)]
  ) {
    for (field, name, value) in values { add(call, field, "\(type).\(name)", value, of: answer) }
  }

  mutating func readAccount() async throws {
    let answer: JSON = [
      "username": "studio", "name": "n", "type": "organization", "github_url": "https://a.b/g",
      "avatar_url": "https://a.b/a",
    ]
    let account = try await CannedAnswer(body: answer.text()).client.account()
    add(
      "GET account", "ReplicateAccount", of: answer,
      [
        ("username", "username", account.username.json), ("name", "name", account.name?.json),
        ("type", "kind", account.kind?.json), ("github_url", "githubURL", account.githubURL?.json),
        ("avatar_url", "avatarURL", account.avatarURL?.json),
      ])
    let list: JSON = [["sku": "gpu-t4", "name": "n"]]
    let hardware = try await CannedAnswer(body: list.text()).client.hardware().first
    add(
      "GET hardware", "ReplicateHardware", of: list,
      [("[].sku", "sku", hardware?.sku.json), ("[].name", "name", hardware?.name?.json)])
  }

  mutating func readDeployment() async throws {
    let answer: JSON = [
      "owner": "studio", "name": "fast",
      "current_release": [
        "number": 3, "model": "acme/dusk", "version": "v", "created_at": "2026-11-21T10:00:00Z",
        "configuration": ["hardware": "gpu-t4", "min_instances": 1, "max_instances": 2],
      ],
    ]
    let read = try await CannedAnswer(body: answer.text()).client
      .deployment(owner: "studio", name: "fast")
    let release = "current_release."
    add(
      "GET deployments/{owner}/{name}", "ReplicateDeployment", of: answer,
      [
        ("owner", "owner", read.owner.json), ("name", "name", read.name.json),
        (release + "number", "releaseNumber", read.releaseNumber?.json),
        (release + "model", "model", read.model?.json),
        (release + "version", "version", read.version?.json),
        (release + "created_at", "releasedAt", read.releasedAt?.json),
        (
          release + "configuration.hardware", "Configuration.hardware",
          read.configuration?.hardware.json
        ),
        (
          release + "configuration.min_instances", "Configuration.minimumInstances",
          read.configuration?.minimumInstances.json
        ),
        (
          release + "configuration.max_instances", "Configuration.maximumInstances",
          read.configuration?.maximumInstances.json
        ),
      ])
  }

  /// Collections, what a search finds, and versions.
  mutating func readFindings() async throws {
    let collection: JSON = [
      "slug": "s", "name": "n", "description": "d", "full_description": "f",
    ]
    let read = try await CannedAnswer(body: collection.text()).client.collection("s")
    add(
      "GET collections/{slug}", "ReplicateCollection", of: collection,
      [
        ("slug", "slug", read.slug.json), ("name", "name", read.name?.json),
        ("description", "summary", read.summary?.json),
        ("full_description", "text", read.text?.json),
      ])
    let answer: JSON = [
      "models": [
        [
          "model": ["owner": "acme", "name": "dusk"],
          "metadata": ["generated_description": "g", "tags": ["t"], "score": 0.5],
        ]
      ], "collections": [collection], "pages": [["name": "n", "href": "https://a.b/p"]],
    ]
    let findings = try await CannedAnswer(body: answer.text()).client.search("fox")
    let model = findings.models.first
    let (place, page) = ("models[].metadata.", findings.pages.first)
    add(
      "GET search", "ReplicateFindings", of: answer,
      [
        (place + "generated_description", "Model.summary", model?.summary?.json),
        (place + "tags", "Model.tags", model?.tags.json),
        (place + "score", "Model.score", model?.score?.json),
        ("pages[].name", "pages", page?["name"]), ("pages[].href", "pages", page?["href"]),
      ])
    let versions: JSON = [
      "results": [["id": "v", "created_at": "2026-11-21T10:00:00Z", "cog_version": "0.14"]]
    ]
    let version = try await CannedAnswer(body: versions.text()).client.versions(of: "acme/dusk")
      .first { _ in true }
    add(
      "GET models/{owner}/{name}/versions", "ReplicateVersion", of: versions,
      [
        ("results[].id", "id", version?.id.json),
        ("results[].created_at", "createdAt", version?.createdAt?.json),
        ("results[].cog_version", "cogVersion", version?.cogVersion?.json),
      ])
  }

  mutating func readTraining() async throws {
    let answer = JSON.object(
      Sample.prediction([
        "version": "v", "output": ["version": "studio/ours:w", "weights": "https://a.b/w"],
        "error": "e", "logs": "l", "status": "succeeded", "source": "api",
        "started_at": "2026-11-21T10:00:01Z", "completed_at": "2026-11-21T10:00:02Z",
        "metrics": ["predict_time": 1.5, "total_time": 2.5],
      ]))
    let read = try await CannedAnswer(body: answer.text()).client.training("p1")
    add(
      "GET trainings/{id}", "ReplicateTraining", of: answer,
      [
        ("id", "id", read.id.json), ("model", "model", read.model?.json),
        ("version", "version", read.version?.json), ("input", "input", .object(read.input)),
        ("output.version", "trainedVersion", read.trainedVersion?.json),
        ("output.weights", "weightsURL", read.weightsURL?.json),
        ("error", "error", read.error?.json), ("logs", "logs", read.logs.json),
        ("status", "status", read.status.json), ("source", "source", read.source?.json),
        ("created_at", "createdAt", read.createdAt?.json),
        ("started_at", "startedAt", read.startedAt?.json),
        ("completed_at", "completedAt", read.completedAt?.json),
        (
          "metrics.predict_time", "predictionTime",
          read.predictionTime.map { ($0 / .seconds(1)).json }
        ),
        ("metrics.total_time", "totalTime", read.totalTime.map { ($0 / .seconds(1)).json }),
      ])
  }
}
