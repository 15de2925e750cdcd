/// What the rules of IDNA 2008 allow in a label that goes beyond ASCII.
enum InternationalLabel {
  static func isAllowed(_ label: [Unicode.Scalar]) -> Bool {
    guard let first = label.first, !isMark(first), label.first != "-", label.last != "-",
      !(label.count >= 4 && label[2] == "-" && label[3] == "-")
    else { return false }
    return label.indices.allSatisfy { isAllowed(at: $0, in: label) }
  }

  /// RFC 5892, sections 2.6 and A.1 to A.9, then the rest by category.
  private static func isAllowed(at index: Int, in label: [Unicode.Scalar]) -> Bool {
    let scalar = label[index]
    let previous = index > 0 ? label[index - 1] : nil
    let next = index + 1 < label.count ? label[index + 1] : nil
    switch scalar.value {
    case 0x00B7:  // A dot between two l, as Catalan has it.
      return previous == "l" && next == "l"
    case 0x0375:
      return next.map { isGreek($0.value) } ?? false
    case 0x05F3, 0x05F4:
      return previous.map { 0x0590...0x05FF ~= $0.value } ?? false
    case 0x30FB:
      return label.contains { isJapanese($0.value) }
    case 0x0660...0x0669:
      return !label.contains { 0x06F0...0x06F9 ~= $0.value }
    case 0x06F0...0x06F9:
      return !label.contains { 0x0660...0x0669 ~= $0.value }
    case 0x200C, 0x200D:
      return previous?.properties.canonicalCombiningClass == .virama
        || scalar.value == 0x200C && joins(previous) && joins(next)
    case 0x00DF, 0x03C2, 0x06FD, 0x06FE, 0x0F0B, 0x3007:
      return true
    case 0x0640, 0x07FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B:
      return false
    default:
      return isLetterOrDigit(scalar)
    }
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return UInt8(scalar.value).isASCIIAlphanumeric && !scalar.properties.isUppercase
        || scalar == "-"
    }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .otherLetter, .modifierLetter, .decimalNumber, .nonspacingMark,
      .spacingMark:
      return !scalar.properties.isDefaultIgnorableCodePoint
    default:
      return false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  private static func isGreek(_ value: UInt32) -> Bool {
    0x0370...0x03FF ~= value || 0x1F00...0x1FFF ~= value
  }

  private static func isJapanese(_ value: UInt32) -> Bool {
    switch value {
    case 0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF: true
    default: false
    }
  }

  /// Whether a letter joins its neighbours, as those of Arabic and its relatives do.
  private static func joins(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { 0x0620...0x08FF ~= $0.value } ?? false
  }
}
