import Foundation
import HedraV3
import ServiceTestSupport

extension CoverageReadings {
  mutating func readModels() async throws {
    let answer: JSON = [
      "id": "fox", "modality": "text", "name": "Fox", "description": "Foxes.",
      "price_description": "Cheap.", "logo_url": "https://a.b/c.svg", "context_length": 9,
      "max_output_tokens": 8, "chat": ["a": 1], "input_schema": ["type": "object"],
      "output_schema": ["type": "string"],
    ]
    let model = try await CannedAnswer(body: answer.text()).client.model("fox")
    add(
      "GET models/{model}", "HedraV3Model", of: answer,
      [
        ("id", "id", model.id.json), ("modality", "modality", model.modality?.json),
        ("name", "name", model.name?.json), ("description", "summary", model.summary?.json),
        ("price_description", "priceDescription", model.priceDescription?.json),
        ("logo_url", "logoURL", model.logoURL?.json),
        ("context_length", "contextLength", model.contextLength?.json),
        ("max_output_tokens", "maximumOutputTokens", model.maximumOutputTokens?.json),
        ("chat", "chat", model.chat), ("input_schema", "inputSchema", model.inputSchema),
        ("output_schema", "outputSchema", model.outputSchema),
      ])
    let list: JSON = [
      "data": [
        [
          "id": "voice_1", "name": "Ada", "preview_url": "https://a.b/c.wav",
          "labels": ["gender": "female"],
        ]
      ], "next_cursor": nil,
    ]
    let voice = try await CannedAnswer(body: list.text()).client.voices(of: "fox").first
    add(
      "GET models/{model}/voices", "HedraV3Voice", of: list,
      [
        ("data[0].id", "id", voice?.id.json), ("data[0].name", "name", voice?.name?.json),
        ("data[0].preview_url", "previewURL", voice?.previewURL?.json),
        (
          "data[0].labels", "labels",
          voice.map {
            .object($0.labels.reduce(into: JSONObject()) { $0[$1.key] = .string($1.value) })
          }
        ),
      ])
  }

  mutating func readAccount() async throws {
    let wallet: JSON = ["balance": 9.5, "spent": 0.5, "currency": "USD"]
    let balance = try await CannedAnswer(body: wallet.text()).client.balance()
    add(
      "GET balance", "HedraV3Balance", of: wallet,
      [
        ("balance", "amount", balance.amount.json), ("spent", "spent", balance.spent?.json),
        ("currency", "currency", balance.currency?.json),
      ])
    let report: JSON = [
      "start": Self.date, "end": Self.date, "group_by": "day", "total_jobs": 3,
      "total_spent": 0.5, "currency": "USD",
      "data": [["key": "2026-11-21", "jobs": 3, "spent": 0.5]],
    ]
    let usage = try await CannedAnswer(body: report.text()).client.usage()
    let part = usage.parts.first
    add(
      "GET usage", "HedraV3Usage", of: report,
      [
        ("start", "start", usage.start?.json), ("end", "end", usage.end?.json),
        ("group_by", "grouping", usage.grouping?.json),
        ("total_jobs", "jobCount", usage.jobCount?.json),
        ("total_spent", "spent", usage.spent?.json),
        ("currency", "currency", usage.currency?.json),
        ("data[0].key", "Part.key", part?.key?.json),
        ("data[0].jobs", "Part.jobCount", part?.jobCount?.json),
        ("data[0].spent", "Part.spent", part?.spent?.json),
      ])
    let list: JSON = [
      "data": [
        [
          "id": "t", "kind": "llm_usage", "amount": -0.5, "currency": "USD",
          "created_at": Self.date,
          "llm_usage": [
            "model": "chat", "request_count": 4, "period_start": Self.date,
            "period_end": Self.date,
          ],
        ]
      ], "next_cursor": nil,
    ]
    let transaction = try await CannedAnswer(body: list.text()).client.transactions()
      .first { _ in true }
    let chat = transaction?.chatUsage
    add(
      "GET transactions", "HedraV3Transaction", of: list,
      [
        ("data[0].id", "id", transaction?.id.json),
        ("data[0].kind", "kind", transaction?.kind?.json),
        ("data[0].amount", "amount", transaction?.amount?.json),
        ("data[0].currency", "currency", transaction?.currency?.json),
        ("data[0].created_at", "createdAt", transaction?.createdAt?.json),
        ("data[0].llm_usage.model", "ChatUsage.model", chat?.model?.json),
        (
          "data[0].llm_usage.request_count", "ChatUsage.requestCount", chat?.requestCount?.json
        ),
        ("data[0].llm_usage.period_start", "ChatUsage.start", chat?.start?.json),
        ("data[0].llm_usage.period_end", "ChatUsage.end", chat?.end?.json),
      ])
  }

