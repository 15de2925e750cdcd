import TypedMediaGeneratorTesting
import XCTest

/// The same in XCTest.
final class GeneratedCodeTests: XCTestCase {
  func testTheCodeIsAsRecorded() throws {
    try expectGeneratedCode(ofTargetAt: "../../Sources/Aurora", recordedAt: "../Recorded/Aurora")
  }
}
