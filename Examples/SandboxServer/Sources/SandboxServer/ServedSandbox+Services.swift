import Fal
import FalSandbox
public import Foundation
import Hedra
import HedraSandbox
import HedraV3
import HedraV3Sandbox
import Hoox
import HooxSandbox
import IndoxHub
import IndoxHubSandbox
import Replicate
import ReplicateSandbox
public import TypedMedia

extension ServedSandbox {
  /// The sandboxes of the services: a line for each.
  ///
  /// - Parameters:
  ///   - credits: How many credits there are in each; `nil` for what is usual there.
  ///   - speed: How many times faster than usual jobs are done. All else takes the time that it
  ///     takes.
  ///   - webhooks: Delivers webhooks.
  ///   - clock: Measures the time.
  public static func all(
    credits: Decimal? = nil, speed: Double = 1, webhooks: any Transport,
    clock: any Clock<Duration> = ContinuousClock()
  ) -> [ServedSandbox] {
    [
      hoox(credits: credits, speed: speed, webhooks: webhooks, clock: clock),
      hedra(credits: credits, speed: speed, clock: clock),
      hedraV3(credits: credits, speed: speed, webhooks: webhooks, clock: clock),
      indoxHub(credits: credits, speed: speed, clock: clock),
      fal(speed: speed, webhooks: webhooks, clock: clock),
      replicate(speed: speed, webhooks: webhooks, clock: clock),
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
        SampleCall("avatar/list?place=kitchen,beach"),
        SampleCall("avatar/create", body: ["prompt": "A baker of sixty, smiling."]),
        SampleCall("voice/list?language=en"),
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

  private static func hedraV3(
    credits: Decimal?, speed: Double, webhooks: any Transport, clock: any Clock<Duration>
  ) -> ServedSandbox {
    let usual = HedraV3Sandbox.Pace()
    return ServedSandbox(
      name: "hedra-v3",
      address: HedraV3Client.defaultURL,
      fileHosts: ["files.hedra.com"],
      authorization: ("Authorization", "Key \(HedraV3Sandbox.apiKey)"),
      samples: [
        SampleCall("models?modality=audio"),
        SampleCall("balance"),
        SampleCall(
          "models/flux2-pro", body: ["input": ["prompt": "A tide pool", "aspect_ratio": "16:9"]]),
        SampleCall("jobs?limit=5"),
      ],
      transport: HedraV3Sandbox(
        balance: credits ?? 100,
        pace: .init(queued: usual.queued / speed, working: usual.working / speed),
        webhooks: webhooks, clock: clock)
    )
  }

  /// Its place is that of the queue, whose answers lead to further addresses of it.
  private static func fal(
    speed: Double, webhooks: any Transport, clock: any Clock<Duration>
  ) -> ServedSandbox {
    let usual = FalSandbox.Pace()
    return ServedSandbox(
      name: "fal",
      address: FalClient.defaultURL,
      fileHosts: ["v3.fal.media", "queue.fal.run"],
      authorization: ("Authorization", "Key \(FalSandbox.apiKey)"),
      samples: [
        SampleCall("fal-ai/flux-2/flash", body: ["prompt": "A tide pool"]),
        SampleCall("fal-ai/flux-2/requests/00000000-0000-4000-8000-000000000001/status"),
      ],
      transport: FalSandbox(
        pace: .init(queued: usual.queued / speed, working: usual.working / speed),
        webhooks: webhooks, clock: clock)
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
        SampleCall("audio/tts/generations", body: ["input": "The tide comes in."]),
      ],
      transport: IndoxHubSandbox(
        credits: credits ?? 100_000,
        pace: .init(pending: usual.pending / speed, inProgress: usual.inProgress / speed),
        clock: clock)
    )
  }

  private static func replicate(
    speed: Double, webhooks: any Transport, clock: any Clock<Duration>
  ) -> ServedSandbox {
    let usual = ReplicateSandbox.Pace()
    return ServedSandbox(
      name: "replicate",
      address: ReplicateClient.defaultURL,
      // The service's own address too: its answers say where to ask about a prediction.
      fileHosts: ["replicate.delivery", "api.replicate.com", "stream.replicate.com"],
      authorization: ("Authorization", "Bearer \(ReplicateSandbox.apiKey)"),
      samples: [
        SampleCall("models/suno-ai/bark"),
        SampleCall(
          "models/suno-ai/bark/predictions", body: ["input": ["prompt": "A tide pool"]]),
        SampleCall("predictions"),
      ],
      transport: ReplicateSandbox(
        pace: .init(starting: usual.starting / speed, processing: usual.processing / speed),
        webhooks: webhooks, clock: clock)
    )
  }
}
