import Foundation
import Testing
import TypedMedia

/// What is made of bytes to sign them.
@Suite struct SignatureTests {
  @Test(arguments: [
    (Data(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (Data("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      Data(repeating: 0x61, count: 1_000),
      "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
    ),
    (Data(0..<119), "da18797ed7c3a777f0847f429724a2d8cd5138e6ed2895c3fa1a6d39d18f7ec6"),
  ])
  func aDigestIsThatOfTheStandard(data: Data, digest: String) {
    #expect(ContentDigest.sha256(of: data) == digest)
    // A part of other bytes is its own.
    #expect(ContentDigest.sha256(of: (Data([1, 2]) + data).dropFirst(2)) == digest)
  }

  @Test func whatHasAWrongLengthIsNotAsked() {
    let verifier = Ed25519Verifier { _, _, _ in true }
    let (signature, key) = (Data(count: 64), Data(count: 32))
    #expect(verifier.isSignature(signature, of: Data(), by: key))
    #expect(!verifier.isSignature(signature.dropLast(), of: Data(), by: key))
    #expect(!verifier.isSignature(signature, of: Data(), by: key + [0]))
  }

  #if canImport(CryptoKit)
    /// A signature of nothing.
    @Test func theSystemKnowsASignature() throws {
      let key = try #require(Data(base64Encoded: "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="))
      let signature = try #require(
        Data(
          base64Encoded:
            "5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc+bRr0lv18FlbviRlUUFDjnoQCw=="
        ))
      #expect(Ed25519Verifier.system.isSignature(signature, of: Data(), by: key))
      #expect(!Ed25519Verifier.system.isSignature(signature, of: Data([0]), by: key))
    }
  #endif
}
