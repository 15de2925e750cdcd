/// A `format` that can be checked: what services say of requests, and what costs a line.
///
/// Of names and addresses beyond ASCII, and of templates, nothing is checked, as of any unknown
/// format: no service asks for one.
enum SchemaFormat: String, Sendable {
  case dateTime = "date-time"
  case date
  case time
  case duration
  case email
  case hostname
  case ipv4
  case ipv6
  case uri
  case uriReference = "uri-reference"
  case uuid
  case jsonPointer = "json-pointer"
  case regex

  /// Tells whether `string` is of this format.
  func accepts(_ string: String) -> Bool {
    switch self {
    case .dateTime:
      FormatScanner.isWhole(string) { $0.takeDate() && $0.take("Tt") && $0.takeTime() }
    case .date: FormatScanner.isWhole(string) { $0.takeDate() }
    case .time: FormatScanner.isWhole(string) { $0.takeTime() }
    case .duration: FormatScanner.isWhole(string) { $0.takeDuration() }
    case .email: EmailFormat.accepts(string)
    case .hostname: HostnameFormat.accepts(string)
    case .ipv4: AddressFormat.isVersion4(string)
    case .ipv6: AddressFormat.isVersion6(string)
    case .uri: URIFormat.accepts(string) && URIFormat.isAbsolute(string)
    case .uriReference: URIFormat.accepts(string)
    case .uuid: FormatScanner.isWhole(string) { $0.takeUUID() }
    case .jsonPointer: JSONPointer(string) != nil
    case .regex: SchemaPattern(string, isStrict: true) != nil
    }
  }
}
