/// The names of Swift modules.
enum ModuleName {
  /// The module of a folder of that name, as the package manager spells it: `my-clips` becomes
  /// `my_clips`.
  static func ofFolder(named name: String) -> String {
    let spelled = String(name.map { isPart($0) ? $0 : "_" })
    return spelled.first?.isNumber == true ? "_" + spelled : spelled
  }

  /// Tells whether a module can be called `name`.
  static func isValid(_ name: String) -> Bool {
    name.allSatisfy(isPart) && name.contains { $0 != "_" } && name.first?.isNumber == false
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
