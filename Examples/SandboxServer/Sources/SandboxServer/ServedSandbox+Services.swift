public import Foundation
import Hedra
import HedraSandbox
import Hoox
import HooxSandbox
import IndoxHub
import IndoxHubSandbox
public import TypedMedia

extension ServedSandbox {
  /// The sandboxes of the services: a line for each.
  ///
  /// - Parameters:
  ///   - credits: How many credits there are in each; `nil` for what is usual there.
  ///   - speed: How many times faster than usual jobs are done. All else takes the time that it takes.
  ///   - webhooks: Delivers webhooks.
  ///   - clock: Measures the time.
  public static func all(
    credits: Decimal? = nil, speed: Double = 1, webhooks: any Transport,
    clock: any Clock<Duration> = ContinuousClock()
  ) -> [ServedSandbox] {
    [
      hoox(credits: credits, speed: speed, webhooks: webhooks, clock: clock),
      hedra(credits: credits, speed: speed, clock: clock),
      indoxHub(credits: credits, speed: speed, clock: clock),
    ]
  }

  private static func hoox(
    credits: Decimal?, speed: Double, webhooks: any Transport, clock: any Clock<Duration>
  ) -> ServedSandbox {
    let usual = HooxSandbox.Pace()
    return ServedSandbox(
      name: "hoox",
      address: HooxClient.defaultURL,
      fileHosts: ["cdn.hoox.video"],
      authorization: ("Authorization", "Bearer \(HooxSandbox.apiKey)"),
      samples: [
        SampleCall("asset/models?type=image"),
        SampleCall("asset/pricing", body: ["model": "veo-3.1", "duration": 8]),
        SampleCall(
          "asset/start",
          body: ["type": "video", "model": "veo-3.1", "prompt": "A tide pool", "duration": 8]),
        SampleCall("asset/status/662f8c1d0000000000000001"),
      ],
      transport: HooxSandbox(
        credits: credits ?? 1_000,
        pace: .init(pending: usual.pending / speed, generating: usual.generating / speed),
        webhooks: webhooks, clock: clock)
    )
  }

  private static func hedra(
    credits: Decimal?, speed: Double, clock: any Clock<Duration>
  ) -> ServedSandbox {
    let usual = HedraSandbox.Pace()
    return ServedSandbox(
      name: "hedra",
      address: HedraClient.defaultURL,
      fileHosts: ["files.hedra.example", "uploads.hedra.example"],
      authorization: ("X-API-Key", HedraSandbox.apiKey),
      samples: [
        SampleCall("models?types=image"),
        SampleCall("voices"),
        SampleCall(
          "generations",
          body: [
            "type": "video", "ai_model_id": "827122cd-5fdd-4412-86f2-554f7bb8eef9",
            "generated_video_inputs": ["text_prompt": "A tide pool", "duration_ms": 5_000],
          ]),
        SampleCall("generations?limit=5&offset=0"),
      ],
      transport: HedraSandbox(
        credits: credits ?? 10_000,
        pace: .init(
          queued: usual.queued / speed, processing: usual.processing / speed,
          finalizing: usual.finalizing / speed),
        clock: clock)
    )
  }

  private static func indoxHub(
    credits: Decimal?, speed: Double, clock: any Clock<Duration>
  ) -> ServedSandbox {
    let usual = IndoxHubSandbox.Pace()
    return ServedSandbox(
      name: "indoxhub",
      address: IndoxHubClient.defaultURL,
      fileHosts: ["files.indoxhub.example"],
      authorization: ("Authorization", "Bearer \(IndoxHubSandbox.apiKey)"),
      samples: [
        SampleCall("models/trending?limit=3"),
        SampleCall(
          "videos/generations",
          body: ["model": "luma/ray-v2", "prompt": "A tide pool", "duration": 6]),
        SampleCall("videos/jobs?limit=5"),
      ],
      transport: IndoxHubSandbox(
        credits: credits ?? 100_000,
        pace: .init(pending: usual.pending / speed, inProgress: usual.inProgress / speed),
        clock: clock)
    )
  }
}
