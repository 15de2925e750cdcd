import Foundation
import Testing
import TypedMedia

@Suite struct HMACVerifierTests {
  /// The second example of RFC 4231.
  private static let code = Data([
    0x5b, 0xdc, 0xc1, 0x46, 0xbf, 0x60, 0x75, 0x4e, 0x6a, 0x04, 0x24, 0x26, 0x08, 0x95, 0x75, 0xc7,
    0x5a, 0x00, 0x3f, 0x08, 0x9d, 0x27, 0x39, 0x83, 0x9d, 0xec, 0x58, 0xb9, 0x64, 0xec, 0x38, 0x43,
  ])
  private static let message = Data("what do ya want for nothing?".utf8)
  private static let secret = Data("Jefe".utf8)

  @Test func whatCanBeNoCodeIsNotAskedAbout() {
    let trusting = HMACVerifier { _, _, _ in true }
    #expect(trusting.isCode(Self.code, of: Self.message, by: Self.secret))
    #expect(!trusting.isCode(Self.code.dropLast(), of: Self.message, by: Self.secret))
    #expect(!trusting.isCode(Self.code + [0], of: Self.message, by: Self.secret))
    #expect(!trusting.isCode(Data(), of: Self.message, by: Self.secret))
    #expect(!trusting.isCode(Self.code, of: Self.message, by: Data()))
  }

  @Test func theVerifierDecides() {
    let verifier = HMACVerifier {
      $0 == Self.code && $1 == Self.message && $2 == Self.secret
    }
    #expect(verifier.isCode(Self.code, of: Self.message, by: Self.secret))
    #expect(!verifier.isCode(Data(count: 32), of: Self.message, by: Self.secret))
  }

  #if canImport(CryptoKit)
    @Test func theSystemKnowsTheStandardsExample() {
      #expect(HMACVerifier.system.isCode(Self.code, of: Self.message, by: Self.secret))
      #expect(!HMACVerifier.system.isCode(Self.code, of: Data(), by: Self.secret))
    }
  #endif
}
