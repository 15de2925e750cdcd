import Foundation

/// Tells why the system refused, in its own words where it has some.
package func reason(for error: any Error) -> String {
  if let cause = error as? POSIXError ?? (error as? CocoaError)?.underlying as? POSIXError {
    return reason(forNumber: cause.code.rawValue)
  }
  return error.localizedDescription
}

/// Tells what an `errno` means: `permission denied`.
package func reason(forNumber number: Int32) -> String {
  let text = String(cString: strerror(number))
  return text.prefix(1).lowercased() + text.dropFirst()
}
