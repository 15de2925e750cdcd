import TypedMedia

extension RequestForm {
  /// The form as an HTML element.
  ///
  /// - Parameters:
  ///   - values: What the controls say; `nil` for ``defaults``.
  ///   - problems: What is shown at the controls that they belong to.
  ///   - action: Where the form is posted; `nil` for the address of its page.
  public func html(
    values: FormValues? = nil, problems: [FormProblem] = [], action: String? = nil
  ) -> String {
    element(values, problems, action).text
  }

  /// A page with the form.
  ///
  /// - Parameters:
  ///   - title: What the page is called, such as the model's name.
  ///   - values: What the controls say; `nil` for ``defaults``.
  ///   - problems: What is shown at the controls that they belong to.
  ///   - action: Where the form is posted; `nil` for the address of its page.
  public func page(
    titled title: String, values: FormValues? = nil, problems: [FormProblem] = [],
    action: String? = nil
  ) -> String {
    let head = HTML(
      "head", [:],
      [
        HTML("meta", ["charset": "utf-8"]),
        HTML("meta", ["name": "viewport", "content": "width=device-width"]),
        HTML("title", [:], title),
        HTML("style", [:], [StyleSheet.text]),
      ])
    let body = HTML(
      "body", [:], [HTML("h1", [:], title), element(values, problems, action)])
    return "<!DOCTYPE html>\n" + HTML("html", ["lang": "en"], [head, body]).text + "\n"
  }

  private func element(
    _ values: FormValues?, _ problems: [FormProblem], _ action: String?
  ) -> HTML {
    let renderer = FormRenderer(values: values ?? defaults, problems: problems)
    let send = HTML("button", ["type": "submit"], "Send")
    return HTML(
      "form", ["method": "post", "action": action],
      summary(problems, values ?? defaults) + renderer.controls(fields, under: .root) + [send])
  }

  /// A message as what is said of the place that is named before it.
  private static func predicate(_ message: String) -> String {
    message.hasPrefix("Is ") ? " i" + message.dropFirst() : ": " + message
  }

  /// All that is wrong, with links to where it is.
  private func summary(_ problems: [FormProblem], _ values: FormValues) -> [HTML] {
    guard !problems.isEmpty else { return [] }
    let labels = ControlLabel(values: values)
    let items = problems.map { problem in
      let name = ControlName(text: problem.name)
      let label = labels.text(of: problem.name, in: fields) ?? problem.name
      let place = problem.name.isEmpty ? "The request" : label
      let link = HTML("a", ["href": problem.name.isEmpty ? nil : "#" + name.identifier], place)
      return HTML("li", [:], [link, HTML(Self.predicate(problem.message))])
    }
    return [
      HTML(
        "div", ["class": "problems", "role": "alert"],
        [HTML("strong", [:], "Nothing was sent."), HTML("ul", [:], items)])
    ]
  }
}
