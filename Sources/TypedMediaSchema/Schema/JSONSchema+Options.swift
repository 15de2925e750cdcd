extension JSONSchema {
  /// The options of how a schema is read.
  public struct Options: Sendable {
    /// The dialect of a schema that has no `$schema`.
    public var defaultDialect: Dialect
    /// Tells whether a string that breaks its `format` is a violation. Otherwise `format` says
    /// nothing.
    public var assertsFormats: Bool
    /// Tells whether a text whose `format` is `uri`, `url` or `http-url` has to be an address from
    /// which a service can fetch something: none of a file, of something on this machine alone, or
    /// without a scheme. A `data:` address is one.
    public var checksAddresses: Bool
    /// Finds another document, by its absolute URI without fragment; `nil` if there is none.
    ///
    /// The schemas of the drafts themselves are known without it.
    public var resolve: (@Sendable (String) -> JSON?)?
    /// Tells whether a reference that leads nowhere or a malformed keyword is ignored, and recorded
    /// in ``JSONSchema/problems``, instead of thrown.
    public var lenient: Bool
    /// After how many steps a check is given up, as ``SchemaViolation/unchecked`` says.
    ///
    /// To hold one value against one schema is a step; long texts and patterns that try many ways take
    /// more. Ten million are a second or two, and far more than any request takes.
    public var maximumSteps: Int

    /// Creates options.
    public init(
      defaultDialect: Dialect = .draft2020_12,
      assertsFormats: Bool = false,
      checksAddresses: Bool = false,
      resolve: (@Sendable (String) -> JSON?)? = nil,
      lenient: Bool = false,
      maximumSteps: Int = 10_000_000
    ) {
      self.defaultDialect = defaultDialect
      self.assertsFormats = assertsFormats
      self.checksAddresses = checksAddresses
      self.resolve = resolve
      self.lenient = lenient
      self.maximumSteps = maximumSteps
    }
  }

  /// A version of JSON Schema.
  public enum Dialect: Hashable, CaseIterable, Sendable {
    /// Draft 7, in which whatever stands beside a `$ref` is ignored.
    case draft7
    /// Draft 2019-09.
    case draft2019_09
    /// Draft 2020-12.
    case draft2020_12
    /// The schemas of OpenAPI 3.0: nearly a draft 7, with `nullable`, by which `null` is valid
    /// whatever else the same schema says.
    case openAPI3_0
  }
}
