public import TypedMedia

/// A form for requests to one model, that knows of the model only what its fields say.
///
/// ```swift
/// let form = RequestForm(Veo3_1.fields)
/// let page = form.page(titled: "Veo 3.1")
/// let request = try form.read(FormValues(parsing: postedText)).request(as: Veo3_1.self)
/// ```
///
/// Generated types leave descriptions out of the program. A form that shows them as help texts is
/// made of the fields of the model's snapshot, and read as the same type.
public struct RequestForm: Sendable {
  /// What can be filled in.
  public var fields: [RequestField]

  /// Creates a form of `fields`.
  public init(_ fields: [RequestField]) { self.fields = fields }

  /// What the form says before anybody has touched it: the service's defaults.
  public var defaults: FormValues { values(of: fields.defaults) }

  /// What the form says when it stands for `body`.
  ///
  /// A form cannot tell an empty text from none. Members that there is no field for, empty texts and
  /// empty optional objects and lists are left out.
  public func values(of body: JSONObject) -> FormValues {
    var filler = FormFiller()
    filler.fill(fields, from: body, under: .root)
    return filler.values
  }

  /// Reads what was filled in. Empty controls are left out.
  public func read(_ values: FormValues) -> FormReading {
    var reader = FormReader(values: values)
    let body = reader.members(fields, under: .root, at: .root)
    return FormReading(
      body: body, problems: reader.problems, places: reader.places, order: reader.order,
      needers: reader.needers)
  }
}
