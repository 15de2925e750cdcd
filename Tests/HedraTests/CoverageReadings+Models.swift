import Foundation
import Hedra
import ServiceTestSupport
import Testing

extension CoverageReadings {
  mutating func readModels() async throws {
    var object = Sample.record.object ?? [:]
    object["pricing"] = [
      "base_cost": 2, "credits_per_second": 7, "modifiers": ["resolution": ["1080p": 3]],
    ]
    for (key, value) in Self.laterMembers { object[key] = value }
    let record = JSON.object(object)
    let found = try await CannedAnswer(body: "[\(record.text())]").client.models().first
    let model = try #require(found)
    let call = "GET models"
    add(
      call, "HedraModel", of: record,
      [
        ("id", "id", model.id.json), ("name", "name", model.name.json),
        ("description", "summary", model.summary?.json), ("type", "type", model.type?.json),
        ("aspect_ratios", "aspectRatios", model.aspectRatios.json),
        ("resolutions", "resolutions", model.resolutions.json),
        ("durations", "durations", model.durations.json),
        ("requires_start_frame", "requiresStartFrame", model.requiresStartFrame?.json),
        ("requires_end_frame", "requiresEndFrame", model.requiresEndFrame?.json),
        ("requires_audio_input", "requiresAudioInput", model.requiresAudioInput?.json),
        ("requires_input_video", "requiresInputVideo", model.requiresInputVideo?.json),
        (
          "requires_character_orientation", "requiresCharacterOrientation",
          model.requiresCharacterOrientation?.json
        ),
        (
          "max_duration_ms", "maximumDuration",
          model.maximumDuration.map { Int($0 / .milliseconds(1)).json }
        ),
        ("custom_resolution", "takesCustomResolution", model.takesCustomResolution?.json),
        ("logo_url", "logoURL", model.logoURL?.json),
        ("premium", "isPremium", model.isPremium?.json),
        ("display_order", "displayOrder", model.displayOrder?.json),
      ])
    addLaterMembers(of: model, record)
    let price = model.priceDetails
    add(
      call, "HedraModel.PriceDetails", of: record,
      [
        ("price_details.credit_cost", "creditCost", price?.creditCost?.json),
        ("price_details.unit_scale", "unitScale", price?.unitScale?.json),
        ("price_details.billing_unit", "billingUnit", price?.billingUnit?.json),
      ])
    let pricing = model.pricing
    add(
      call, "HedraPricing", of: record,
      [
        ("pricing.base_cost", "baseCost", pricing?.baseCost?.json),
        ("pricing.credits_per_second", "creditsPerSecond", pricing?.creditsPerSecond?.json),
        ("pricing.modifiers", "modifiers", pricing?.modifiers.json),
      ])
    let size = model.dimension(aspectRatio: "16:9", resolution: "540p")
    add(
      call, "HedraModel.Dimension", of: record,
      [
        ("dimensions.16:9.540p.width", "width", size?.width.json),
        ("dimensions.16:9.540p.height", "height", size?.height.json),
      ])
  }

  mutating func readCreditsAndErrors() async throws {
    let answer: JSON = [
      "remaining": 1, "expiring": 2, "used": 3, "workspace_credits": ["w": 4],
      "workspace_credit_pool": [
        "p": [
          "used": 5, "allocated": 6, "available": 7, "api_usd_micros": 1_250_000,
          "api_credits": 175, "api_consumed_usd_micros": 1_250_000,
        ]
      ],
    ]
    let credits = try await CannedAnswer(body: answer.text()).client.credits()
    add(
      "GET billing/credits", "HedraCredits", of: answer,
      [
        ("remaining", "remaining", credits.remaining.json),
        ("expiring", "expiring", credits.expiring?.json), ("used", "used", credits.used?.json),
      ])
    let workspace = credits.workspaces["p"]
    let older = credits.workspaces["w"]
    add(
      "GET billing/credits", "HedraCredits", of: answer,
      [("workspace_credits.w", "workspaces", older?.available?.json)])
    let pool = "workspace_credit_pool.p."
    add(
      "GET billing/credits", "HedraCredits.Workspace", of: answer,
      [
        (pool + "used", "used", workspace?.used?.json),
        (pool + "allocated", "allocated", workspace?.allocated?.json),
        (pool + "available", "available", workspace?.available?.json),
        (pool + "api_credits", "balanceCredits", workspace?.balanceCredits?.json),
      ])
    for (field, name, value) in [
      ("api_usd_micros", "balance", workspace?.balance),
      ("api_consumed_usd_micros", "spent", workspace?.spent),
    ] {
      add(
        "GET billing/credits", pool + field, "HedraCredits.Workspace.\(name)", value, of: answer,
        expecting: 1.25)
    }
    let refused: JSON = ["detail": [["loc": ["type"], "msg": "m", "type": "t"]]]
    let service = CannedAnswer(status: 422, body: refused.text())
    let error = await #expect(throws: MediaError.self) { try await service.client.voices() }
    let field = error?.fieldErrors.first
    add(
      "any call that is refused", "MediaError", of: refused,
      [
        ("detail[0].loc", "fieldErrors", [field?.field ?? ""].json),
        ("detail[0].msg", "fieldErrors", field?.message.json),
        ("detail[0].type", "fieldErrors", field?.code?.json),
      ])
  }
}
