import Foundation

/// A page of a documentation catalog that groups a module's request types by what their models make.
struct ModelCatalogPage {
  let models: [DescribedModel]

  /// The page.
  var text: String {
    let groups = groups
    let hasPrices = groups.contains { $0.models.contains(where: { $0.price != nil }) }
    let introduction = """
      # Models

      The types of the requests, by what their models make.

      ## Overview

      Each type's page opens with the smallest request to its model, and has what each parameter takes.\
      \(hasPrices ? " Prices are as the service lists them, in its own unit." : "")

      <!-- Printed by `typed-media table --docc`. Do not edit. -->
      """
    let tables = groups.map { title, models in "### \(title)\n\n\(Self.table(of: models))" }
    let topics = groups.map { title, models in
      (["### \(title)", ""] + models.map { "- ``\($0.typeName)``" }).joined(separator: "\n")
    }
    return ([introduction] + tables + ["## Topics"] + topics).joined(separator: "\n\n")
  }

  /// The models that are to be had, by what they make, in the order of the kinds' names. Those of which that
  /// is not said come last.
  private var groups: [(title: String, models: [DescribedModel])] {
    let present = models.filter { $0.retiredSince == nil }
    let others = present.filter { $0.kind == nil }
    let kinds = Dictionary(grouping: present.filter { $0.kind != nil }) { $0.kind ?? "" }
    return kinds.sorted { $0.key < $1.key }.map { kind, models in (kind.capitalized, models) }
      + (others.isEmpty ? [] : [(kinds.isEmpty ? "All" : "Others", others)])
  }

  private static func table(of models: [DescribedModel]) -> String {
    // Where no price is known, a column of dashes says nothing.
    let hasPrices = models.contains { $0.price != nil }
    return MarkdownTable.text(
      ["model", "request"] + (hasPrices ? ["price"] : []),
      models.map { model in
        ["`\(model.name)`", "``\(model.typeName)``"] + (hasPrices ? [model.price ?? "–"] : [])
      })
  }
}
