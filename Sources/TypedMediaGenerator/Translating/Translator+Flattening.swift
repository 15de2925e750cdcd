import TypedMediaSchema

extension Translator {
  /// The properties of the object `key`, where `typed-media.json` wants them in the place of the object;
  /// `nil` where it stays an object.
  ///
  /// On the wire they stay inside of the object. It has to be there whenever its properties can be set,
  /// and to have no other members, for there would be nothing in Swift that stands for it.
  mutating func flattened(
    _ key: String, _ schema: SchemaView, isRequired: Bool, nested: inout [TypeBlueprint]
  ) -> [TypeBlueprint.Property]? {
    guard isToFlatten(schema.pointer) else { return nil }
    guard isRequired, !schema.isNullable, schema.additionalProperties == nil,
      !schema.propertyNames.isEmpty, schema.objectChoice == nil
    else {
      warn(
        """
        this stays an object in Swift: only an object that has to be there, and that has properties \
        and no other members or alternatives, can be flattened
        """, at: schema)
      return nil
    }
    return properties(of: schema, nested: &nested).map { property in
      var property = property
      property.coding = .inside(key, property.coding)
      return property
    }
  }
}