  mutating func readWebhooks() async throws {
    let settings: JSON = [
      "url": "https://a.b/c", "enabled": true, "updated_at": Self.date, "updated_by_key_id": "k",
    ]
    let webhook = try await CannedAnswer(body: settings.text()).client.webhook()
    add(
      "GET webhooks/default", "HedraV3WebhookSetting", of: settings,
      [
        ("url", "url", webhook.url?.json), ("enabled", "isEnabled", webhook.isEnabled.json),
        ("updated_at", "updatedAt", webhook.updatedAt?.json),
        ("updated_by_key_id", "updatedByKeyID", webhook.updatedByKeyID?.json),
      ])
    let trial: JSON = ["ok": true, "response_status": 204, "error": "e"]
    let test = try await CannedAnswer(body: trial.text()).client.testWebhook()
    add(
      "POST webhooks/default/test", "HedraV3WebhookTest", of: trial,
      [
        ("ok", "isDelivered", test.isDelivered.json),
        ("response_status", "responseStatus", test.responseStatus?.json),
        ("error", "problem", test.problem?.json),
      ])
    let published: JSON = [
      "algorithm": "ed25519", "public_key": "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=",
    ]
    let key = try await CannedAnswer(body: published.text()).client.webhookPublicKey()
    add(
      "GET webhooks/public-key", "HedraV3WebhookKey", of: published,
      [
        ("algorithm", "algorithm", key.algorithm?.json),
        ("public_key", "publicKey", key.publicKey.base64EncodedString().json),
      ])
    let past: JSON = [
      "requested_at": Self.date, "status": "FAILED", "attempts": 12, "last_response_status": 500,
      "last_error": ["code": "UNAVAILABLE", "message": "m"], "last_attempt_at": Self.date,
    ]
    let list: JSON = [
      "data": [
        [
          "job_id": "job_1", "job_accessible": true, "model": "fox", "event_type": "job.failed",
          "status": "DELIVERED", "source": "default", "attempts": 13, "redelivery_count": 1,
          "redeliveries": [past], "last_response_status": 200,
          "last_error": ["code": "UNKNOWN", "message": "m"], "webhook_url": "https://a.b/c",
          "created_at": Self.date, "last_attempt_at": Self.date,
        ]
      ], "next_cursor": nil,
    ]
    let delivery = try await CannedAnswer(body: list.text()).client.webhookDeliveries()
      .first { _ in true }
    readDelivery(delivery, of: list)
  }

  private mutating func readDelivery(_ delivery: HedraV3WebhookDelivery?, of list: JSON) {
    let call = "GET webhooks/deliveries"
    add(
      call, "HedraV3WebhookDelivery", of: list,
      [
        ("data[0].job_id", "id", delivery?.id.json),
        ("data[0].job_accessible", "isJobAccessible", delivery?.isJobAccessible?.json),
        ("data[0].model", "model", delivery?.model?.json),
        ("data[0].event_type", "event", delivery?.event?.json),
        ("data[0].status", "status", delivery?.status?.json),
        ("data[0].source", "source", delivery?.source?.json),
        ("data[0].attempts", "attemptCount", delivery?.attemptCount?.json),
        ("data[0].redelivery_count", "redeliveryCount", delivery?.redeliveryCount?.json),
        (
          "data[0].last_response_status", "lastResponseStatus", delivery?.lastResponseStatus?.json
        ),
        ("data[0].last_error", "lastFailure", delivery?.lastFailure.map { .object($0.object) }),
        ("data[0].webhook_url", "webhookURL", delivery?.webhookURL?.json),
        ("data[0].created_at", "createdAt", delivery?.createdAt?.json),
        ("data[0].last_attempt_at", "lastAttemptAt", delivery?.lastAttemptAt?.json),
      ])
    let past = delivery?.redeliveries.first
    let place = "data[0].redeliveries[0]"
    add(
      call, "HedraV3WebhookDelivery.Redelivery", of: list,
      [
        ("\(place).requested_at", "requestedAt", past?.requestedAt?.json),
        ("\(place).status", "status", past?.status?.json),
        ("\(place).attempts", "attemptCount", past?.attemptCount?.json),
        ("\(place).last_response_status", "lastResponseStatus", past?.lastResponseStatus?.json),
        ("\(place).last_error", "lastFailure", past?.lastFailure.map { .object($0.object) }),
        ("\(place).last_attempt_at", "lastAttemptAt", past?.lastAttemptAt?.json),
      ])
  }

  mutating func readErrors() async throws {
    let answer: JSON = [
      "trace_id": "0af7",
      "error": [
        "code": "INSUFFICIENT_BALANCE", "message": "m", "retryable": true, "retry_after": 30,
        "param": "input.prompt", "replaced_by": "fox-2",
        "details": [
          [
            "field": "input.prompt", "message": "d", "reason": "enum", "allowed": ["a"],
          ]
        ],
        "billing": [
          "balance": 0.5, "required": 1.5, "currency": "USD", "funding_url": "https://a.b/c",
          "reason": "r",
        ],
      ],
    ]
    var error: MediaError?
    do {
      _ = try await CannedAnswer(status: 402, body: answer.text()).client.balance()
    } catch let caught as MediaError { error = caught }
    let failure = error?.hedraV3Failure
    let detail = failure?.details.first
    let billing = failure?.billing
    add(
      "any call that is refused", "trace_id", "MediaError.requestID", error?.requestID, of: answer)
    add(
      "any call that is refused", "HedraV3Failure", of: answer,
      [
        ("error.code", "code", failure?.code?.json),
        ("error.message", "message", failure?.message.json),
        ("error.retryable", "isRetryable", failure?.isRetryable?.json),
        (
          "error.retry_after", "retryDelay",
          failure?.retryDelay.map { Int($0 / .seconds(1)).json }
        ),
        ("error.param", "parameter", failure?.parameter?.json),
        ("error.replaced_by", "replacement", failure?.replacement?.json),
        ("error.details[0].field", "Detail.field", detail?.field?.json),
        ("error.details[0].message", "Detail.message", detail?.message.json),
        ("error.details[0].reason", "Detail.reason", detail?.reason?.json),
        ("error.details[0].allowed", "Detail.allowed", detail?.allowed.json),
        ("error.billing.balance", "Billing.balance", billing?.balance?.json),
        ("error.billing.required", "Billing.required", billing?.required?.json),
        ("error.billing.currency", "Billing.currency", billing?.currency?.json),
        ("error.billing.funding_url", "Billing.fundingURL", billing?.fundingURL?.json),
        ("error.billing.reason", "Billing.reason", billing?.reason?.json),
      ])
  }
}
