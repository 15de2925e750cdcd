package import Foundation

extension Decimal {
  /// Tells whether this is a price of no more than `maximum`. What is no number, or below zero, is
  /// none: a guard for money lets nothing through that it does not understand.
  package func isAtMost(_ maximum: Decimal) -> Bool {
    !isNaN && !maximum.isNaN && self >= 0 && self <= maximum
  }
}
