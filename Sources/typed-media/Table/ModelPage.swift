/// A Markdown page that shows what each model of a module takes and costs, and a request to it.
struct ModelPage {
  let moduleName: String
  let models: [DescribedModel]

  /// The page.
  var text: String {
    let introduction = """
      # Models of \(moduleName)

      What each model takes and costs, and the smallest request to it. It was printed by \
      `swift run typed-media table`; do not edit it. Prices are the service's base costs, in its own \
      credits, as far as the snapshots have them. In the requests, `url`, `uuid` and `date` are yours.
      """
    let present = models.filter { $0.retiredSince == nil }
    let rows = present.map { model in
      [
        "[`\(model.name)`](#\(Self.anchor(of: model)))", "`\(model.typeName)`", model.kind ?? "–",
        model.price ?? "–",
      ]
    }
    let overview =
      rows.isEmpty ? [] : [MarkdownTable.text(["model", "in Swift", "makes", "price"], rows)]
    return ([introduction] + overview + retired + present.map(Self.text))
      .joined(separator: "\n\n")
  }

  /// The models that are gone, apart, and without a request that nobody should write.
  private var retired: [String] {
    let rows = models.compactMap { model in
      model.retiredSince.map { ["`\(model.name)`", "`\(model.typeName)`", model.kind ?? "–", $0] }
    }
    guard !rows.isEmpty else { return [] }
    return [
      "Retired: their types are deprecated, and no list has them.",
      MarkdownTable.text(["retired model", "in Swift", "made", "since"], rows),
    ]
  }

  private static func text(of model: DescribedModel) -> String {
    let rows = model.parameters.map { parameter in
      [
        "`\(parameter.name)`", "`\(parameter.wireName)`", parameter.values, parameter.defaultValue,
        parameter.notes,
      ]
    }
    let parts = [
      "## \(model.name)",
      model.restriction,
      "```swift\nlet request = \(model.sample)\n```",
      MarkdownTable.text(["parameter", "as it is sent", "takes", "default", ""], rows),
    ]
    return parts.compactMap { $0 }.joined(separator: "\n\n")
  }

  /// How a link finds a model's heading: lower case, hyphens for spaces, and no other punctuation.
  private static func anchor(of model: DescribedModel) -> String {
    String(
      model.name.lowercased().compactMap { character in
        if character == " " { return "-" }
        return character.isLetter || character.isNumber || "-_".contains(character)
          ? character : nil
      })
  }
}
