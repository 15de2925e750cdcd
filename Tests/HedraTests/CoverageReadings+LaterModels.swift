import Hedra
import ServiceTestSupport

/// What the records of models say since 2026-08.
extension CoverageReadings {
  static let laterMembers: JSONObject = [
    "slug": "acme/fox", "aspect_ratio_range": [0.5, 2], "default_resolution": "540p",
    "target_frame_rates": [30, 60], "fps_engines": [["name": "smooth", "price_multiplier": 1.5]],
    "eta_ms": 9_000, "tags": ["new"], "credit_range": [3, 30], "min_prompt_length": 1,
    "max_prompt_length": 90,
    "inputs": [
      [
        "mode": "image_to_video",
        "slots": [
          [
            "type": "image", "role": "start_frame", "required": true, "min_count": 1,
            "max_count": 2, "max_file_size_bytes": 1_000, "min_dimension_px": 300,
            "max_dimension_px": 4_000, "min_duration_ms": 1_000, "max_duration_ms": 2_000,
            "max_total_duration_ms": 3_000, "min_aspect_ratio": 0.5, "max_aspect_ratio": 2.5,
          ]
        ],
      ]
    ],
    "conditional_constraints": [["when": ["resolution": "540p"], "then": ["durations": [5_000]]]],
    "options": [["name": "look", "type": "enum", "values": ["film"], "default": "film"]],
    "alternative_model_slugs": ["acme/wolf"],
  ]

  mutating func addLaterMembers(of model: HedraModel, _ record: JSON) {
    func bounds<Bound: JSONConvertible>(_ range: ClosedRange<Bound>?) -> JSON? {
      range.map { [$0.lowerBound.json, $0.upperBound.json] }
    }
    add(
      "GET models", "HedraModel", of: record,
      [
        ("slug", "slug", model.slug?.json),
        ("aspect_ratio_range", "aspectRatioRange", bounds(model.aspectRatioRange)),
        ("default_resolution", "defaultResolution", model.defaultResolution?.json),
        ("target_frame_rates", "targetFrameRates", model.targetFrameRates.json),
        ("eta_ms", "usualDuration", model.usualDuration.map { Int($0 / .milliseconds(1)).json }),
        ("tags", "tags", model.tags.json),
        ("credit_range", "creditRange", bounds(model.creditRange)),
        ("min_prompt_length", "minimumPromptLength", model.minimumPromptLength?.json),
        ("max_prompt_length", "maximumPromptLength", model.maximumPromptLength?.json),
        (
          "conditional_constraints", "conditionalConstraints",
          .array(model.conditionalConstraints.map(JSON.object))
        ),
        ("alternative_model_slugs", "alternativeSlugs", model.alternativeSlugs.json),
      ])
    let engine = model.frameRateEngines.first
    add(
      "GET models", "HedraModel.FrameRateEngine", of: record,
      [
        ("fps_engines[0].name", "name", engine?.name.json),
        ("fps_engines[0].price_multiplier", "priceMultiplier", engine?.priceMultiplier?.json),
      ])
    let option = model.options.first
    add(
      "GET models", "HedraModelOption", of: record,
      [
        ("options[0].name", "name", option?.name.json),
        ("options[0].type", "object", option?.object["type"]),
        ("options[0].values", "values", option?.values.json),
        ("options[0].default", "defaultValue", option?.defaultValue),
      ])
    addSlot(of: model, record)
  }

  private mutating func addSlot(of model: HedraModel, _ record: JSON) {
    let mode = model.inputModes?.first
    add("GET models", "HedraInputMode", of: record, [("inputs[0].mode", "name", mode?.name?.json)])
    let slot = mode?.slots.first
    let values: [(String, String, JSON?)] = [
      ("type", "type", slot?.type?.json), ("role", "role", slot?.role?.json),
      ("required", "isRequired", slot?.isRequired.json),
      ("min_count", "minimumCount", slot?.minimumCount.json),
      ("max_count", "maximumCount", slot?.maximumCount.json),
      ("max_file_size_bytes", "maximumFileSize", slot?.maximumFileSize?.json),
      ("min_dimension_px", "minimumDimension", slot?.minimumDimension?.json),
      ("max_dimension_px", "maximumDimension", slot?.maximumDimension?.json),
      (
        "min_duration_ms", "minimumDuration",
        slot?.minimumDuration.map { Int($0 / .milliseconds(1)).json }
      ),
      (
        "max_duration_ms", "maximumDuration",
        slot?.maximumDuration.map { Int($0 / .milliseconds(1)).json }
      ),
      (
        "max_total_duration_ms", "maximumTotalDuration",
        slot?.maximumTotalDuration.map { Int($0 / .milliseconds(1)).json }
      ),
      ("min_aspect_ratio", "minimumAspectRatio", slot?.minimumAspectRatio?.json),
      ("max_aspect_ratio", "maximumAspectRatio", slot?.maximumAspectRatio?.json),
    ]
    add(
      "GET models", "HedraInputSlot", of: record,
      values.map { ("inputs[0].slots[0].\($0)", $1, $2) })
  }
}
