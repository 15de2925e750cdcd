import Testing
import TypedMediaSchema

@testable import TypedMediaGenerator

/// Which combinations of properties become the cases of an enum.
@Suite struct PropertyGroupsTests {
  /// Some rules over the properties a to d, and the cases that they leave: what has to be there, and
  /// in brackets what may be there besides.
  @Test(
    arguments: [
      (#""dependentRequired": {"b": ["a"]}"#, ["a [b]"], true),
      (#""dependentRequired": {"b": ["a"], "c": ["b"]}"#, ["a [b]", "a b c"], true),
      (#""dependentRequired": {"b": ["a"], "c": ["a"]}"#, ["a [b c]"], true),
      (#""dependentRequired": {"a": ["b"], "b": ["a"]}"#, ["a b"], true),
      (
        #""oneOf": [{"required": ["a"]}, {"required": ["b"]}, {"required": ["c"]}]"#,
        ["a", "b", "c"], false
      ),
      (#""anyOf": [{"required": ["a"]}, {"required": ["b"]}]"#, ["a [b]", "b"], false),
      (
        #""oneOf": [{"required": ["a", "b"]}, {"required": ["c"]}]"#, ["c [a]", "a b", "b c"], false
      ),
      (
        #""anyOf": [{"required": ["a"], "properties": {"b": false}}, {"required": ["b"], "properties": {"a": false}}]"#,
        ["a", "b"], false
      ),
      (
        #""oneOf": [{"required": ["a"], "properties": {"c": false}}, {"required": ["c"], "properties": {"a": false, "b": false}}]"#,
        ["a [b]", "c"], false
      ),
      (#""oneOf": [{"required": ["a"]}, {"properties": {"b": {"minimum": 1}}}]"#, [], false),
      (#""anyOf": [{"required": ["a"]}, {"required": ["z"]}]"#, [], false),
      (#""required": ["a"], "dependentRequired": {"b": ["a"]}"#, [], false),
      (#""required": ["a"], "dependentRequired": {"c": ["b"]}"#, ["b [c]"], true),
      (#""not": {"required": ["a", "b"]}"#, ["a", "b"], true),
      (#""not": {"required": ["a"]}"#, [], false),
      (#""not": {"required": ["a", "b"], "minProperties": 3}"#, [], false),
      (
        #""allOf": [{"not": {"required": ["a", "b"]}}, {"not": {"required": ["b", "c"]}}]"#,
        ["a [c]", "b", "c"], true
      ),
      (
        #""allOf": [{"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}, {"dependentRequired": {"c": ["a"]}}]"#,
        ["a [c]", "b"], false
      ),
    ] as [(String, [String], Bool)])
  func combinationsThatAreAllowedBecomeCases(
    rules: String, cases: [String], isOptional: Bool
  ) throws {
    let properties = ["a", "b", "c", "d"].map { #""\#($0)": {"type": "string"}"# }
    let schema = try JSON(
      parsing: #"{"properties": {\#(properties.joined(separator: ", "))}, \#(rules)}"#)
    let groups = PropertyGroups.groups(of: SchemaView(document: schema))
    #expect(groups.count == (cases.isEmpty ? 0 : 1))
    let found = (groups.first?.choices ?? []).map { choice in
      choice.required.joined(separator: " ")
        + (choice.optional.isEmpty ? "" : " [\(choice.optional.joined(separator: " "))]")
    }
    #expect(found == cases)
    if let group = groups.first { #expect(group.isOptional == isOptional) }
  }

  /// `start_id` and `start_url` are never there together, and else the same is said of both.
  @Test func membersThatStandForEachOtherAreOneMember() throws {
    let schema = try JSON(
      parsing: """
        {"properties": {"start_id": {}, "start_url": {}, "end": {}, "references": {}}, "allOf": [
          {"not": {"required": ["start_id", "start_url"]}},
          {"not": {"required": ["references", "start_id"]}},
          {"not": {"required": ["references", "start_url"]}},
          {"not": {"required": ["references", "end"]}}]}
        """)
    let group = try #require(PropertyGroups.groups(of: SchemaView(document: schema)).first)
    #expect(group.members == ["start_id", "start_url", "end", "references"])
    #expect(group.alternatives == [["start_id", "start_url"]])
    #expect(group.choices.map(\.required) == [["start_id"], ["end"], ["references"]])
    #expect(group.choices.map(\.optional) == [["end"], [], []])
  }

  @Test(arguments: [
    (["image_url", "image_id"], "image"), (["start_image_id", "start_image_url"], "start_image"),
    (["image", "image_id"], "input"), (["start_image", "end_image"], "image"),
  ])
  func aGroupIsCalledByTheWordsThatItsMembersShare(members: [String], name: String) {
    let group = PropertyGroups.Group(
      members: members, choices: [], isOptional: true, isSequence: false)
    #expect(PropertyGroups.name(of: group) == name)
  }
}
