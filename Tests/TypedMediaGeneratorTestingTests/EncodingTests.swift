import Testing
import TypedMedia
import TypedMediaGeneratorTesting

@Suite struct EncodingTests {
  private let sent: JSON = ["prompt": "A fox", "sizes": [1, 2], "camera": ["angle": 4.5]]

  @Test(
    arguments: [
      (["camera": ["angle": 4.5], "sizes": [1, 2.0], "prompt": "A fox"], []),
      (
        ["prompt": "A wolf", "sizes": [1, 3], "camera": ["angle": 4.5]],
        [#"  /prompt is "A fox", expected "A wolf""#, "  /sizes/1 is 2, expected 3"]
      ),
      (
        ["prompt": "A fox", "sizes": [1], "camera": [:], "seed": 3],
        [
          "  /sizes/1 is 2, expected nothing", "  /camera/angle is 4.5, expected nothing",
          "  /seed is not sent, expected 3",
        ]
      ),
      (
        ["prompt": "A fox", "sizes": [1, 2, nil], "camera": []],
        [
          "  /sizes/2 is not sent, expected null", #"  /camera is {"angle":4.5}, expected []"#,
        ]
      ),
      (4, [#"  the whole is {"prompt":"A fox","sizes":[1,2],"camera":{"angle":4.5}}, expected 4"#]),
    ] as [(JSON, [String])])
  func eachPlaceThatDiffersIsNamed(expected: JSON, lines: [String]) throws {
    guard !lines.isEmpty else { return try expectEncoding(of: sent, is: expected) }
    let failure = #expect(throws: ExpectationFailure.self) {
      try expectEncoding(of: sent, is: expected)
    }
    #expect(
      failure?.description
        == (["JSON is not sent as expected:"] + lines).joined(separator: "\n"))
  }
}
