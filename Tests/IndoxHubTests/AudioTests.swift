import Foundation
import IndoxHub
import IndoxHubSandbox
import IndoxHubTestModels
import ServiceTestSupport
import Testing

/// Speech from text and text from speech, by https://indoxhub.com/docs/usage/tts/ and …/stt/.
@Suite(.timeLimit(.minutes(20))) struct AudioTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: IndoxHubSandbox.SpeechForm.allCases)
  func aTextIsSpokenSavedAndHeard(form: IndoxHubSandbox.SpeechForm) async throws {
    let sandbox = IndoxHubSandbox(credits: 1_000, speechForm: form, clock: VirtualClock())
    let indoxhub = sandbox.client()
    let request = IndoxHubSpeechRequest(
      input: "The tide comes in.", model: "openai/tts-1", voice: .nova, format: .wav, speed: 1.5)
    let submission = try await indoxhub.audio.submit(request)
    #expect(submission.cost == Cost(Decimal(1) / 10, "USD"))
    let speech = try await submission.job.result()
    #expect((speech.url == nil) == (form == .base64))
    #expect(speech.voice == (form == .base64 ? "nova" : nil))
    let file = try await indoxhub.audio.download(
      speech, to: folder.url, named: "tide", expecting: .audio)
    #expect(file.lastPathComponent == "tide.wav")
    let heard = try await indoxhub.audio.submit(
      IndoxHubTranscriptRequest(of: file, .transcription(language: "en", timestamps: [.word]))
    ).job.result()
    #expect(heard.text == "The tide comes in." && heard.language == "en")
    #expect(heard.duration == .seconds(1) && heard.words?.array?.count == 1)
    #expect(heard.usage?.type == "audio" && heard.usage?.seconds == 1)
    let english = try await indoxhub.audio.submit(
      IndoxHubTranscriptRequest(of: file, .translation, model: "whisper-1"))
    #expect(try await english.job.result().segments?.array == nil)
    #expect(await sandbox.credits == 700)
    let paths = await sandbox.receivedRequests.map(\.endpoint).filter { $0 != .file }
    #expect(paths == [.speak, .transcribe, .translate])
  }

  /// What a crash leaves is found by the part of the client that it is of.
  @Test func whatWasMadeIsInTheLedger() async throws {
    let ledger = MemoryLedger()
    var configuration = ClientConfiguration.once
    configuration.ledger = ledger
    let indoxhub = IndoxHubSandbox.played().client(configuration: configuration)
    let speech = try await indoxhub.audio.submit(IndoxHubSpeechRequest(input: "a")).job
    let image = try await indoxhub.submit(Moss(prompt: "p")).job
    let sounds = try await indoxhub.audio.recover().jobs
    #expect(sounds.map(\.id) == [speech.id])
    #expect(try await sounds[0].result().url != nil)
    #expect(try await indoxhub.recover().jobs.map(\.id) == [image.id])
    #expect(try await indoxhub.job(image.handle).result().results.count == 1)
    let kept = await ledger.submissions()[0].intent
    #expect(kept.path == ["audio", "tts", "generations"] && kept.body["input"] == "a")
    try await sounds[0].acknowledge()
    #expect(try await indoxhub.audio.recover().jobs.isEmpty)
  }

  @Test func aFormIsKeptWithoutItsFileAndItsKey() async throws {
    let ledger = MemoryLedger()
    var configuration = ClientConfiguration.once
    configuration.ledger = ledger
    let indoxhub = IndoxHubSandbox(credits: 0).client(configuration: configuration)
    let file = try folder.file("fox.wav", SampleMedia.audio.data)
    _ = try await indoxhub.audio.submit(
      IndoxHubTranscriptRequest(of: file, prompt: "Foxes."),
      options: IndoxHubOptions(byokAPIKey: APIKey(Sample.providerKey)))
    let intent = await ledger.submissions()[0].intent
    #expect(intent.body == ["prompt": "Foxes.", "file": "fox.wav"])
    #expect(!"\(await ledger.events)".contains(Sample.providerKey))
  }

  @Test(
    arguments: [
      (#"{"data": {"audio_url": "https://a.b/c.mp3"}}"#, "application/json", "url"),
      (#"{"data": {"audio": "Zm94IQ==", "format": "mp3"}}"#, "application/json", "base64"),
      (#"{"data": [{"url": "https://a.b/c.mp3"}]}"#, "application/json", "url"),
      (#"{"data": "https://a.b/c.mp3"}"#, "application/json", "url"),
      ("fox!", "audio/mpeg", "base64"),
    ])
  func speechIsReadInEveryForm(body: String, type: String, form: String) async throws {
    let audio = CannedAnswer(headers: ["Content-Type": type], body: body).client.audio
    let speech = try await audio.submit(IndoxHubSpeechRequest(input: "a")).job.result()
    #expect((speech.url != nil) == (form == "url"))
    #expect(speech.data == (form == "url" ? nil : Sample.bytes))
  }

  @Test(
    arguments: [
      (#"{"data": {"text": "fox"}}"#, "application/json"),
      (#"{"data": "fox"}"#, "application/json"),
      (#""fox""#, "application/json"), ("fox", "text/plain; charset=utf-8"), ("fox", "text/vtt"),
    ])
  func aTranscriptIsReadInEveryForm(body: String, type: String) async throws {
    let audio = CannedAnswer(headers: ["Content-Type": type], body: body).client.audio
    let file = try folder.file("fox.wav", Sample.bytes)
    let request = IndoxHubTranscriptRequest(of: file, format: .vtt)
    let heard = try await audio.submit(request).job.result()
    #expect(heard.text == "fox")
  }

  @Test(
    arguments: [
      ("{}", "application/json"), (#"{"data": {}}"#, "application/json"),
      (#"{"success": false, "message": "No voice", "data": ""}"#, "application/json"),
      ("<html>", "text/html"), ("", "audio/mpeg"),
    ])
  func anAnswerWithoutASoundLeavesTheOutcomeOpen(body: String, type: String) async throws {
    let audio = CannedAnswer(headers: ["Content-Type": type], body: body).client.audio
    let error = await #expect(throws: MediaError.self) {
      try await audio.submit(IndoxHubSpeechRequest(input: "a"))
    }
    #expect(error?.code == .outcomeUnknown)
    #expect(body.contains("No voice") == (error?.message.contains("No voice") == true))
  }

  @Test(arguments: [0.2, 4.1, .infinity, .nan, -1])
  func aSpeedThatNobodySpeaksAtIsNotSent(speed: Double) async throws {
    let sandbox = IndoxHubSandbox()
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client().audio.submit(IndoxHubSpeechRequest(input: "a", speed: speed))
    }
    #expect(error?.code == .invalidRequest)
    #expect(await sandbox.receivedRequests.isEmpty)
  }

  @Test(arguments: [-0.1, 1.1, .infinity, .nan])
  func aTemperatureOutsideIsNotSent(temperature: Double) async throws {
    let sandbox = IndoxHubSandbox()
    let request = IndoxHubTranscriptRequest(
      of: URL(filePath: "/nowhere/fox.wav"), temperature: temperature)
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client().audio.submit(request)
    }
    #expect(error?.code == .invalidRequest && error?.message.contains("temperature") == true)
    #expect(await sandbox.receivedRequests.isEmpty)
  }

  @Test func aFileThatIsNotThereLeavesNoTrace() async throws {
    let ledger = MemoryLedger()
    var configuration = ClientConfiguration.once
    configuration.ledger = ledger
    let audio = IndoxHubSandbox().client(configuration: configuration).audio
    let address = try #require(URL(string: "https://example.com/fox.wav"))
    for file in [URL(filePath: "/nowhere/fox.wav"), address] {
      await #expect(throws: MediaError.self) {
        try await audio.submit(IndoxHubTranscriptRequest(of: file))
      }
    }
    #expect(await ledger.events.isEmpty)
  }

  @Test func aRequestIsReadBackStrictly() throws {
    let whole: JSON = [
      "input": "a", "model": "m", "voice": "v", "instructions": "i", "response_format": "pcm",
      "speed": 2.5, "additional_params": ["x": [1]],
    ]
    #expect(try IndoxHubSpeechRequest(json: whole).json == whole)
    #expect(throws: JSONMismatch.self) { try IndoxHubSpeechRequest(json: ["input": "a", "x": 1]) }
    #expect(IndoxHubSpeechRequest.snapshot.problem == nil)
    #expect(IndoxHubSpeechRequest.fields.map(\.name).contains("additionalParameters"))
  }

  @Test func aHandleWithoutAResultIsAClearError() async throws {
    let error = await #expect(throws: MediaError.self) {
      try await IndoxHubSandbox().client().audio.job(id: "a").result()
    }
    #expect(error?.code == .malformedResponse)
    #expect(error?.message.contains("in its handle alone") == true)
  }

  @Test(
    arguments: [
      ([:], "input", 422), (["input": 1], "input", 422),
      (["input": "a", "speed": 9], "speed", 422),
      (["input": "a", "response_format": "ogg"], "response_format", 422),
      (["input": "a", "seed": 1], "seed", 422), (["input": "a", "provider": 1], "provider", 422),
    ] as [(JSON, String, Int)])
  func theSandboxSaysWhatIsWrong(body: JSON, field: String, status: Int) async throws {
    let response = try await IndoxHubSandbox().send(
      TransportRequest(
        method: "POST", url: IndoxHubClient.defaultURL.appending(path: "audio/tts/generations"),
        headers: ["Authorization": "Bearer \(IndoxHubSandbox.apiKey)"], body: body.data()))
    var data = Data()
    for try await piece in response.body { data.append(piece) }
    #expect(response.status == status)
    let found = try JSON(parsing: data)["detail"]?.array?.contains {
      $0["loc"] == ["body", .string(field)]
    }
    #expect(found == true)
  }

  @Test func theSandboxKnowsTheModelsThatAreDocumented() async throws {
    let audio = IndoxHubSandbox().client(configuration: .once).audio
    for name in ["tts-1", "openai/tts-1", nil] {
      _ = try await audio.submit(IndoxHubSpeechRequest(input: "a", model: name))
    }
    let error = await #expect(throws: MediaError.self) {
      try await audio.submit(IndoxHubSpeechRequest(input: "a", model: "openai/tts-9"))
    }
    #expect(error?.code == .notFound)
  }
}
