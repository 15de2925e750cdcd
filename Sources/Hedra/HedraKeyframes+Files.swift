public import Foundation

extension HedraStartKeyframe {
  /// Begins with the image asset that has this ID.
  public static func asset(_ id: UUID) -> Self { .reference(.asset(id)) }

  /// Begins with an image of this machine, which is uploaded when the request is submitted.
  public static func file(_ file: URL) -> Self { .reference(.file(file)) }
}

extension HedraEndKeyframe {
  /// Ends with the image asset that has this ID.
  public static func asset(_ id: UUID) -> Self { .reference(.asset(id)) }

  /// Ends with an image of this machine, which is uploaded when the request is submitted.
  public static func file(_ file: URL) -> Self { .reference(.file(file)) }
}
