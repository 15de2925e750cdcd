import Foundation
import IndoxHub
import ServiceTestSupport
import Testing

extension CoverageReadings {
  mutating func readSpeech() async throws {
    let call = "POST audio/tts/generations"
    var answer: JSON = [
      "request_id": "r", "created_at": "2026-11-21T10:00:00Z", "duration_ms": 12.5,
      "provider": "openai", "model": "tts-1", "success": true, "message": "m",
      "data": ["audio_url": "https://a.b/c.mp3"],
      "usage": [
        "tokens_prompt": 1, "tokens_completion": 2, "tokens_total": 3, "cost": 0.015,
        "latency": 9.5,
      ],
    ]
    var speech = try await speech(answer)
    readEnvelope(speech, call, answer)
    add(call, "message", "IndoxHubAnswer.message", speech.message, of: answer)
    add(call, "data.audio_url", "IndoxHubSpeech.url", speech.url, of: answer)
    let usage: [(String, String, JSON?)] = [
      ("tokens_prompt", "promptTokens", speech.usage?.promptTokens?.json),
      ("tokens_completion", "completionTokens", speech.usage?.completionTokens?.json),
      ("tokens_total", "totalTokens", speech.usage?.totalTokens?.json),
      ("cost", "cost", speech.usage?.cost?.json),
      ("latency", "latency", speech.usage?.latency?.json),
    ]
    for (field, name, value) in usage {
      add(call, "usage.\(field)", "IndoxHubUsage.\(name)", value, of: answer)
    }
    answer = [
      "data": [
        "audio": "Zm94IQ==", "format": "mp3", "voice": "alloy", "speed": 1.5, "character_count": 4,
      ]
    ]
    speech = try await self.speech(answer)
    let values: [(String, String, JSON?)] = [
      ("audio", "base64", speech.base64?.json), ("format", "format", speech.format?.json),
      ("voice", "voice", speech.voice?.json), ("speed", "speed", speech.speed?.json),
      ("character_count", "characterCount", speech.characterCount?.json),
    ]
    for (field, name, value) in values {
      add(call, "data.\(field)", "IndoxHubSpeech.\(name)", value, of: answer)
    }
  }

  private func speech(_ answer: JSON) async throws -> IndoxHubSpeech {
    try await CannedAnswer(body: answer.text()).client.audio
      .submit(IndoxHubSpeechRequest(input: "fox")).job.result()
  }

  mutating func readTranscripts() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("fox.wav", Sample.bytes)
    let call = "POST audio/stt/transcriptions"
    let answer: JSON = [
      "request_id": "r", "created_at": "2026-11-21T10:00:00Z", "duration_ms": 12.5,
      "provider": "openai", "model": "whisper-1", "success": true,
      "data": [
        "text": "fox", "language": "en", "duration": 4.5, "words": [["word": "fox"]],
        "segments": [["text": "fox"]],
      ],
      "usage": ["type": "audio", "seconds": 4.5],
    ]
    let audio = CannedAnswer(body: answer.text()).client.audio
    let heard = try await audio.submit(IndoxHubTranscriptRequest(of: file)).job.result()
    readEnvelope(heard, call, answer)
    let values: [(String, String, JSON?)] = [
      ("text", "text", heard.text.json), ("language", "language", heard.language?.json),
      ("duration", "duration", heard.duration.map { ($0 / .seconds(1)).json }),
      ("words", "words", heard.words),
      ("segments", "segments", heard.segments),
    ]
    for (field, name, value) in values {
      add(call, "data.\(field)", "IndoxHubTranscript.\(name)", value, of: answer)
    }
    add(call, "usage.type", "IndoxHubUsage.type", heard.usage?.type, of: answer)
    add(call, "usage.seconds", "IndoxHubUsage.seconds", heard.usage?.seconds, of: answer)
    let english = try await audio.submit(IndoxHubTranscriptRequest(of: file, .translation))
    add(
      "POST audio/stt/translations", "data.text", "IndoxHubTranscript.text",
      try await english.job.result().text, of: answer)
    withExtendedLifetime(folder) {}
  }

  private mutating func readEnvelope(
    _ read: some IndoxHubAnswer, _ call: String, _ answer: JSON
  ) {
    let values: [(String, String, JSON?)] = [
      ("request_id", "requestID", read.requestID?.json),
      ("created_at", "createdAt", read.createdAt?.json),
      ("duration_ms", "duration", read.duration.map { ($0 / .milliseconds(1)).json }),
      ("provider", "provider", read.provider?.json), ("model", "model", read.model?.json),
      ("success", "isSuccess", read.isSuccess?.json),
    ]
    for (field, name, value) in values {
      add(call, field, "IndoxHubAnswer.\(name)", value, of: answer)
    }
  }
}
