import Foundation
import TypedMedia
package import TypedMediaSandbox

extension SandboxFault {
  /// An answer of success with this body.
  package static func body(_ text: String) -> Self {
    .answer(status: 200, headers: [:], body: Data(text.utf8))
  }
}
