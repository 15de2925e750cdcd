/// A `format` that can be checked.
enum SchemaFormat: String, Sendable {
  case dateTime = "date-time"
  case date
  case time
  case duration
  case email
  case internationalEmail = "idn-email"
  case hostname
  case internationalHostname = "idn-hostname"
  case ipv4
  case ipv6
  case uri
  case uriReference = "uri-reference"
  case iri
  case iriReference = "iri-reference"
  case uriTemplate = "uri-template"
  case uuid
  case jsonPointer = "json-pointer"
  case relativeJSONPointer = "relative-json-pointer"
  case regex

  /// Tells whether `string` is of this format.
  func accepts(_ string: String) -> Bool {
    switch self {
    case .dateTime:
      FormatScanner.isWhole(string) { $0.takeDate() && $0.take("Tt") && $0.takeTime() }
    case .date: FormatScanner.isWhole(string) { $0.takeDate() }
    case .time: FormatScanner.isWhole(string) { $0.takeTime() }
    case .duration: FormatScanner.isWhole(string) { $0.takeDuration() }
    case .email: EmailFormat.accepts(string, isInternational: false)
    case .internationalEmail: EmailFormat.accepts(string, isInternational: true)
    case .hostname: HostnameFormat.accepts(string, isInternational: false)
    case .internationalHostname: HostnameFormat.accepts(string, isInternational: true)
    case .ipv4: AddressFormat.isVersion4(string)
    case .ipv6: AddressFormat.isVersion6(string)
    case .uri: URIFormat.accepts(string, isInternational: false) && URIFormat.isAbsolute(string)
    case .uriReference: URIFormat.accepts(string, isInternational: false)
    case .iri: URIFormat.accepts(string, isInternational: true) && URIFormat.isAbsolute(string)
    case .iriReference: URIFormat.accepts(string, isInternational: true)
    case .uriTemplate: URITemplateFormat.accepts(string)
    case .uuid: FormatScanner.isWhole(string) { $0.takeUUID() }
    case .jsonPointer: JSONPointer(string) != nil
    case .relativeJSONPointer: FormatScanner.isRelativePointer(string)
    case .regex: SchemaPattern(string, isStrict: true) != nil
    }
  }
}
