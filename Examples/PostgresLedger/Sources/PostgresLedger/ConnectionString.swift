import CPostgres
import Foundation
import TypedMedia

/// What a connection string says, read before a server is asked, so that no part of it comes back
/// in an error.
struct ConnectionString: Sendable {
  let text: String
  /// The passwords in it.
  private let secrets: [String]

  /// Reads a connection string, as `psql` takes it.
  ///
  /// - Throws: `MediaError` with the code `ledgerUnavailable`, where it is none.
  init(_ text: String) throws {
    // What libpq says of a string that it cannot read has parts of it, and these may be the
    // password's.
    guard let options = PQconninfoParse(text, nil) else {
      throw MediaError(
        .ledgerUnavailable,
        "The connection string cannot be read. It is either 'host=… dbname=… user=…', with "
          + "quotation marks around what has spaces, or 'postgresql://user@host/database', with "
          + "percent signs for what is special in an address.")
    }
    defer { PQconninfoFree(options) }
    self.text = text
    var secrets: [String] = []
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val.map({ String(cString: $0) }), !value.isEmpty {
        // libpq marks what should be hidden when it is typed.
        if option.pointee.dispchar.map({ String(cString: $0) }) == "*" { secrets.append(value) }
        // The password had an @, and its end was taken for the host.
        if String(cString: keyword) == "host", value.contains("@") {
          throw MediaError(
            .ledgerUnavailable,
            "The connection string cannot be read: its host has an @. "
              + "Write one in a password as %40."
          )
        }
      }
      option += 1
    }
    self.secrets = secrets
  }

  /// What libpq or the server says, in one line and without a password.
  func hidingSecrets(in message: String) -> String {
    let line = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    return secrets.reduce(line) { line, secret in
      line.replacingOccurrences(of: secret, with: "…")
    }
  }
}

extension ConnectionString: CustomReflectable, CustomStringConvertible {
  /// Nothing: a dump of a ledger shows no password.
  var customMirror: Mirror { Mirror(self, children: []) }

  /// No part of it.
  var description: String { "a connection string" }
}
