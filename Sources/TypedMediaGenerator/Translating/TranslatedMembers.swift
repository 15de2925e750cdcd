import Foundation
import TypedMediaSchema

/// Members of requests that were translated, for all models that have the same.
///
/// Models have much in common, and several are translated at once: what one of them has made is there
/// for the others as soon as it is done. Which of them made it first makes no difference.
final class TranslatedMembers: @unchecked Sendable {
  private let lock = NSLock()
  // Touched under the lock alone.
  private var members: [TranslatedMember.Key: [TranslatedMember]] = [:]

  /// Adds members of one model.
  func add(_ new: [TranslatedMember.Key: TranslatedMember]) {
    lock.withLock {
      for (key, member) in new { members[key, default: []].append(member) }
    }
  }

  /// Finds a member that is the same.
  ///
  /// - Parameter written: Its schema, as it is written.
  /// - Returns: `nil` where there is none yet.
  func first(_ name: String, _ written: JSON, isRequired: Bool) -> TranslatedMember? {
    let key = TranslatedMember.Key(name, written)
    return lock.withLock { members[key] }?.first {
      $0.isRequired == isRequired && $0.schema.isWritten(as: written)
    }
  }
}
