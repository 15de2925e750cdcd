import TypedMedia
import TypedMediaGenerator

/// A model as it is described to people.
struct DescribedModel {
  let typeName: String
  /// The smallest request.
  let sample: String
  private let snapshot: ModelSnapshot
  private let flattened: Set<String>

  init(_ summary: ModelSummary) {
    typeName = summary.typeName
    sample = summary.sample
    flattened = summary.flattened
    snapshot = ModelSnapshot(embedded: summary.embeddedRecord, names: summary.embeddedNames)
  }

  private var record: ModelRecord { snapshot.model }
  /// The name that is sent.
  var name: String { record.name }
  /// What the model makes; `nil` where the service does not say.
  var kind: String? { record.kind }

  /// What the service says of the price; `nil` where it says nothing.
  var price: String? {
    let pricing = record.object["pricing"]
    let base = record.object["base_cost"]?.decimal ?? pricing?["base_cost"]?.decimal
    let perSecond = pricing?["credits_per_second"]?.decimal
    let parts = [base.map { "\($0)" }, perSecond.map { "\($0) a second" }].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Since when its vendor has it no longer: a day, or a dash where none is said; `nil` where it is to be had.
  var retiredSince: String? {
    record.object["x-retired"]?.object.map { $0["since"]?.string ?? "–" }
  }

  /// Who may use it, where not everybody may; `nil` where everybody may.
  var restriction: String? {
    let plans = record.object.strings("required_plans")
    let countries = record.object.strings("restricted_countries")
    let sentences = [
      plans.isEmpty ? nil : "Needs a plan: \(plans.joined(separator: ", ")).",
      countries.isEmpty ? nil : "Not in: \(countries.joined(separator: ", ")).",
    ].compactMap { $0 }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// The parameters, and below each those of which it consists.
  var parameters: [DescribedParameter] {
    DescribedParameter.all(snapshot.fields, flattening: flattened)
  }
}
