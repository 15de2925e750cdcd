import Foundation
import Testing
import TypedMedia

/// What an error says of a snapshot that the service knows better than.
@Suite struct SnapshotAdviceTests {
  private static let command = "swift package update-schemas hoox"

  private static func stamp(
    _ origin: SnapshotStamp.Origin, _ date: String
  ) -> SnapshotStamp {
    SnapshotStamp(service: "hoox", origin: origin, date: date)
  }

  @Test(arguments: [
    (
      stamp(.fetched, "2026-10-12"),
      "The snapshot of hoox is 40 days old (fetched 2026-10-12): refresh it with `\(command)`."
    ),
    (
      stamp(.fetched, "2026-11-20"),
      "The snapshot of hoox is 1 day old (fetched 2026-11-20): refresh it with `\(command)`."
    ),
    (
      stamp(.documentation, "2026-10-12"),
      """
      The snapshot of hoox was written from the documentation of 2026-10-12, 40 days ago, and not \
      fetched: refresh it with `\(command)`.
      """
    ),
    (
      stamp(.fetched, "last week"),
      "The snapshot of hoox was fetched last week: refresh it with `\(command)`."
    ),
    (
      stamp(.fetched, "2027-01-01"),
      "The snapshot of hoox was fetched 2027-01-01: refresh it with `\(command)`."
    ),
    (
      stamp(.documentation, "2027-01-01"),
      """
      The snapshot of hoox was written from the documentation of 2027-01-01, and not fetched: \
      refresh it with `\(command)`.
      """
    ),
  ])
  func theAgeIsReckonedInDays(stamp: SnapshotStamp, advice: String) throws {
    let now = try Date("2026-11-21T23:59:00Z", strategy: .iso8601)
    #expect(stamp.advice(now: now, command: Self.command) == advice)
  }

  @Test func aServiceWithoutACommandIsRefreshedAllTheSame() throws {
    let now = try Date("2026-11-21T00:00:00Z", strategy: .iso8601)
    #expect(
      Self.stamp(.fetched, "2026-11-21").advice(now: now, command: nil)
        == "The snapshot of hoox is 0 days old (fetched 2026-11-21): refresh it.")
  }
}
